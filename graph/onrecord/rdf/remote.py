"""Loads a build into a running store, graph by graph, only what changed.

It uses the SPARQL 1.1 graph store protocol, or SPARQL 1.1 Update for stores without that protocol.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode, urlsplit
from urllib.request import (
    HTTPBasicAuthHandler,
    HTTPDigestAuthHandler,
    HTTPPasswordMgrWithDefaultRealm,
    OpenerDirector,
    Request,
    build_opener,
)

import pyoxigraph
from pyoxigraph import NamedNode

from onrecord.errors import OutputError
from onrecord.rdf import read, terms
from onrecord.rdf.ntriples import Quad, quads

_SECONDS = 120
"""Timeout of one request in seconds."""
_MISSING = 404
"""The HTTP status for a resource that does not exist."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """Names of the graphs that were written, up to date or removed; the name of the default graph is empty."""

    put: tuple[str, ...]
    same: tuple[str, ...]
    removed: tuple[str, ...] = ()


def load(  # noqa: PLR0913  # what one store or another wants
    folder: Path,
    url: str,
    *,
    update: str = "",
    token: str | None = None,
    user: str | None = None,
    default: str = "",
) -> Loaded:
    """Put the graphs of `folder` into the store whose graph store protocol is at `url`.

    If `update` is given, the store answers queries at `url` and takes SPARQL Update at `update`; each graph is replaced
    by one update.

    A graph whose digest the store already has is skipped. Evidence of articles that are in the store's default graph
    but not in the build is removed. The default graph is written last, so that the next load completes an interrupted
    one. `default` is the named graph for the default graph's triples, for stores without a default graph. Raises
    OutputError if the store cannot be reached or refuses the request.
    """
    for address in filter(None, (url, update)):
        if urlsplit(address).scheme not in {"http", "https"}:
            raise OutputError(address, "is no address of a store: it begins with http:// or https://")
    client = _Client([url, update], token, user)
    store = _ByUpdate(client, url, update) if update else _ByGraphStore(client, url)
    graphs: dict[str, list[Quad]] = {}
    for quad in sorted(quads(read.graph_file(folder))):
        graphs.setdefault(quad[3], []).append(quad)
    old = store.get(default)
    gone = sorted(_evidence(old) - {_evidence_of(quad[0]) for quad in graphs.get("", ())})
    removed = [name for name in gone if store.delete(name)]
    put, same = [], []
    for name in sorted(graphs, key=lambda name: (not name, name)):
        digest = {value for _, predicate, value, _ in graphs[name] if predicate == terms.DIGEST}
        if digest and digest == _digests(store.get(name) if name else old):
            same.append(name)
            continue
        store.put(name or default, "".join(_line(quad) for quad in graphs[name]))
        put.append(name)
    return Loaded(tuple(put), tuple(same), tuple(removed))


def _evidence(graph: Sequence[pyoxigraph.Quad]) -> set[str]:
    """The evidence graphs of the articles in a default graph."""
    article = NamedNode(terms.CLASS_ARTICLE)
    told = (quad.subject for quad in graph if quad.predicate.value == terms.RDF_TYPE and quad.object == article)
    return {_evidence_of(node.value) for node in told if isinstance(node, NamedNode) and _ARTICLE in node.value}


def _evidence_of(article: str) -> str:
    base, _, name = article.rpartition(_ARTICLE)
    return f"{base}/evidence/{name}"


_ARTICLE = "/article/"


def _digests(graph: Sequence[pyoxigraph.Quad]) -> set[str]:
    """The digests that a graph contains of itself."""
    return {str(quad.object) for quad in graph if quad.predicate.value == terms.DIGEST}


def _line(quad: Quad) -> str:
    return f"<{quad[0]}> <{quad[1]}> {quad[2]} .\n"


class _Client:
    """Requests with a token or a login, which are sent only to the addresses given."""

    def __init__(self, addresses: Sequence[str], token: str | None, user: str | None) -> None:
        self._headers = {"Authorization": f"Bearer {token}"} if token else {}
        self._open: OpenerDirector = build_opener()
        if user:
            name, _, password = user.partition(":")
            manager = HTTPPasswordMgrWithDefaultRealm()
            for address in filter(None, addresses):
                manager.add_password(None, address, name, password)
            self._open = build_opener(HTTPDigestAuthHandler(manager), HTTPBasicAuthHandler(manager))

    def send(self, what: str, address: str, body: bytes | None, headers: Mapping[str, str]) -> bytes | None:
        """The response; None if the resource does not exist. `what` is the HTTP method and a description."""
        method = what.partition(" ")[0]
        request = Request(address, body, {**self._headers, **headers}, method=method)  # noqa: S310  # http(s), see load
        place = address.partition("?")[0]
        try:
            with self._open.open(request, timeout=_SECONDS) as answer:
                return bytes(answer.read())
        except HTTPError as error:
            if method in {"GET", "DELETE"} and error.code == _MISSING:
                return None
            said = " ".join(error.read().decode("utf-8", "replace").split())[:200]
            raise OutputError(place, f"{what}: {error.code} {said}") from error
        except (URLError, OSError) as error:
            raise OutputError(place, f"cannot be reached: {getattr(error, 'reason', error)}") from error


class _ByGraphStore:
    def __init__(self, client: _Client, url: str) -> None:
        self._client, self._url = client, url

    def get(self, graph: str) -> list[pyoxigraph.Quad]:
        """What a graph of the store holds; nothing if it is not there."""
        return _parsed(self._send("GET", graph, None, {"Accept": _GRAPHS}))

    def delete(self, graph: str) -> bool:
        """Remove a graph; whether it was there."""
        return self._send("DELETE", graph, None, {}) is not None

    def put(self, graph: str, triples: str) -> None:
        """Replace a graph; N-Triples are valid Turtle, which every store accepts."""
        self._send("PUT", graph, triples.encode("utf-8"), {"Content-Type": "text/turtle"})

    def _send(self, method: str, graph: str, body: bytes | None, headers: Mapping[str, str]) -> bytes | None:
        query = urlencode({"graph": graph}) if graph else "default"
        address = f"{self._url}{'&' if '?' in self._url else '?'}{query}"
        return self._client.send(_words(method, graph), address, body, headers)


class _ByUpdate:
    def __init__(self, client: _Client, url: str, update: str) -> None:
        self._client, self._url, self._update = client, url, update

    def get(self, graph: str) -> list[pyoxigraph.Quad]:
        """What a graph of the store holds; nothing if it is not there."""
        triples = "?s ?p ?o"
        where = f"GRAPH <{graph}> {{ {triples} }}" if graph else triples
        query = f"CONSTRUCT {{ {triples} }} WHERE {{ {where} }}".encode()
        headers = {"Content-Type": "application/sparql-query", "Accept": _GRAPHS}
        return _parsed(self._client.send(_words("POST", graph), self._url, query, headers))

    def delete(self, graph: str) -> bool:
        """Remove a graph; whether it was there."""
        there = bool(self.get(graph))
        self._send(f"DROP SILENT GRAPH <{graph}>", graph)
        return there

    def put(self, graph: str, triples: str) -> None:
        """Replace a graph in one update, because an update is atomic."""
        where = f"GRAPH <{graph}>" if graph else "DEFAULT"
        data = f"{where} {{ {triples} }}" if graph else triples
        self._send(f"CLEAR SILENT {where} ;\nINSERT DATA {{ {data} }}", graph)

    def _send(self, update: str, graph: str) -> None:
        headers = {"Content-Type": "application/sparql-update"}
        self._client.send(_words("POST", graph), self._update, update.encode("utf-8"), headers)


_GRAPHS = "application/n-triples, text/turtle;q=0.5"


def _words(method: str, graph: str) -> str:
    return f"{method} of {graph or 'the default graph'}"


def _parsed(body: bytes | None) -> list[pyoxigraph.Quad]:
    try:
        return list(pyoxigraph.parse(body or b"", format=pyoxigraph.RdfFormat.TURTLE))
    except SyntaxError:
        return []
