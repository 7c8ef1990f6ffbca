"""Two who are each said to be the one who did something."""

from __future__ import annotations

import pytest

from disputing import told
from onrecord.model import Disagreement
from onrecord.resolve import resolve
from onrecord.story.meaning import with_meaning


def disputes(one: str, two: str) -> list[Disagreement]:
    return list(with_meaning(resolve([told("one", one), told("two", two)])).disagreements)


@pytest.mark.parametrize(
    ("one", "two", "label", "values"),
    [
        ("It was our own watchman who rang the coast guard",
         "It was Ida Falk, who sells tea there, who rang the coast guard",
         "Who rang the coast guard", ["Ida Falk", "our own watchman"]),
        ("It was he who named a price above $40", "It was she who named a price above $40",
         "Who named a price above $40", ["he", "she"]),
        ("Lund welcomes the recount, for which it was the first to ask",
         "It was the Alder League which first called for the recount",
         "Who first called for the recount", ["it", "the Alder League"]),
    ],
)  # fmt: skip
def test_two_doers_of_one_deed(one: str, two: str, label: str, values: list[str]) -> None:
    (found,) = disputes(one, two)
    assert (found.label, [side.value for side in found.positions]) == (label, values)


def test_a_named_doer_is_the_actor() -> None:
    (found,) = disputes("It was Alder Net that lifted the gate bars", "It was a boy that lifted the gate bars")
    assert {side.value.rpartition("/")[2][:9] for side in found.positions} == {"alder-net", "a boy"}


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("It was our own watchman who rang the coast guard", "It was our watchman who rang the coast guard"),
        ("It was our own watchman who rang the coast guard", "It was a grocer who rang the bell"),
        ("It was our own watchman who rang the coast guard", "It was reported that a grocer rang the coast guard"),
        ("It was our own watchman who first rang the coast guard", "It was a grocer who rang the coast guard"),
    ],
)
def test_doers_of_two_deeds(one: str, two: str) -> None:
    assert disputes(one, two) == []
