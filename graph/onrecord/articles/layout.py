"""The layout of an article: the plain text it is read as, its passages and the turns of an interview.

The steps are: characters (`onrecord.characters`) and lists (`lists`), then the units of the text (`paragraphs`) and
their kinds (`unit_kinds`), last what stands at the start of a unit without being part of its sentence: a printed date,
a dateline, a label (`stamps`, `openings`, `turns`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from onrecord import characters
from onrecord.articles import columns, lists, openings, stamps, top_block, turns, unit_kinds
from onrecord.articles.paragraphs import units
from onrecord.articles.turns import Turn
from onrecord.characters import Plain
from onrecord.model import Article, Passage

Part = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Layout:
    """How an article is read; offsets in `passages` and `turns` count characters of `plain.text`."""

    plain: Plain
    passages: tuple[Passage, ...]
    turns: tuple[Turn, ...] = ()


def layout_of(article: Article) -> Layout:
    """The layout of `article`; it depends on its text and title only."""
    return _layout(article.text, article.title or "")


def passages(article: Article) -> tuple[Passage, ...]:
    """Passages of the text as given, in text order; together they cover everything but the white space between them."""
    return as_given(layout_of(article), article.text)


def as_given(found: Layout, text: str) -> tuple[Passage, ...]:
    """The passages of `found` with offsets in `text`, the text as given.

    Characters between passages that are dropped in reading but are not white space belong to the passage after them.
    """
    done: list[Passage] = []
    last = 0
    for item in found.passages:
        start, end = _stripped(text, *found.plain.span(item.start, item.end))
        if start < end:  # else: Python treats as white space a character that is read as a mark, such as next-line
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
    """Offset of the first character of `text` in [start, end) that is not white space; `end` if there is none."""
    return start + len(gap) - len(gap.lstrip()) if (gap := text[start:end]) else end


@lru_cache(maxsize=4)
def _layout(text: str, title: str) -> Layout:
    plain = lists.joined(characters.read(text))
    found = units(plain.text)
    lines = [columns.joined(plain.text[start:end]) for start, end in found]
    kinds = unit_kinds.kinds(lines, title, top_block.blocks(plain.text, found))
    parts = [Passage(start, end, kind) for (start, end), kind in zip(found, kinds, strict=True)]
    parts = stamps.split(plain.text, parts)
    spoken = turns.turns_of(plain.text, parts)
    parts = openings.split(plain.text, parts, {turn.start for turn in spoken})
    return Layout(plain, tuple(turns.split(parts, spoken)), tuple(spoken))
