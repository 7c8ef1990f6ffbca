"""A build in a store on disk, queried and changed by the SPARQL 1.1 protocols; HTTP itself is not handled here.

The engine is pyoxigraph, the library behind the server `oxigraph`. According to its documentation, that server speaks
the same protocols but has no pages, dereferenceable IRIs or tokens.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph
from pyoxigraph import DefaultGraph, NamedNode, QueryResultsFormat, RdfFormat

from onrecord import ids
from onrecord.errors import OutputError, QueryError
from onrecord.rdf import explain, read, results, terms
from onrecord.rdf.query import within
from onrecord.rdf.sparql import WORDS_ONLY, fault
from onrecord.rdf.write import prefixes

RESULTS = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "application/xml": QueryResultsFormat.XML,
    "text/csv": QueryResultsFormat.CSV,
    "text/tab-separated-values": QueryResultsFormat.TSV,
}
"""Media type -> format of SELECT and ASK results; clients that accept anything get the first."""
GRAPHS = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/rdf+xml": RdfFormat.RDF_XML,
    "application/ld+json": RdfFormat.JSON_LD,
}
"""Media type -> format of graphs; clients that accept anything get the first."""
_OUTSIDE = re.compile(r"\b(service|load)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: its media type and bytes."""

    media: str
    body: bytes


class Endpoint:
    """An open store; call `close` when done. A folder can be open only once at a time."""

    def __init__(self, store: pyoxigraph.Store, base: str, seconds: float) -> None:
        self._store = store
        self.base = base
        self._seconds = seconds

    def query(self, sparql: str, accept: str, default: Sequence[str] = (), named: Sequence[str] = ()) -> Reply:
        """The answer to a query in a format that the Accept header `accept` allows. Raises QueryError."""
        _refuse(sparql)
        return within(self._seconds, lambda: self._answer(sparql, accept, default, named))

    def _answer(self, sparql: str, accept: str, default: Sequence[str], named: Sequence[str]) -> Reply:
        known = {**prefixes(self.base), **terms.PREFIXES}
        try:
            found = self._store.query(
                sparql,
                prefixes=known,
                default_graph=[NamedNode(item) for item in default] or None,
                named_graphs=[NamedNode(item) for item in named] or None,
            )
            if isinstance(found, pyoxigraph.QueryTriples):
                media = chosen(accept, GRAPHS)
                return Reply(media, found.serialize(format=GRAPHS[media]) or b"")
            media = chosen(accept, RESULTS)
            if media == "text/csv" and isinstance(found, pyoxigraph.QuerySolutions):
                columns = [variable.value for variable in found.variables]
                rows = ([results.shown(solution[name]) for name in columns] for solution in found)
                return Reply(media, results.as_csv(columns, rows).encode("utf-8"))
            return Reply(media, found.serialize(format=RESULTS[media]) or b"")
        except SyntaxError as error:
            raise QueryError(f"not SPARQL 1.1: {fault(sparql, error.msg)}") from error
        except (ValueError, OSError, RuntimeError) as error:
            raise QueryError(" ".join(str(error).split())) from error

    def update(self, sparql: str) -> None:
        """Change the store. Raises QueryError."""
        _refuse(sparql)
        try:
            self._store.update(sparql, prefixes={**prefixes(self.base), **terms.PREFIXES})
        except SyntaxError as error:
            raise QueryError(f"not SPARQL 1.1: {fault(sparql, error.msg)}") from error
        except (ValueError, OSError, RuntimeError) as error:
            raise QueryError(" ".join(str(error).split())) from error

    def graph(self, name: str, accept: str) -> Reply | None:
        """One graph, the default graph if `name` is empty; None if there is no graph of that name."""
        where = _named(name)
        media = chosen(accept, GRAPHS)
        if name and not self._store.contains_named_graph(where):
            return None
        quads = self._store.quads_for_pattern(None, None, None, where)
        body = pyoxigraph.serialize((quad.triple for quad in quads), format=GRAPHS[media])
        return Reply(media, body or b"")

    def put(self, name: str, body: bytes, media: str, *, replace: bool) -> None:
        """Put triples into a graph, replacing its content or adding to it. Raises QueryError if the body is not RDF."""
        where = _named(name)
        try:
            triples = list(pyoxigraph.parse(body, format=GRAPHS.get(media.partition(";")[0].strip(), RdfFormat.TURTLE)))
        except (SyntaxError, ValueError) as error:
            raise QueryError(f"not readable as RDF: {error}") from error
        graph = f"GRAPH {where}" if name else "DEFAULT"
        data = (pyoxigraph.serialize((quad.triple for quad in triples), format=RdfFormat.N_TRIPLES) or b"").decode()
        # one update is one transaction: readers, and a restart after a kill, see either the old graph or the new one
        clear = f"CLEAR SILENT {graph} ;" if replace else ""
        self._store.update(f"{clear} INSERT DATA {{ {f'{graph} {{ {data} }}' if name else data} }}")

    def delete(self, name: str) -> None:
        """Empty a graph; a named graph is removed."""
        where = _named(name)
        self._store.clear_graph(where) if not name else self._store.remove_graph(where)

    def about(self, iri: str, accept: str) -> Reply | None:
        """A description of an IRI: in words if `accept` prefers HTML, else RDF; None if it is not in the store."""
        if not any(True for _ in self._said(NamedNode(iri))):
            return None
        media = chosen(accept, ["text/html", *GRAPHS])
        if media == "text/html":
            return Reply(media, explain.explain_node(self._store, iri).encode("utf-8", "replace"))
        found = {quad.triple for node in self._with_parts(iri) for quad in self._said(node)}
        return Reply(media, pyoxigraph.serialize(sorted(found, key=str), format=GRAPHS[media]) or b"")

    def _said(self, node: NamedNode) -> Iterable[pyoxigraph.Quad]:
        return self._store.quads_for_pattern(node, None, None, None)

    def _with_parts(self, iri: str) -> set[NamedNode]:
        """The node and, for a text, its passages: their IRIs differ only by a fragment, which clients never send."""
        article = NamedNode(terms.IN_ARTICLE)
        inside = (
            part.subject
            for own in self._store.quads_for_pattern(NamedNode(iri), article, None, None)
            for part in self._store.quads_for_pattern(None, article, own.object, None)
        )
        parts = {node for node in inside if isinstance(node, NamedNode) and node.value.startswith(f"{iri}#")}
        return {NamedNode(iri), *parts}


def _named(name: str) -> NamedNode | DefaultGraph:
    try:
        return NamedNode(name) if name else DefaultGraph()
    except ValueError as error:
        raise QueryError(f"{name!r} is no IRI") from error


def _refuse(sparql: str) -> None:
    """Raise QueryError if a query or update would access anything outside the store."""
    if found := _OUTSIDE.search(WORDS_ONLY.sub(" ", sparql)):
        raise QueryError(f"{found[1].upper()} reaches outside of this store, and is refused")


def chosen(accept: str, known: Iterable[str]) -> str:
    """The media type of `known` that an Accept header prefers; the first if it accepts anything or is missing."""
    known, wanted = list(known), []
    for place, part in enumerate(accept.split(",")):
        media, *rest = (item.strip() for item in part.split(";"))
        quality = next((item[2:] for item in rest if item.startswith("q=")), "1")
        wanted.append((-float(quality) if re.fullmatch(r"[01](\.\d*)?", quality) else 0.0, place, media.lower()))
    for _, _, media in sorted(wanted):
        if media in known:
            return media
        if media.endswith("/*") and (found := next((item for item in known if item.startswith(media[:-1])), "")):
            return found
    return known[0]


def opened(folder: Path, store: Path, seconds: float) -> Endpoint:
    """Open the build in `folder` as a store in the folder `store`; it is reloaded only if the build has changed.

    An interrupted load leaves the store of the last build, or none. Raises OutputError.
    """
    file = read.graph_file(folder)
    key = ids.bytes_sha256(file.read_bytes())[:16]
    place = store / key
    try:
        store.mkdir(parents=True, exist_ok=True)
        if not place.is_dir():
            part = store / f"part-{os.getpid()}"
            shutil.rmtree(part, ignore_errors=True)
            found = pyoxigraph.Store(str(part))
            with file.open("rb") as stream:
                found.bulk_load(stream, format=read.FORMATS[file.suffix.lower()])
            found.flush()
            del found
            part.rename(place)
        found = pyoxigraph.Store(str(place))
    except SyntaxError as error:
        raise OutputError(str(file), f"not readable as RDF: {error.msg}") from error
    except OSError as error:
        said = "another process has this store open" if "lock" in str(error).lower() else error.strerror or str(error)
        raise OutputError(str(store), said) from error
    for other in store.iterdir():
        if other != place and other.is_dir():
            shutil.rmtree(other, ignore_errors=True)
    return Endpoint(found, read.base(found), seconds)
