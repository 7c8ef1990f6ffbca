"""Triples as terms that are compared and shown."""

from __future__ import annotations

from pathlib import Path

from onrecord.rdf import read, terms
from onrecord.rdf.seal import Triple


def triples(file: Path) -> set[Triple]:
    """The triples of one graph file. Raises OutputError where it is not RDF."""
    # parsed, not loaded into a store: Oxigraph's would turn xsd:nonNegativeInteger into xsd:integer
    return {(str(quad.subject).strip("<>"), quad.predicate.value, str(quad.object)) for quad in read.quads(file)}


def short(iri: str) -> str:
    """An IRI with its prefix, where it has one of ours."""
    for prefix, space in {**terms.PREFIXES, "rec": terms.REC}.items():
        if iri.startswith(space):
            return f"{prefix}:{iri.removeprefix(space)}"
    return f"<{iri}>"


def shown(value: str) -> str:
    """A term, cut where it is long."""
    return value if len(value) <= 120 else value[:117] + "…"
