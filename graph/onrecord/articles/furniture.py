"""Classifies a line by its words alone, with the entries of lexicons/en/layout.toml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from msgspec import Struct

from onrecord.lexicon_files import whole
from onrecord.model import PassageKind

Where = Literal["anywhere", "edge", "early", "end"]

_SENTENCE_END = re.compile(r"[a-z\d][.!?][\"'”’)]*$")
_SMALL = 5
"""Fewest words in small letters in a sentence; "By Jane Roe of the Post, with staff in Fowey." has fewer."""
LONGEST = 800
"""Most characters of a line to which patterns are applied; page furniture is shorter."""
_LINES = 512
"""Lines of which is known what they match: those of an article."""


class _Entry(Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    kind: PassageKind
    pattern: str
    most_words: int
    example: str
    source: str
    where: Where = "anywhere"
    cased: bool = False
    """Whether capitals in the pattern match only capitals."""


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    entry: tuple[_Entry, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the lexicon."""

    id: str
    kind: PassageKind
    where: Where
    most_words: int
    pattern: re.Pattern[str]


@cache
def entries() -> tuple[Entry, ...]:
    """The lexicon's entries in file order; the first that matches decides."""
    return tuple(
        Entry(
            id=item.id,
            kind=item.kind,
            where=item.where,
            most_words=item.most_words,
            pattern=re.compile(_cased(item.pattern) if item.cased else item.pattern, re.IGNORECASE),
        )
        for item in whole("layout.toml", _File).entry
    )


def _cased(pattern: str) -> str:
    """`pattern` changed so that its capitals match only capitals while all other letters match both cases."""
    return pattern.replace("[A-Z]", "(?-i:[A-Z])")


def entry(line: str, place: Where) -> Entry | None:
    """The first entry that matches the whole of `line`, which stands at `place`; None if none does."""
    if len(line) > LONGEST:
        return None
    return next((item for item in _fitting(line) if _stands(item.where, place)), None)


@lru_cache(maxsize=_LINES)
def _fitting(line: str) -> tuple[Entry, ...]:
    """The entries that match the whole of `line`, wherever it stands: one line is asked about in several places."""
    flat = " ".join(line.split())
    words = flat.count(" ") + 1
    return tuple(
        item
        for item in entries()
        if words <= item.most_words
        and item.pattern.fullmatch(flat)
        and not (item.kind == "byline" and _is_sentence(flat))
    )


def _is_sentence(flat: str) -> bool:
    """Whether a line that begins like a byline is a sentence: "By Friday, all boats had left the harbour again."."""
    small = [word for word in flat.split() if word[:1].islower()]
    return bool(_SENTENCE_END.search(flat)) and len(small) >= _SMALL


def is_byline(line: str) -> bool:
    """Whether a line above an article says who wrote it, for whom or when."""
    found = entry(line, "early")
    return found is not None and found.kind == "byline"


def is_slug(line: str) -> bool:
    """Whether a line is the keyword of an agency for its text, or a field that an archive prints with it."""
    found = entry(line, "early")
    return found is not None and found.id == "slug"


def _stands(wanted: Where, place: Where) -> bool:
    return wanted in ("anywhere", place) or (wanted == "edge" and place in ("early", "end"))
