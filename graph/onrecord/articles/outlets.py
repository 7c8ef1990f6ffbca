"""The outlet named in the lines above an article: in the byline, on a line of its own, as the author of a release."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.articles import furniture
from onrecord.model import Passage
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import word_set

_MARKED = re.compile(r"[.!?:]$|\b(?:19|20)\d\d\b|\d:\d\d")
"""What no name has: the end of a sentence, a year, a time of day."""
_LONGEST = 6
"""Most words of an outlet's name on a line of its own."""


def above(text: str, found: Sequence[Passage], title: str | None) -> str | None:
    """The outlet named between the headline and the article; None if there is none."""
    header: list[tuple[str, str]] = []
    for item in found:
        if item.kind in ("body", "quote_block"):
            break
        header.append((text[item.start : item.end], item.kind))
    lines = [line for line, _ in header]
    for number, (line, kind) in enumerate(header):
        if kind == "byline" and (name := _author_of_release(line) or in_byline(line)):
            return name
        beside = [header[near][1] for near in (number - 1, number + 1) if 0 <= near < len(header)]
        alone = kind in ("headline", "furniture") and line != title and "byline" in beside and number > 0
        if alone and title in lines[:number] and _is_name(line):
            return line
    return None


def in_byline(line: str) -> str | None:
    """The outlet behind the names of authors: "By Jane Roe, Fowey Post"; None if there is none."""
    by = word_pattern("by").match(line)
    last = line[by.end() :].rpartition(", ")[2] if by else ""
    name = " ".join(word_pattern("in_brackets").sub("", last).split())
    words = name.split()
    if not name or len(words) > _LONGEST or not _is_name(name) or word_pattern("role_of_author").search(name):
        return None
    persons = word_pattern("names_of_authors").fullmatch(name) and len(words) > 1
    return name if not persons or word_pattern("names_outlet").search(name) else None


def _author_of_release(line: str) -> str | None:
    entry = furniture.entry(line, "early")
    found = word_pattern("author_of_release").match(line) if entry and entry.id == "release" else None
    return found["outlet"].split(", ")[0].strip(" .-–—") if found else None


def _is_name(line: str) -> bool:
    """Whether a line can be a name: a few words that begin with capitals, without a full stop."""
    words = [word for word in line.split() if word.casefold() not in word_set("small_in_names") and word != "&"]
    capitals = all(word[0].isupper() or word[0].isdigit() for word in words)
    return 0 < len(words) <= _LONGEST and capitals and words[0][0].isupper() and not _MARKED.search(line)
