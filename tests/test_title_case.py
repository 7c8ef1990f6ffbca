"""Whether a line is set in title case: each number of the notion decides a line."""

from __future__ import annotations

import pytest

from onrecord.title_case import is_title_case


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
