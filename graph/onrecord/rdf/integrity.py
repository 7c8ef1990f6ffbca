"""Checks each graph against the digest that it contains of itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from onrecord.rdf import terms
from onrecord.rdf.digest import SAYS, Digest, Triple, about
from onrecord.rdf.ntriples import Quad, number, short, shown, triples
from onrecord.rdf.verdict import Problem


def broken(whole: set[Quad]) -> Iterator[Problem]:
    """A problem for each graph that was changed since it was written, or that is missing."""
    named: dict[str, set[Triple]] = defaultdict(set)
    for quad in whole:
        named[quad[3]].add(quad[:3])
    seals = {name: about(graph) for name, graph in named.items()}
    parts = {item[2].strip("<>") for item in triples(whole) if item[1] == terms.DCTERMS_HAS_PART}
    for name in sorted({"", *named}):
        yield from _sealed(name, named[name], seals.get(name, set()))
    if set(named) - {""}:
        written = {seal for found in seals.values() for seal in found}
        last = {subject for subject, p, _, _ in whole if p == terms.DCTERMS_HAS_PART}
        for more in sorted(last)[1:] + sorted(last & parts):
            yield Problem("graph", more, "one graph names the others, and itself it does not")
        for gone in sorted(parts - written):
            yield Problem("graph", gone, "a graph that was written with the others is not there")
        for more in sorted(written - parts - last):
            yield Problem("graph", more, "this graph was not written with the others")


def _sealed(name: str, graph: set[Triple], seals: set[str]) -> Iterator[Problem]:
    found = Digest()
    found.add(triple for triple in graph if triple[0] not in seals)
    said = {subject: dict[str, str]() for subject in seals}
    for subject, predicate, value in sorted(graph):
        if subject not in said or predicate == terms.DCTERMS_HAS_PART:
            continue
        if predicate not in SAYS or predicate in said[subject]:
            yield Problem("graph", subject, f"{short(predicate)} {shown(value)} is nothing a graph says of itself")
        said[subject][predicate] = value
    if len(seals) != 1:
        yield Problem("graph", name, f"one digest was written into the graph, it has {len(seals)}")
    for subject, values in said.items():
        for predicate in sorted(set(SAYS) - set(values)):
            yield Problem("graph", subject, f"the graph does not give its {short(predicate)}")
        if number(values.get(terms.TRIPLES, "")) != found.triples or values.get(terms.DIGEST) != f'"{found.digest}"':
            written = number(values.get(terms.TRIPLES, ""))
            change = f"{written} triples were written, it has {found.triples}"
            yield Problem("graph", subject, f"the graph has been changed: its digest is another; {change}")
