"""The page: one HTML file that opens from disk without a request.

pyvis makes the network out of the networkx graph and renders our template; the files of `page/` and the vendored
bundles are put in place here. What comes from articles reaches the page as data (JSON in script elements that do not
run, with every `<` escaped) and is inserted as text. The Content-Security-Policy names the digests of our own script
and style, so nothing else can run even if something slipped through.
"""

from __future__ import annotations

import base64
import gzip
import json
import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import networkx as nx

from onrecord import ids, resources
from onrecord.model import Story
from onrecord.network.first_view import FirstView, choose_first_view, weights
from onrecord.network.layout import Size, arrange, gather
from onrecord.network.lookup import build_lookup
from onrecord.network.payload import build_payload
from onrecord.network.project import project_story
from onrecord.network.salience import rate_salience
from onrecord.network.story_lines import choose_lines
from onrecord.weights import weights_of

if TYPE_CHECKING:
    from pyvis.network import Network

_N = weights_of("drawing")
_FOLDER = ("network", "page")
_CARDS = 80
"""Up to so many nodes, statements are drawn as cards when everything is shown (network.js has the same number)."""
_SUBJECT = re.compile(r"^((?:rec|act):\w+)", re.MULTILINE)
_TERM = re.compile(r"(?<=[\s/(|])[a-z]+:[A-Za-z]\w*")
_PLAIN = 48 * 1024
"""Data blocks up to so many characters stay readable in the file; larger ones are compressed."""


def render_page(  # noqa: PLR0913  # what a page holds besides its story, each by name
    story: Story,
    graph: nx.MultiDiGraph[str] | None = None,
    *,
    queries: Mapping[str, str] | None = None,
    turtle: str | None = None,
    title: str = "On the record",
    whole: int | None = None,
) -> str:
    """The whole HTML file for `story`.

    `graph` is `project(story)` if the caller has it already. `queries` (name to SPARQL text, whose first comment
    line says what it asks) and `turtle` (the graph itself) switch on the tab that answers SPARQL inside the page.
    If `story` is the chief part of a larger one (see `page_selection`), `whole` is how many articles that one has: the
    page says so.
    """
    graph = project_story(story) if graph is None else graph
    index = build_lookup(story)
    worth = rate_salience(story, index)
    lines = choose_lines(story, index, worth, weights(graph))
    first = choose_first_view(graph, worth, lines)
    net = _network(graph, first)
    style = _text("style.css")
    library = _text("vendor", "vis-network.min.js")
    script = "\n" + _text("bundle", "main.js")
    blocks: dict[str, Any] = {"story": {**build_payload(story, index, worth, lines), "whole": whole}}
    if turtle is not None:
        blocks["turtle"] = turtle
        blocks["queries"] = dict(queries or {})
        blocks["terms"] = _terms(blocks["queries"].values())
        blocks["worker"] = _text("bundle", "worker.js")
    net.templateEnv.filters["block"] = _block
    net.templateEnv.globals.update(
        page_title=title,
        policy=_policy([library, script], style, served=whole is not None),
        style=style,
        library=library,
        script=script,
        blocks=blocks,
        engine=_engine() if turtle is not None else "",
    )
    html: str = net.generate_html("network.html")
    return html


def _network(graph: nx.MultiDiGraph[str], first: FirstView) -> Network:
    """The pyvis network: nodes with the places they have among all and, for chief ones, in the first view."""
    from pyvis.network import Network  # noqa: PLC0415  # it imports IPython: only when a page is made

    class Directed(Network):  # type: ignore[misc]  # pyvis has no types
        """pyvis looks nodes up in a list for every edge; its own mapping does the same at once."""

        def get_nodes(self) -> Any:
            return self.node_map

    net = Directed(directed=True, cdn_resources="in_line")
    net.node_ids = _Names()
    net.set_template_dir(str(resources.find(*_FOLDER)), "template.html")
    weight = weights(graph)
    boxes = {node: box(data) for node, data in graph.nodes(data=True)}
    few = len(graph) <= _CARDS
    room = boxes if few else dict.fromkeys(graph, (_N["sign.width"], _N["sign.height"]))
    everywhere = arrange(list(graph), [(a, b) for a, b, _ in graph.edges], room, _N["gap.few" if few else "gap.many"])
    inside = graph.subgraph(first.nodes)
    shown = set(first.edges)
    told = ((a, b, f"{a} {b} {key}" in shown) for a, b, key in inside.edges(keys=True))
    links = [(a, b, _N["line.told" if words else "line.silent"]) for a, b, words in told]
    opening = gather(first.nodes, links, boxes)
    for node, data in graph.nodes(data=True):
        x, y = everywhere[node]
        options: dict[str, Any] = {
            "x": x,
            "y": y,
            "physics": False,
            "kind": data["kind"],
            "weight": round(weight.get(node, 0.0), 2),
        }
        if node in opening:
            options["first"] = list(opening[node])
        net.add_node(node, label=data["label"] or node, color="", **options)
    for start, end, key, data in graph.edges(keys=True, data=True):
        mark: dict[str, Any] = {"first": True} if f"{start} {end} {key}" in shown else {}
        if "reports" in data:
            mark["reports"] = [int(number) for number in data["reports"].split()]
        net.add_edge(start, end, id=len(net.edges), kind=data["kind"], item=data["iri"], label=data["label"], **mark)
    net.toggle_physics(status=False)
    return net


class _Names(dict[str, None]):
    """What pyvis takes for its list of nodes and asks before every new one: it answers at once."""

    def append(self, name: str) -> None:
        """Add a name."""
        self[name] = None


def box(data: Mapping[str, Any]) -> Size:
    """The room a node takes in the first view with its label: a card for a statement, a disc and a name for others."""
    if data["kind"] == "statement":
        return _N["card.width"], _N["card.height"]
    letters = min(len(str(data["label"])), _N["name.most"])
    return max(_N["name.narrowest"], letters * _N["name.letter"]), _N["name.height"]


def _text(*parts: str) -> str:
    return resources.text(*_FOLDER, *parts)


def _terms(queries: Iterable[str]) -> list[str]:
    """Terms for the editor of questions: those of our ontology, and what the shipped questions use of others."""
    ours = (resources.text("ontology", name) for name in ("onrecord.ttl", "actions.ttl"))
    found = {term for text in ours for term in _SUBJECT.findall(text)}
    return sorted(found.union(*(_TERM.findall(query) for query in queries)))


def _policy(scripts: list[str], style: str, *, served: bool) -> str:
    """A policy under which only these very texts run, WebAssembly may be compiled, and nothing may be fetched.

    If `served`, from the server that the page came from: a page of a part asks it for the rest.
    """
    allowed = " ".join(f"'sha256-{_sha256(script)}'" for script in scripts)
    connect = "connect-src 'self'; " if served else ""
    return (
        f"default-src 'none'; script-src {allowed} 'wasm-unsafe-eval'; style-src 'sha256-{_sha256(style)}'; "
        f"worker-src blob:; {connect}img-src data: blob:; base-uri 'none'; "
        "form-action 'none'"
    )


def _sha256(text: str) -> str:
    return base64.b64encode(bytes.fromhex(ids.text_sha256(text))).decode("ascii")


def _block(value: Any, name: str) -> str:
    """A script element that does not run and holds data: JSON with `<` escaped, or compressed and in base64.

    Text that is not JSON is always compressed: an escape would change it.
    """
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    if len(text) <= _PLAIN and not isinstance(value, str):
        kind = "application/json"
        body = text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    else:
        kind = "application/gzip"
        body = base64.b64encode(_compressed(text.encode("utf-8", "surrogatepass"))).decode("ascii")
    return f'<script type="{kind}" id="data-{name}">{body}</script>'


def _compressed(data: bytes) -> bytes:
    """`data` as gzip, with a header that does not depend on the Python or the system that wrote it.

    `gzip.compress` writes the system's number from 3.13 on, and 255 (unknown, RFC 1952) before; here always 255.
    """
    packed = gzip.compress(data, 6, mtime=0)
    return packed[:9] + b"\xff" + packed[10:]


def _engine() -> str:
    return base64.b64encode(resources.find(*_FOLDER, "vendor", "oxigraph.wasm.gz").read_bytes()).decode("ascii")
