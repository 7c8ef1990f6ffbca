"""Splits a text into units: paragraphs, or single lines if adjacent lines are not one hard-wrapped paragraph."""

from __future__ import annotations

import re
from itertools import pairwise

from onrecord.articles.furniture import is_byline
from onrecord.articles.mastheads import is_masthead
from onrecord.articles.outlet_names import is_motto, is_name

Unit = tuple[int, int]
"""Start and end (exclusive) of a unit in characters, without the white space around it."""

_LINE = re.compile(r"[^\r\n]+")
_BREAKS = re.compile(r"\r\n|\n|\r")
_FINAL = re.compile(r"[.!?…:;][\"'”’)\]»]*$")
_LONGEST_WORD = 18
"""Characters by which a wrapped line may be short: a word as long as "administrators" moved to the next line."""
_FULL = 0.8
"""Least share of wrapped lines with no room for another word; the others end a paragraph, as "left in May." does."""
_HEADING = 6
"""Most lines of what stands above an article in a row: headline, outlet, authors, place and day."""
_TOP = 800
"""Characters at the top of a text in which a line can be a masthead though it begins with a small letter."""
_WRAP = range(40, 101)
"""Widths at which editors, mail programs and agencies wrap lines."""


def units(text: str) -> list[Unit]:
    """The units of `text` in order; together they cover every character that is not white space."""
    found: list[Unit] = []
    block: list[Unit] = []
    last = 0
    for match in _LINE.finditer(text):
        line = _stripped(text, match.start(), match.end())
        if block and (line is None or len(_BREAKS.findall(text[last : match.start()])) > 1):
            found.extend(_cut(text, block))
            block = []
        if line is not None:
            block.append(line)
        last = match.end()
    return [*found, *_cut(text, block)]


def _stripped(text: str, start: int, end: int) -> Unit | None:
    line = text[start:end]
    inner = line.strip()
    if not inner:
        return None
    begin = start + len(line) - len(line.lstrip())
    return begin, begin + len(inner)


def _cut(text: str, block: list[Unit]) -> list[Unit]:
    """Join lines that continue the line before; the others are units of their own."""
    joined: list[Unit] = []
    wrapped = _is_wrapped(text, block)
    for line in block:
        if joined and (wrapped or _runs_on(text, joined[-1], line)):
            joined[-1] = (joined[-1][0], line[1])
        else:
            joined.append(line)
    return joined


def _is_wrapped(text: str, block: list[Unit]) -> bool:
    """Whether lines were wrapped to a width: all but the last have about the same length, most end in mid-sentence.

    A line of authors or a date is one of its own: headline, author and date in a row are no paragraph.
    """
    lengths = [end - start for start, end in block[:-1]]
    longest = max(lengths, default=0)
    if len(lengths) < 2 or longest not in _WRAP:
        return False
    if sum(bool(_FINAL.search(text[max(start, end - 4) : end])) for start, end in block[:-1]) > len(lengths) / 2:
        return False
    lines = [text[start:end] for start, end in block]
    if any(map(is_byline, lines)) or (
        len(lines) <= _HEADING and any(is_masthead(line, (), first=False) for line in lines)
    ):
        return False
    return sum(length >= longest - _LONGEST_WORD for length in lengths) >= _FULL * len(lengths)


def _runs_on(text: str, before: Unit, line: Unit) -> bool:
    """Whether a line continues the sentence of the line before it."""
    first, last = text[line[0]], text[before[0] : before[1]].rstrip()
    if not first.islower() or _FINAL.search(last[-4:]) or is_byline(text[line[0] : line[1]]):
        return False
    if is_motto(text[line[0] : line[1]]):
        return False
    if line[0] < _TOP and is_masthead(text[line[0] : line[1]], (), first=False):
        return False  # "eFowey Mercury | 4 March 2014"
    # over an article, "Net & Crate" has "the weekly for the fish trade" on the line below it
    return bool(text[: before[0]].strip()) or not is_name(last)


def gaps(found: list[Unit], text: str) -> list[str]:
    """The text between the units; tests use it to check that it is white space only."""
    edges = [(0, 0), *found, (len(text), len(text))]
    return [text[left[1] : right[0]] for left, right in pairwise(edges)]
