"""Names of people with a nickname in quotation marks: "Ola “Skip” Lund"."""

from __future__ import annotations

from onrecord.language.syntax.tags import PROPER
from onrecord.language.syntax.tree import Tree
from onrecord.punctuation import MAY_CLOSE, MAY_OPEN

_WORDS = 3
"""Tokens of a nickname of one word with its marks."""


def nicknamed(tree: Tree, readable: list[bool]) -> list[tuple[int, int]]:
    """Token ranges of such names: a given name, one capitalised word in marks, and a surname."""
    found = []
    for mark in range(1, len(tree) - _WORDS):
        start, end = mark - 1, mark + _WORDS + 1
        quoted = tree.text[mark] in MAY_OPEN and tree.text[mark + 2] in MAY_CLOSE
        if not quoted or tree.sent[start] != tree.sent[end - 1] or not all(readable[start:end]):
            continue
        words = (start, mark + 1, end - 1)
        if (
            all(tree.text[word].istitle() for word in words)
            and tree.tag[start] in PROPER
            and tree.tag[end - 1] in PROPER
        ):
            found.append((start, end))
    return found
