"""Queries a graph with a shipped query, a file or a string; answers are rows with their provenance, or Turtle.

Shipped queries ("questions") are ``queries/*.rq``: plain SPARQL 1.1 whose first comment lines say what they ask. They
run on the default graph in any store, except those that name a GRAPH, which need graph.trig or graph.nq.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import islice
from pathlib import Path
from threading import Thread
from typing import TypeVar

import pyoxigraph
from pyoxigraph import Literal, NamedNode

from onrecord import resources
from onrecord.errors import QueryError
from onrecord.rdf import terms
from onrecord.rdf.facts import OFFSETS, PARTICIPANTS, Facts
from onrecord.rdf.nodes import DEFAULT, Node
from onrecord.rdf.read import base
from onrecord.rdf.results import Value, shown
from onrecord.rdf.sparql import WORDS_ONLY, fault, given, known_terms, needs_evidence
from onrecord.rdf.turtle import Speller, block
from onrecord.rdf.write import prefixes

_T = TypeVar("_T")

_NAME = re.compile(r"[a-z][a-z0-9-]*")
_PARAMETERS = re.compile(r"Parameters?: (\w+)")
PROVENANCE = ("article", "passage", "quote")
"""Variables that say where an answer comes from; a table shows them as one line below it."""


@dataclass(frozen=True, slots=True)
class Question:
    """A shipped question: its name, what it asks, its SPARQL, and the variable for which a user may give a value."""

    name: str
    help: str
    sparql: str
    parameter: str | None

    @property
    def needs_evidence(self) -> bool:
        """Whether it queries named graphs, which graph.ttl and graph.jsonld do not have."""
        return needs_evidence(self.sparql)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The answer to a question: rows (SELECT), yes or no (ASK), or a graph as Turtle (CONSTRUCT, DESCRIBE)."""

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    """Values as text, IRIs in full; an empty string if a variable has no value."""
    values: tuple[tuple[Value, ...], ...] = ()
    """The same values as RDF terms."""
    provenance: tuple[str, ...] = ()
    """For each row one line with article, characters and words; empty if the query does not select `PROVENANCE`."""
    truth: bool | None = None
    turtle: str | None = None


def questions() -> tuple[Question, ...]:
    """The shipped questions, sorted by name."""
    return tuple(shipped(name) for name in _shipped_names())


def _shipped_names() -> list[str]:
    folder = resources.find("rdf", "queries")
    return sorted(item.name.removesuffix(".rq") for item in folder.iterdir() if item.name.endswith(".rq"))


def shipped(name: str) -> Question:
    """The shipped question `name`. Raises QueryError with the most similar name, or all names if none is similar."""
    try:
        sparql = resources.text("rdf", "queries", f"{name}.rq")
    except FileNotFoundError:
        raise QueryError(f"{name!r} is no shipped question; {_nearest(name)}") from None
    lines = []
    for line in sparql.splitlines():
        if not line.startswith("#"):
            break
        lines.append(line.lstrip("# "))
    parameter = _PARAMETERS.search(" ".join(lines))
    return Question(name, " ".join(lines), sparql, parameter[1] if parameter else None)


def find(question: str) -> str:
    """The SPARQL of `question`: the name of a shipped one, the path of a .rq file, or SPARQL itself.

    Raises QueryError if it is none of them.
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
        raise QueryError(f"{question!r} is no shipped question, .rq file or SPARQL query; {_nearest(question)}")
    return question


def _nearest(name: str) -> str:
    """The shipped question that `name` may be a typo for, as the end of a sentence; all of them if none is similar."""
    names = _shipped_names()
    near = get_close_matches(name.casefold(), names, n=1)
    return f"did you mean {near[0]}?" if near else f"shipped are {', '.join(names)}"


def known_name(store: pyoxigraph.Store, question: str, values: Mapping[str, str]) -> None:
    """Raise QueryError if a value for a shipped question is not a name, or part of a name, of anything in the graph.

    It is called if a question found nothing, to distinguish a misspelt name from one without answers.
    """
    asked = shipped(question) if _NAME.fullmatch(question) else None
    name = values.get(asked.parameter or "") if asked else None
    if asked is None or name is None:
        return
    graph = Facts(store)
    # questions on judgements also take labels of actions
    names = [words for node, words in graph.names() if asked.needs_evidence or graph.is_any(node, PARTICIPANTS)]
    if not any(name.casefold() in words.casefold() for words in names):
        near = get_close_matches(name, sorted(set(names)), n=1)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        raise QueryError(f"no actor, place or thing in this graph is called {name!r}{hint}")


def ask(
    store: pyoxigraph.Store,
    sparql: str,
    values: Mapping[str, str] | None = None,
    *,
    limit: int | None = None,
    seconds: float | None = None,
) -> Answer:
    """Run a query on `store`; `values` (strings) replace the content of its ``VALUES ?name { … }``.

    At most `limit` rows are returned, within `seconds`. Raises QueryError if `sparql` is not SPARQL 1.1, uses a term of
    ours that does not exist, takes too long, or accesses anything outside the graph: no query can reach the network or
    read a file.
    """
    for name, value in (values or {}).items():
        sparql = given(sparql, name, value)
    words = WORDS_ONLY.sub(" ", sparql)
    if re.search(r"\bservice\b", words, re.IGNORECASE):
        raise QueryError("SERVICE asks a store elsewhere: questions are answered from the graph alone")
    if re.search(r"\bfrom\b", words, re.IGNORECASE):
        raise QueryError("FROM names data elsewhere: questions are answered from this graph; use GRAPH for its parts")
    known_terms(sparql)
    return within(seconds, lambda: _answer(store, sparql, limit))


def within(seconds: float | None, run: Callable[[], _T]) -> _T:
    """The result of `run`; raises QueryError if it takes longer than `seconds`."""
    if seconds is None:
        return run()
    found: list[_T] = []
    failed: list[BaseException] = []

    def work() -> None:
        try:
            found.append(run())
        except BaseException as error:  # raised again in the caller's thread
            failed.append(error)

    # pyoxigraph releases the interpreter lock while it answers; an abandoned thread ends with the process
    thread = Thread(target=work, daemon=True)
    thread.start()
    thread.join(seconds)
    if failed:
        raise failed[0]
    if not found:
        raise QueryError(f"no answer within {seconds:g} seconds: ask for less, or give more time with --timeout")
    return found[0]


def _answer(store: pyoxigraph.Store, sparql: str, limit: int | None) -> Answer:
    known = {**terms.PREFIXES, "rec": terms.REC, "act": terms.ACTION_KIND}
    try:
        found = store.query(sparql, prefixes={**prefixes(base(store)), **known})
        if isinstance(found, pyoxigraph.QueryBoolean):
            return Answer(truth=bool(found))
        if isinstance(found, pyoxigraph.QueryTriples):
            triples = sorted(set(islice(found, limit)), key=str)
            text = pyoxigraph.serialize(triples, format=pyoxigraph.RdfFormat.N_TRIPLES)
            return Answer(turtle=_pretty((text or b"").decode("utf-8"), known))
        return _rows(store, found, limit)
    except SyntaxError as error:
        raise QueryError(f"not SPARQL 1.1: {fault(sparql, error.msg)}") from error
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"the question cannot be answered: {error}") from error


def shortened(store: pyoxigraph.Store) -> Callable[[str], str]:
    """A function that shortens IRIs for readers: our terms to their names, others to a prefixed name if possible."""
    spaces = {**prefixes(base(store)), **terms.PREFIXES}

    def short(value: str) -> str:
        if value in terms.LABELS:
            return terms.LABELS[value].capitalize()
        if value.startswith((terms.REC, terms.ACTION_KIND)):
            return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", value.rpartition("#")[2]).capitalize()
        found = (f"{prefix}:{value.removeprefix(space)}" for prefix, space in spaces.items() if value.startswith(space))
        return next(found, value)

    return short


def _rows(store: pyoxigraph.Store, found: pyoxigraph.QuerySolutions, limit: int | None) -> Answer:
    columns = tuple(variable.value for variable in found.variables)
    rows, lines, values = [], [], []
    identifiers: dict[str, str] = {}
    for solution in islice(found, limit):
        values.append(tuple(solution[name] for name in columns))
        row = tuple(map(shown, values[-1]))
        rows.append(row)
        lines.append(_line(store, dict(zip(columns, row, strict=True)), identifiers))
    return Answer(columns=columns, rows=tuple(rows), values=tuple(values), provenance=tuple(lines))


def _line(store: pyoxigraph.Store, row: Mapping[str, str], identifiers: dict[str, str]) -> str:
    """The provenance of an answer: the article's id, the characters, the words."""
    article, quote = row.get("article", ""), row.get("quote", "")
    offsets = OFFSETS.search(row.get("passage", ""))
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
    """N-Triples as grouped Turtle; the same triples give the same bytes."""
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
