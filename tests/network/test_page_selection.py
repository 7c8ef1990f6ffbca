"""A page of a large collection holds its chief deeds and statements, each with all its articles, and says so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from starlette.testclient import TestClient

from network.conftest import Visit
from onrecord import rdf
from onrecord.model import Analysis, Disagreement, Place, Position, StoryAction
from onrecord.network import render_page as make
from onrecord.network import select_for_page
from onrecord.rdf import endpoint
from onrecord.resolve import resolve
from onrecord.serve.app import application
from onrecord.story.publication import on_record
from resolution import action, actor, analysis, article, statement


def collection(articles: int):
    """Articles that each tell of a deed of their own; the first two tell of one deed."""
    texts = [f"Town {max(number, 1)} sued Port {max(number, 1)}." for number in range(articles)]
    return resolve(
        [
            Analysis(
                article=article(f"n{number:03}", text, published="2024-05-01"),
                actors=(
                    actor(text, "a1", f"Town {max(number, 1)}", "Company"),
                    actor(text, "a2", f"Port {max(number, 1)}", "Company"),
                ),
                actions=(action(text, "e1", "sued", type="Sue", lemma="sue", agents=("a1",), patients=("a2",)),),
            )
            for number, text in enumerate(texts)
        ]
    )


def test_a_story_that_fits_is_whole():
    story = collection(5)
    assert select_for_page(story, 5) is story


@settings(max_examples=8, deadline=None)
@given(st.integers(1, 11))
def test_what_is_in_the_part_is_there_with_all_its_articles(most):
    story = collection(12)
    part = select_for_page(story, most)
    kept = {item.article.id for item in part.analyses}
    assert len(kept) <= most
    whole = {item.iri: item for item in story.actions}
    assert all(item == whole[item.iri] for item in part.actions)
    assert {ref.article for item in part.actions for ref in item.refs} == kept
    assert all(ref.article in kept for actor_ in part.actors for ref in actor_.refs)
    named = {name for item in part.actions for name in (*item.agents, *item.patients)}
    assert named == {actor_.iri for actor_ in part.actors}


def test_what_more_articles_tell_is_taken_first():
    part = select_for_page(collection(12), 3)
    assert len(part.actions[0].refs) + len(part.actions[-1].refs) == 3


def test_a_disagreement_is_in_the_part_if_all_that_it_is_of_is():
    story = collection(12)
    part = select_for_page(story, 3)
    inside, outside = part.actions[0], next(item for item in story.actions if item not in part.actions)
    sued = {item.iri for item in part.actors}
    stranger = next(item.iri for item in story.actors if item.iri not in sued)

    def of(name: str, action: StoryAction, place: str, value: str) -> Disagreement:
        told = Position(value="2024-05-01", refs=action.refs[:1])
        other = Position(value=value, refs=(), places=(Place(article=place, start=0, end=4),))
        return Disagreement(iri=name, about=action.iri, aspect="date", positions=(told, other))

    here, there = inside.refs[0].article, outside.refs[0].article
    disputes = (
        of("kept", inside, here, "2024-05-02"),
        of("read elsewhere", inside, there, "2024-05-02"),
        of("of what is left out", replace(outside, refs=inside.refs), here, "2024-05-02"),
        of("of somebody left out", inside, here, stranger),
    )
    found = select_for_page(replace(story, disagreements=disputes), 3)
    assert [item.iri for item in found.disagreements] == ["kept"]


def closing(key: str, verb: str, kind: str, published: str) -> Analysis:
    """An article in which the board does something to the line and speaks about it."""
    text = f"The Harbour Board {verb} Blue Line. “Blue Line is {verb}, I fear,” said The Harbour Board."
    return analysis(
        key, text, actor(text, "b", "The Harbour Board", "RegulatoryAgency"), actor(text, "l", "Blue Line", "Product"),
        action(text, "e1", verb, type=kind, lemma=verb, agents=("b",), patients=("l",), agent_spans="The Harbour Board",
               patient_spans="Blue Line", recorded=True),
        statement(text, "s1", f"Blue Line is {verb}, I fear", cue="said", speakers=("b",), about=("l",),
                  recorded=True),
        published=published,
    )  # fmt: skip


@pytest.mark.parametrize("most", range(1, 5))
def test_what_runs_through_articles_is_in_the_part_as_a_whole_or_not_at_all(most: int, tmp_path: Path) -> None:
    told = [
        closing("a", "threatened", "Threaten", "2021-01-01"), closing("b", "banned", "Ban", "2021-03-01"),
        closing("c", "freed", "Lift", "2021-06-01"), closing("d", "sued", "Sue", "2021-09-01"),
    ]  # fmt: skip
    story = on_record(resolve(told))
    assert story.courses
    assert story.threads
    part = select_for_page(story, most)
    kept = {item.article.id for item in part.analyses}
    things = {item.iri for item in (*part.actors, *part.actions, *part.statements)}
    for found in (*part.courses, *part.threads):
        assert {found.about, *(step.event for step in found.steps)} <= things
        assert {ref.article for step in found.steps for ref in step.refs} <= kept
    assert {ref.article for item in part.origins for ref in item.refs} <= kept
    rdf.write_graph(part, tmp_path)
    assert (most < len(told)) is (part is not story)


@pytest.mark.browser
def test_the_page_says_what_it_holds_and_asks_its_server_for_the_rest(
    tmp_path: Path, visit: Callable[..., Visit], chromium: Any
) -> None:
    story = collection(12)
    rdf.write_graph(story, tmp_path)
    part = select_for_page(story, 3)
    path = tmp_path / "network.html"
    turtle = (tmp_path / "graph.ttl").read_text(encoding="utf-8")
    path.write_text(make(part, whole=12, queries={}, turtle=turtle), encoding="utf-8")

    seen: Any = visit(path)
    assert seen.tab.inner_text("#counts").startswith("3 of 12 articles")
    assert "chief part of 12 articles" in seen.tab.inner_text("#part")
    assert "onrecord serve" in seen.tab.inner_text("#part")
    seen.tab.fill("#search", "Port 11")
    assert "onrecord serve" in seen.tab.inner_text("#search-results")
    assert seen.outside() == seen.faults == []

    with TestClient(application(endpoint.opened(tmp_path, tmp_path / "store", 60), path, None)) as server:

        def answer(route: Any, request: Any) -> None:
            asked = request.url.removeprefix("http://record.test")
            found = server.request(request.method, asked, content=request.post_data, headers=request.headers)
            route.fulfill(status=found.status_code, body=found.content, content_type=found.headers["content-type"])

        context = chromium.new_context()
        context.route("http://record.test/**", answer)
        served = Visit(context.new_page())
        tab = served.tab
        tab.goto("http://record.test/")
        tab.wait_for_selector("html[data-ready=true]")
        assert "reach all the others" in tab.inner_text("#part")
        tab.fill("#search", "Port 11")
        tab.press("#search", "ArrowUp")
        tab.press("#search", "Enter")
        tab.wait_for_selector("#answers td:has-text('Port 11') + td a[target=_blank]")
        tab.fill("#query", "SELECT (COUNT(?a) AS ?n) WHERE { ?a a rec:Article }")
        tab.click("#run")
        tab.wait_for_selector("#answers td:has-text('12')")
        tab.fill("#query", "SELECT nonsense")
        tab.click("#run")
        tab.wait_for_selector("#answers .fault")
        refused = [fault for fault in served.faults if "400" not in fault]
        context.close()
    assert refused == []
