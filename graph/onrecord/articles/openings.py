"""Words that open a paragraph without being part of its sentence: datelines, agency names, "Correction:".

They become separate bylines, so that they are not analysed and the sentence begins after them. The patterns are in
lexicons/en/openings.toml.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache

from msgspec import Struct

from onrecord.lexicon_files import whole
from onrecord.model import Passage
from onrecord.word_patterns import filled

_FIRST = 3
"""A dateline without an agency is recognized only in this many first paragraphs of the body."""
_LONGEST = 120
"""Characters of a line that are searched for an agency and a place; "HALDEN, May 3 (Coast News) -" is far shorter."""


class _Entry(Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    pattern: str
    example: str
    source: str
    anywhere: bool = False


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    part: dict[str, str]
    opening: tuple[_Entry, ...]


DASHES = ("-", "–", "—")


@dataclass(frozen=True, slots=True)
class Opening:
    """One entry of the lexicon."""

    id: str
    anywhere: bool
    """Whether it can open any paragraph, not only the first ones."""
    pattern: re.Pattern[str]


@cache
def known_openings() -> tuple[Opening, ...]:
    """The lexicon's entries in file order; the first that matches decides."""
    lexicon = whole("openings.toml", _File)
    parts = {**lexicon.part, "month": f"(?i:{filled('{month}')})"}
    return tuple(
        Opening(item.id, item.anywhere, re.compile(_filled(item.pattern, parts), re.VERBOSE))
        for item in lexicon.opening
    )


def _filled(pattern: str, parts: dict[str, str]) -> str:
    for _ in range(2):  # parts may contain the names of other parts
        for name, part in parts.items():
            pattern = pattern.replace(f"{{{name}}}", part)
    return pattern


def end(line: str, *, first: bool) -> int:
    """Characters at the start of `line` that are not part of its sentence; `first`: whether it is one of the first."""
    for item in known_openings():
        if (first or item.anywhere) and (found := item.pattern.match(line[: _LONGEST + 1])) and found.end() < len(line):
            return found.end()
    return 0


def is_dateline(line: str) -> bool:
    """Whether `line` is a dateline on a line of its own, with its day or its agency."""
    marked = line.endswith(DASHES)
    bare = line.removesuffix(".") if line.endswith("/.") else line
    follows = f"{line} A" if marked else f"{bare} - A"
    told = any(char in "(/" or char.isdigit() for char in line) and (marked or bare.endswith((")", "/")))
    return told and len(line) < _LONGEST and end(follows, first=True) == len(follows) - 1


def split(text: str, parts: Sequence[Passage], apart: Collection[int]) -> list[Passage]:
    """`parts` with openings in the body made bylines; passages that begin at an offset in `apart` are not split."""
    done: list[Passage] = []
    seen = 0
    for item in parts:
        if item.kind not in ("body", "quote_block"):
            done.append(item)
            continue
        seen += 1
        length = 0 if item.start in apart else end(text[item.start : item.end], first=seen <= _FIRST)
        if length:
            mark = item.start + len(text[item.start : item.start + length].rstrip())
            done.append(Passage(item.start, mark, "byline"))
            rest = item.start + length
            done.append(Passage(rest + _space(text, rest, item.end), item.end, item.kind))
        else:
            done.append(item)
    return done


def _space(text: str, start: int, stop: int) -> int:
    return len(text[start:stop]) - len(text[start:stop].lstrip())
