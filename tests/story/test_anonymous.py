"""Unnamed sources of two articles that are possibly one person."""

from __future__ import annotations

import pytest

from onrecord.model import Analysis, Origin
from onrecord.resolve import resolve
from onrecord.story.index import build_index
from onrecord.story.origins import with_origins
from onrecord.story.reuse import find_reuse
from resolution import actor, analysis, statement


def claiming(key: str, source: str, content: str, *, kind: str = "Person", also: str = "") -> Analysis:
    text = f"{source} said {content}. The Lenn Line of Lennport runs them. {also}"
    return analysis(
        key,
        text,
        actor(text, "a1", source, kind, named=False),  # type: ignore[arg-type]  # a kind of actor
        actor(text, "a2", "Lenn Line", "Company"),
        actor(text, "a3", "Lennport", "Place"),
        statement(text, "s1", content, source=source, cue="said", speakers=("a1",), mode="indirect"),
        publisher=f"Post {key}",
    )


def shared(*items: Analysis, stories: int = 1) -> list[Origin]:
    story = resolve(items)
    group = {item.article.id: number % stories for number, item in enumerate(items)}
    made = with_origins(story, build_index(story), group, find_reuse(story.analyses))
    return [item for item in made.origins if len({ref.article for ref in item.refs}) > 1]


FIRST = claiming("a", "A harbour officer who would lose his post", "that three boats had failed the inspection in May")


def test_alike_in_description_and_claim_they_are_possibly_one() -> None:
    second = claiming("b", "A harbour officer", "three boats of the line did not pass an inspection last May")
    (found,) = shared(FIRST, second)
    assert found.kind == "unnamed_source"
    assert found.label == "A harbour officer who would lose his post"
    assert found.actor is None
    assert found.reason == (
        "possibly one unnamed person, as Post a and Post b describe them alike and with the same claim"
    )


@pytest.mark.parametrize(
    "second",
    [
        claiming("b", "A deckhand", "three boats of the line did not pass an inspection last May"),
        claiming("b", "A harbour officer", "the mayor had been told nothing at all"),
        claiming("b", "Harbour officers", "three boats of the line did not pass an inspection last May"),
        claiming("b", "A harbour office", "three boats had failed the inspection in May", kind="Organization"),
    ],
    ids=["another word", "another claim", "several", "a body"],
)
def test_otherwise_they_are_two(second: Analysis) -> None:
    assert shared(FIRST, second) == []


def test_sources_of_different_stories_are_not_compared() -> None:
    second = claiming("b", "A harbour officer", "three boats of the line did not pass an inspection last May")
    assert shared(FIRST, second, stories=2) == []
