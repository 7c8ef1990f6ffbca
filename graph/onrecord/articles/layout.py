"""The layout of an article: the plain text it is read as, its passages and the turns of an interview.

First the characters (`onrecord.characters`) and lists (`lists`), then the units of the text (`paragraphs`) and what
each is (`unit_kinds`); last what opens a unit without being of it: the date that a page prints, datelines, labels
(`stamps`, `openings`, `turns`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from onrecord import characters
from onrecord.articles import lists, openings, stamps, turns, unit_kinds
from onrecord.articles.paragraphs import units
from onrecord.articles.turns import Turn
from onrecord.characters import Plain
from onrecord.model import Article, Passage

Part = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Layout:
    """How an article is read: offsets of `passages` and `turns` are characters of `plain.text`."""

    plain: Plain
    passages: tuple[Passage, ...]
    turns: tuple[Turn, ...] = ()


def layout_of(article: Article) -> Layout:
    """The layout of `article`, which its text and title decide."""
    return _layout(article.text, article.title or "")


def passages(article: Article) -> tuple[Passage, ...]:
    """Passages of the text as given that tile all of it but white space between them, in text order."""
    return as_given(layout_of(article), article.text)


def as_given(found: Layout, text: str) -> tuple[Passage, ...]:
    """The passages of `found` as passages of `text`, as it was given.

    Characters between them that are read as nothing and are no white space belong to the passage after them.
    """
    done: list[Passage] = []
    last = 0
    for item in found.passages:
        start, end = _stripped(text, *found.plain.span(item.start, item.end))
        if start < end:  # else Python takes for white space what is read as a mark: a next-line character
            done.append(Passage(_first_mark(text, last, start), end, item.kind))
            last = end
    rest = _first_mark(text, last, len(text))
    if rest == len(text):
        return tuple(done)
    end = rest + len(text[rest:].rstrip())
    if done:
        return (*done[:-1], Passage(done[-1].start, end, done[-1].kind))
    return (Passage(rest, end, "furniture"),)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    inner = text[start:end]
    return start + len(inner) - len(inner.lstrip()), start + len(inner.rstrip())


def _first_mark(text: str, start: int, end: int) -> int:
    """The first character of `text` from `start` on that is no white space; `end` if there is none before it."""
    return start + len(gap) - len(gap.lstrip()) if (gap := text[start:end]) else end


@lru_cache(maxsize=4)
def _layout(text: str, title: str) -> Layout:
    plain = lists.joined(characters.read(text))
    found = units(plain.text)
    lines = [plain.text[start:end] for start, end in found]
    parts = [
        Passage(start, end, kind) for (start, end), kind in zip(found, unit_kinds.kinds(lines, title), strict=True)
    ]
    parts = stamps.split(plain.text, parts)
    spoken = turns.turns_of(plain.text, parts)
    parts = openings.split(plain.text, parts, {turn.start for turn in spoken})
    return Layout(plain, tuple(turns.split(parts, spoken)), tuple(spoken))
