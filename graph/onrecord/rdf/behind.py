"""Reads the nodes of a graph and says in lines of text what is behind each; `explain` puts them together."""

from __future__ import annotations

import re

import pyoxigraph
from pyoxigraph import Literal, NamedNode

from onrecord import ids
from onrecord.rdf import terms

Lines = list[str]
_SPAN = re.compile(r"#char=(\d+),(\d+)$")
_DEEPEST = {name: len(above) for name, above in terms.ANCESTORS.items()}


def short(iri: str) -> str:
    """A term with its prefix; the words of our values ("ordered" for rec:OrderedModality)."""
    if iri in _VALUES:
        return _VALUES[iri]
    for prefix, space in {**terms.PREFIXES, "rec": terms.REC, "act": terms.ACTION_KIND}.items():
        if iri.startswith(space):
            local = iri.removeprefix(space)
            return local if prefix in {"rec", "act"} else f"{prefix}:{local}"
    return iri


_VALUES = {iri: value.replace("_", " ") for (_, value), iri in terms.VALUES.items()}


class Graph:
    """A store read node by node, everything sorted."""

    def __init__(self, store: pyoxigraph.Store) -> None:
        self.store = store

    @property
    def base(self) -> str:
        """The base of the instance IRIs, as the articles show it."""
        for quad in self.store.quads_for_pattern(None, NamedNode(terms.RDF_TYPE), NamedNode(terms.CLASS_ARTICLE)):
            if isinstance(quad.subject, NamedNode):
                return quad.subject.value.rpartition("article/")[0]
        return ids.DEFAULT_BASE

    def _objects(self, node: str, predicate: str) -> list[NamedNode | Literal]:
        try:
            subject = NamedNode(node)
        except ValueError:
            return []
        found = {quad.object for quad in self.store.quads_for_pattern(subject, NamedNode(predicate), None)}
        return sorted((item for item in found if isinstance(item, NamedNode | Literal)), key=str)

    def many(self, node: str, predicate: str) -> list[str]:
        """IRIs that are objects of a predicate; passages in the order of the text."""
        found = [item.value for item in self._objects(node, predicate) if isinstance(item, NamedNode)]
        return sorted(found, key=_order)

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
        return sorted((item.value for item in found if isinstance(item, NamedNode)), key=_order)

    def back(self, predicate: str, node: str) -> list[str]:
        """Subjects of a predicate with the node `node`."""
        return self.subjects(predicate, NamedNode(node))

    def labelled(self, name: str) -> list[str]:
        """Nodes that are also called `name`."""
        return self.subjects(terms.SKOS_ALT_LABEL, Literal(name))

    def is_a(self, node: str, kind: str) -> bool:
        """Whether a node is of a class."""
        return kind in self.many(node, terms.RDF_TYPE)

    def narrowest(self, node: str) -> str:
        """The most particular class of a node."""
        kinds = self.many(node, terms.RDF_TYPE) or [""]
        return max(kinds, key=lambda kind: (_DEEPEST.get(kind.removeprefix(terms.REC), 0), kind))

    def name(self, node: str) -> str:
        """What to call a node."""
        for predicate in (terms.SKOS_PREF_LABEL, terms.DCTERMS_IDENTIFIER, terms.SCHEMA_TEXT, terms.RDFS_LABEL):
            if words := self.text(node, predicate):
                return words
        printing = self.one(node, terms.PRINTED_AS)
        return (self.text(printing, terms.SCHEMA_TEXT) or node) if printing else node

    def called(self, node: str) -> str:
        """The name of a node and its IRI."""
        name = self.name(node)
        return f"<{node}>" if name == node else f"{name} <{node}>"

    def said(self, node: str) -> list[tuple[str, str]]:
        """Predicates and objects of a node, except types, in words."""
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
        """What points at a node."""
        found = {quad.subject for quad in self.store.quads_for_pattern(None, None, NamedNode(node))}
        return sorted(item.value for item in found if isinstance(item, NamedNode))

    # ------------------------------------------------------------ places in texts

    def place(self, passage: str) -> str:
        """Article and characters of a passage."""
        article, span = self.one(passage, terms.IN_ARTICLE), _SPAN.search(passage)
        where = f"{span[1]}-{span[2]}" if span else "?"
        return f"[{self.name(article) if article else '?'} {where}]"

    def _selector(self, passage: str, predicate: str) -> str:
        return next(
            (words for item in self.many(passage, terms.OA_HAS_SELECTOR) for words in self.texts(item, predicate)), ""
        )

    def exact(self, passage: str) -> str:
        """The words of a passage, on one line."""
        return _line(self._selector(passage, terms.OA_EXACT))

    def around(self, passage: str) -> str:
        """The words of a passage between those that stand before and after it."""
        before, after = self._selector(passage, terms.OA_PREFIX), self._selector(passage, terms.OA_SUFFIX)
        return f"…{_line(before, strip=False)}[{self.exact(passage)}]{_line(after, strip=False)}…"

    # ------------------------------------------------------------ what is behind

    def article(self, node: str) -> str:
        """An article in one line."""
        parts = [
            self.name(node),
            *self.texts(node, terms.SCHEMA_HEADLINE),
            *self.texts(node, terms.SCHEMA_DATE_PUBLISHED),
        ]
        publisher = self.one(node, terms.SCHEMA_PUBLISHER)
        return ", ".join([*parts, self.name(publisher)] if publisher else parts)

    def mention(self, passage: str, actor: str) -> Lines:
        """A mention with the words around it."""
        forms = ", ".join(short(form) for form in self.many(passage, terms.FORM))
        others = [self.name(other) for other in self.many(passage, terms.REFERS_TO) if other != actor]
        also = f", also of {', '.join(others)}" if others else ""
        return [f"{self.place(passage)} “{self.exact(passage)}” ({forms}{also})", f"  {self.around(passage)}"]

    def _grounds(self, node: str) -> Lines:
        """The sentences a report or printing was read from, and by which rule with what confidence."""
        lines = [f"  {self.place(item)} {self.exact(item)}" for item in self.many(node, terms.PROV_WAS_DERIVED_FROM)]
        return [*lines, f"  rule {self.text(node, terms.RULE)}, confidence {self.text(node, terms.CONFIDENCE)}"]

    def report(self, node: str) -> Lines:
        """A report: who did what to whom, in which mood and whose voice, and where it stands."""
        agents = " and ".join(self.name(item) for item in self.many(node, terms.REPORTED_AGENT)) or "(nobody named)"
        patients = ", ".join(self.name(item) for item in self.many(node, terms.REPORTED_PATIENT))
        trigger = " … ".join(self.exact(item) for item in self.many(node, terms.TRIGGER))
        kind = short(self.one(node, terms.REPORTED_KIND) or "")
        mood = [short(self.one(node, predicate) or "") for predicate in (terms.POLARITY, terms.MODALITY)]
        mood = ["given as done" if words == "asserted" else words for words in mood]
        told = [f"{agents} · {trigger}" + (f" · {patients}" if patients else ""), kind, *mood]
        told += [f"on {date}" for date in self.texts(node, terms.REPORTED_DATE)]
        told += [f"in {self.name(item)}" for item in self.many(node, terms.REPORTED_PLACE)]
        told += [f"under: {self.name(item)}" for item in self.many(node, terms.UNDER)]
        voices = ", ".join(self.name(item) for item in self.many(node, terms.SEM_ACCORDING_TO))
        asserted = self.text(node, terms.ASSERTED) == "true"
        told.append("asserted by the article" if asserted else f"according to {voices}" if voices else "not asserted")
        return ["; ".join(told), *self._grounds(node)]

    def printing(self, node: str) -> Lines:
        """A printing: whose words, how, to whom and via whom, and where they stand."""
        names = {
            words: ", ".join(self.name(item) for item in self.many(node, predicate))
            for predicate, words in (
                (terms.REPORTED_ON_BEHALF_OF, "for"),
                (terms.REPORTED_ADDRESSEE, "told to"),
                (terms.REPORTED_OUTLET, "relayed by"),
            )
        }
        speakers = ", ".join(self.name(item) for item in self.many(node, terms.REPORTED_SPEAKER)) or "(nobody named)"
        told = [f"{speakers}: {_line(self.text(node, terms.SCHEMA_TEXT))}"]
        told += [f"{words} {value}" for words, value in names.items() if value]
        told += [short(value) for p in (terms.MODE, terms.STANCE) for value in self.many(node, p)]
        told += [f"on {date}" for date in self.texts(node, terms.REPORTED_DATE)]
        return ["; ".join(told), *self._grounds(node)]

    def variant(self, node: str) -> Lines:
        """How two printings differ."""
        left, right = self.one(node, terms.LEFT), self.one(node, terms.RIGHT)
        lines = [f"{short(self.one(node, terms.RELATION) or '')}: {self._where(left)} against {self._where(right)}"]
        changes = sorted(self.many(node, terms.CHANGE), key=lambda item: int(self.text(item, terms.ORDER) or 0))
        pairs = ((self.text(item, terms.LEFT_WORDS), self.text(item, terms.RIGHT_WORDS)) for item in changes)
        return [*lines, *(f"  “{old}” has become “{new}”" if new else f"  “{old}” is left out" for old, new in pairs)]

    def _where(self, printing: str | None) -> str:
        passages = self.many(printing, terms.PROV_WAS_DERIVED_FROM) if printing else []
        return self.place(passages[0]) if passages else "?"

    def disagreement(self, node: str) -> Lines:
        """The positions and what gives them."""
        lines = [f"They differ in the {short(self.one(node, terms.ASPECT) or '')}:"]
        for position in self.many(node, terms.POSITION):
            lines.append(f"  {self.text(position, terms.VALUE)}")
            for given in self.many(position, terms.GIVEN_BY):
                passages = self.many(given, terms.PROV_WAS_DERIVED_FROM) or [given]
                lines += [f"    {self.place(item)} {self.exact(item)}" for item in passages]
        return lines

    def judgement(self, node: str) -> Lines:
        """What was decided of which two, by whom, and why."""
        judge = self.one(node, terms.PROV_WAS_ATTRIBUTED_TO)
        by = self.name(judge) if judge else "?"
        who = "by" if judge and self.is_a(judge, terms.PROV_CLASS_PERSON) else "by the rule"
        sides = [self._side(self.one(node, predicate)) for predicate in (terms.LEFT, terms.RIGHT)]
        decision, score = short(self.one(node, terms.DECISION) or ""), self.text(node, terms.SCORE)
        lines = [f"{decision} ({score}), {who} {by}: {sides[0]} and {sides[1]}"]
        return [*lines, *(f"  {reason}" for reason in self.texts(node, terms.REASON))]

    def _side(self, node: str | None) -> str:
        if not node:
            return "?"
        if self.is_a(node, terms.CLASS_ARTICLE):
            return f"what was found in {self.name(node)}"
        passage = self.one(node, terms.TRIGGER) or self.one(node, terms.CONTENT) or node
        return f"“{self.exact(passage)}” {self.place(passage)}"


def _order(iri: str) -> tuple[str, int, int]:
    span = _SPAN.search(iri)
    return (iri[: span.start()], int(span[1]), int(span[2])) if span else (iri, 0, 0)


def _line(words: str, *, strip: bool = True) -> str:
    flat = re.sub(r"\s+", " ", words)
    return flat.strip() if strip else flat
