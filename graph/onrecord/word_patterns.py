"""Regular expressions that spell words, by name, from the files of ``lexicons/en/patterns/``.

In a pattern ``{name}`` stands for the pattern or the set of words that has this id. They stand below all stages.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from onrecord.lexicon_files import by_id
from onrecord.month_names import months
from onrecord.word_sets import all_sets

_NAME = re.compile(r"\{([a-z]\w*)\}")


class WordPattern(Struct, frozen=True, forbid_unknown_fields=True):
    """A regular expression that rules ask for."""

    id: str
    meaning: str
    pattern: str
    example: str
    source: str
    cased: bool = False
    """Whether capitals count."""


def all_patterns() -> Mapping[str, WordPattern]:
    """All patterns by their ids."""
    return by_id("patterns", "pattern", WordPattern)


@cache
def word_pattern(name: str) -> re.Pattern[str]:
    """The pattern `name`, compiled; raises KeyError if no file has one."""
    item = all_patterns()[name]
    return re.compile(filled(item.pattern), re.NOFLAG if item.cased else re.IGNORECASE)


def filled(pattern: str) -> str:
    """`pattern` with the patterns and words put in that it names."""
    return _NAME.sub(lambda found: _part(found[1]), pattern)


@cache
def _part(name: str) -> str:
    if name in all_patterns():
        return filled(all_patterns()[name].pattern)
    words = [form for month in months() for form in month] if name == "month" else all_sets()[name].words
    return f"(?:{'|'.join(re.escape(word) for word in sorted(words, key=len, reverse=True))})"
