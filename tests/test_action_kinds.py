"""The list of kinds that code reads and the concept scheme that the graph publishes are the same list."""

from __future__ import annotations

import tomllib
from typing import get_args

from rdflib import RDF, SKOS, BNode, Graph, Namespace, URIRef

from onrecord import model, resources
from onrecord.action_kinds import KINDS

ACT = Namespace("https://w3id.org/onrecord/action#")
PLOVER = Namespace("https://w3id.org/onrecord/plover#")
SCHEME = URIRef("https://w3id.org/onrecord/action")


def scheme() -> Graph:
    return Graph().parse(data=resources.text("ontology", "actions.ttl"), format="turtle")


def test_roots_are_the_plover_classes_of_the_record() -> None:
    graph = scheme()
    assert {str(notation) for notation in graph.objects(None, SKOS.notation)} == set(get_args(model.Plover))


def test_every_root_stands_for_one_class_of_plover_and_every_kind_under_it_is_mapped_to_that_class() -> None:
    graph, classes = scheme(), Graph().parse(data=resources.text("ontology", "plover.ttl"), format="turtle")
    notations = {concept: str(code) for concept, code in classes.subject_objects(SKOS.notation)}
    assert notations == {PLOVER[code]: code for code in get_args(model.Plover)}
    roots = dict(graph.subject_objects(SKOS.exactMatch))
    assert set(roots) == set(graph.subjects(SKOS.notation, None))
    for root, class_ in roots.items():
        assert str(graph.value(root, SKOS.notation)) == notations[URIRef(str(class_))]
    # SKOS S46: what is matched exactly is not matched broadly as well
    expected = {(kind, roots[above]) for kind, above in graph.subject_objects(SKOS.broader)}
    assert set(graph.subject_objects(SKOS.broadMatch)) == expected
    assert len(expected) > 30
    mapped = {*graph.predicates(None, None)} & {SKOS.closeMatch, SKOS.narrowMatch, SKOS.relatedMatch}
    assert not mapped


def test_every_class_of_plover_is_explained_and_in_one_group() -> None:
    classes = Graph().parse(data=resources.text("ontology", "plover.ttl"), format="turtle")
    groups = set(classes.objects(URIRef("https://w3id.org/onrecord/plover"), SKOS.hasTopConcept))
    assert len(groups) == 4
    for concept in classes.subjects(RDF.type, SKOS.Concept):
        assert concept in groups or classes.value(concept, SKOS.broader) in groups
        for predicate in (SKOS.prefLabel, SKOS.definition, SKOS.example, SKOS.inScheme):
            assert len(list(classes.objects(concept, predicate))) == 1, (concept, predicate)


def test_every_concept_is_in_the_scheme_and_reaches_its_top() -> None:
    graph = scheme()
    assert not [node for triple in graph for node in triple if isinstance(node, BNode)]
    tops = set(graph.objects(SCHEME, SKOS.hasTopConcept))
    assert tops == set(graph.subjects(SKOS.topConceptOf, SCHEME))
    for concept in graph.subjects(RDF.type, SKOS.Concept):
        assert graph.value(concept, SKOS.inScheme) == SCHEME
        assert concept in tops or graph.value(concept, SKOS.broader) in tops
        assert len(list(graph.objects(concept, SKOS.prefLabel))) == 1


def test_what_the_lexicon_calls_a_deed_is_a_kind_of_the_scheme_and_has_the_root_above_it() -> None:
    """Kinds and roots never contradict: the root that a rule starts from is the one that skos:broader leads to."""
    graph, named = scheme(), set()
    for table in ("deeds.toml", "plover.toml"):
        text = resources.text("lexicons", "en", table)
        named |= {item["kind"] for items in tomllib.loads(text).values() for item in items if "kind" in item}
    assert len(named) > 40
    for name in named | set(KINDS):
        assert (ACT[name], RDF.type, SKOS.Concept) in graph, name
        above = {str(graph.value(node, SKOS.notation)) for node in graph.transitive_objects(ACT[name], SKOS.broader)}
        assert KINDS[name].plover in (above - {"None"} or {None}), name
