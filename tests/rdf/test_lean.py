"""The graph for places that are short of room: fewer triples, none of its own, and the same answers."""

from __future__ import annotations

from dataclasses import replace

import pyoxigraph
import pytest

import stories
from onrecord import rdf
from onrecord.model import Story
from onrecord.rdf import terms
from onrecord.rdf.lean import lean
from onrecord.rdf.query import questions

TURTLE = pyoxigraph.RdfFormat.TURTLE
HOSTILE = '" ;\n    oa:prefix <x/position/1-2>, a oa:TextPositionSelector ;\n\n    oa:suffix'
STORIES = {
    "a story": stories.story(),
    "a base that nothing is relative to": replace(stories.story(), base="urn:news:"),
    "words that look like Turtle": stories.odd_story(HOSTILE),
}


@pytest.fixture(scope="module", params=STORIES.values(), ids=STORIES.keys())
def both(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    story: Story = request.param
    folder = tmp_path_factory.mktemp("out")
    rdf.write(story, folder)
    whole = (folder / "graph.ttl").read_text(encoding="utf-8")
    return whole, lean(whole)


def triples(turtle: str) -> set[pyoxigraph.Triple]:
    return {quad.triple for quad in pyoxigraph.parse(turtle, format=TURTLE)}


def test_only_what_can_be_told_from_the_rest_is_left_out(both: tuple[str, str]) -> None:
    whole, small = map(triples, both)
    assert small < whole
    gone = whole - small
    for triple in gone:
        subject = triple.subject.value if isinstance(triple.subject, pyoxigraph.NamedNode) else ""
        by_position = "/position/" in subject or "/position/" in str(triple.object)
        quoted = triple.predicate.value in {terms.OA_PREFIX, terms.OA_SUFFIX} or str(triple.object).endswith(
            "oa#TextQuoteSelector>"
        )
        assert by_position or quoted or triple.predicate.value == terms.OA_HAS_SOURCE, triple
    assert not any("/position/" in str(triple.subject) for triple in small)


def test_every_question_has_the_same_answers(both: tuple[str, str]) -> None:
    stores = []
    for turtle in both:
        store = pyoxigraph.Store()
        store.load(turtle, format=TURTLE)
        stores.append(store)
    for question in questions():
        answers = [sorted(str(row) for row in store.query(question.sparql)) for store in stores]
        assert answers[0] == answers[1], question.name
