"""The aligned graph: whoever knows PROV-O, SEM, schema.org or Web Annotation asks in these terms alone, no reasoner."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph
import pytest

import stories
from onrecord import rdf
from onrecord.rdf import aligned
from onrecord.rdf.check import undefined

PREFIXES = {
    "prov": "http://www.w3.org/ns/prov#",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "schema": "https://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
}


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("out")
    rdf.write_graph(stories.story(), folder)
    aligned.write(stories.story(), folder)
    return folder


@pytest.fixture(scope="module")
def store(out: Path) -> pyoxigraph.Store:
    found = pyoxigraph.Store()
    found.load(path=str(out / aligned.FILE), format=pyoxigraph.RdfFormat.TURTLE)
    return found


@pytest.mark.parametrize(
    "question",
    [
        "SELECT ?x { ?x a prov:Entity ; prov:wasDerivedFrom ?p . ?p a prov:Entity }",
        "SELECT ?x { ?x a prov:Agent }",
        'SELECT ?x { ?x a sem:Event ; sem:hasActor/rdfs:label "Blimp" }',
        "SELECT ?x { ?x a sem:View ; sem:accordingTo ?whoever }",
        'SELECT ?x { ?x a schema:CommunicateAction ; schema:agent/rdfs:label "Omar Sadiq" ; schema:about ?about }',
        "SELECT ?x { ?x a schema:NewsArticle ; schema:publisher ?p }",
        "SELECT ?x { ?x a oa:SpecificResource ; oa:hasSource ?t ; oa:hasSelector ?s . ?s oa:start ?b ; oa:end ?e }",
        "SELECT ?x { ?x oa:hasSelector/oa:exact ?words }",
    ],
)
def test_a_question_in_the_terms_of_others_has_answers(store: pyoxigraph.Store, question: str) -> None:
    assert len(list(store.query(question, prefixes=PREFIXES))) > 0


def test_every_report_is_according_to_somebody(store: pyoxigraph.Store) -> None:
    left = "ASK { ?x a sem:View FILTER NOT EXISTS { ?x sem:accordingTo ?somebody } }"
    assert not bool(store.query(left, prefixes=PREFIXES))


def test_it_holds_all_of_the_graph_but_its_digest(out: Path, store: pyoxigraph.Store) -> None:
    own = pyoxigraph.parse(path=str(out / "graph.ttl"), format=pyoxigraph.RdfFormat.TURTLE)
    found = {quad.triple for quad in pyoxigraph.parse(path=str(out / aligned.FILE), format=pyoxigraph.RdfFormat.TURTLE)}
    assert {quad.triple for quad in own if "/dataset/" not in str(quad.subject)} < found


def test_every_term_in_it_is_defined(store: pyoxigraph.Store) -> None:
    assert list(undefined(store)) == []
