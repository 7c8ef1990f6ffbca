"""How somebody voted, told in two ways."""

from __future__ import annotations

import re

import pytest

from disputing import told
from onrecord.model import Actor, Analysis, Disagreement, Mention
from onrecord.resolve import resolve
from onrecord.story.meaning import with_meaning


def read(key: str, sentence: str) -> Analysis:
    text = told(key, sentence).article.text
    people = [
        Actor(
            id=f"p{at}", name=name, type="Person", named=True,
            mentions=tuple(Mention(*found.span(), "name") for found in re.finditer(name, text)),
        )
        for at, name in enumerate(("Ida Falk", "Ivo Berg"))
        if name in text
    ]  # fmt: skip
    return told(key, sentence, *people)


def disputes(one: str, two: str) -> list[Disagreement]:
    return list(with_meaning(resolve([read("one", one), read("two", two)])).disagreements)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Ida Falk voted against the cut", "Ida Falk voted for the cut"),
        ("Ida Falk voted against closing the mill", "Ida Falk cast the deciding vote to close the mill"),
        ("Ida Falk says she voted against the cut", "The cut was proposed by Ida Falk and carried with her vote"),
        ("Ida Falk voted against the plan", "Ida Falk voted to approve the plan"),
    ],
)
def test_a_vote_for_and_against(one: str, two: str) -> None:
    (found,) = disputes(one, two)
    assert found.label == "How Ida Falk voted"
    assert {side.value: [place.article for place in side.places] for side in found.positions} == {
        "against": ["one"],
        "for": ["two"],
    }


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Ida Falk voted against the cut", "Ivo Berg voted for the cut"),
        ("Ida Falk voted against the cut", "Ida Falk voted for the tram"),
        ("Ida Falk voted against the plan", "Ida Falk voted to scrap the plan"),
    ],
)
def test_votes_that_go_together(one: str, two: str) -> None:
    assert disputes(one, two) == []
