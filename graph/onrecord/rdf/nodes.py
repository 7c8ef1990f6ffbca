"""Nodes to be written, with all their triples in one graph, in the order in which people read them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from onrecord.rdf import terms
from onrecord.rdf.values import Term, iri

DEFAULT = ""
"""Name of the default graph."""


@dataclass(slots=True)
class Node:
    """One subject and its triples in the graph with the IRI `graph` (or `DEFAULT`): pairs of predicate and object."""

    subject: str
    graph: str
    rows: list[tuple[str, Term]] = field(default_factory=list)
    _grouped: tuple[int, list[tuple[str, dict[str, Term]]]] | None = field(default=None, compare=False, repr=False)

    def add(self, predicate: str, *objects: Term | None) -> Node:
        """Add triples to the node and return it; objects that are None are skipped."""
        self.rows += [(predicate, value) for value in objects if value is not None]
        return self

    def link(self, predicate: str, targets: Iterable[str | None]) -> Node:
        """`add` for IRIs given as strings."""
        self.rows += [(predicate, iri(target)) for target in targets if target]
        return self

    def grouped(self) -> Sequence[tuple[str, Mapping[str, Term]]]:
        """Predicates with their objects, without repetition: types first, then labels, then by predicate.

        The key of each object is its N-Triples form, so that it is serialised only once for the digest and all formats.
        """
        # called by the digest and by each format: regrouped only if triples were added since
        if self._grouped is None or self._grouped[0] != len(self.rows):
            self._grouped = (len(self.rows), list(_grouped(self.rows)))
        return self._grouped[1]


def _grouped(rows: Iterable[tuple[str, Term]]) -> Iterator[tuple[str, dict[str, Term]]]:
    found: dict[str, dict[str, Term]] = {}
    for predicate, value in rows:
        known = found.get(predicate)
        if known is None:
            found[predicate] = {str(value): value}
        else:
            known[str(value)] = value
    for predicate in _in_order(tuple(found)) if len(found) > 1 else found:
        values = found[predicate]
        # types keep the order in which they were added: from general to specific
        single = len(values) == 1 or predicate == terms.RDF_TYPE
        yield predicate, values if single else {key: values[key] for key in sorted(values)}


_FIRST = {name: rank for rank, name in enumerate((terms.SKOS_PREF_LABEL, terms.RDFS_LABEL, terms.SKOS_ALT_LABEL))}


@cache
def _place(predicate: str) -> tuple[bool, int, str]:
    return predicate != terms.RDF_TYPE, _FIRST.get(predicate, len(_FIRST)), predicate


@lru_cache(maxsize=1 << 12)
def _in_order(predicates: tuple[str, ...]) -> list[str]:
    """Predicates in the order of writing; the same few come together again and again."""
    return sorted(predicates, key=_place)


def single(subject: str, graph: str, *rows: tuple[str, Term]) -> Node:
    """A new node with one object for each predicate, given in the order of `Node.grouped`."""
    return Node(subject, graph, [*rows], (len(rows), [(predicate, {str(value): value}) for predicate, value in rows]))


def typed(subject: str, graph: str, *types: str) -> Node:
    """A new node of the given types."""
    return Node(subject, graph).link(terms.RDF_TYPE, types)


def of_class(subject: str, graph: str, name: str) -> Node:
    """A new node of our class `name` and its superclasses, so that it is found without reasoning."""
    return typed(subject, graph, *_classes(name))


@cache
def _classes(name: str) -> tuple[str, ...]:
    return tuple(terms.REC + above for above in terms.ANCESTORS[name])
