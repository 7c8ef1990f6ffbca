"""Two short articles that share no actor on record tell one story if their first sentences tell one deed."""

from __future__ import annotations

import pytest

from onrecord.model import Analysis
from onrecord.resolve import resolve
from onrecord.story.storylines import group_articles
from resolution import actor, analysis

FIRST = "Four miners were killed in the pit of Haldeno Power on Monday."
SECOND = "Police said that seven miners were killed at Haldeno Power's pit."


def telling(key: str, text: str, *, published: str | None = None, place: str = "") -> Analysis:
    found = (actor(text, "p1", place, "Place"),) if place else ()
    return analysis(key, text, *found, published=published)


@pytest.mark.parametrize(
    ("other", "together"),
    [
        (SECOND, True),
        ("Miners of Haldeno Power went on strike in the pit on Monday.", False),  # another deed
        ("Seven miners were killed in the pit of Birch Coal on Monday.", False),  # another name
        ("Haldeno Power will pay the families of miners who were hurt last year.", False),
    ],
)
def test_two_first_sentences_of_one_deed_are_one_story(other: str, *, together: bool) -> None:
    one, two = telling("a", FIRST), telling("b", other)
    expected = [["a", "b"]] if together else [["a"], ["b"]]
    assert group_articles(resolve([one, two])) == group_articles(resolve([two, one])) == expected


def test_weeks_later_it_is_another_deed() -> None:
    days = ("2031-05-04", "2031-05-05"), ("2031-05-04", "2031-05-25")
    found = [
        group_articles(resolve([telling("a", FIRST, published=one), telling("b", SECOND, published=two)]))
        for one, two in days
    ]
    assert found == [[["a", "b"]], [["a"], ["b"]]]


def test_a_place_or_what_three_articles_name_makes_no_story() -> None:
    assert group_articles(resolve([telling("a", FIRST, place="Haldeno Power"), telling("b", SECOND)])) == [["a"], ["b"]]
    third = telling("c", "Haldeno is told of where Haldeno Power has its hall and its mill.")
    assert len(group_articles(resolve([telling("a", FIRST), telling("b", SECOND), third]))) == 3
