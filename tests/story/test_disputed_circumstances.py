"""Causes, hours and places that two articles give differently."""

from __future__ import annotations

import pytest

from disputing import read, told
from onrecord.lexicon_files import entries
from onrecord.model import Analysis, Disagreement, TimeExpression
from onrecord.resolve import resolve
from onrecord.story.circumstances import Row, circumstances_in
from onrecord.story.index import build_index
from onrecord.story.meaning import with_meaning

ROWS = [(kind, row) for kind in ("cause", "place") for row in entries("circumstances.toml", kind, Row)]


def disputes(*analyses: Analysis) -> list[Disagreement]:
    return [item for item in with_meaning(resolve(analyses)).disagreements if not item.note]


def labels(one: str, two: str) -> list[tuple[str, list[str]]]:
    found = disputes(told("one", one), told("two", two))
    return [(item.label, [side.value for side in item.positions]) for item in found]


@pytest.mark.parametrize(("kind", "row"), ROWS, ids=lambda value: getattr(value, "id", value))
def test_an_example_gives_what_its_row_is_of(kind: str, row: Row) -> None:
    made = resolve([read("one", row.example)])
    (found,) = circumstances_in(build_index(made), made.analyses[0])
    assert (found.kind, found.asks) == (kind, row.asks)


@pytest.mark.parametrize(
    ("one", "two", "label", "values"),
    [
        ("The fire at the mill was caused by a cigarette", "An investigator put the mill fire down to a faulty heater",
         "What caused the blaze", ["a cigarette", "a faulty heater"]),
        ("Three stolen crates were found in a barn", "The stolen crates turned up in a truck",
         "Where the crates were found", ["in a barn", "in a truck"]),
        ("The injured miners were taken to the clinic by van", "The miners who were hurt had been moved to a school",
         "Where the miners were taken", ["to a school", "to the clinic"]),
    ],
)  # fmt: skip
def test_two_circumstances(one: str, two: str, label: str, values: list[str]) -> None:
    assert labels(one, two) == [(label, values)]
    assert labels(two, one) == [(label, values)]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The fire at the mill was caused by a cigarette", "The fire at the mill may have been caused by a heater"),
        ("The fire at the mill was caused by a cigarette", "The flood at the mill was caused by a heater"),
        ("The fire at the mill was caused by a cigarette", "They ask whether the fire was caused by a heater"),
        ("The fire was caused by a cigarette", "Women due to give birth saw the fire"),
        ("Three crates were found in a barn", "Three men were found in a truck"),
        ("Three crates were found in a barn", "Three crates were to be found in a truck"),
    ],
)
def test_circumstances_that_may_all_hold(one: str, two: str) -> None:
    assert labels(one, two) == []


def at(key: str, sentence: str, hour: str, value: str) -> Analysis:
    made = told(key, sentence)
    start = made.article.text.index(hour)
    time = TimeExpression(start=start, end=start + len(hour), type="TIME", value=value)
    found = read(key, made.article.text, *made.actors, *made.actions)
    return Analysis(
        article=found.article, actors=found.actors, actions=found.actions, sentences=found.sentences, dates=(time,)
    )


@pytest.mark.parametrize(
    ("other", "value", "differ"),
    [
        ("The crash of the tram on the slope took place at 8 p.m.", "T20:00", True),
        ("The crash of the tram on the slope took place at 7:45 p.m.", "T19:45", False),  # much the same
        ("The crash of the tram on the slope was told to them by 8 p.m.", "T20:00", False),  # by then
        ("The crash on the slope kept them until they left at 8 p.m.", "T20:00", False),  # the hour of something else
    ],
)
def test_two_hours(other: str, value: str, differ: bool) -> None:
    one = at("one", "The trams collided on the slope at 7:40 p.m.", "7:40 p.m.", "T19:40")
    hour = other.rsplit(" ", 2)
    two = at("two", other, " ".join(hour[1:]), value)
    assert [item.label for item in disputes(one, two)] == ["The time of the collision"] * differ


@pytest.mark.parametrize("cause", ["rain", "wind"])
def test_a_cause_of_one_word_that_could_be_a_verb_is_one(cause: str) -> None:
    made = resolve([read("one", f"The mill fire was put down to {cause}")])
    (found,) = circumstances_in(build_index(made), made.analyses[0])
    assert found.printed == cause
