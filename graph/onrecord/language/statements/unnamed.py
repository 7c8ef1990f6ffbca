"""Speakers that no mention names: "critics", "someone familiar with the matter", "46 percent of voters".

A statement that people make has somebody who makes it. Where its source heads no mention, the same words are looked for
among the names of the article; else an actor of its own is written, unnamed, with the source's words as description.
"""

from __future__ import annotations

from spacy.tokens import Doc, Span

from onrecord.language import annotations as ann
from onrecord.language.actor_words import words
from onrecord.language.statements.candidates import Candidate, Range, trimmed
from onrecord.language.statements.words import kind_of, listed, people
from onrecord.language.syntax.tree import Tree

_PLURAL = frozenset({"NNS", "NNPS", "CD"})
_RELATIVES = frozenset({"who", "which", "that"})


class Unnamed:
    """Finds or makes the speakers that are no mentions; `write` puts the new ones beside the others."""

    def __init__(self, doc: Doc, parsed: Tree) -> None:
        self._doc, self._tree = doc, parsed
        self._attrs = dict(ann.attrs(doc, ann.MENTIONS))
        self._names: dict[str, str] = {}
        for span in ann.spans(doc, ann.MENTIONS):
            if span.label_ in {"name", "short"}:
                self._names.setdefault(span.text, span.kb_id_)
        self._made: dict[Range, tuple[str, str]] = {}

    def speaker(self, item: Candidate) -> list[str]:
        """The actor of a source that heads no mention; none for pronouns, things and papers."""
        head = item.source_head
        if head is None or not item.source or not self._attrs:
            return []
        tree = self._tree
        if tree.lower[head] in _RELATIVES and tree.dep[tree.head[head]] == "relcl":
            head = tree.head[tree.head[head]]
        span = self._phrase(head)
        if span is None:
            return []
        text = self._doc[span[0] : span[1]].text
        if tree.pos[head] == "PROPN":
            return [self._names[text]] if text in self._names else []
        if not self._people(head):
            return []
        if span not in self._made:
            self._made[span] = (f"a{len(self._attrs) + len(self._made) + 1}", self._type(head))
        return [self._made[span][0]]

    def _phrase(self, head: int) -> Range | None:
        """The noun phrase without relative clauses and what stands behind a comma."""
        tree = self._tree
        start, end = tree.left_edge[head], tree.right_edge[head] + 1
        cuts = [tree.left_edge[item] for item in tree.kids(head, "relcl", "appos") if item > head]
        cuts += [item for item in range(head + 1, end) if tree.text[item] in {",", "—", "–"}]
        return trimmed(tree, start, min([end, *cuts]))

    def _people(self, head: int) -> bool:
        tree = self._tree
        if tree.pos[head] == "NOUN":
            opens = head == tree.sents[tree.sent[head]][0] and tree.ent[head] == ""
            known = tree.lemma[head] in people() or tree.lemma[head] in listed("voices")
            return (known or (not opens and kind_of(tree, head) == "actor")) and tree.lower[head] not in listed(
                "nobody"
            )
        if tree.lower[head] == "those":
            return tree.child(head, "acl", "relcl", "prep") is not None
        return tree.lower[head] in listed("voices") and tree.lower[head] not in listed("nobody")

    def _type(self, head: int) -> str:
        tree = self._tree
        known = words().noun_type.get(tree.lemma[head])
        several = tree.tag[head] in _PLURAL or tree.lower[head] in listed("voices") | {"those"}
        if known in {None, "Person"}:
            return "Group" if several else "Person"
        return str(known)

    def write(self) -> None:
        """Add the actors that were made to the mentions of the Doc."""
        if not self._made:
            return
        spans = ann.spans(self._doc, ann.MENTIONS)
        for (low, high), (key, kind) in self._made.items():
            span = Span(self._doc, low, high, label="description", kb_id=key)
            spans.append(span)
            name = (span.start_char, span.end_char)
            self._attrs[key] = {"name": name, "type": kind, "named": False, "members": []}
        ann.put(self._doc, ann.MENTIONS, spans, self._attrs)
