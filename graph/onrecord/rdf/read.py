"""Reads graphs back: as a store to query, or as an rdflib graph."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph
from pyoxigraph import NamedNode

from onrecord import ids, resources
from onrecord.errors import OutputError
from onrecord.rdf import terms

if TYPE_CHECKING:
    from rdflib import Graph

ORDER = ("graph.nq", "graph.trig", "graph.ttl", "graph.jsonld")
"""Graph files of an output folder: those with evidence first, and among these the fastest to read."""
ON_RECORD = ("graph.ttl", "graph.jsonld", "graph.nq", "graph.trig")
"""The same files, those without evidence first."""
FORMATS = {
    ".ttl": pyoxigraph.RdfFormat.TURTLE,
    ".trig": pyoxigraph.RdfFormat.TRIG,
    ".nq": pyoxigraph.RdfFormat.N_QUADS,
    ".nt": pyoxigraph.RdfFormat.N_TRIPLES,
    ".jsonld": pyoxigraph.RdfFormat.JSON_LD,
    ".rdf": pyoxigraph.RdfFormat.RDF_XML,
}


def graph_file(path: Path, order: tuple[str, ...] = ORDER) -> Path:
    """The first file of `order` in the folder `path`, or `path` itself. Raises OutputError if there is none."""
    if path.is_file():
        return path
    for name in order:
        if (path / name).is_file():
            return path / name
    raise OutputError(str(path), "no graph is here: name the folder that `onrecord build` wrote, or a graph file")


def store(path: Path, *, evidence: bool = True) -> pyoxigraph.Store:
    """The graph at `path` (a folder or a file) in memory; its named graphs are included if `evidence`.

    Raises OutputError naming the file if it is missing, unreadable or broken.
    """
    file = graph_file(path, ORDER if evidence else ON_RECORD)
    found = pyoxigraph.Store()
    try:
        with file.open("rb") as stream:
            found.bulk_load(stream, format=_format(file))
    except SyntaxError as error:
        raise OutputError(str(file), f"not readable as RDF: {error.msg}") from error
    except OSError as error:
        raise OutputError(str(file), error.strerror or str(error)) from error
    return found


def quads(file: Path) -> Iterator[pyoxigraph.Quad]:
    """The quads of one graph file, streamed. Raises OutputError as `store` does."""
    try:
        with file.open("rb") as stream:
            yield from pyoxigraph.parse(stream, format=_format(file))
    except SyntaxError as error:
        raise OutputError(str(file), f"not readable as RDF: {error.msg}") from error
    except OSError as error:
        raise OutputError(str(file), error.strerror or str(error)) from error


def _format(file: Path) -> pyoxigraph.RdfFormat:
    if file.suffix.lower() not in FORMATS:
        raise OutputError(str(file), f"not a kind of graph file that is known: {', '.join(sorted(FORMATS))}")
    return FORMATS[file.suffix.lower()]


def graph(path: Path) -> Graph:
    """The triples at `path` as an `rdflib.Graph`: for a folder those on record, for a file all it contains.

    Raises OutputError as `store` does.
    """
    from rdflib import Dataset, Graph  # noqa: PLC0415  # the import takes half a second, and queries do not need it

    file = graph_file(path, ON_RECORD)
    _format(file)
    found = Graph()
    try:
        if file.suffix in {".ttl", ".nt", ".rdf"}:
            found.parse(file)
        else:
            dataset = Dataset(default_union=True)
            dataset.parse(file, format={".nq": "nquads", ".trig": "trig", ".jsonld": "json-ld"}[file.suffix])
            for triple in dataset.triples((None, None, None)):
                found.add(triple)
    except Exception as error:  # rdflib's parsers raise exceptions of many types
        raise OutputError(str(file), f"not readable as RDF: {error}") from error
    return found


ONTOLOGY = ("onrecord.ttl", "values.ttl", "actions.ttl", "plover.ttl", "alignment.ttl")
"""The vocabulary that ships with the package; shapes.ttl is in the same folder."""


@cache
def vocabulary() -> pyoxigraph.Store:
    """The ontology in memory."""
    found = pyoxigraph.Store()
    for name in ONTOLOGY:
        found.load(resources.text("ontology", name).encode(), format=pyoxigraph.RdfFormat.TURTLE)
    return found


def base(store: pyoxigraph.Store) -> str:
    """The base of the instance IRIs, taken from the articles."""
    for quad in store.quads_for_pattern(None, NamedNode(terms.RDF_TYPE), NamedNode(terms.CLASS_ARTICLE)):
        if isinstance(quad.subject, NamedNode):
            return quad.subject.value.rpartition("article/")[0]
    return ids.DEFAULT_BASE
