"""An order in the graph: what stands under it, on whose directive it is given, who is to carry it out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from chains import chain
from onrecord import rdf
from onrecord.model import Ref
from onrecord.rdf import merged, query, read
from onrecord.rdf.names import index
from onrecord.rdf.verify import verify_graph
from onrecord.resolve import replay, resolve
from onrecord.story.meaning import with_meaning
from resolution import action, actor, analysis

TEXT = "The Harbour Board ordered Boxwood Air to close the pier."


def ordered(**values: Any) -> list[Ref]:
    """The reports under the order."""
    told = analysis(
        "a",
        TEXT,
        actor(TEXT, "a1", "Harbour Board", "RegulatoryAgency"),
        actor(TEXT, "a2", "Boxwood Air", "Company"),
        action(TEXT, "e1", "ordered", type="Order", lemma="order", agents=("a1",), patients=("a2",)),
        action(
            TEXT, "e2", "close", type="ShutDown", lemma="close", agents=("a2",), under="e1",
            **{"modality": "ordered", **values},
        ),
    )  # fmt: skip
    return [ref for refs in merged.under(index(resolve([told]))).values() for ref in refs]


def test_what_is_ordered_stands_under_the_order() -> None:
    assert ordered() == [Ref("a", "e2")]


@pytest.mark.parametrize("values", [{"polarity": "negative"}, {"within": "s1"}, {"modality": "asserted"}], ids=str)
def test_nothing_else_does(values: dict[str, Any]) -> None:
    assert ordered(**values) == []


def test_a_chain_is_three_roles(tmp_path: Path) -> None:
    story = chain()
    rdf.write_graph(story, tmp_path)
    store = read.store(tmp_path)
    answer = query.ask(store, query.shipped("who-ordered-what").sparql)
    assert [row[:5] for row in answer.rows] == [
        ("Coast Ministry", "Harbour Board", "Boxwood Air", "ordered", "close"),
    ]
    assert verify_graph(tmp_path, story.analyses).problems == ()


TAKEN = "The decision to close the pier was taken on the orders of the Coast Ministry. The Board ordered it shut."


def test_what_is_done_on_a_directive_has_who_directed_whatever_else_its_event_is(tmp_path: Path) -> None:
    told = analysis(
        "a",
        TAKEN,
        actor(TAKEN, "a1", "Board", "RegulatoryAgency"),
        actor(TAKEN, "a2", "Coast Ministry", "Ministry"),
        actor(TAKEN, "a3", "pier", "Thing"),
        action(TAKEN, "e1", "decision", type="Decide", lemma="decision", rule="light:decision", directors=("a2",),
               patients=("a3",), directive_spans="on the orders of the Coast Ministry"),
        action(TAKEN, "e2", "ordered", type="Order", lemma="order", agents=("a1",), patients=("a3",)),
    )  # fmt: skip
    story = resolve([told])
    one, two = story.actions
    both = replace(one, type="Order", refs=tuple(sorted((*one.refs, *two.refs))))
    analyses = tuple(
        replace(item, actions=tuple(replace(one, iri=both.iri) for one in item.actions)) for item in story.analyses
    )
    rdf.write_graph(with_meaning(replace(story, analyses=analyses, actions=(both,))), tmp_path)
    rows = query.ask(read.store(tmp_path), query.shipped("who-ordered-what").sparql).rows
    assert {row[:2] for row in rows} == {("Coast Ministry", ""), ("", "Board")}


TWICE = "The Harbour Board ordered Boxwood Air to close the pier. The pier was ordered closed by the Harbour Board."


def test_who_carries_it_out_is_taken_from_the_sentence_of_the_order_alone(tmp_path: Path) -> None:
    """Nobody is told to carry out what they order, nor is what is to be closed, nor who another sentence names."""
    board = {"agents": ("a1",), "agent_spans": "Harbour Board"}
    told = analysis(
        "a",
        TWICE,
        actor(TWICE, "a1", "Harbour Board", "RegulatoryAgency", "Harbour Board#2"),
        actor(TWICE, "a2", "Boxwood Air", "Company"),
        actor(TWICE, "a3", "pier", "Thing", "pier#2"),
        action(TWICE, "e1", "ordered", type="Order", lemma="order", patients=("a2",),
               patient_spans="Boxwood Air", **board),
        action(TWICE, "e2", "close", type="ShutDown", lemma="close", agents=("a2",), patients=("a3",), under="e1",
               modality="ordered"),
        action(TWICE, "e3", "ordered#2", type="Order", lemma="order", patients=("a3",),
               patient_spans="pier#2", **board),
        action(TWICE, "e4", "closed", type="ShutDown", lemma="close", patients=("a3",), under="e3", modality="ordered",
               **board),
    )  # fmt: skip
    rdf.write_graph(with_meaning(resolve([told])), tmp_path)
    rows = query.ask(read.store(tmp_path), query.shipped("who-ordered-what").sparql).rows
    assert {row[1:3] for row in rows} == {("Harbour Board", "Boxwood Air"), ("Harbour Board", "")}


def test_who_directs_is_told_beside_the_order() -> None:
    [label] = [item.label for item in chain().actions if item.type == "Order"]
    assert label == "Harbour Board ordered Boxwood Air, on the directive of the Coast Ministry"


def test_who_directs_is_no_agent() -> None:
    story = chain()
    names = {item.iri: item.name for item in story.actors}
    [order] = [item for item in story.actions if item.type == "Order"]
    assert [names[iri] for iri in order.agents] == ["Harbour Board"]


def test_a_rejected_actor_directs_nothing() -> None:
    [told] = chain().analyses
    [order, _] = replay._without_actor(told, "a3").actions
    assert order.directors == ()
