"""Completes days without a year in undated articles with the year that other articles give.

In an undated article nothing says which year "November 30" is in. If articles on the same matter all give that same day
the same year, that year is used, and the expression names its source. Nothing else is inferred: no year from an article
on another matter, none if two articles differ, none for "Friday" or "July".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.model import Action, Analysis, Span, TimeExpression

_DAY = len("2015-11-30")
Years = dict[str, dict[str, str]]
"""Month and day ("11-30") -> year -> id of the first article that gives it."""


def completed(analyses: Sequence[Analysis], alike: Mapping[tuple[int, int], float]) -> list[Analysis]:
    """The analyses with days completed from articles on the same matter (`alike`: similarity of pairs, by position)."""
    given = [_given(item) for item in analyses]
    near: dict[int, list[int]] = {}
    for left, right in alike:
        near.setdefault(left, []).append(right)
        near.setdefault(right, []).append(left)
    return [_complete(item, [given[other] for other in sorted(near.get(at, ()))]) for at, item in enumerate(analyses)]


def _given(analysis: Analysis) -> tuple[str, set[str]]:
    """The article's id and the full dates it gives."""
    return analysis.article.id, {date.value for date in analysis.dates if date.value and _is_day(date)}


def _is_day(date: TimeExpression) -> bool:
    return date.type == "DATE" and len(date.value or "") == _DAY and (date.value or "")[4] == "-"


def _complete(analysis: Analysis, others: Sequence[tuple[str, set[str]]]) -> Analysis:
    wanted = [date for date in analysis.dates if date.partial and not date.value]
    if not wanted or not others:
        return analysis
    years: Years = {}
    for article, days in others:
        for day in sorted(days):
            years.setdefault(day[5:], {}).setdefault(day[:4], article)
    dates = tuple(_dated(date, years) if date in wanted else date for date in analysis.dates)
    values = {(date.start, date.end): date.value for date in dates if date.note}
    return replace(analysis, dates=dates, actions=tuple(_with_date(item, values) for item in analysis.actions))


def _dated(date: TimeExpression, years: Years) -> TimeExpression:
    found = years.get((date.partial or "").removeprefix("XXXX-"), {})
    if len(found) != 1:
        return date
    ((year, article),) = found.items()
    value = f"{year}{(date.partial or '').removeprefix('XXXX')}"
    return replace(date, value=value, note=f"the year is that of the same day in the article {article}")


def _with_date(action: Action, values: Mapping[Span, str | None]) -> Action:
    if action.date is None and action.date_span is not None and action.date_span in values:
        return replace(action, date=values[action.date_span])
    return action
