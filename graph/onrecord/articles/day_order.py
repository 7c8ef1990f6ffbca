"""Days in figures that two orders of day and month fit, "12/06/2024": which order an article uses, if it shows one."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from itertools import chain

from onrecord.articles.printed import iso_date, printed_dates, whole_year
from onrecord.figure_orders import by_country, by_spelling
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import in_order

_NUMERIC = re.compile(
    r"(?<![\d/.-])(?P<first>\d\d?)(?P<mark>[/.-])(?P<second>\d\d?)(?P=mark)(?P<year>(?:19|20)\d\d|\d\d)(?![\d/-])"
)
_WORD = re.compile(r"\b[A-Z][a-z]{5,8}\b")
_MONTHS = 12
"""Numbers above this are days."""


def told(line: str, texts: Sequence[str]) -> tuple[str, str] | None:
    """The day in figures in `line` as ISO date with what tells its order; None if nothing does or tells otherwise.

    Evidence is the zone of its time, then that its clock has 24 hours, which papers with the month first do not use,
    then other days in figures in `texts`, the article and the lines around it, a day that these put in the future, and
    their spelling. Days with the name of a month tell least, and nothing if a weekday or a country speaks against them:
    news names the weekday of its day or of the day before, and many papers that write "May 3" put the day first in
    figures.
    """
    found = _NUMERIC.search(line)
    if found is None:
        return None
    day_first = _iso(found["year"], found["second"], found["first"])
    month_first = _iso(found["year"], found["first"], found["second"])
    if day_first == month_first or None in (day_first, month_first):
        date = day_first or month_first
        return (date, "one order of day and month is possible") if date else None
    for reason, firsts in _evidence(line, texts, found, (day_first, month_first)):
        if len(firsts) == 1:
            date = day_first if firsts.pop() else month_first
            return (date, f"{reason} tells the order of day and month") if date else None
        if firsts:
            return None
    return None


def _evidence(
    line: str, texts: Sequence[str], found: re.Match[str], days: tuple[str | None, str | None]
) -> Iterator[tuple[str, set[bool]]]:
    """Whether the day stands first by each kind of evidence, the surest first; both if the evidence is divided."""
    firsts = {word_pattern("zone_of_day_first"): True, word_pattern("zone_of_month_first"): False}
    yield "the zone of the time", {first for zone, first in firsts.items() if zone.search(line, found.end())}
    yield "the clock of 24 hours", {True} if word_pattern("clock_of_day_first").match(line, found.end()) else set()
    numeric = [item for item in chain.from_iterable(map(_NUMERIC.finditer, (line, *texts))) if _is_sure(item, line)]
    yield (
        "another day in figures",
        {int(item["first"]) > _MONTHS for item in numeric if max(int(item["first"]), int(item["second"])) > _MONTHS},
    )
    yield "a day that was still to come", _by_what_comes(texts, days)
    yield "the spelling of its words", by_spelling(texts)
    named = {word_pattern("day_before_month"): True, word_pattern("month_before_day"): False}
    found_in = {first for form, first in named.items() for text in texts if form.search(text)}
    others = (_by_weekday(texts, days) | by_country(texts)) if found_in else set()
    yield "another day with the name of its month", found_in | others


def _by_what_comes(texts: Sequence[str], days: tuple[str | None, str | None]) -> set[bool]:
    """Whether the day stands first, if only one reading of it lies before what `texts` say will be on a day."""
    found: set[bool] = set()
    for text in texts:
        for told in word_pattern("day_to_come").finditer(text):
            place = told.end()
            form = next((one for name in _NAMED if (one := word_pattern(name).match(text, place))), None)
            printed = form[0] if form else ""
            readings = [bool(day) and _is_ahead(printed, day or "") for day in days]
            if printed and sum(readings) == 1:
                found.add(readings[0])
    return found if len(found) == 1 else set()


_NAMED = ("day_before_month", "month_before_day")
_SOON = 120
"""Most days between the day of an article and one for which it says that something is set."""


def _is_ahead(printed: str, published: str) -> bool:
    """Whether a day without its year, "3 May", comes soon after `published`."""
    first = datetime.date.fromisoformat(published)
    for year in (first.year, first.year + 1):
        day = next(iter(printed_dates(f"{printed} {year}")), None)
        if day and len(day[2]) == len(published) and first.isoformat() <= day[2]:
            return (datetime.date.fromisoformat(day[2]) - first).days <= _SOON
    return False


def _is_sure(day: re.Match[str], line: str) -> bool:
    """Whether figures are a day: in a text, with two figures for the year they can be a score or a number."""
    return len(day["year"]) > len("14") or day.string == line


def _by_weekday(texts: Sequence[str], days: tuple[str | None, str | None]) -> set[bool]:
    """Whether the day stands first, by which of two readings, `days`, has a weekday that `texts` name, if one has."""
    names = in_order("weekday")
    named = {names.index(word) for text in texts for word in _WORD.findall(text) if word in names}
    first = {place == 0 for place, day in enumerate(days) if day and _weekday(day) & named}
    return first if len(first) == 1 else set()


def _weekday(day: str) -> set[int]:
    """The weekday of a day and that of the day before, by number from 0, Monday."""
    own = datetime.date.fromisoformat(day).weekday()
    return {own, (own - 1) % 7}


def _iso(year: str, month: str, day: str) -> str | None:
    return iso_date(f"{whole_year(year)}-{int(month):02d}-{int(day):02d}")
