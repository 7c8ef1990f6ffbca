"""Dates in words, as used in a sentence: "by 30 November", "in 2013", "in the week of 20 July 2015"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache

from msgspec import Struct

from onrecord.days import is_weekday
from onrecord.lexicon_files import entries
from onrecord.month_names import months
from onrecord.word_sets import in_order

_DECADE = re.compile(r"\d{3}X?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_PARTS = {
    "SP": "spring {}", "SU": "summer {}", "FA": "autumn {}", "WI": "winter {}",
    "Q1": "the first quarter of {}", "Q2": "the second quarter of {}", "Q3": "the third quarter of {}",
    "Q4": "the fourth quarter of {}", "H1": "the first half of {}", "H2": "the second half of {}",
}  # fmt: skip
"""TIMEX3's names for parts of a year."""
_NO_YEAR = "XXXX"
"""The year in TIMEX3 if it is unknown."""
PRINTED_YEAR = re.compile(r"\b\d{4}\b")


class DatePreposition(Struct, frozen=True, forbid_unknown_fields=True):
    """A preposition used before dates in labels, and the printed words that it replaces."""

    id: str
    words: tuple[str, ...]
    example: str
    source: str


@cache
def _prepositions() -> dict[str, str]:
    """Printed word before a date -> preposition in the label."""
    found = entries("date_prepositions.toml", "preposition", DatePreposition)
    return {word: item.id for item in found for word in item.words}


def in_words(value: str, *, year: bool = True) -> str:
    """An ISO 8601 or TIMEX3 date in words without a preposition; anything else is returned as it is."""
    if _DECADE.fullmatch(value):
        return f"the {value[:3]}0s"
    parts = value.split("-")
    if len(parts) == 1 or not (parts[0].isdigit() or parts[0] == _NO_YEAR):
        return value
    tail = f" {parts[0]}" if year and parts[0] != _NO_YEAR else ""
    if parts[1] in _PARTS:
        return _PARTS[parts[1]].format(parts[0])
    if parts[1].startswith("W"):
        return _week(value, parts, year=year)
    return _month(value, parts, tail)


def as_told(value: str, texts: Iterable[str]) -> str:
    """A date in words, without its year if none of the texts that tell of it prints the year."""
    return in_words(value, year=any(value[:4] in text for text in texts))


def _week(value: str, parts: list[str], *, year: bool) -> str:
    if is_weekday(value):
        return in_order("weekday")[int(parts[2]) - 1] if parts[2:] and parts[2].isdigit() else value
    monday = _monday(int(parts[0]), int(parts[1][1:])) if parts[0].isdigit() and parts[1][1:].isdigit() else None
    if monday is None:
        return value
    weekend = parts[2:] == ["WE"]
    first = monday + timedelta(days=5) if weekend else monday
    return f"the {'weekend' if weekend else 'week'} of {in_words(first.isoformat(), year=year)}"


def _month(value: str, parts: list[str], tail: str) -> str:
    if not parts[1].isdigit() or not 1 <= int(parts[1]) <= 12:
        return value
    month = months()[int(parts[1]) - 1][0].capitalize()
    return f"{int(parts[2][:2])} {month}{tail}" if len(parts) > 2 and parts[2][:2].isdigit() else f"{month}{tail}"


def phrase(value: str, before: str, printed: str) -> str:
    """The date with its preposition; `before` is the word printed before it, `printed` its own words.

    The year is left out if the article leaves it out and gives a day by its number. An empty string if the date cannot
    be put into words.
    """
    given = bool(PRINTED_YEAR.search(printed)) or not any(char.isdigit() for char in printed)
    words = in_words(value, year=given)
    if words == value and not value.isdigit():
        return ""
    return f"{_prepositions().get(before.casefold(), 'on' if _DAY.match(value) else 'in')} {words}"


def first_day(value: str) -> str:
    """The first day, month or year of an ISO 8601 or TIMEX3 date, so that dates of any granularity can be sorted.

    A week begins on its Monday; a season or a quarter sorts with its year.
    """
    year, _, rest = value.partition("-")
    if rest.startswith("W") and rest[1:3].isdigit() and year.isdigit():
        monday = _monday(int(year), int(rest[1:3]))
        return monday.isoformat() if monday else year
    return value if rest[:2].isdigit() else year


def _monday(year: int, week: int) -> date | None:
    try:
        return date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
