"""Checks a graph against ontology/: it must conform to the shapes, and every term in it must be defined."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyoxigraph
from pyshacl import validate
from rdflib import RDF, SH, Graph, Node, URIRef

from onrecord import resources
from onrecord.rdf import read, terms

_OURS = (terms.REC, terms.ACTION_KIND)
_LOGIC = (terms.PREFIXES["owl"], terms.PREFIXES["rdfs"])
ONTOLOGY = (*read.ONTOLOGY, "shapes.ttl")


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something wrong with a node: its IRI and a sentence."""

    node: str
    message: str


def check_graph(path: Path) -> tuple[Problem, ...]:
    """All problems of the graph at `path` (a folder or a file), sorted; empty if it conforms.

    Raises OutputError if there is no graph or it is not RDF.
    """
    return tuple(sorted({*undefined(read.store(path)), *violations(read.graph(read.graph_file(path)))}))


def violations(graph: Graph) -> Iterator[Problem]:
    """Violations of ontology/shapes.ttl."""
    # in place: without inference nothing is added to the graph, and a copy would take longer than the validation
    conforms, report, _ = validate(graph, shacl_graph=_shapes(), inference="none", advanced=False, inplace=True)
    if conforms or not isinstance(report, Graph):
        return
    for result in report.subjects(RDF.type, SH.ValidationResult):
        yield Problem(str(report.value(result, SH.focusNode)), _sentence(report, result))


def _sentence(report: Graph, result: Node) -> str:
    path, value = report.value(result, SH.resultPath), report.value(result, SH.value)
    said = sorted(str(message) for message in report.objects(result, SH.resultMessage))
    shape = report.value(result, SH.sourceConstraintComponent)
    parts = [_short(str(path))] if path is not None else []
    parts.append("; ".join(said) if said else _short(str(shape)))
    if value is not None and str(value) != str(report.value(result, SH.focusNode)):
        parts.append(f"value {_short(str(value))!r}")
    return ": ".join(parts)


def undefined(store: pyoxigraph.Store) -> Iterator[Problem]:
    """Properties, classes and concepts in use that ontology/ does not define."""
    known = _defined()
    used: dict[str, str] = defaultdict(str)
    for quad in store:
        subject = str(quad.subject).strip("<>")
        named = [quad.predicate.value]
        if isinstance(quad.object, pyoxigraph.NamedNode):
            value = quad.object.value
            if quad.predicate.value == terms.RDF_TYPE or value.startswith((terms.REC, terms.ACTION_KIND)):
                named.append(value)
        for term in named:
            if term not in known and not term.startswith(_LOGIC) and (term not in used or subject < used[term]):
                used[term] = subject
    for term, subject in used.items():
        yield Problem(
            subject, f"{_short(term)} is not defined: neither ontology/ nor a vocabulary it uses has such a term"
        )


@cache
def _shapes() -> Graph:
    return Graph().parse(data=resources.text("ontology", "shapes.ttl"), format="turtle")


@cache
def _defined() -> frozenset[str]:
    """Our own terms, and the terms of others that our files use, if their vocabulary defines them."""
    found = {terms.RDF_TYPE, terms.RDFS_LABEL, terms.SKOS_CLASS_CONCEPT, terms.SKOS_BROADER}
    published = _published()
    for name in ONTOLOGY:
        graph = Graph().parse(data=resources.text("ontology", name), format="turtle")
        subjects = {str(subject) for subject in graph.subjects() if isinstance(subject, URIRef)}
        found |= {term for term in subjects if term.startswith(_OURS) or term in published}
        for predicate in (SH.path, SH.targetClass, SH["class"]):
            named = {str(value) for value in graph.objects(None, predicate) if isinstance(value, URIRef)}
            found |= {term for term in named if term in published}
    return frozenset(found)


@cache
def _published() -> frozenset[str]:
    """The terms of other vocabularies, from the copies in ontology/vocabularies."""
    found = set()
    for item in resources.find("ontology", "vocabularies").iterdir():
        graph = Graph().parse(data=item.read_text(encoding="utf-8"), format="nt")
        # our copy of schema.org uses http; its terms under https are the same
        found |= {str(subject).replace("http://schema.org/", "https://schema.org/") for subject in graph.subjects()}
    return frozenset(found)


def _short(iri: str) -> str:
    spaces = {**terms.PREFIXES, "rec": terms.REC, "act": terms.ACTION_KIND}
    for prefix, space in spaces.items():
        if iri.startswith(space):
            return f"{prefix}:{iri.removeprefix(space)}"
    return iri
