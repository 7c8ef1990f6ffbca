"""What a line is by its words alone: the entries of lexicons/layout.toml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from onrecord import resources
from onrecord.model import PassageKind

Where = Literal["anywhere", "edge", "early", "end"]

LONGEST = 800
"""Characters; furniture is shorter, and no pattern is tried on more."""


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
    """The lexicon's entries in its order; the first that fits decides."""
    return tuple(
        Entry(
            id=item["id"],
            kind=cast("PassageKind", item["kind"]),
            where=cast("Where", item.get("where", "anywhere")),
            most_words=item["most_words"],
            pattern=re.compile(_cased(item["pattern"]) if item.get("cased") else item["pattern"], re.IGNORECASE),
        )
        for item in resources.toml("lexicons", "layout.toml")["entry"]
    )


def _cased(pattern: str) -> str:
    """Capitals asked for are capitals, while all other letters match in both cases."""
    return pattern.replace("[A-Z]", "(?-i:[A-Z])")


def entry(line: str, place: Where) -> Entry | None:
    """The first entry that fits the whole of `line`, which stands at `place`; None where none does."""
    if len(line) > LONGEST:
        return None
    flat = " ".join(line.split())
    words = flat.count(" ") + 1
    return next(
        (
            item
            for item in entries()
            if words <= item.most_words and _stands(item.where, place) and item.pattern.fullmatch(flat)
        ),
        None,
    )


def _stands(wanted: Where, place: Where) -> bool:
    return wanted in ("anywhere", place) or (wanted == "edge" and place in ("early", "end"))
