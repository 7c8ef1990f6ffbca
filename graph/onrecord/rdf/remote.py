"""A build put into a running store by the SPARQL 1.1 graph store protocol, graph by graph, only what changed."""

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
_MISSING = 404


@dataclass(frozen=True, slots=True)
class Loaded:
    """Names of the graphs that were put, were as they should be, or were removed; empty for the default graph."""

    put: tuple[str, ...]
    same: tuple[str, ...]
    removed: tuple[str, ...] = ()


def load(folder: Path, url: str, *, token: str | None = None, user: str | None = None, default: str = "") -> Loaded:
    """Put the graphs of `folder` into the store whose graph store protocol is at `url`.

    A graph whose digest the store has is left alone; the evidence of articles that the store's default graph tells of
    and the build does not is removed. The default graph comes last: a load that is ended before is made good by the
    next. `default` is the named graph to put the default graph into, for stores that have none. Raises OutputError
    where the store cannot be reached or refuses.
    """
    if urlsplit(url).scheme not in {"http", "https"}:
        raise OutputError(url, "is no address of a store: it begins with http:// or https://")
    store = _Store(url, token, user)
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
    """The graphs that hold the evidence of the articles that a default graph tells of."""
    article = NamedNode(terms.CLASS_ARTICLE)
    told = (quad.subject for quad in graph if quad.predicate.value == terms.RDF_TYPE and quad.object == article)
    return {_evidence_of(node.value) for node in told if isinstance(node, NamedNode) and _ARTICLE in node.value}


def _evidence_of(article: str) -> str:
    base, _, name = article.rpartition(_ARTICLE)
    return f"{base}/evidence/{name}"


_ARTICLE = "/article/"


def _digests(graph: Sequence[pyoxigraph.Quad]) -> set[str]:
    """The digests that a graph bears of itself."""
    return {str(quad.object) for quad in graph if quad.predicate.value == terms.DIGEST}


def _line(quad: Quad) -> str:
    return f"<{quad[0]}> <{quad[1]}> {quad[2]} .\n"


class _Store:
    def __init__(self, url: str, token: str | None, user: str | None) -> None:
        self._url = url
        self._headers = {"Authorization": f"Bearer {token}"} if token else {}
        self._open: OpenerDirector = build_opener()
        if user:
            name, _, password = user.partition(":")
            manager = HTTPPasswordMgrWithDefaultRealm()
            manager.add_password(None, url, name, password)
            self._open = build_opener(HTTPDigestAuthHandler(manager), HTTPBasicAuthHandler(manager))

    def get(self, graph: str) -> list[pyoxigraph.Quad]:
        """What a graph of the store holds; nothing if it is not there."""
        body = self._send("GET", graph, None, {"Accept": "application/n-triples, text/turtle;q=0.5"})
        try:
            return list(pyoxigraph.parse(body or b"", format=pyoxigraph.RdfFormat.TURTLE))
        except SyntaxError:
            return []

    def delete(self, graph: str) -> bool:
        """Remove a graph; whether it was there."""
        return self._send("DELETE", graph, None, {}) is not None

    def put(self, graph: str, triples: str) -> None:
        """Replace a graph; N-Triples are Turtle, which every store takes."""
        self._send("PUT", graph, triples.encode("utf-8"), {"Content-Type": "text/turtle"})

    def _send(self, method: str, graph: str, body: bytes | None, headers: Mapping[str, str]) -> bytes | None:
        query = urlencode({"graph": graph}) if graph else "default"
        address = f"{self._url}{'&' if '?' in self._url else '?'}{query}"
        request = Request(address, body, {**self._headers, **headers}, method=method)  # noqa: S310  # http(s), see load
        try:
            with self._open.open(request, timeout=_SECONDS) as answer:
                return bytes(answer.read())
        except HTTPError as error:
            if method in {"GET", "DELETE"} and error.code == _MISSING:
                return None
            said = " ".join(error.read().decode("utf-8", "replace").split())[:200]
            raise OutputError(self._url, f"{method} of {graph or 'the default graph'}: {error.code} {said}") from error
        except (URLError, OSError) as error:
            raise OutputError(self._url, f"cannot be reached: {getattr(error, 'reason', error)}") from error
