"""Regular expressions that contain English words, by name, from the files in ``lexicons/en/patterns/``.

In a pattern, ``{name}`` stands for the pattern or word set with this id. All stages may use this module.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from onrecord.lexicon_files import by_id
from onrecord.month_names import months, months_abroad
from onrecord.word_sets import all_sets

_NAME = re.compile(r"\{([a-z]\w*)\}")


class WordPattern(Struct, frozen=True, forbid_unknown_fields=True):
    """A regular expression used by rules."""

    id: str
    meaning: str
    pattern: str
    example: str
    source: str
    cased: bool = False
    """Whether the pattern is case-sensitive."""


def all_patterns() -> Mapping[str, WordPattern]:
    """All patterns, by id."""
    return by_id("patterns", "pattern", WordPattern)


@cache
def word_pattern(name: str) -> re.Pattern[str]:
    """The pattern `name`, compiled; raises KeyError if there is none."""
    item = all_patterns()[name]
    return re.compile(filled(item.pattern), re.NOFLAG if item.cased else re.IGNORECASE)


def filled(pattern: str) -> str:
    """`pattern` with every ``{name}`` replaced by the pattern or words it stands for."""
    return _NAME.sub(lambda found: _part(found[1]), pattern)


@cache
def _part(name: str) -> str:
    if name in all_patterns():
        return filled(all_patterns()[name].pattern)
    if name in ("month", "month_abroad"):
        words = [form for month in months() for form in month] if name == "month" else list(months_abroad())
    else:
        words = list(all_sets()[name].words)
    return f"(?:{'|'.join(re.escape(word) for word in sorted(words, key=len, reverse=True))})"
