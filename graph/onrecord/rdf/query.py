"""Questions to a graph: shipped ones by name, a file, a string; answers as rows with their provenance, or as Turtle.

Shipped questions are ``queries/*.rq``: plain SPARQL 1.1 without GRAPH, whose first comment lines say what they ask.
They run on graph.ttl in any store, or on the union of the graphs of graph.trig and graph.nq.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph
from pyoxigraph import Literal, NamedNode

from onrecord import resources
from onrecord.errors import QueryError
from onrecord.rdf import terms
from onrecord.rdf.nodes import DEFAULT, Node
from onrecord.rdf.turtle import Speller, block

_NAME = re.compile(r"[a-z][a-z0-9-]*")
_PARAMETERS = re.compile(r"Parameters?: (\w+)")
_WORDS_ONLY = re.compile(r"""<[^<>\s]*>|\"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\w*:\w+|[?$]\w+|#.*""")
"""IRIs, strings, prefixed names, variables and comments: what may hold any word."""
_OFFSETS = re.compile(r"#char=(\d+),(\d+)$")
PROVENANCE = ("article", "passage", "quote")
"""Variables that say where an answer comes from; a table shows them as one line below it."""


@dataclass(frozen=True, slots=True)
class Question:
    """A shipped question: its name, what it asks, the SPARQL, and the variable a user may give a value for."""

    name: str
    help: str
    sparql: str
    parameter: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a question brought: rows (SELECT), yes or no (ASK), or a graph as Turtle (CONSTRUCT, DESCRIBE)."""

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    """Values as text, an empty string where there is none; IRIs in full."""
    provenance: tuple[str, ...] = ()
    """For each row one line that names article, characters and words; empty where the question asks for none."""
    truth: bool | None = None
    turtle: str | None = None


def questions() -> tuple[Question, ...]:
    """The shipped questions, sorted by name."""
    folder = resources.find("rdf", "queries")
    names = sorted(item.name.removesuffix(".rq") for item in folder.iterdir() if item.name.endswith(".rq"))
    return tuple(shipped(name) for name in names)


def shipped(name: str) -> Question:
    """The shipped question `name`. Raises QueryError with the names there are."""
    try:
        sparql = resources.text("rdf", "queries", f"{name}.rq")
    except FileNotFoundError:
        folder = resources.find("rdf", "queries")
        names = sorted(item.name.removesuffix(".rq") for item in folder.iterdir() if item.name.endswith(".rq"))
        raise QueryError(f"{name!r} is no shipped question; there are {', '.join(names)}") from None
    lines = []
    for line in sparql.splitlines():
        if not line.startswith("#"):
            break
        lines.append(line.lstrip("# "))
    parameter = _PARAMETERS.search(" ".join(lines))
    return Question(name, " ".join(lines), sparql, parameter[1] if parameter else None)


def find(question: str) -> str:
    """The SPARQL of `question`: the name of a shipped one, the path of a .rq file, or SPARQL itself.

    Raises QueryError where it is none of them.
    """
    if _NAME.fullmatch(question):
        return shipped(question).sparql
    if question.endswith((".rq", ".sparql")) and "\n" not in question:
        try:
            return Path(question).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            fault = error.strerror if isinstance(error, OSError) else "not UTF-8"
            raise QueryError(f"{question}: {fault}") from error
    if not re.search(r"\b(select|ask|construct|describe)\b", question, re.IGNORECASE):
        names = ", ".join(item.name for item in questions())
        raise QueryError(f"{question!r} is no shipped question, .rq file or SPARQL query; shipped are {names}")
    return question


def ask(store: pyoxigraph.Store, sparql: str, values: Mapping[str, str] | None = None) -> Answer:
    """Put a question to all graphs of `store`; `values` take the place of its ``VALUES ?name { … }``, as strings.

    Raises QueryError where it is not SPARQL 1.1, or names a service elsewhere: nothing here goes out on the network.
    """
    for name, value in (values or {}).items():
        sparql = _given(sparql, name, value)
    if re.search(r"\bservice\b", _WORDS_ONLY.sub(" ", sparql), re.IGNORECASE):
        raise QueryError("SERVICE asks a store elsewhere: questions are answered from the graph alone")
    prefixes = {**terms.PREFIXES, "rec": terms.REC, "act": terms.ACTION_KIND}
    try:
        found = store.query(sparql, prefixes=prefixes, use_default_graph_as_union=True)
        if isinstance(found, pyoxigraph.QueryBoolean):
            return Answer(truth=bool(found))
        if isinstance(found, pyoxigraph.QueryTriples):
            triples = sorted(set(found), key=str)
            text = pyoxigraph.serialize(triples, format=pyoxigraph.RdfFormat.N_TRIPLES)
            return Answer(turtle=_pretty((text or b"").decode("utf-8"), prefixes))
        return _rows(store, found)
    except SyntaxError as error:
        raise QueryError(f"not SPARQL 1.1: {error.msg}") from error
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"the question cannot be answered: {error}") from error


def _given(sparql: str, name: str, value: str) -> str:
    """`sparql` with `value` in the place of what its ``VALUES ?name { … }`` holds."""
    place = re.compile(rf"VALUES\s+\?{re.escape(name)}\s*\{{[^}}]*\}}", re.IGNORECASE)
    if not place.search(sparql):
        raise QueryError(f"the question takes no value for {name!r}: it has no VALUES ?{name} {{ … }}")
    return place.sub(lambda _: f"VALUES ?{name} {{ {Literal(value)} }}", sparql)


def _rows(store: pyoxigraph.Store, found: pyoxigraph.QuerySolutions) -> Answer:
    columns = tuple(variable.value for variable in found.variables)
    rows, lines = [], []
    identifiers: dict[str, str] = {}
    for solution in found:
        row = tuple(_shown(solution[name]) for name in columns)
        rows.append(row)
        lines.append(_line(store, dict(zip(columns, row, strict=True)), identifiers))
    return Answer(columns=columns, rows=tuple(rows), provenance=tuple(lines))


def _shown(value: NamedNode | pyoxigraph.BlankNode | Literal | pyoxigraph.Triple | None) -> str:
    if value is None:
        return ""
    return str(value) if isinstance(value, pyoxigraph.Triple) else value.value


def _line(store: pyoxigraph.Store, row: Mapping[str, str], identifiers: dict[str, str]) -> str:
    """Where an answer comes from: the article's id, the characters, the words."""
    article, quote = row.get("article", ""), row.get("quote", "")
    offsets = _OFFSETS.search(row.get("passage", ""))
    if article and article not in identifiers:
        identifiers[article] = _identifier(store, article)
    parts = [identifiers[article]] if article else []
    if offsets:
        parts.append(f"characters {offsets[1]}-{offsets[2]}")
    place = ", ".join(parts)
    words = " ".join(quote.split())
    return f"{place}: {words}" if place and words else place or words


def _identifier(store: pyoxigraph.Store, article: str) -> str:
    try:
        node = NamedNode(article)
    except ValueError:
        return article
    for quad in store.quads_for_pattern(node, NamedNode(terms.DCTERMS_IDENTIFIER), None):
        return quad.object.value if isinstance(quad.object, Literal) else article
    return article


def _pretty(triples: str, prefixes: Mapping[str, str]) -> str:
    """N-Triples as grouped Turtle, the same bytes each time."""
    speller = Speller(prefixes)
    nodes: dict[str, Node] = {}
    rest = []
    for quad in pyoxigraph.parse(triples, format=pyoxigraph.RdfFormat.N_TRIPLES):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            key = quad.subject.value
            nodes.setdefault(key, Node(key, DEFAULT)).add(quad.predicate.value, quad.object)
        else:
            rest.append(f"{quad.triple} .\n")
    blocks = (block(nodes[key], speller) for key in sorted(nodes))
    return speller.head() + "\n" + "".join(blocks) + "".join(rest)
