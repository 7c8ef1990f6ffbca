"""Days as articles give them, complete or partial, and whether two of them can be the same day.

A day is an ISO date ("2015-07-24"), a weekday of an unknown week ("XXXX-WXX-5") or a day of an unknown year
("XXXX-07-24"), as TIMEX3 writes them (Pustejovsky et al. 2003, TimeML).
"""

from __future__ import annotations

import calendar
from datetime import date

from onrecord.model import Analysis, TimeExpression
from onrecord.punctuation import DASHES, HYPHENS
from onrecord.value_groups import RUNNING
from onrecord.word_patterns import word_pattern

_NO_WEEK = "XXXX-WXX-"
_WHOLE = len("2015-07-24")
_DATELINE = 48
"""Characters at the start of a text among which its dateline stands, and after a day those before the dash."""
_LEADING = 4
"""Sentences at the start of an article that say what it is about: the headline and three more."""


def fits(one: str, two: str) -> bool | None:
    """Whether two days can be the same; None if that cannot be decided, as for a weekday and a day without a year."""
    if one.startswith(_NO_WEEK) == two.startswith(_NO_WEEK):
        return _agree(one, two) if len(one) == len(two) else None
    week, day = (one, two) if one.startswith(_NO_WEEK) else (two, one)
    try:
        return date.fromisoformat(day).isoweekday() == int(week[len(_NO_WEEK) :])
    except ValueError:  # not a full date, or not a weekday
        return None


def printed_day(analysis: Analysis) -> TimeExpression | None:
    """The day of publication as it is printed, where it is printed without a year or in an unusual place.

    That is the first day in the lines above the article whose year these lines leave out, or the one of a dateline that
    runs into the first sentence ("NORPORT, March 4 AGENCY - A ship sank"), or the day with which a headline begins.
    """
    body = next((item for item in analysis.passages if item.kind in RUNNING - {"headline"}), None)
    end = body.start if body else 0
    lines = [(item.start, item.end) for item in analysis.passages if item.kind == "byline" and item.end <= end]
    inside = [item for item in analysis.dates if any(low <= item.start and item.end <= high for low, high in lines)]
    text = analysis.article.text
    found = next((item for item in inside if is_yearless(item) or _is_known(item, text)), None)
    heads = {item.start for item in analysis.passages if item.kind == "headline" and item.end <= end}
    return found or next(
        (item for item in analysis.dates if _is_day(item) and (item.start in heads or _is_dateline(item, text, end))),
        None,
    )


def _is_dateline(item: TimeExpression, text: str, start: int) -> bool:
    """Whether a day stands in capitals and a dash follows it, at the beginning of the text that begins at `start`."""
    before, behind = text[start : item.start], text[item.end : item.end + _DATELINE].partition("\n")[0]
    if not start <= item.start < start + _DATELINE or (before and not before[:1].isupper()) or "\n" in before:
        return False
    place = before.partition(",")[0]
    dash = min((at for mark in DASHES | HYPHENS if (at := behind.find(f" {mark} ")) >= 0), default=-1)
    return dash >= 0 and (place.isupper() or not before) and not any(char.islower() for char in behind[:dash])


def is_end_of_week(text: str, item: TimeExpression) -> bool:
    """Whether a day only ends the week of a paper: "Week ending August 23rd"."""
    return word_pattern("week_ending").search(text, max(item.start - _DATELINE, 0), item.start) is not None


def is_yearless(item: TimeExpression) -> bool:
    """Whether a date is a month and a day, and no more: a weekday is "XXXX-WXX-5"."""
    return (
        item.type == "DATE" and not item.value and len(item.partial or "") == _WHOLE and bool(whole_day(item.partial))
    )


def is_month(item: TimeExpression) -> bool:
    """Whether a date is a month without its year."""
    return item.type == "DATE" and not item.value and bool(whole_day(f"{item.partial}-01"))


def _is_known(item: TimeExpression, text: str) -> bool:
    """Whether a day is printed without its year, which the article gives elsewhere."""
    return bool(item.value) and _is_day(item) and (item.value or "")[:4] not in text[item.start : item.end]


def _is_day(item: TimeExpression) -> bool:
    return (
        item.type == "DATE"
        and len(item.value or item.partial or "") == _WHOLE
        and bool(whole_day(item.value or item.partial))
    )


def is_weekday(value: str) -> bool:
    """Whether a day is given only as a weekday."""
    return value.startswith(_NO_WEEK)


def _agree(one: str, two: str) -> bool:
    return one == two or (one[4:] == two[4:] and "XXXX" in (one[:4], two[:4]))


def leading_day(analysis: Analysis) -> str | None:
    """The first day named in an article's first sentences: usually the day of its main event; None if there is none."""
    stop = analysis.sentences[:_LEADING][-1][1] if analysis.sentences else 0
    days = (item.value or item.partial for item in analysis.dates if item.start < stop and item.type == "DATE")
    return next((day for day in days if day and (len(day) == _WHOLE or day.startswith(_NO_WEEK))), None)


def whole_day(value: str | None) -> date | None:
    """The day that an ISO date gives, one without a year in a leap year; None if it is no day."""
    try:
        return date.fromisoformat((value or "").replace("XXXX-", "2000-"))
    except ValueError:
        return None


def last_day_of(month: str) -> str | None:
    """The last day of a month such as "2015-11", as an ISO date; None if it is no month of a known year."""
    first = whole_day(f"{month}-01") if month[:4].isdigit() else None
    return None if first is None else f"{month}-{calendar.monthrange(first.year, first.month)[1]}"


def nearness(one: str | None, two: str | None, half: float) -> float:
    """A factor, 0 to 1, that is halved for every `half` days between two ISO dates; 1 if either is not a full day."""
    first, second = whole_day(one), whole_day(two)
    return 1.0 if first is None or second is None else float(0.5 ** (abs((first - second).days) / half))


def days_between(one: str | None, two: str | None) -> int | None:
    """How many days lie between two ISO dates; None if either is not a full day."""
    first, second = whole_day(one), whole_day(two)
    return None if first is None or second is None else abs((first - second).days)
