"""Which occasion a sentence tells of: that of its article, or an earlier one like it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from onrecord.days import days_between, is_weekday, whole_day
from onrecord.model import Analysis, Span, TimeExpression
from onrecord.story.inflection import base, is_noun, is_verb, verb
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import word_set

EARLIER = "earlier"
"""Some earlier occasion, without a year."""


def occasions_of(analysis: Analysis) -> dict[Span, tuple[tuple[Span, str], ...]]:
    """For each sentence its clauses, with the year of an earlier occasion that each tells of, or `EARLIER`.

    A sentence without a date of its own goes on with the one before it in its paragraph.
    """
    found: dict[Span, tuple[tuple[Span, str], ...]] = {}
    text, before, last = analysis.article.text, "", 0
    for start, end in analysis.sentences:
        clauses = _clauses(analysis, start, end)
        goes_on = before and text[last:start].count("\n") < 2 and not _is_dated(analysis, start, end)
        goes_on = goes_on and not _is_present(text, start, end)
        if goes_on and not any(told for _, told in clauses):
            clauses = tuple((span, before) for span, _ in clauses)
        told = {one for _, one in clauses}
        before = told.pop() if len(told) == 1 else ""
        found[start, end], last = clauses, end
    return found


def _is_dated(analysis: Analysis, start: int, end: int) -> bool:
    return any(item.type == "DATE" for item in _dates(analysis, start, end))


def _dates(analysis: Analysis, start: int, end: int) -> Sequence[TimeExpression]:
    """The time expressions that begin in a stretch of text."""
    first, last = (bisect_left(analysis.dates, place, key=lambda item: item.start) for place in (start, end))
    return analysis.dates[first:last]


def _is_present(text: str, start: int, end: int) -> bool:
    """Whether a sentence tells of what is so now: it has a verb in the present, and no auxiliary in the past."""
    words = [found[0] for found in _WORD.finditer(text, start, end)]
    small = [word.casefold() for word in words]
    if not word_set("past_auxiliary").isdisjoint(small):
        return False
    return any(
        one.islower() and is_verb(one) and one == verb(base(one), "VBZ") and (before[0].isupper() or is_noun(before))
        for before, one in pairwise(words)
        if one.endswith(tuple(word_set("plural_ending")))
    )


_WORD = re.compile(r"[^\W\d_]{2,}")


def _clauses(analysis: Analysis, start: int, end: int) -> tuple[tuple[Span, str], ...]:
    """The stretches between commas; what opens the sentence holds for all of it."""
    cuts = [start, *(found.end() for found in _COMMA.finditer(analysis.article.text, start, end)), end]
    spans = [(one, two) for one, two in pairwise(cuts) if one < two]
    opening = _own(analysis, start, min(end, start + _OPENING)) or _month(analysis, start)
    found: list[tuple[Span, str]] = []
    for span in spans:
        words = analysis.article.text[slice(*span)].split()
        goes_on = bool(found) and bool(words) and words[0].casefold() in word_set("opens_clause")
        found.append((span, _own(analysis, *span) or opening or (found[-1][1] if goes_on else "")))
    return tuple(found)


def _month(analysis: Analysis, start: int) -> str:
    """The month that a sentence opens with, if it is not that of the article or the one before: "In early March"."""
    day = article_day(analysis)
    for item in analysis.dates:
        value = (item.value or item.partial or "")[:_MONTH]
        if start <= item.start < start + _OPENING and item.type == "DATE" and _MONTH_VALUE.fullmatch(value):
            if not day:
                return value if len(item.value or item.partial or "") == _MONTH else ""
            weeks = days_between(f"{value}-15", f"{day[:_MONTH]}-15") if value[0] != "X" else None
            return value if weeks is None or weeks > _NEAR else ""
    return ""


_MONTH = len("2015-07")
_MONTH_VALUE = re.compile(r"[X\d]{4}-\d\d")
_NEAR = 45
"""Most days between the middle of a month and that of the article's for what happened then to be its matter."""
_COMMA = re.compile(r"[,;:—–](?=\s)|[()]")
_OPENING = 24
"""Characters at the beginning of a sentence that say when all of it was."""


def _own(analysis: Analysis, start: int, end: int) -> str:
    """The earlier occasion that a stretch of text gives."""
    text, published = analysis.article.text, article_day(analysis)[:4]
    for item in _dates(analysis, start, end):
        if item.type == "DATE":
            year = (item.value or "")[:4]
            earlier = year < published if published else True
            if year.isdigit() and earlier and year in text[item.start : item.end]:
                return year
    return EARLIER if word_pattern("earlier_occasion").search(text, start, end) else ""


def article_day(analysis: Analysis) -> str:
    """The day of an article: that of its publication, or else the one it begins with; empty if neither is known."""
    if analysis.article.published:
        return analysis.article.published
    text, stop = analysis.article.text, analysis.sentences[:_LEADING][-1][1] if analysis.sentences else 0
    days = (item for item in analysis.dates if item.start < stop and item.type == "DATE" and whole_day(item.value))
    return next((day.value for day in days if day.value and day.value[:4] in text[day.start : day.end]), "")


_LEADING = 3
"""Sentences in which an article gives its day: headline, byline and dateline run into them."""


def day_of(analysis: Analysis, start: int, end: int) -> str:
    """The day that a stretch of text gives, if it gives one."""
    here = (item for item in analysis.dates if item.type == "DATE" and start <= item.start < end)
    days = (item.value or item.partial for item in here)
    return next((day for day in days if day and (whole_day(day) or is_weekday(day))), "")
