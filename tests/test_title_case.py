"""Whether a line is in title case or all in capitals: each number of the notion decides a line."""

from __future__ import annotations

import pytest

from onrecord.title_case import is_shouted, is_title_case, unshouted


@pytest.mark.parametrize(
    ("line", "fewest", "raised"),
    [
        ("Council Votes to Close Old Ferry Landing", 4, True),
        ("Council Votes to Leave Ferry Company after Delay", 4, True),  # one of six is small
        ("Council Votes to leave Ferry Company after Delay", 4, False),  # two of seven
        ("The Council of Norby Sold it in May", 4, False),  # three longer words
        ("The Council of Norby Sold Piers in May", 4, True),
        ("Director of the Norby Council Ida Brekke resigned", 4, False),  # one of five
        ("of The Hour", 1, True),
        ("of the hour", 1, False),
        ("to 3000 of us", 1, False),  # figures are no words
        ("to us all", 0, True),
    ],
)
def test_most_longer_words_have_a_capital(line: str, fewest: int, raised: bool) -> None:
    assert is_title_case(line.split(), fewest) is raised


@pytest.mark.parametrize(
    ("name", "usual"),
    [
        ("OLA LUND", "Ola Lund"),
        ("OLA O'DEA", "Ola O'Dea"),
        ("LUND'S YEAR", "Lund's Year"),
        ("LUND’S YEAR", "Lund’s Year"),
    ],
)
def test_a_name_in_capitals_is_spelt_as_usual(name: str, usual: str) -> None:
    assert is_shouted(name)
    assert unshouted(name) == usual


@pytest.mark.parametrize("name", ["Ola Lund", "OLA", "OLA LU", "OLA Lund"])
def test_a_name_of_one_word_or_with_initials_may_be_spelt_in_capitals(name: str) -> None:
    assert not is_shouted(name)
