"""Speakers that no mention names: "critics", "someone familiar with the matter", "46 percent of voters", "an audit".

Every statement has a source. If the source is not a mention, the same words are searched for among the names of the
article; if that fails, a new unnamed actor is written, with the source's words as its description.
"""

from __future__ import annotations

from spacy.tokens import Doc, Span

from onrecord.language import annotations as ann
from onrecord.language.lexicon.actor_words import words
from onrecord.language.statements.candidates import Candidate, Range, trimmed
from onrecord.language.statements.words import is_lifeless, kind_of, listed
from onrecord.language.syntax.antecedents import antecedent
from onrecord.language.syntax.lexical import speaking
from onrecord.language.syntax.modifiers import additions, restrictors
from onrecord.language.syntax.relations import is_subject
from onrecord.language.syntax.tree import Tree
from onrecord.value_groups import NAMES

_PLURAL = frozenset({"NNS", "NNPS", "CD"})


class Unnamed:
    """Finds or creates the speakers that are not mentions; `write` adds the new ones to the Doc."""

    def __init__(self, doc: Doc, parsed: Tree) -> None:
        self._doc, self._tree = doc, parsed
        self._attrs = dict(ann.attrs(doc, ann.MENTIONS))
        self._names: dict[str, str] = {}
        for span in ann.spans(doc, ann.MENTIONS):
            if span.label_ in NAMES:
                self._names.setdefault(span.text, span.kb_id_)
        self._made: dict[Range, tuple[str, str]] = {}

    def speaker(self, item: Candidate) -> list[str]:
        """The actor of a source that is not a mention; empty for pronouns, things and documents."""
        head = item.source_head
        if head is None or not item.source or not self._attrs:
            return []
        tree = self._tree
        head = antecedent(tree, head)
        span = self._phrase(head)
        if span is None:
            return []
        text = self._doc[span[0] : span[1]].text
        if tree.pos[head] == "PROPN":
            return [self._names[text]] if text in self._names else []
        if not self._refers(head) or (kind_of(tree, head) == "thing" and not self._own(item, head)):
            return []
        return [self._make(span, head)]

    def _own(self, item: Candidate, head: int) -> bool:
        """Whether `head` is the cue's own subject: a thing shared with another verb does not speak."""
        return self._tree.head[head] == item.anchor or self._tree.pos[item.anchor] != "VERB"

    def addressee(self, span: Range | None) -> str | None:
        """An actor for addressees that are not mentions ("voters", "an audience of bankers"); None if there is none."""
        if span is None or not self._attrs:
            return None
        tree = self._tree
        head = next((i for i in range(*span) if not span[0] <= tree.head[i] < span[1]), span[0])
        phrase = self._phrase(head)
        if phrase is None or tree.pos[head] != "NOUN" or kind_of(tree, head) != "actor" or not self._refers(head):
            return None
        return self._make(phrase, head)

    def _make(self, span: Range, head: int) -> str:
        if span not in self._made:
            self._made[span] = (f"a{len(self._attrs) + len(self._made) + 1}", self._type(head))
        return self._made[span][0]

    def _phrase(self, head: int) -> Range | None:
        """The noun phrase without relative clauses and without anything after a comma."""
        tree = self._tree
        start, end = tree.left_edge[head], tree.right_edge[head] + 1
        cuts = [tree.left_edge[item] for item in additions(tree, head) if item > head]
        cuts += [item for item in range(head + 1, end) if tree.text[item] in {",", "—", "–"}]
        return trimmed(tree, start, min([end, *cuts]))

    def _refers(self, head: int) -> bool:
        """Whether the phrase of `head` refers to somebody or something identifiable."""
        tree = self._tree
        if tree.lower[head] in listed("nobody"):
            return False
        if tree.lower[head] == "those":
            return bool(restrictors(tree, head))
        return tree.pos[head] == "NOUN" or tree.lower[head] in listed("voices")

    def _type(self, head: int) -> str:
        tree = self._tree
        known = words().noun_type.get(tree.lemma[head])
        if known is None and (tree.lemma[head] in listed("documents") or is_lifeless(tree.lemma[head])):
            return "Thing"
        several = tree.tag[head] in _PLURAL or tree.lower[head] in listed("voices") | {"those"}
        if known in {None, "Person"}:
            speaks = several or known or words().senses.get(tree.lemma[head]) == "person" or self._speaks(head)
            return ("Group" if several else "Person") if speaks else "Thing"
        return str(known)

    def _speaks(self, head: int) -> bool:
        """Whether a noun is no subject, or that of a verb of saying: a plan that "calls for" a ban does not speak."""
        return not is_subject(self._tree, head) or self._tree.lemma[self._tree.head[head]] in speaking()

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
