"""Verbs for outcomes that exclude one another, and whom the outcomes are of."""

from __future__ import annotations

import re
from typing import Any

import pytest
from msgspec.structs import replace

from onrecord.model import Analysis
from onrecord.resolve import resolve
from onrecord.resolve.outcomes import by_agent, rows, sides
from onrecord.story.inflection import base
from resolution import action, actor, analysis

MATTER = (
    "Dockers at the Lowland harbour have waited for the crane inspection since the storm. "
    "Insurers, pilots and tug crews watched the dispute over overtime and mooring fees."
)


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.id)
def test_the_parts_of_an_example_stand_on_two_sides(row):
    for part, words in zip(row.example.rstrip(".").split("; "), (row.one, row.other), strict=True):
        printed = {form for word in re.findall(r"\w+", part.casefold()) for form in (word, base(word))}
        assert printed & {word.split()[0] for word in words}


def test_no_verb_stands_on_both_sides_of_a_row():
    for row in rows():
        assert all(len(sides(word) & {(row.id, True), (row.id, False)}) == 1 for word in (*row.one, *row.other))


def test_each_verb_undergone_by_its_agent_is_of_its_row():
    for row in rows():
        assert {*row.undergone_by_agent} <= {*row.one, *row.other}
    assert [by_agent(word) for word in ("survive", "resign", "fire", "kill")] == [True, True, False, False]


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        pytest.param("died", "survived", 1, id="nobody survives who has died before"),
        pytest.param("survived", "died", 0, id="a survivor may die"),
    ],
)
def test_what_cannot_be_undone_is_not_told_later(first, second, found):
    def on(key: str, verb: str, day: str) -> Analysis:
        lemma = {"died": "die", "survived": "survive"}[verb]
        made = told(key, f"Ada Falk {verb} in the fire.", lemma, agents=("a0",), agent_spans="Ada Falk")
        return replace(made, article=replace(made.article, published=day))

    story = resolve([on("a", first, "2021-03-01"), on("b", second, "2021-03-20")])
    assert len([item for item in story.disagreements if item.aspect == "polarity"]) == found


def told(key: str, sentence: str, lemma: str, **values: Any) -> Analysis:
    text = f"{sentence} {MATTER}"
    people = [actor(text, f"a{at}", name, "Person") for at, name in enumerate(("Ada Falk", "Ivo Berg")) if name in text]
    deed = action(text, "e1", sentence.split()[2], type="Act", lemma=lemma, **values)
    return analysis(key, text, *people, deed)


@pytest.mark.parametrize(
    ("one", "two", "found"),
    [
        (
            told("a", "Ada Falk died in the fire.", "die", patients=("a0",), patient_spans="Ada Falk"),
            told("b", "Ada Falk survived the fire.", "survive", agents=("a0",), agent_spans="Ada Falk"),
            ["died", "survived"],
        ),
        (
            told("a", "Ada Falk died in the fire.", "die", patients=("a0",), patient_spans="Ada Falk"),
            told("b", "Ivo Berg survived the fire.", "survive", agents=("a1",), agent_spans="Ivo Berg"),
            [],
        ),
        (
            told("a", "Ada Falk died in it.", "die", patients=("a0",), patient_spans="Ada Falk", date="2021-03-01"),
            told("b", "Ada Falk survived it.", "survive", agents=("a0",), agent_spans="Ada Falk", date="2019-01-02"),
            [],
        ),
        (
            told("a", "Ada Falk resigned as head.", "resign", agents=("a0",), agent_spans="Ada Falk"),
            told("b", "Ada Falk survived the fire.", "survive", agents=("a0",), agent_spans="Ada Falk"),
            [],
        ),
        (
            told(
                "a", "Ada Falk fired Ivo Berg.", "fire",
                agents=("a0",), agent_spans="Ada Falk", patients=("a1",), patient_spans="Ivo Berg",
            ),
            told("b", "Ada Falk resigned as head.", "resign", agents=("a0",), agent_spans="Ada Falk"),
            [],
        ),
        (
            told(
                "a", "Ada Falk fired Ivo Berg.", "fire",
                agents=("a0",), agent_spans="Ada Falk", patients=("a1",), patient_spans="Ivo Berg",
            ),
            told("b", "Ivo Berg resigned as head.", "resign", agents=("a1",), agent_spans="Ivo Berg"),
            ["fired", "resigned"],
        ),
        (
            told("a", "Ada Falk resigned the chair.", "resign", agents=("a0",), patient_spans="the chair"),
            told("b", "Ivo Berg fired the chair.", "fire", agents=("a1",), patient_spans="the chair"),
            [],
        ),
    ],
    ids=[
        "died and survived", "two people", "two times", "no opposites", "who fired did not resign",
        "whoever was fired did not resign", "nobody was fired from what was resigned",
    ],
)  # fmt: skip
def test_outcomes_of_one_person_that_exclude_one_another(one, two, found):
    differing = [item for item in resolve([one, two]).disagreements if item.aspect == "polarity"]
    assert [place.value for item in differing for place in item.positions] == found
