"""Explains a node to a reader by all its evidence: passages, reports, rules, confidence, judgements."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from difflib import get_close_matches

import pyoxigraph

from onrecord.errors import QueryError
from onrecord.rdf import terms
from onrecord.rdf.describe import Graph, Lines
from onrecord.rdf.facts import PARTICIPANTS, short
from onrecord.rdf.read import vocabulary
from onrecord.rdf.write import prefixes


def explain_node(store: pyoxigraph.Store, name: str) -> str:
    """The evidence for the node `name`: an IRI, a prefixed name (``rec:Report``) or an actor's exact name.

    For an IRI that was replaced, the replacement is explained. Raises QueryError if the graph has no such node.
    """
    graph = Graph(store)
    node = _find(graph, name)
    lines: Lines = []
    replaced = graph.one(node, terms.DCTERMS_IS_REPLACED_BY)
    if replaced:
        lines.append(f"{node} was replaced by {replaced}: the articles speak of one and the same.")
        node = replaced
    if node.startswith((terms.REC, terms.ACTION_KIND)):  # first: the graph has labels for these too
        return "\n".join(_term(node)) + "\n"
    teller = next((tell for kind, tell in _TELLERS.items() if graph.is_a(node, kind)), _anything)
    told = teller(graph, node)
    if not told:
        raise QueryError(f"{name!r} is no node of this graph")
    lines += [*_head(graph, node), *told, *_judgements(graph, node)]
    return "\n".join(lines) + "\n"


def _find(graph: Graph, name: str) -> str:
    """The IRI that `name` stands for."""
    name = name.strip().strip("<>")
    prefix, colon, local = name.partition(":")
    spaces = prefixes(graph.base)
    if colon and prefix in spaces and not local.startswith("//"):
        return spaces[prefix] + local
    if re.match(r"[a-z][a-z0-9+.-]*:\S+$", name):
        return name
    found = _named(graph, name)
    if len(found) == 1:
        return found[0]
    if found:
        shown = "; ".join(graph.called(item) for item in found)
        raise QueryError(f"{name!r} is a name of {len(found)} nodes; give one of their IRIs: {shown}")
    near = get_close_matches(name, sorted({words for _, words in graph.names()}), n=3)
    hint = f"; there is {', '.join(map(repr, near))}" if near else ""
    raise QueryError(f"{name!r} is no IRI, and nothing in this graph bears that name{hint}")


def _named(graph: Graph, name: str) -> list[str]:
    """The nodes called `name`: by their own name, by another printed name, or by either in a different case."""
    own, other = graph.names(terms.SKOS_PREF_LABEL), graph.names(terms.SKOS_ALT_LABEL)
    exact = ([node for node, words in names if words == name] for names in (own, other))
    loose = [node for node, words in (*own, *other) if words.casefold() == name.casefold()]
    for nodes in (*exact, loose):
        # participants are preferred: many events may have a one-word label
        found = sorted({node for node in nodes if graph.is_any(node, PARTICIPANTS)} or {*nodes})
        if found:
            return found
    return []


def _head(graph: Graph, node: str) -> Lines:
    kind = graph.narrowest(node)
    title = graph.name(node)
    return [f"{title}  ({short(kind)})" if title != node else short(kind), f"<{node}>"]


def _actor(graph: Graph, node: str) -> Lines:
    lines = []
    if labels := sorted(graph.texts(node, terms.SKOS_ALT_LABEL)):
        lines.append("Also called: " + "; ".join(labels))
    if graph.text(node, terms.NAMED) == "false":
        lines.append("Not named in any article.")
    for predicate, words in _BESIDE:
        lines += [f"{words}: {graph.called(other)}" for other in graph.many(node, predicate)]
    lines += [f"Belongs to: {graph.called(other)}" for other in graph.back(terms.MEMBER, node)]
    lines += _mentions(graph, node)
    for predicate, words in _ROLES:
        lines += _section(words, (graph.report(report) for report in graph.back(predicate, node)))
    for predicate, own, words in _VOICES:
        said = (item for statement in graph.back(predicate, node) for item in graph.many(statement, terms.PRINTED_AS))
        lines += _section(words, (graph.printing(item) for item in dict.fromkeys([*said, *graph.back(own, node)])))
    articles = graph.back(terms.SCHEMA_PUBLISHER, node)
    return lines + _section("Publisher of", ([graph.article(article)] for article in articles))


def _mentions(graph: Graph, node: str) -> Lines:
    """All mentions with the words around them; if the graph has no evidence, the sentences that mention the node."""
    if spans := graph.back(terms.REFERS_TO, node):
        return _section("Mentioned", (graph.mention(passage, node) for passage in spans))
    found = graph.back(terms.SCHEMA_MENTIONS, node)
    return _section("Mentioned in", ([f"{graph.place(item)} {graph.exact(item)}"] for item in found))


_BESIDE = (
    (terms.MEMBER, "Member"),
    (terms.POSSIBLY_SAME, "Possibly the same as"),
    (terms.SCHEMA_SAME_AS, "Elsewhere known as"),
)
_ROLES = (
    (terms.REPORTED_AGENT, "Reported to do"),
    (terms.REPORTED_PATIENT, "Reported to be acted upon"),
    (terms.ON_DIRECTIVE_OF, "Reported to direct"),
    (terms.REPORTED_PLACE, "Reported as the place"),
)
_VOICES = (
    (terms.SPEAKER, terms.REPORTED_SPEAKER, "Quoted or reported as saying"),
    (terms.ON_BEHALF_OF, terms.REPORTED_ON_BEHALF_OF, "Spoken for"),
    (terms.ADDRESSEE, terms.REPORTED_ADDRESSEE, "Told"),
    (terms.VIA, terms.REPORTED_VIA, "Relays"),
)


def _action(graph: Graph, node: str) -> Lines:
    lines = [f"Kind: {short(graph.one(node, terms.KIND) or '')}"]
    if graph.text(node, terms.ASSERTED) == "true":
        for predicate, words in ((terms.AGENT, "Agent"), (terms.PATIENT, "Patient"), (terms.AT_PLACE, "Place")):
            lines += [f"{words}: {graph.called(other)}" for other in graph.many(node, predicate)]
        lines += [f"Date: {date}" for date in sorted(graph.texts(node, terms.DATE))]
    else:
        lines.append("No article asserts it: it is only said, ordered, planned, possible or denied.")
    lines += _section("Reported in", (graph.report(report) for report in graph.many(node, terms.REPORTED_IN)))
    under = graph.back(terms.UNDER, node)
    lines += _section("What it orders, demands, threatens or plans", (graph.report(report) for report in under))
    return lines + _disagreements(graph, node)


def _statement(graph: Graph, node: str) -> Lines:
    lines = [f"Kind: {', '.join(short(graph.one(node, p) or '') for p in _NATURE)}"]
    for predicate, words in _PARTIES:
        lines += [f"{words}: {graph.called(other)}" for other in graph.many(node, predicate)]
    lines += [f"Medium: {words}" for words in sorted(graph.texts(node, terms.MEDIUM))]
    lines += [f"Date: {date}" for date in sorted(graph.texts(node, terms.DATE))]
    lines += _section("Printed in", (graph.printing(printing) for printing in graph.many(node, terms.PRINTED_AS)))
    lines += _section("How the printings differ", (graph.variant(item) for item in graph.many(node, terms.HAS_VARIANT)))
    said = graph.back(terms.ATTRIBUTED_TO, node)
    return lines + _section("What is said in it to be done", (graph.report(report) for report in said))


_NATURE = (terms.STATEMENT_KIND, terms.MODE, terms.STANCE)
_PARTIES = (
    (terms.SPEAKER, "Speaker"),
    (terms.ON_BEHALF_OF, "On behalf of"),
    (terms.ADDRESSEE, "Told to"),
    (terms.VIA, "Relayed by"),
    (terms.ABOUT, "About"),
    (terms.WITHIN, "Within"),
)


def _report(graph: Graph, node: str) -> Lines:
    lines = [f"Report of: {graph.called(action)}" for action in graph.back(terms.REPORTED_IN, node)]
    return lines + graph.report(node) + _words(graph, node)


def _printing(graph: Graph, node: str) -> Lines:
    lines = [f"Printing of: <{statement}>" for statement in graph.back(terms.PRINTED_AS, node)]
    return lines + graph.printing(node) + _words(graph, node)


def _words(graph: Graph, node: str) -> Lines:
    """The passages of a report or printing, by role."""
    found = ((predicate, passage) for predicate in _PARTS for passage in graph.many(node, predicate))
    return [f"  {short(p)}: {graph.place(passage)} “{graph.exact(passage)}”" for p, passage in found]


_PARTS = (
    terms.TRIGGER, terms.AGENT_SPAN, terms.PATIENT_SPAN, terms.DATE_SPAN, terms.SOURCE, terms.CUE,
    terms.CONTENT, terms.MEDIUM_SPAN,
)  # fmt: skip


def _passage(graph: Graph, node: str) -> Lines:
    lines = [f"{graph.place(node)} “{graph.exact(node)}”"]
    lines += [] if graph.is_a(node, terms.CLASS_PASSAGE) else [f"  {graph.around(node)}"]
    lines += [f"Refers to: {graph.called(actor)}" for actor in graph.many(node, terms.REFERS_TO)]
    lines += [f"Mentions: {graph.called(actor)}" for actor in graph.many(node, terms.SCHEMA_MENTIONS)]
    reports = sorted({item for p in (*_PARTS, *_FROM) for item in graph.back(p, node)})
    lines += _section("Reports", (graph.report(item) for item in reports if graph.is_a(item, terms.CLASS_REPORT)))
    printings = (graph.printing(item) for item in reports if graph.is_a(item, terms.CLASS_PRINTING))
    return lines + _section("Statements", printings)


_FROM = (terms.PROV_WAS_DERIVED_FROM, terms.CONTINUED_IN)


def _article(graph: Graph, node: str) -> Lines:
    lines = [graph.article(node)]
    lines += [f"{short(p)}: {words}" for p, words in graph.said(node) if p != terms.DCTERMS_IDENTIFIER]
    inside = graph.back(terms.IN_ARTICLE, node)
    lines += _section("Reports", (graph.report(item) for item in inside if graph.is_a(item, terms.CLASS_REPORT)))
    printings = (graph.printing(item) for item in inside if graph.is_a(item, terms.CLASS_PRINTING))
    return lines + _section("Statements", printings)


def _anything(graph: Graph, node: str) -> Lines:
    """Any other node, such as a part: its properties and the wholes it belongs to."""
    lines = [f"{short(predicate)}: {words}" for predicate, words in graph.said(node)]
    wholes = graph.wholes(node)
    lines += [f"Part of: {graph.called(whole)}" for whole in wholes[:_MOST]]
    return lines + ([f"… and of {len(wholes) - _MOST:,} more"] if len(wholes) > _MOST else [])


def _judge(graph: Graph, node: str) -> Lines:
    """A rule or a person, with their judgements."""
    made = graph.back(terms.PROV_WAS_ATTRIBUTED_TO, node)
    lines = [f"Judged {len(made):,} times" if len(made) != 1 else "Judged once"]
    lines += _section("The first of its judgements", (graph.judgement(item) for item in made[:_MOST]))
    return lines


def _position(graph: Graph, node: str) -> Lines:
    """A position, within its disagreement."""
    found = graph.back(terms.HAS_POSITION, node)
    lines = [f"One of the positions of: <{item}>" for item in found]
    return lines + [line for item in found for line in _disagreement(graph, item)]


_MOST = 10
"""Most items of a list that are shown."""


def _term(node: str) -> Lines:
    """A term of the ontology: its definition and example."""
    ontology = Graph(vocabulary())
    words = [ontology.text(node, predicate) for predicate in _DEFINED]
    if not any(words):
        raise QueryError(f"{node} is no term of the ontology")
    label, alternative, definition, example = words
    return [f"{label or alternative}  ({short(node)})", f"<{node}>", definition, f"Example: {example}"]


_DEFINED = (terms.RDFS_LABEL, terms.SKOS_PREF_LABEL, terms.SKOS_DEFINITION, terms.SKOS_EXAMPLE)


def _disagreement(graph: Graph, node: str) -> Lines:
    lines = [f"About: {graph.called(about)}" for about in graph.many(node, terms.CONCERNS)]
    return lines + graph.disagreement(node)


def _disagreements(graph: Graph, node: str) -> Lines:
    found = [item for item in graph.back(terms.CONCERNS, node) if graph.is_a(item, terms.CLASS_DISAGREEMENT)]
    return _section("Disagreements", (graph.disagreement(item) for item in found))


def _judgements(graph: Graph, node: str) -> Lines:
    return _section("Judgements", (graph.judgement(item) for item in graph.back(terms.JUDGES, node)))


def _section(title: str, parts: Iterator[Lines]) -> Lines:
    """A heading with the number of its parts, then the parts, indented; empty if there are none."""
    found = [part for part in parts if part]
    if not found:
        return []
    return ["", f"{title} ({len(found)})", *(f"  {line}" for part in found for line in part)]


_OTHER = "A term of another vocabulary, used in this graph; its own documentation is at its IRI."
_TELLERS: dict[str, Callable[[Graph, str], Lines]] = {
    terms.CLASS_ACTOR: _actor,
    terms.CLASS_PRODUCT: _actor,
    terms.CLASS_PLACE: _actor,
    terms.CLASS_THING: _actor,
    terms.CLASS_ACTION: _action,
    terms.CLASS_STATEMENT: _statement,
    terms.CLASS_REPORT: _report,
    terms.CLASS_PRINTING: _printing,
    terms.CLASS_PASSAGE: _passage,
    terms.CLASS_SPAN: _passage,
    terms.CLASS_ARTICLE: _article,
    terms.CLASS_DISAGREEMENT: _disagreement,
    terms.CLASS_POSITION: _position,
    terms.CLASS_RULE: _judge,
    terms.PROV_CLASS_PERSON: _judge,
    terms.OWL_CLASS_CLASS: lambda *_: [_OTHER],
    terms.OWL_CLASS_OBJECT_PROPERTY: lambda *_: [_OTHER],
    terms.OWL_CLASS_DATATYPE_PROPERTY: lambda *_: [_OTHER],
    terms.OWL_CLASS_ANNOTATION_PROPERTY: lambda *_: [_OTHER],
    terms.CLASS_JUDGEMENT: lambda graph, node: graph.judgement(node),
    terms.CLASS_VARIANT: lambda graph, node: graph.variant(node),
}
