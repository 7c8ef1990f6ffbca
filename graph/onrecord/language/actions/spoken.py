"""The speakers of the statement at a verb: they are also the agents of an action of the same verb.

A statement knows more of who speaks than the clause tells: whose poll "the poll" is, who the members of a named group
are, whom an unnamed source stands for.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from onrecord.language import annotations as ann
from onrecord.language.syntax.tree import Tree


@dataclass(frozen=True, slots=True)
class Voice:
    """The speakers of a statement, by their ids, and the words for them."""

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
