"""Describes the nodes of a graph in lines of text; `explain` puts them together."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pyoxigraph
from pyoxigraph import Literal, NamedNode

from onrecord import ids
from onrecord.rdf import terms

Lines = list[str]
_SPAN = re.compile(r"#char=(\d+),(\d+)$")
_AROUND = 60
"""Characters shown before and after a mention."""
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
        self._by_text: dict[str, list[str]] = {}

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

    def names(self, predicate: str = "") -> list[tuple[str, str]]:
        """Nodes with their names, or with those that `predicate` gives; kinds and values of ours left out."""
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
        """The most particular class of a node."""
        kinds = self.many(node, terms.RDF_TYPE) or [""]
        return max(kinds, key=lambda kind: (_DEEPEST.get(kind.removeprefix(terms.REC), 0), kind))

    def name(self, node: str) -> str:
        """What to call a node."""
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
        text, span = passage.partition("#")[0], _SPAN.search(passage)
        article = self.one(text, terms.IN_ARTICLE)
        where = f"{span[1]}-{span[2]}" if span else "?"
        return f"[{self.name(article) if article else '?'} {where}]"

    def exact(self, passage: str) -> str:
        """The words of a sentence or span, on one line."""
        quoted = (
            words for item in self.many(passage, terms.OA_HAS_SELECTOR) for words in self.texts(item, terms.OA_EXACT)
        )
        return _line(self.text(passage, terms.QUOTE) or next(quoted, ""))

    def around(self, passage: str) -> str:
        """The words of a span within those of the sentence around it."""
        text, span = passage.partition("#")[0], _SPAN.search(passage)
        if not span:
            return ""
        start, end = int(span[1]), int(span[2])
        for sentence in self._sentences(text):
            place = _SPAN.search(sentence)
            if place and int(place[1]) <= start and end <= int(place[2]):
                words, first = self.text(sentence, terms.QUOTE), int(place[1])
                before, inside, after = words[: start - first], words[start - first : end - first], words[end - first :]
                return f"{_line(before[-_AROUND:], strip=False)}[{_line(inside)}]{_line(after[:_AROUND], strip=False)}"
        return ""

    def _sentences(self, text: str) -> list[str]:
        if text not in self._by_text:
            article = self.one(text, terms.IN_ARTICLE)
            inside = self.back(terms.IN_ARTICLE, article) if article else []
            self._by_text[text] = [item for item in inside if self.is_a(item, terms.CLASS_PASSAGE)]
        return self._by_text[text]

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
        lines = [f"  {self.place(item)} {self.exact(item)}" for item in self.sentences(node)]
        rule = self.text(node, terms.FOUND_BY_RULE)
        return [*lines, f"  {f'rule {rule}, ' if rule else ''}confidence {self.text(node, terms.CONFIDENCE)}"]

    def sentences(self, node: str) -> list[str]:
        """The sentences that something was read from, in the order of the text."""
        found = {*self.many(node, terms.PROV_WAS_DERIVED_FROM), *self.many(node, terms.CONTINUED_IN)}
        return sorted(found, key=_order)

    def report(self, node: str) -> Lines:
        """A report: who did what to whom, in which mood and whose voice, and where it stands."""
        agents = " and ".join(self.name(item) for item in self.many(node, terms.REPORTED_AGENT))
        agents = agents or self.text(node, terms.AGENT_WORDS) or "(nobody named)"
        patients = ", ".join(self.name(item) for item in self.many(node, terms.REPORTED_PATIENT))
        patients = patients or self.text(node, terms.PATIENT_WORDS)
        trigger = self.text(node, terms.SKOS_PREF_LABEL)
        kind = short(self.one(node, terms.REPORTED_KIND) or self._kind(node))
        mood = ["denied"] if self.many(node, terms.POLARITY) else []
        mood += [short(item) for item in self.many(node, terms.MODALITY)]
        mood = ["given as done" if words == "asserted" else words for words in mood]
        told = [f"{agents} · {trigger}" + (f" · {patients}" if patients else ""), kind, *mood]
        told += [f"on {date}" for date in self.texts(node, terms.REPORTED_DATE)]
        told += [f"in {self.name(item)}" for item in self.many(node, terms.REPORTED_PLACE)]
        told += [f"under: {self.name(item)}" for item in self.many(node, terms.UNDER)]
        voices = ", ".join(self.name(item) for item in self.many(node, terms.SEM_ACCORDING_TO))
        asserted = self.text(node, terms.ASSERTED) == "true"
        told.append("asserted by the article" if asserted else f"according to {voices}" if voices else "not asserted")
        return ["; ".join(told), *self._grounds(node)]

    def _kind(self, report: str) -> str:
        """The kind of the action that a report tells of."""
        return next((kind for item in self.back(terms.REPORTED_IN, report) for kind in self.many(item, terms.KIND)), "")

    def printing(self, node: str) -> Lines:
        """A printing: whose words, how, to whom and via whom, and where they stand."""
        own = self.one(node, terms.REPORTED_MODE)  # with it a printing has all its roles itself
        said = "" if own else next(iter(self.back(terms.PRINTED_AS, node)), "")
        names = {
            words: ", ".join(self.name(item) for item in self.many(node, own) or self.many(said, whole))
            for own, whole, words in (
                (terms.REPORTED_ON_BEHALF_OF, terms.ON_BEHALF_OF, "for"),
                (terms.REPORTED_ADDRESSEE, terms.ADDRESSEE, "told to"),
                (terms.REPORTED_VIA, terms.VIA, "relayed by"),
            )
        }
        who = self.many(node, terms.REPORTED_SPEAKER) or self.many(said, terms.SPEAKER)
        speakers = ", ".join(self.name(item) for item in who) or self.text(node, terms.SOURCE_WORDS)
        told = [f"{speakers or '(nobody named)'}: {_line(self.text(node, terms.SCHEMA_TEXT))}"]
        told += [f"{words} {value}" for words, value in names.items() if value]
        for own, whole in ((terms.REPORTED_MODE, terms.MODE), (terms.REPORTED_STANCE, terms.STANCE)):
            told += [short(value) for value in self.many(node, own) or self.many(said, whole)]
        told += [f"on {date}" for date in self.texts(node, terms.REPORTED_DATE) or self.texts(said, terms.DATE)]
        return ["; ".join(told), *self._grounds(node)]

    def variant(self, node: str) -> Lines:
        """How two printings differ."""
        left, right = self.one(node, terms.LEFT), self.one(node, terms.RIGHT)
        lines = [f"{short(self.one(node, terms.RELATION) or '')}: {self._where(left)} against {self._where(right)}"]
        changes = sorted(self.many(node, terms.HAS_CHANGE), key=lambda item: int(self.text(item, terms.ORDINAL) or 0))
        pairs = ((self.text(item, terms.LEFT_WORDS), self.text(item, terms.RIGHT_WORDS)) for item in changes)
        return [*lines, *(f"  “{old}” has become “{new}”" if new else f"  “{old}” is left out" for old, new in pairs)]

    def _where(self, printing: str | None) -> str:
        passages = self.many(printing, terms.PROV_WAS_DERIVED_FROM) if printing else []
        return self.place(passages[0]) if passages else "?"

    def disagreement(self, node: str) -> Lines:
        """The positions and what gives them."""
        lines = [f"They differ in the {short(self.one(node, terms.ASPECT) or '')}:"]
        for position in self.many(node, terms.HAS_POSITION):
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
        passage = self.one(node, terms.TRIGGER) or self.one(node, terms.CONTENT) or self.one(node, terms.CUE) or node
        return f"“{self.exact(passage)}” {self.place(passage)}"


def _order(iri: str) -> tuple[str, int, int]:
    span = _SPAN.search(iri)
    return (iri[: span.start()], int(span[1]), int(span[2])) if span else (iri, 0, 0)


def _line(words: str, *, strip: bool = True) -> str:
    flat = re.sub(r"\s+", " ", words)
    return flat.strip() if strip else flat
