"""A line above an article as it is read: columns set apart by wide gaps are parts of it, spaced letters a word.

Mastheads put the motto at the left edge and the day at the right, and print the name "T H E   L A N T E R N".
"""

from __future__ import annotations

import re

_LONGEST = 200
"""Most characters of such a line; a paragraph in which somebody typed three spaces is left alone."""
_GAP = re.compile(r"(?<=\S)(?:[ \u00a0\u2003]{3,}|[ \u00a0]*\t\s*)(?=\S)")
_SPACED = re.compile(r"[A-Z](?:[ \u00a0]{1,4}[A-Z&]){3,}")
_WORD_GAP = re.compile(r"[ \u00a0]{2,}")
_MARKS = re.compile(r"^\s*(?:#{1,6}\s+(?=\D))?([*_]{0,3})(?=\S)(.*\S)\1\s*$", re.DOTALL)
"""Marks of headings and of bold type that a text kept from its source: "## Wall falls", "**Wall falls**"."""
_JOINT = " || "


def joined(line: str) -> str:
    """`line` without the marks of a heading, its columns parted by " || ", a word in spaced letters without them."""
    if len(line) > _LONGEST:
        return line
    if found := _MARKS.match(line):
        line = found[2]
    if _SPACED.fullmatch(line.strip()):
        return " ".join("".join(word.split()) for word in _WORD_GAP.split(line.strip()))
    return _GAP.sub(_JOINT, line)


def shown(line: str) -> str:
    """`line` in one row for a reader, its columns parted by a single stroke."""
    return " ".join(line.replace(_JOINT, " | ").split())


def parts(line: str) -> list[str]:
    """The columns of a line that was joined; the line itself if it has one."""
    return line.split(_JOINT)
