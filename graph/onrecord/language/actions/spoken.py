"""The speakers of the statement at a verb, who are also the agents of the action of that verb.

A statement knows more about its speakers than the clause does: who owns "the poll", who the members of a named group
are, whom an unnamed source represents.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from onrecord.language import annotations as ann
from onrecord.language.syntax.tree import Tree


@dataclass(frozen=True, slots=True)
class Voice:
    """The ids of the speakers of a statement, and the words for them."""

    speakers: tuple[str, ...]
    source: frozenset[int]


def voices(tree: Tree, doc: Doc) -> dict[int, Voice]:
    """The speakers of each statement, by the verb that is its cue."""
    attrs = ann.attrs(doc, ann.STATEMENTS)
    words: dict[tuple[str, str], set[int]] = {}
    for span in ann.marks(doc, ann.STATEMENTS):
        words.setdefault((span.kb_id_, span.label_), set()).update(range(span.start, span.end))
    return {
        token: Voice(tuple(item["speakers"]), frozenset(words.get((key, "source"), ())))
        for key, item in attrs.items()
        for token in sorted(words.get((key, "cue"), ()))
        if tree.tag[token].startswith("VB")
    }
