"""Triples as N-Triples terms, for comparison and display."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph

from onrecord.rdf import read, terms
from onrecord.rdf.digest import Triple

Quad = tuple[str, str, str, str]
"""A triple and the IRI of its graph, an empty string for the default graph."""


def quads(file: Path) -> set[Quad]:
    """The quads of one graph file. Raises OutputError if it is not RDF."""
    # parsed, not loaded into a store: Oxigraph's store would turn xsd:nonNegativeInteger into xsd:integer
    return {
        (str(quad.subject).strip("<>"), quad.predicate.value, str(quad.object), _name(quad))
        for quad in read.quads(file)
    }


def triples(quads: Iterable[Quad]) -> set[Triple]:
    """The triples of `quads`, from all graphs."""
    return {quad[:3] for quad in quads}


def _name(quad: pyoxigraph.Quad) -> str:
    return "" if isinstance(quad.graph_name, pyoxigraph.DefaultGraph) else str(quad.graph_name).strip("<>")


def short(iri: str) -> str:
    """An IRI with its prefix if it has one of ours, else in full."""
    for prefix, space in {**terms.PREFIXES, "rec": terms.REC}.items():
        if iri.startswith(space):
            return f"{prefix}:{iri.removeprefix(space)}"
    return f"<{iri}>"


def shown(value: str) -> str:
    """A term for display, shortened if it is long."""
    return value if len(value) <= 120 else value[:117] + "…"


def number(term: str) -> int | None:
    """The value of a whole-number literal in N-Triples; None if `term` is not one."""
    match = re.match(r'"(\d+)"', term)
    return int(match[1]) if match else None


def literal_value(term: str) -> str:
    """The text of a literal in N-Triples; empty for an IRI."""
    line = f"<urn:s> <urn:p> {term} ."
    (quad,) = pyoxigraph.parse(line, format=pyoxigraph.RdfFormat.N_TRIPLES)
    return quad.object.value if isinstance(quad.object, pyoxigraph.Literal) else ""
