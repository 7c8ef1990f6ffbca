"""Explain: what is behind a node, in words."""

from __future__ import annotations

import pyoxigraph
import pytest
from pyoxigraph import Literal, NamedNode, Quad

import stories
from onrecord.errors import QueryError
from onrecord.rdf import terms
from onrecord.rdf.explain import explain_node
from onrecord.rdf.write import quads

STORY = stories.story()


@pytest.fixture(scope="module")
def store() -> pyoxigraph.Store:
    found = pyoxigraph.Store()
    found.extend(quads(STORY))
    return found


def named(label: str) -> str:
    return next(item.iri for item in STORY.actors if item.name == label)


def test_an_actor_is_found_by_iri_prefixed_name_and_label(store: pyoxigraph.Store) -> None:
    iri = named("Telecom Board")
    text = explain_node(store, iri)
    assert text.startswith("Telecom Board  (RegulatoryAgency)\n")
    assert explain_node(store, f"<{iri}>") == explain_node(store, "actor:" + iri.rpartition("/")[2]) == text
    assert explain_node(store, "Telecom Board") == explain_node(store, "TB") == text


def test_behind_an_actor_are_mentions_reports_rules_and_judgements(store: pyoxigraph.Store) -> None:
    text = explain_node(store, "Telecom Board")
    assert "Mentioned (6)" in text
    assert "[one 54-76] “The Telecom Board (TB)” (name)" in text
    assert "Telecom Board · has ordered · Blimp; Order; given as done; asserted by the article" in text
    assert "rule order, confidence 0.9" in text
    assert "same (0.97), by the rule same-name" in text
    assert "name +1: Both are called Telecom Board." in text


def test_what_replaced_a_node_is_told_instead(store: pyoxigraph.Store) -> None:
    board = next(item for item in STORY.actors if item.name == "Telecom Board")
    first, rest = explain_node(store, board.replaces[0]).split("\n", 1)
    assert "was replaced by" in first
    assert rest == explain_node(store, board.iri)


def test_behind_an_action_that_nobody_asserts(store: pyoxigraph.Store) -> None:
    closing = next(item.iri for item in STORY.actions if item.label == "close")
    text = explain_node(store, closing)
    assert "No article asserts it" in text
    assert "Agent:" not in text
    assert "under: has ordered" in text
    assert "They differ in the date:" in text


def test_behind_a_statement_are_its_printings_and_how_they_differ(store: pyoxigraph.Store) -> None:
    text = explain_node(store, stories.BANNED)
    assert "Printed in (2)" in text
    assert "“— nothing else” is left out" in text
    assert "same (0.8), by Dana Whitlock" in text


def test_every_node_can_be_explained(store: pyoxigraph.Store) -> None:
    told = 0
    for quad in store.quads_for_pattern(None, None, None):
        iri = str(quad.subject).strip("<>")
        assert explain_node(store, iri).endswith("\n")
        told += 1
    assert told > 500


def test_terms_are_explained_by_the_ontology(store: pyoxigraph.Store) -> None:
    assert explain_node(store, "rec:Report").startswith("report  (Report)\n")
    assert "Example:" in explain_node(store, "act:Ban")


@pytest.mark.parametrize(
    "name", ["https://nowhere.example/x", "Nobody At All", "actor:none", "a b:c", "", "rec:Nothing"]
)
def test_what_is_not_there_is_said_so(store: pyoxigraph.Store, name: str) -> None:
    with pytest.raises(QueryError):
        explain_node(store, name)


def test_a_rule_is_told_with_its_judgements_and_a_position_with_its_disagreement(store: pyoxigraph.Store) -> None:
    def first(kind: str) -> str:
        found = store.quads_for_pattern(None, NamedNode(terms.RDF_TYPE), NamedNode(kind))
        return min(quad.subject.value for quad in found)

    told = explain_node(store, first(terms.CLASS_RULE))
    assert "its judgements (" in told
    assert ", by the rule " in told
    assert "They differ in the " in explain_node(store, first(terms.CLASS_POSITION))


def test_a_name_of_several_lists_them(store: pyoxigraph.Store) -> None:
    both = [named("Telecom Board"), named("Blimp")]
    two = pyoxigraph.Store()
    two.extend(store)
    two.extend(Quad(NamedNode(iri), NamedNode(terms.SKOS_ALT_LABEL), Literal("XY")) for iri in both)
    with pytest.raises(QueryError, match="'XY' is a name of 2 nodes") as found:
        explain_node(two, "XY")
    assert all(iri in str(found.value) for iri in both)
