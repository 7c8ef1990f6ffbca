"""Dates as bylines and pages print them: "Feb 18, 2014 8:46 PM EST", "19-Jun-2019", "2014-02-18T20:46:00Z"."""

from __future__ import annotations

import datetime
import re

from onrecord.month_names import month_numbers, months_abroad
from onrecord.word_patterns import filled

_DAY = rf"(?P<day>\d{{1,2}}){filled('{day_ending}')}?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_NAME = rf"(?P<month>{filled('{month}')})\b\.?"
_SHORT = r"(?P<short>\d\d)"
_ABROAD = rf"(?P<month>{'|'.join(sorted(months_abroad(), key=len, reverse=True))})\b"
_FORMS = (
    rf"(?<!\d){_YEAR}(?P<mark>[-/.])(?P<number>\d\d)(?P=mark)(?P<day>\d\d)(?!\d)",
    rf"(?<![\d.])(?P<day>\d\d?)\.\s?(?P<number>\d\d?)\.\s?{_YEAR}(?![\d.]*\d)",
    rf"(?<![\d/])(?P<day>1[3-9]|2\d|3[01])/(?P<number>\d\d?)/{_YEAR}(?![\d/])",
    rf"(?<![\d/])(?P<number>\d\d?)/(?P<day>1[3-9]|2\d|3[01])/{_YEAR}(?![\d/])",
    rf"(?<!\d){_DAY}[-/. ]\s?{_NAME}[-/]\s?{_YEAR}(?!\d)",
    rf"\b{_NAME}\s+(?:\d{{1,2}}\s?[-–/]\s?)?{_DAY}\s*,?\s+{_YEAR}(?!\d)",
    rf"(?<!\d){_DAY}\.?\s+(?:of\s+)?{_NAME},?\s+{_YEAR}(?!\d)",
    rf"(?<!\d)(?P<day>\d\d?)(?:\.|er|º)?\s+(?:del?\s+)?{_ABROAD},?\s+(?:del?\s+)?{_YEAR}(?!\d)",
    rf"\b{_NAME},?\s+{_YEAR}(?!\d)",
    rf"(?<![\d-])(?P<day>1[3-9]|2\d|3[01])-(?P<number>\d\d?)-{_YEAR}(?![\d-])",
    rf"(?<![\d.,])(?P<day>[0-3]\d)\.(?P<number>[01]\d)\.{_SHORT}(?![.,:]?\d)",
    rf"(?<![\d/])(?P<day>1[3-9]|2\d|3[01])/(?P<number>\d\d?)/{_SHORT}(?![\d/])",
    rf"(?<![\d/])(?P<number>\d\d?)/(?P<day>1[3-9]|2\d|3[01])/{_SHORT}(?![\d/])",
    rf"(?<!\d){_DAY}(?P<mark>\s|-){_NAME}(?:\s['’‘]|(?P=mark)(?<=-)){_SHORT}(?!\d)",
    rf"\b{_NAME}\s+{_DAY},?\s+['’‘]{_SHORT}(?!\d)",
)
"""Days in figures count where only one order of day and month is possible, and with stops, where the day is first."""
_FIGURES = re.compile(r"\d\d")
"""What every form has: most lines and paragraphs have none."""
_THIS = 50
"""Years of two figures below this are of this century."""
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ].*)?)?)?", re.DOTALL)


def iso_date(value: str) -> str | None:
    """The date in `value` as ISO 8601, no finer than a day; None if there is none.

    `value` may be ISO 8601 with or without a time ("2015-07", "2014-02-18T20:46:00Z") or a printed date with a year.
    """
    stripped = value.strip()
    if found := _ISO.fullmatch(stripped):
        year, month, day = found.groups()
        return _checked(int(year), int(month) if month else None, int(day) if day else None)
    return next((date for _, _, date in printed_dates(stripped)), None)


def printed_dates(text: str) -> list[tuple[int, int, str]]:
    """The full dates printed in `text` as (start, end, ISO date), in text order; they do not overlap."""
    found: list[tuple[int, int, str]] = []
    for form in _FORMS if _FIGURES.search(text) else ():
        for match in re.finditer(form, text, re.IGNORECASE):
            groups = match.groupdict()
            name = groups.get("month")
            month = _month(name.lower()) if name else int(groups["number"])
            year = whole_year(groups.get("year") or groups["short"])
            date = _checked(year, month, int(groups["day"]) if groups.get("day") else None)
            if date and all(match.end() <= start or match.start() >= end for start, end, _ in found):
                found.append((match.start(), match.end(), date))
    return sorted(found)


def _month(name: str) -> int:
    return month_numbers().get(name) or months_abroad()[name]


def whole_year(printed: str) -> int:
    """The year that is printed with four figures or with its last two: "24"."""
    if len(printed) > len("24"):
        return int(printed)
    return int(printed) + (2000 if int(printed) < _THIS else 1900)


def _checked(year: int, month: int | None, day: int | None) -> str | None:
    try:
        datetime.date(year, month or 1, day or 1)
    except ValueError:
        return None
    return "-".join([f"{year:04d}", *(f"{part:02d}" for part in (month, day) if part is not None)])
