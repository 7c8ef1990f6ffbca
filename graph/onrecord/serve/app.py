"""The web application; the graph it serves is passed in.

It is read-only unless a token is set, which updates must send. There are no CORS headers, so that other websites cannot
query it.
"""

from __future__ import annotations

import hmac
import html
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol
from urllib.parse import parse_qs, urlsplit

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

from onrecord.errors import QueryError


class Reply(Protocol):
    """An answer: its media type and bytes."""

    @property
    def media(self) -> str: ...  # noqa: D102
    @property
    def body(self) -> bytes: ...  # noqa: D102


class Graph(Protocol):
    """The graph that is served; see `onrecord.rdf.endpoint.Endpoint`."""

    base: str

    def query(self, sparql: str, accept: str, default: Sequence[str], named: Sequence[str]) -> Reply: ...  # noqa: D102
    def update(self, sparql: str) -> None: ...  # noqa: D102
    def graph(self, name: str, accept: str) -> Reply | None: ...  # noqa: D102
    def put(self, name: str, body: bytes, media: str, *, replace: bool) -> None: ...  # noqa: D102
    def delete(self, name: str) -> None: ...  # noqa: D102
    def about(self, iri: str, accept: str) -> Reply | None: ...  # noqa: D102


def application(graph: Graph, page: Path, token: str | None) -> Starlette:
    """The application that serves `graph`, and the page at its root; updates must send `token` as bearer token."""
    site = _Site(graph, page, token)
    return Starlette(
        routes=[
            Route("/", site.page),
            Route("/sparql", site.sparql, methods=["GET", "POST"]),
            Route("/store", site.store, methods=["GET", "PUT", "POST", "DELETE"]),
            Route("/{path:path}", site.iri),
        ],
        exception_handlers={QueryError: _wrong},
    )


async def _wrong(_request: Request, error: Exception) -> Response:
    return PlainTextResponse(f"{error}\n", 400)


class _Site:
    def __init__(self, graph: Graph, page: Path, token: str | None) -> None:
        self._graph, self._page, self._token = graph, page, token

    async def page(self, _request: Request) -> Response:
        """The network page."""
        if not self._page.is_file():
            return PlainTextResponse("There is no page; ask at /sparql.\n", 404)
        return FileResponse(self._page, media_type="text/html")

    async def sparql(self, request: Request) -> Response:
        """SPARQL 1.1 protocol: queries by GET and POST, updates by POST."""
        fields = parse_qs(request.url.query, keep_blank_values=True)
        kind = request.headers.get("content-type", "").partition(";")[0].strip()
        body = await request.body()
        if request.method == "POST" and kind == "application/x-www-form-urlencoded":
            fields |= parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True)
        elif request.method == "POST" and kind in {"application/sparql-query", "application/sparql-update"}:
            fields[kind.removeprefix("application/sparql-")] = [body.decode("utf-8", "replace")]
        if "update" in fields:
            if request.method != "POST":
                return PlainTextResponse("An update is sent by POST.\n", 405)
            if refusal := self._refused(request):
                return refusal
            await run_in_threadpool(self._graph.update, fields["update"][0])
            return Response(status_code=204)
        if "query" not in fields:
            return PlainTextResponse("Send a SPARQL query as the parameter query, by GET or POST.\n", 400)
        accept = request.headers.get("accept", "*/*")
        default, named = fields.get("default-graph-uri", []), fields.get("named-graph-uri", [])
        reply = await run_in_threadpool(self._graph.query, fields["query"][0], accept, default, named)
        return _response(reply)

    async def store(self, request: Request) -> Response:
        """Graph store protocol: ?default or ?graph=IRI."""
        fields = parse_qs(request.url.query, keep_blank_values=True)
        if ("default" in fields) == ("graph" in fields):
            return PlainTextResponse("Name one graph: ?default or ?graph=IRI.\n", 400)
        name = fields.get("graph", [""])[0]
        if request.method in {"GET", "HEAD"}:
            reply = await run_in_threadpool(self._graph.graph, name, request.headers.get("accept", "*/*"))
            return _response(reply) if reply else PlainTextResponse("There is no such graph.\n", 404)
        if refusal := self._refused(request):
            return refusal
        if request.method == "DELETE":
            await run_in_threadpool(self._graph.delete, name)
            return Response(status_code=204)
        body, media = await request.body(), request.headers.get("content-type", "text/turtle")
        replace = request.method == "PUT"
        await run_in_threadpool(lambda: self._graph.put(name, body, media, replace=replace))
        return Response(status_code=204)

    async def iri(self, request: Request) -> Response:
        """The description of a resource in the graph; the path of the request is the path of its IRI."""
        root = urlsplit(self._graph.base).path.strip("/")
        path = str(request.path_params["path"])
        inside = path.removeprefix(f"{root}/") if root else path
        reply = None
        if inside != path or not root:
            accept = request.headers.get("accept", "text/turtle")
            reply = await run_in_threadpool(self._graph.about, self._graph.base + inside, accept)
        if reply is None:
            return PlainTextResponse("Nothing is said of this.\n", 404)
        if reply.media != "text/html":
            return _response(reply, {"Vary": "Accept"})
        words = html.escape(reply.body.decode("utf-8"))
        title = html.escape(words.partition("\n")[0])
        own = re.escape(html.escape(self._graph.base))
        words = re.sub(rf"&lt;({own}[^&\s]*(?:&amp;[^&\s]*)*)&gt;", _link, words)
        shown = f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title><pre>{words}</pre></html>'
        return Response(shown, media_type="text/html", headers={"Vary": "Accept", "Content-Security-Policy": _POLICY})

    def _refused(self, request: Request) -> Response | None:
        """The reply that refuses a change; None if the request has the token."""
        if self._token is None:
            return PlainTextResponse("This store is read-only: no token was set when it was started.\n", 403)
        given = request.headers.get("authorization", "").removeprefix("Bearer ")
        if not hmac.compare_digest(given.encode(), self._token.encode()):
            return PlainTextResponse("Changes need the token: Authorization: Bearer TOKEN.\n", 401)
        return None


def _link(found: re.Match[str]) -> str:
    """An IRI of the graph in a page, as a link to its description on this server."""
    return f'&lt;<a href="{urlsplit(found[1])._replace(scheme="", netloc="").geturl()}">{found[1]}</a>&gt;'


_POLICY = "default-src 'none'"


def _response(reply: Reply, headers: dict[str, str] | None = None) -> Response:
    return Response(reply.body, media_type=reply.media, headers=headers)
