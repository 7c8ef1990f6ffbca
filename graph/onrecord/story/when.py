"""Dates in words, as a sentence takes them: "by 30 November", "in 2013", "in the week of 20 July 2015"."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_PRINTED_YEAR = re.compile(r"\b\d{4}\b")
_BEFORE = {
    "by": "by", "since": "since", "until": "until", "till": "until", "before": "before", "after": "after",
    "from": "from", "beginning": "from", "starting": "from", "of": "from", "effective": "from",
}  # fmt: skip
"""The word printed before a date, and the preposition it becomes; "as of" and "effective" mark a beginning."""


def in_words(value: str, *, year: bool = True) -> str:
    """An ISO 8601 or TIMEX3 date in words without a preposition; what is none of these is given back as it is."""
    parts = value.split("-")
    if len(parts) == 1 or not parts[0].isdigit():
        return value
    tail = f" {parts[0]}" if year else ""
    if parts[1].startswith("W") and parts[1][1:].isdigit():
        monday = _monday(int(parts[0]), int(parts[1][1:]))
        return f"the week of {in_words(monday.isoformat(), year=year)}" if monday else value
    if not parts[1].isdigit() or not 1 <= int(parts[1]) <= 12:
        return value
    month = _MONTHS[int(parts[1]) - 1]
    if len(parts) > 2 and parts[2][:2].isdigit():
        return f"{int(parts[2][:2])} {month}{tail}"
    return f"{month}{tail}"


def phrase(value: str, before: str, printed: str) -> str:
    """The date with its preposition; `before` is the word printed before it, `printed` its own words.

    The year is left out if the article leaves it out and gives a day by its number.
    """
    given = bool(_PRINTED_YEAR.search(printed)) or not any(char.isdigit() for char in printed)
    words = in_words(value, year=given)
    return f"{_BEFORE.get(before.casefold(), 'on' if len(value) == len('2015-11-30') else 'in')} {words}"


def _monday(year: int, week: int) -> date | None:
    try:
        return date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
