"""Who wrote an article, by the lines around it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from onrecord import forenames
from onrecord.articles import furniture, mastheads, name_lines, openings, outlets
from onrecord.word_patterns import word_pattern

_OUTLETS = ("outlet", "marked")


_NEAR = 4
"""Lines above one with a name that can say that a text has an author: "Opinion"."""


class _Beside(NamedTuple):
    """The lines above and below a line."""

    above: Sequence[str]
    below: str


def authors(lines: Sequence[str], around: Sequence[str], body: Sequence[str]) -> tuple[str, ...]:
    """The authors named in `lines`, the bylines of an article, or by a note `around` it; each as it is printed.

    They stand behind "By", before a position or a place, or beside the day of the article; there a name is somebody's
    only if `body`, the text of the article, does not use it as that of a place or outlet.
    """
    for line in lines:
        by = word_pattern("by").match(line) or word_pattern("posted_by").match(line)
        if by and mastheads.cells(line)[0].kind in _OUTLETS:
            continue
        if by and (found := _names(line[by.end() :])):
            return found
        entry = furniture.entry(line, "early")
        if entry and entry.id == "name-and-role" and (found := _names(line)):
            return found[:1]
    for number, line in enumerate(lines):
        beside = _Beside(lines[:number][-_NEAR:], next(iter(lines[number + 1 : number + 2]), ""))
        if found := _unsigned(line, beside, lines, body):
            return found
    return _around(around)


def _unsigned(line: str, beside: _Beside, lines: Sequence[str], body: Sequence[str]) -> tuple[str, ...]:
    """The authors named in a line without "By": alone, with a place, or beside a day."""
    alone = name_lines.authors(line, (beside.below,), signs=name_lines.is_signed(beside.above)) or name_lines.in_place(
        line, body
    )
    if alone and not any(_is_else(name, lines, body) for name in alone):
        return alone
    if openings.is_dateline(line):
        return ()
    return mastheads.authors_in_places(" ".join(line.split())) or _beside_day(line, lines, body)


def _around(around: Sequence[str]) -> tuple[str, ...]:
    """The authors in a credit or a note on the author beside the article."""
    for line in around:
        if credit := word_pattern("reported_by").match(line):
            return _names(line[credit.end() :])
        entry = furniture.entry(line, "end")
        if entry and entry.id == "biography" and not line.lower().startswith("about"):
            return _names(word_pattern("after_author").split(line)[0])
    return ()


def _names(words: str) -> tuple[str, ...]:
    """Names at the start of `words`, each as it is printed."""
    match = word_pattern("names_of_authors").match(words)
    if not match:
        return ()
    candidates = word_pattern("between_authors").split(
        word_pattern("date_after_author").sub("", match.group()).strip(" ,")
    )
    found: list[str] = []
    for name in candidates:
        if word_pattern("no_author").match(name) or mastheads.is_no_person(name):
            break  # what stands behind a position or an outlet is no author
        if name:
            found.append(name)
    return tuple(found)


def _beside_day(line: str, lines: Sequence[str], body: Sequence[str]) -> tuple[str, ...]:
    """Names behind the day of a line or before an outlet, and others if one begins with a known forename."""
    cells = mastheads.cells(line)
    if any(item.kind == "other" for item in cells):
        return ()
    for item, after in zip_longest(cells, cells[1:]):
        named = item.kind == "name"
        if named and (reporting := mastheads.authors_in_places(item.text)):
            return reporting
        names = _names(item.text) if named else ()
        whole = bool(names) and all(" " in name and not name.isupper() for name in names)
        placed = (
            item.labelled
            or item.behind_day
            or forenames.is_forename(item.text)
            or (after is not None and after.kind in _OUTLETS)
        )
        if whole and placed and not any(_is_else(name, lines, body) for name in names):
            return names
    return ()


def _is_else(name: str, lines: Sequence[str], body: Sequence[str]) -> bool:
    return outlets.is_place(name, lines, body) or outlets.speaks_of_itself(name, body)
