"""A graph's description of the terms it uses: labels of kinds and values, types of properties and classes.

With it a graph can be read, drawn and opened in an ontology editor without the ontology.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from pyoxigraph import Literal, NamedNode

from onrecord.rdf import terms
from onrecord.rdf.nodes import DEFAULT, Node, typed
from onrecord.rdf.read import vocabulary

_KINDS_OF_TERM = (
    terms.OWL_CLASS_CLASS,
    terms.OWL_CLASS_OBJECT_PROPERTY,
    terms.OWL_CLASS_DATATYPE_PROPERTY,
    terms.OWL_CLASS_ANNOTATION_PROPERTY,
)
_OF_OURS = (f"<{terms.REC}", f"<{terms.ACTION_KIND}")
"""How the IRIs of our kinds and values begin in N-Triples."""


class Used:
    """Collects the terms used by nodes."""

    def __init__(self) -> None:
        self.concepts: set[str] = set()
        # declared in advance, because the graph's description of itself is written after the terms
        self.declared = {terms.CLASS_DATASET, terms.TRIPLES, terms.DIGEST, terms.WRITTEN_WITH}

    def note(self, node: Node) -> Node:
        """Collect the terms of `node` and return it unchanged."""
        for predicate, objects in node.grouped():
            if predicate == terms.RDF_TYPE:
                self.declared.update(value.value for value in objects.values())
                continue
            self.declared.add(predicate)
            self.concepts.update(spelt[1:-1] for spelt in objects if spelt.startswith(_OF_OURS))
        return node

    def nodes(self) -> Iterator[Node]:
        """Kinds and values, then properties and classes, each sorted."""
        yield from concepts(self.concepts)
        own = {terms.SKOS_CLASS_CONCEPT, terms.SKOS_BROADER, terms.SKOS_PREF_LABEL} if self.concepts else set()
        yield from declarations(self.declared | own)


def concepts(used: Iterable[str]) -> Iterator[Node]:
    """The concepts `used`, and those above them, with their labels."""
    waiting, found = set(used), set[str]()
    while waiting:
        iri = waiting.pop()
        found.add(iri)
        waiting |= {item for item in _objects(iri, terms.SKOS_BROADER) if item not in found}
    for iri in sorted(found):
        node = typed(iri, DEFAULT, terms.SKOS_CLASS_CONCEPT)
        node.add(terms.SKOS_PREF_LABEL, *_labels(iri))
        yield node.link(terms.SKOS_BROADER, _objects(iri, terms.SKOS_BROADER))


def declarations(used: Iterable[str]) -> Iterator[Node]:
    """The properties and classes `used`, each with its type."""
    for iri in sorted(used):
        kinds = _objects(iri, terms.RDF_TYPE)
        if known := next((kind for kind in _KINDS_OF_TERM if kind in kinds), None):
            yield typed(iri, DEFAULT, known)


@cache
def broadest(kind: str) -> str | None:
    """The topmost kind above `kind` in the scheme of kinds, both as IRIs; None if there is none."""
    above = _objects(kind, terms.SKOS_BROADER)
    while above:
        kind, above = above[0], _objects(above[0], terms.SKOS_BROADER)
        if not above:
            return kind
    return None


def _objects(subject: str, predicate: str) -> list[str]:
    found = vocabulary().quads_for_pattern(NamedNode(subject), NamedNode(predicate), None)
    return sorted(quad.object.value for quad in found if isinstance(quad.object, NamedNode))


def _labels(subject: str) -> list[Literal]:
    found = vocabulary().quads_for_pattern(NamedNode(subject), NamedNode(terms.SKOS_PREF_LABEL), None)
    return sorted((quad.object for quad in found if isinstance(quad.object, Literal)), key=str)
