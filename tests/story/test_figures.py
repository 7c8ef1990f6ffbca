"""What is read off the words around a number, and which figures of two articles exclude one another."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.model import Analysis
from onrecord.story.figure_matching import Held, same_thing
from onrecord.story.figures import Figure, figures_of
from resolution import article


def figures(sentence: str) -> list[Figure]:
    text = f"{sentence}."
    return list(figures_of(Analysis(article=article("one", text), sentences=((0, len(text)),))))


@pytest.mark.parametrize(
    ("sentence", "unit", "printed", "thing"),
    [
        ("The leak came to some 40 cubic metres of brine", "cubic metre", "some 40 cubic metres", "leak"),
        (
            "She put the discharge at no less than 90 cubic metres",
            "cubic metre",
            "no less than 90 cubic metres",
            "discharge",
        ),
        ("The club was given a fine of $3 million", "dollar", "$3 million", "fine"),
        ("They approved a £40m swimming pool", "pound", "£40m", "swimming pool"),
        ("The deal gives them raises totalling 19 per cent", "per cent", "19 per cent", "raises"),
        ("It makes 40 tonnes of rope a year", "tonne/year", "40 tonnes", "rope"),
        ("The bill rose by EUR 30 million annually", "euro/annually", "EUR 30 million annually", "bill"),
        ("They signed a four-year contract", "year", "four-year", "contract"),
        ("The leak had been stopped and amounted to 40 litres", "litre", "40 litres", "leak"),
        ("About 620 dock workers walked off the job", "", "About 620 dock workers", "dock workers"),
        ("Twenty-three bodies were found", "", "Twenty-three bodies", "bodies"),
        ("A dozen boats sank", "", "A dozen boats", "boats"),
        ("Nine of the boats had been delivered", "", "Nine of the boats", "boats"),
        ("Half a million sheep and two goats died", "", "two goats", "goats"),
        ("The number of dead rose to 26", "", "26", ""),
        ("A fire killed 14", "", "14", ""),
    ],
)
def test_what_a_figure_is_of(sentence, unit, printed, thing):
    found = [item for item in figures(sentence) if item.parts.printed == printed]
    assert [(item.unit, item.parts.thing) for item in found] == [(unit, thing)]


@pytest.mark.parametrize(
    "sentence",
    [
        "He lives at Gate 4",
        "They won 4-0",
        "It came in No. 10",
        "A 58-year-old left",
        "It holds two of them",
        "It began at 11:40",
    ],
)
def test_what_is_no_figure(sentence):
    assert figures(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "value", "bounds"),
    [
        ("No more than 410 people came", 410, (float("-inf"), 410)),
        ("Upwards of 300 people came", 300, (300.0001, float("inf"))),
        ("A hundred and eighty people came", 180, (180, 180)),
        ("Some three dozen people came", 36, (32.4, 39.6)),
        ("Between 200 and 300 people came", 300, (200, 300)),
        ("Two million people came", 2_000_000, (2_000_000, 2_000_000)),
        ("Twenty-one people came", 21, (21, 21)),
    ],
)
def test_the_values_that_a_number_allows(sentence, value, bounds):
    (found,) = figures(sentence)
    assert found.value == value
    assert found.bounds == pytest.approx(bounds)


@pytest.mark.parametrize(
    ("one", "two", "differ"),
    [
        ("The club has 600 members", "The club has 620 members", False),
        ("The club has 600 members", "The club has 720 members", True),
        ("About 620 people came", "No more than 410 people came", True),
        ("About 620 people came", "No more than 600 people came", False),
        ("The bill came to $2.1 million", "The bill came to $2 million", False),
        ("The bill came to $2.1 million", "The bill came to $2.4 million", True),
        ("Some 40 jobs would go in Norby alone", "Some 90 jobs would go", False),
        ("Some 90 jobs would go in Norby alone", "Some 40 jobs would go", True),
    ],
)
def test_figures_that_exclude_one_another(one, two, differ):
    (first,), (second,) = figures(one), figures(two)
    assert first.excludes(second) is second.excludes(first) is differ


@pytest.mark.parametrize(
    ("one", "two", "differ"),
    [
        ("About 620 dockers walked off the job", "No more than 410 people joined the walkout", True),
        ("Police detained 34 demonstrators", "More than 80 people were taken into custody", True),
        ("The blaze destroyed 60 homes", "More than 120 houses were lost to the flames", True),
        ("The firm will shed 900 jobs", "The firm said that 1,500 employees would be laid off", True),
        ("It paid a ransom of $4 million", "The ransom amounted to $1.5 million", True),
        ("Twelve soldiers were hurt", "Forty people were injured", False),
        ("Two children were killed", "Three women were killed", False),
        ("The first explosion killed four people", "The second explosion killed nine people", False),
        ("Police detained 34 demonstrators", "Some 2,000 demonstrators marched", False),
        ("The tunnel cost 90 million euros", "The bridge cost 140 million euros", False),
        ("It makes $4 million a year", "It makes $9 million a day", False),
        ("Two years ago a slide killed 51 people", "A slide killed 12 people", False),
    ],
)
def test_figures_of_one_thing(one, two, differ):
    assert (
        any(
            same_thing(held(first, "one"), held(second, "two")) and first.excludes(second)
            for first in figures(one)
            for second in figures(two)
        )
        is differ
    )


def held(figure: Figure, article: str) -> Held:
    """A figure of an article of its own that names nobody."""
    placed = replace(figure, place=replace(figure.place, article=article))
    return Held(placed, frozenset(), "", "", rare=False)
