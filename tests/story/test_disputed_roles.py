"""Who did it to whom, told the one way and the other."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.model import Analysis, Disagreement
from onrecord.resolve import resolve
from onrecord.story.meaning import with_meaning
from resolution import action, actor, analysis


def told(key: str, one: str, two: str, lemma: str = "telephone", past: str = "telephoned", **values: Any) -> Analysis:
    text = f"{one} {past} {two} in May, and the Lenn Line was told."
    deed = action(
        text, "e1", past, type="Call", lemma=lemma, agents=("a1",), patients=("a2",), **{"date": "2030-05", **values}
    )
    return analysis(
        key, text, actor(text, "a1", one, "Person"), actor(text, "a2", two, "Person"),
        actor(text, "a3", "Lenn Line", "Company"), deed,
    )  # fmt: skip


def disputes(*analyses: Analysis) -> list[Disagreement]:
    return [item for item in with_meaning(resolve(analyses)).disagreements if item.label.startswith("Who ")]


def test_one_of_two_telephoned_the_other() -> None:
    for one, two in (("one", "two"), ("two", "one")):
        (found,) = disputes(told(one, "Ada Falk", "Ivo Berg"), told(two, "Ivo Berg", "Ada Falk"))
        assert (found.aspect, found.label) == ("agent", "Who telephoned whom")
        assert {tuple(ref.article for ref in side.refs) for side in found.positions} == {("one",), ("two",)}


@pytest.mark.parametrize(
    "other",
    [
        told("two", "Ada Falk", "Ivo Berg"),
        told("two", "Ivo Berg", "Ada Falk", date="2031-06"),
        told("two", "Ivo Berg", "Ada Falk", date=None),
        told("two", "Ivo Berg", "Ada Falk", polarity="negative"),
        told("two", "Ivo Berg", "Nils Lund"),
    ],
    ids=["same", "another month", "no month", "not done", "another"],
)
def test_what_both_may_have_done(other: Analysis) -> None:
    assert disputes(told("one", "Ada Falk", "Ivo Berg"), other) == []


def test_people_may_criticise_each_other() -> None:
    one = told("one", "Ada Falk", "Ivo Berg", lemma="criticise", past="criticised")
    assert disputes(one, told("two", "Ivo Berg", "Ada Falk", lemma="criticise", past="criticised")) == []
