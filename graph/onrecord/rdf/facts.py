"""Reads a graph node by node, everything sorted: the properties of a node and its place in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pyoxigraph
from pyoxigraph import Literal, NamedNode

from onrecord.rdf import read, terms

OFFSETS = re.compile(r"#char=(\d+),(\d+)$")
"""End of an IRI that identifies characters of a text."""
_AROUND = 60
"""Characters shown before and after a mention."""
PARTICIPANTS = (terms.CLASS_ACTOR, terms.CLASS_PRODUCT, terms.CLASS_PLACE, terms.CLASS_THING)
"""Classes of nodes with names of their own; actions and statements only have labels."""
_DEEPEST = {name: len(above) for name, above in terms.ANCESTORS.items()}


def short(iri: str) -> str:
    """A term with its prefix; one of our values as plain words ("ordered" for rec:OrderedModality)."""
    if iri in _VALUES:
        return _VALUES[iri]
    for prefix, space in {**terms.PREFIXES, "rec": terms.REC, "act": terms.ACTION_KIND}.items():
        if iri.startswith(space):
            local = iri.removeprefix(space)
            return local if prefix in {"rec", "act"} else f"{prefix}:{local}"
    return iri


_VALUES = {iri: value.replace("_", " ") for (_, value), iri in terms.VALUES.items()}


class Facts:
    """A store read node by node, everything sorted."""

    def __init__(self, store: pyoxigraph.Store) -> None:
        self.store = store
        self._by_text: dict[str, list[str]] = {}

    @property
    def base(self) -> str:
        """The base of the instance IRIs, taken from the articles."""
        return read.base(self.store)

    def _objects(self, node: str, predicate: str) -> list[NamedNode | Literal]:
        try:
            subject = NamedNode(node)
        except ValueError:
            return []
        found = {quad.object for quad in self.store.quads_for_pattern(subject, NamedNode(predicate), None)}
        return sorted((item for item in found if isinstance(item, NamedNode | Literal)), key=str)

    def many(self, node: str, predicate: str) -> list[str]:
        """IRIs that are objects of a predicate; passages are in text order."""
        found = [item.value for item in self._objects(node, predicate) if isinstance(item, NamedNode)]
        return sorted(found, key=order)

    def one(self, node: str, predicate: str) -> str | None:
        """The first of `many`."""
        return next(iter(self.many(node, predicate)), None)

    def texts(self, node: str, predicate: str) -> list[str]:
        """Literals that are objects of a predicate."""
        return [item.value for item in self._objects(node, predicate) if isinstance(item, Literal)]

    def text(self, node: str, predicate: str) -> str:
        """The first of `texts`, or an empty string."""
        return next(iter(self.texts(node, predicate)), "")

    def subjects(self, predicate: str, value: NamedNode | Literal) -> list[str]:
        """Subjects of a predicate with an object."""
        found = {quad.subject for quad in self.store.quads_for_pattern(None, NamedNode(predicate), value)}
        return sorted((item.value for item in found if isinstance(item, NamedNode)), key=order)

    def back(self, predicate: str, node: str) -> list[str]:
        """Subjects of a predicate with the node `node`."""
        return self.subjects(predicate, NamedNode(node))

    def names(self, predicate: str = "") -> list[tuple[str, str]]:
        """Nodes with their names, or with the values of `predicate`; our own kinds and values are left out."""
        predicates = (predicate,) if predicate else (terms.SKOS_PREF_LABEL, terms.SKOS_ALT_LABEL)
        found = [
            (quad.subject.value, quad.object.value)
            for name in predicates
            for quad in self.store.quads_for_pattern(None, NamedNode(name), None)
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal)
        ]
        return [item for item in found if not item[0].startswith((terms.REC, terms.ACTION_KIND))]

    def is_any(self, node: str, kinds: Iterable[str]) -> bool:
        """Whether a node is of one of several classes."""
        return not {*kinds}.isdisjoint(self.many(node, terms.RDF_TYPE))

    def is_a(self, node: str, kind: str) -> bool:
        """Whether a node is of a class."""
        return kind in self.many(node, terms.RDF_TYPE)

    def narrowest(self, node: str) -> str:
        """The most specific class of a node."""
        kinds = self.many(node, terms.RDF_TYPE) or [""]
        return max(kinds, key=lambda kind: (_DEEPEST.get(kind.removeprefix(terms.REC), 0), kind))

    def name(self, node: str) -> str:
        """A readable name for a node."""
        for predicate in (terms.DCTERMS_IDENTIFIER, terms.SKOS_PREF_LABEL, terms.RDFS_LABEL, terms.SCHEMA_TEXT):
            if words := self.text(node, predicate):
                return words
        printing = self.one(node, terms.PRINTED_AS)
        return (self.text(printing, terms.SCHEMA_TEXT) or node) if printing else node

    def called(self, node: str) -> str:
        """The name of a node and its IRI."""
        name = self.name(node)
        return f"<{node}>" if name == node else f"{name} <{node}>"

    def said(self, node: str) -> list[tuple[str, str]]:
        """Predicates and objects of a node in words, without types."""
        found = set()
        try:
            subject = NamedNode(node)
        except ValueError:
            return []
        for quad in self.store.quads_for_pattern(subject, None, None):
            if quad.predicate.value != terms.RDF_TYPE and isinstance(quad.object, NamedNode | Literal):
                value = quad.object.value
                known = isinstance(quad.object, NamedNode) and value not in _VALUES
                words = self.name(value) if known else short(value)
                found.add((quad.predicate.value, words))
        return sorted(found)

    def wholes(self, node: str) -> list[str]:
        """The nodes that refer to a node."""
        found = {quad.subject for quad in self.store.quads_for_pattern(None, None, NamedNode(node))}
        return sorted(item.value for item in found if isinstance(item, NamedNode))

    # ------------------------------------------------------------ places in texts

    def place(self, passage: str) -> str:
        """Article and characters of a passage."""
        text, span = passage.partition("#")[0], OFFSETS.search(passage)
        article = self.one(text, terms.IN_ARTICLE)
        where = f"{span[1]}-{span[2]}" if span else "?"
        return f"[{self.name(article) if article else '?'} {where}]"

    def exact(self, passage: str) -> str:
        """The words of a sentence or span, on one line."""
        quoted = (
            words for item in self.many(passage, terms.OA_HAS_SELECTOR) for words in self.texts(item, terms.OA_EXACT)
        )
        return line(self.text(passage, terms.QUOTE) or next(quoted, ""))

    def around(self, passage: str) -> str:
        """The words of a span within the sentence around it."""
        text, span = passage.partition("#")[0], OFFSETS.search(passage)
        if not span:
            return ""
        start, end = int(span[1]), int(span[2])
        for sentence in self._sentences(text):
            place = OFFSETS.search(sentence)
            if place and int(place[1]) <= start and end <= int(place[2]):
                words, first = self.text(sentence, terms.QUOTE), int(place[1])
                before, inside, after = words[: start - first], words[start - first : end - first], words[end - first :]
                return f"{line(before[-_AROUND:], strip=False)}[{line(inside)}]{line(after[:_AROUND], strip=False)}"
        return ""

    def _sentences(self, text: str) -> list[str]:
        if text not in self._by_text:
            article = self.one(text, terms.IN_ARTICLE)
            inside = self.back(terms.IN_ARTICLE, article) if article else []
            self._by_text[text] = [item for item in inside if self.is_a(item, terms.CLASS_PASSAGE)]
        return self._by_text[text]


def order(iri: str) -> tuple[str, int, int]:
    """Sort key of IRIs: passages are in text order."""
    span = OFFSETS.search(iri)
    return (iri[: span.start()], int(span[1]), int(span[2])) if span else (iri, 0, 0)


def line(words: str, *, strip: bool = True) -> str:
    """Words on one line."""
    flat = re.sub(r"\s+", " ", words)
    return flat.strip() if strip else flat
