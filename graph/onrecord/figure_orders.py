"""Days in figures that two orders of day and month fit, "12/06/2024", and which order the words of a text are used to.

Numbers alone do not say: Americans put the month first, nearly everybody else the day (Unicode CLDR, short dates).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

from onrecord.countries import territories
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import word_set

_FIGURES = re.compile(r"(?<![\d/.-])(\d\d?)([/.-])(\d\d?)\2((?:19|20)\d\d|\d\d)(?![\d/-])")
_WORD = re.compile(r"\b[a-z]{3,}\b")
_THIS = 50
"""Years of two figures below this are of this century."""


def in_either_order(words: str) -> tuple[str, ...]:
    """The two ISO dates that the first day in figures in `words` can be; empty if there is none, or only one fits."""
    found = _FIGURES.search(words)
    if found is None:
        return ()
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    year += 0 if len(found[4]) > len("14") else 2000 if year < _THIS else 1900
    fits = [day for pair in ((second, first), (first, second)) if (day := _iso(year, *pair))]
    return tuple(fits) if len(set(fits)) > 1 else ()


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def by_spelling(texts: Sequence[str]) -> set[bool]:
    """Whether a day stands first where texts are spelled as `texts` are; empty if they spell as nobody or as both do.

    Words with a capital do not count: the Labour Party and Pearl Harbor are spelled so by everybody.
    """
    words = {word for text in texts for word in _WORD.findall(text)}
    found = {first for first, name in _SPELLINGS.items() if not words.isdisjoint(word_set(name))}
    return found if len(found) == 1 else set()


_SPELLINGS = {True: "british_spelling", False: "american_spelling"}


def by_country(texts: Sequence[str]) -> set[bool]:
    """Whether a day stands first in the countries that `texts` name; empty if they name none, both if they differ."""
    abroad = any(_countries().search(text) for text in texts)
    american = any(word_pattern("month_first_country").search(text) for text in texts)
    return {first for first, found in ((True, abroad), (False, american)) if found}


@cache
def _countries() -> re.Pattern[str]:
    """The names of states, but for those that `month_first_country` has."""
    names = {name for item in territories().values() for name in item.english}
    told = sorted((name for name in names if not word_pattern("month_first_country").search(name)), reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, told))})\b")
