"""Verify: what is written holds, and whatever is tampered with is caught and named."""

from __future__ import annotations

import re
from pathlib import Path

import pyoxigraph
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import structs
from pyoxigraph import Literal, NamedNode, Quad

import stories
from disputing import told
from onrecord import ids, rdf
from onrecord.errors import OutputError
from onrecord.model import Analysis, TimeExpression
from onrecord.rdf import terms
from onrecord.rdf.ntriples import shown
from onrecord.rdf.verify import verify_graph
from onrecord.rdf.write import FORMATS, quads
from onrecord.resolve import resolve
from onrecord.story.publication import on_record

STORY = stories.story()
QUADS = sorted(quads(STORY), key=str)
SELECTED = {terms.OA_START, terms.OA_END, terms.OA_EXACT, terms.QUOTE}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("out")
    rdf.write_graph(STORY, path)
    return path


def written(found: list[Quad], folder: Path) -> Path:
    path = folder / "tampered.nq"
    text = pyoxigraph.serialize(found, format=pyoxigraph.RdfFormat.N_QUADS)
    path.write_bytes(text or b"")
    return path


def test_what_is_written_holds(folder: Path) -> None:
    verdict = verify_graph(folder, STORY.analyses)
    assert verdict.problems == ()
    assert (verdict.articles, verdict.triples) == (2, len(QUADS))
    assert verdict.passages > 30
    texts = {item.article.id: item.article.text for item in STORY.analyses}
    assert verify_graph(folder / "graph.ttl", reversed(STORY.analyses), texts).problems == ()


def test_a_changed_article_is_named(folder: Path) -> None:
    texts = {item.article.id: item.article.text for item in STORY.analyses}
    texts["one"] = texts["one"].replace("Nov. 30", "Nov. 20")
    verdict = verify_graph(folder, STORY.analyses, texts)
    assert ("article", "one") in {(problem.kind, problem.where) for problem in verdict.problems}
    assert "has changed" in verdict.problems[0].message
    assert verdict.counts()["quotation"] >= 1


def test_an_article_that_is_not_there_is_named(folder: Path) -> None:
    verdict = verify_graph(folder, STORY.analyses, {"one": STORY.analyses[0].article.text})
    assert [(problem.kind, problem.where) for problem in verdict.problems] == [("article", "two/../odd id")]


@given(st.data())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_change_of_a_text_is_caught(tmp_path: Path, data: st.DataObject) -> None:
    rdf_path = written(QUADS, tmp_path)
    texts = {item.article.id: item.article.text for item in STORY.analyses}
    key = data.draw(st.sampled_from(sorted(texts)))
    place = data.draw(st.integers(0, len(texts[key]) - 1))
    char = data.draw(st.characters(exclude_categories=["Cs"]).filter(lambda item: item != texts[key][place]))
    texts[key] = texts[key][:place] + char + texts[key][place + 1 :]
    assert "article" in verify_graph(rdf_path, STORY.analyses, texts).counts()


@given(st.data())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_edited_selector_is_caught(tmp_path: Path, data: st.DataObject) -> None:
    """Shifted offsets and edited quotations, in whatever passage."""
    number = data.draw(st.sampled_from([n for n, quad in enumerate(QUADS) if quad.predicate.value in SELECTED]))
    old = QUADS[number]
    assert isinstance(old.object, Literal)
    if old.predicate.value in {terms.OA_START, terms.OA_END}:
        moved = str(max(0, int(old.object.value) + data.draw(st.integers(-5, 500).filter(bool))))
        new = Literal(moved, datatype=old.object.datatype)
        kind = "passage"
    else:
        new = Literal(data.draw(st.text(st.characters(exclude_categories=["Cs"]), max_size=20)))
        kind = "quotation"
    if new == old.object:
        return
    tampered = [*QUADS[:number], Quad(old.subject, old.predicate, new, old.graph_name), *QUADS[number + 1 :]]
    assert kind in verify_graph(written(tampered, tmp_path), STORY.analyses).counts()


@given(st.data())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_triple_without_evidence_is_caught(tmp_path: Path, data: st.DataObject) -> None:
    """A subject, a predicate and an object of the graph, put together anew."""
    pick = st.sampled_from(QUADS)
    first, second, third = data.draw(pick), data.draw(pick), data.draw(pick)
    new = Quad(first.subject, second.predicate, third.object, first.graph_name)
    if new.triple in {quad.triple for quad in QUADS}:
        return
    verdict = verify_graph(written([*QUADS, new], tmp_path), STORY.analyses)
    assert "graph" in verdict.counts()
    named = {"evidence", "passage", "quotation"} & set(verdict.counts())
    judged = re.search(r"/(judgement|disagreement|variant|rule|person|dataset)/", str(new.subject))
    assert named or judged or new.predicate.value in {terms.SCHEMA_SAME_AS, terms.DIGEST}, new


KINDS = [
    terms.CLASS_STEP,
    terms.CLASS_COURSE,
    terms.CLASS_THREAD,
    terms.CLASS_ORIGIN,
    terms.CLASS_RELIANCE,
    terms.CLASS_POSITION,
]
FREE = {terms.SKOS_PREF_LABEL, terms.PROV_WAS_DERIVED_FROM, terms.VALUE, terms.GIVEN_BY}
"""Labels are composed, and any sentence or account of the record may be given: only the digest covers them."""
OBJECTS = sorted({quad.object for quad in QUADS}, key=str)


@pytest.mark.parametrize("kind", KINDS)
def test_a_value_of_another_form_is_caught(tmp_path: Path, kind: str) -> None:
    """What is compared or composed is given every value of the graph for every property of its own."""
    own = min(str(quad.subject) for quad in QUADS if quad.object == NamedNode(kind))
    parts = [quad for quad in QUADS if str(quad.subject) == own and quad.predicate.value not in FREE]
    known = {quad.triple for quad in QUADS}
    assert parts
    for quad in parts:
        added = [Quad(quad.subject, quad.predicate, value, quad.graph_name) for value in OBJECTS]
        wrong = [item for item in added if item.triple not in known]
        found = verify_graph(written([*QUADS, *wrong], tmp_path), STORY.analyses).problems
        named = {item.message for item in found if item.kind == "evidence" and item.where == own.strip("<>")}
        missed = [item for item in wrong if not any(shown(str(item.object)) in message for message in named)]
        assert not missed, missed[:3]


@given(st.integers(0, len(QUADS) - 1))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_lost_evidence_is_caught(tmp_path: Path, number: int) -> None:
    lost = QUADS[number]
    verdict = verify_graph(written([*QUADS[:number], *QUADS[number + 1 :]], tmp_path), STORY.analyses)
    assert "graph" in verdict.counts()
    if lost.predicate.value == terms.GOES_BACK_TO:  # only the digest knows which origin of the story it was
        return
    if "/article/" in str(lost.subject) or "/report/" in str(lost.subject) or "/printing/" in str(lost.subject):
        assert "missing" in verdict.counts()


@pytest.mark.parametrize(
    ("predicate", "value"),
    [
        (terms.AGENT, "Omar Sadiq"),
        (terms.PATIENT, "Daily Star"),
        (terms.AT_PLACE, "Telecom Board"),
        (terms.BY, "Omar Sadiq"),
    ],
)
def test_a_role_that_no_article_asserts_is_caught(tmp_path: Path, predicate: str, value: str) -> None:
    (actor,) = [item.iri for item in STORY.actors if item.name == value]
    for action in STORY.actions:
        new = Quad(NamedNode(action.iri), NamedNode(predicate), NamedNode(actor))
        first, second = verify_graph(written([*QUADS, new], tmp_path), STORY.analyses).problems
        assert (first.kind, first.where, second.kind) == ("evidence", action.iri, "graph")


def test_what_is_only_said_cannot_be_made_a_fact(tmp_path: Path) -> None:
    """The reported agent of a report within a statement is no agent of the action."""
    asked = next(item for item in STORY.actions if item.label == "asked")
    board = next(item for item in STORY.actors if item.name == "Telecom Board")
    new = Quad(NamedNode(asked.iri), NamedNode(terms.AGENT), NamedNode(board.iri))
    assert verify_graph(written([*QUADS, new], tmp_path), STORY.analyses).counts() == {"evidence": 1, "graph": 1}


def test_a_file_that_differs_from_the_others_is_named(tmp_path: Path) -> None:
    rdf.write_graph(STORY, tmp_path)
    for name in FORMATS[:2]:
        path = tmp_path / name
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("security concerns", "safety concerns"), encoding="utf-8")
        problems = verify_graph(tmp_path, STORY.analyses).problems
        assert {(problem.kind, problem.where) for problem in problems} == {("format", name)}
        path.write_text(text, encoding="utf-8")
    (tmp_path / "graph.jsonld").write_text("{", encoding="utf-8")
    assert verify_graph(tmp_path, STORY.analyses).counts() == {"format": 1}


def test_a_tampered_record_does_not_hold(folder: Path) -> None:
    def other(analysis: Analysis) -> Analysis:
        text = analysis.article.text.replace("asked", "begged")
        article = structs.replace(analysis.article, text=text, sha256=ids.text_sha256(text))
        return structs.replace(analysis, article=article)

    assert verify_graph(folder, [other(STORY.analyses[0]), STORY.analyses[1]]).problems


def test_another_base_is_recognised(tmp_path: Path) -> None:
    actors = tuple(structs.replace(item, replaces=()) for item in STORY.actors)
    moved = stories.rebased(structs.replace(STORY, actors=actors), "https://news.example/graph/")
    rdf.write_graph(moved, tmp_path)
    assert verify_graph(tmp_path, moved.analyses).problems == ()


def test_two_graphs_put_together_are_not_one_that_was_written(tmp_path: Path) -> None:
    other = structs.replace(STORY, judgements=())
    both = sorted({*QUADS, *quads(other)}, key=str)
    assert "graph" in verify_graph(written(both, tmp_path), STORY.analyses).counts()


def test_no_graph_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(OutputError):
        verify_graph(tmp_path, STORY.analyses)


def test_a_day_of_a_disagreement_in_the_words_of_its_sentence_holds(tmp_path: Path) -> None:
    """A copied sentence gives another day: each side is called as it is printed."""

    def printed(key: str, day: str, value: str) -> Analysis:
        item = told(
            key, f"Lennport, a town of fishermen and rope makers on the Lenn, was flooded on {day} and emptied by hand"
        )
        start = item.article.text.index(day)
        return structs.replace(
            item, dates=(TimeExpression(start=start, end=start + len(day), type="DATE", value=value),)
        )

    story = on_record(resolve([printed("one", "4 May", "1957-05-04"), printed("two", "5 May", "1957-05-05")]))
    rdf.write_graph(story, tmp_path)
    assert verify_graph(tmp_path, story.analyses).problems == ()
    assert {side.value for item in story.disagreements for side in item.positions} == {"4 May", "5 May"}
