"""Changes that a line makes to the words of an article: what it adds in square brackets, and what it leaves out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from onrecord.model import Span


class Edit(NamedTuple):
    """What stands in a line for a span of the text; nothing if words are only added there."""

    start: int
    end: int
    words: str
    """What is added in square brackets; empty if the span is left out."""


def edited(text: str, span: Span, edits: Iterable[Edit]) -> str:
    """The words of `span` with the edits that lie in it, which are in text order."""
    place, found = span[0], ""
    for edit in edits:
        if place <= edit.start and edit.end <= span[1] and edit.start > span[0]:
            found += text[place : edit.start] + (f" [{edit.words}]" if edit.words else "")
            place = edit.end
    return found + text[place : span[1]]
