"""Completes days without a year in undated articles with the year that articles on the same matter give.

In an undated article nothing says which year "November 30" is in. Two things tell it, and what is completed says which:

- If the lines above the article print the day of its publication without the year, as "LISBON, March 4 (Agency) —", and
  only one year puts that day near the days of publication of articles on the same matter, that year is used, and the
  article has a date of publication. The weekday that the article tells can decide between two years. Its other days
  without a year are in the year that puts them nearest to it.
- If they print it in figures that two orders of day and month fit, as "12/06/2024", and only one of the two days is
  near the days of publication of articles on the same matter, that day is used.
- If a day stands beside its weekday, and only one year near articles on the same matter fits, that year is used.
- If articles on the same matter all give that same day the same year, that year is used.

Nothing else is inferred: no year from an article on another matter or from one whose own date was inferred, none if two
articles differ, none for "Friday" or "July".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import count

from msgspec.structs import replace

from onrecord.days import is_end_of_week, is_month, is_weekday, is_yearless, printed_day, whole_day
from onrecord.figure_orders import in_either_order
from onrecord.model import Action, Analysis, Span, TimeExpression
from onrecord.shelf import Seen, Shelf
from onrecord.value_groups import RUNNING
from onrecord.weights import weights_of
from onrecord.word_sets import in_order

_DAY = len("2015-11-30")
_MONTH = len("2015-11")
_WEEK = 7
"""The number of a Sunday, behind which that of a Monday follows."""
NEAR = int(weights_of("matters")["yearless.days"])
"""Most days between an article whose day of publication has no year and one on the same matter that tells the year."""
FAR = int(weights_of("matters")["yearless.far"])
"""The same if the weekday that the article tells is that of the day."""
Years = dict[str, dict[str, str]]
"""Month and day ("11-30") -> year -> id of the first article that gives it."""


def completed(analyses: Shelf[Analysis], alike: Iterable[tuple[int, int]]) -> Shelf[Analysis]:
    """The analyses with days completed from articles on the same matter (`alike`: pairs that are, by position)."""
    near: dict[int, list[int]] = {}
    for left, right in alike:
        near.setdefault(left, []).append(right)
        near.setdefault(right, []).append(left)
    places = count()

    def change(item: Analysis) -> Analysis:
        others = near.get(next(places), ())
        return _complete(item, Seen(sorted(others), analyses.__getitem__))

    return analyses.changed(change)


def as_read(analysis: Analysis) -> Analysis:
    """The analysis without what `completed` added in an earlier run, with other articles beside it."""
    inferred = analysis.article.published_basis == "inferred"
    added = {(item.start, item.end): item.value for item in analysis.dates if item.note and item.partial}
    if not (added or inferred):
        return analysis
    dates = tuple(
        replace(item, value=None, note=None) if item.note and item.partial else item for item in analysis.dates
    )
    actions = tuple(
        replace(item, date=None) if item.date_span and item.date and added.get(item.date_span) == item.date else item
        for item in analysis.actions
    )
    bare = replace(analysis, dates=dates, actions=actions)
    figures = _figures(bare) if inferred else None
    item = printed_day(bare) if inferred and not figures else None
    if item is None and figures is None:
        return bare
    told = f"{figures[0]} is printed" if figures else _said(bare, item) if item else ""
    own = (analysis.article.published_note or "").partition(told)[0].removesuffix("; ")
    article = replace(analysis.article, published=None, published_basis="unknown", published_note=own or None)
    return replace(bare, article=article)


def _complete(analysis: Analysis, others: Sequence[Analysis]) -> Analysis:
    told = _published(analysis, others)
    day = whole_day(told.article.published) if told is not analysis else None
    wanted = [item for item in analysis.dates if item.partial and not item.value]
    if not wanted or not (others or day):
        return told
    years = _years(others)
    text = analysis.article.text
    dates = tuple(
        (_by_own_weekday(item, text, others) if day is None else None) or _dated(item, years, day)
        if item in wanted
        else item
        for item in analysis.dates
    )
    values = {(item.start, item.end): item.value for item in dates if item.note}
    return replace(told, dates=dates, actions=tuple(_with_date(item, values) for item in analysis.actions))


# ------------------------------------------------------------ the day of publication


def _published(analysis: Analysis, others: Sequence[Analysis]) -> Analysis:
    """The analysis with its day of publication, if that is printed without a year and its year is known."""
    if analysis.article.published:
        return analysis
    if figures := _figures(analysis):
        day, why = _by_nearness(figures[1], others)
        return _inferred(analysis, day, f"{figures[0]} is printed above the article: {why}") if day else analysis
    item = printed_day(analysis)
    if item is None:
        return analysis
    given = (item.value or "", "the article gives that day with its year")
    day, why = given if item.value else _by_others(analysis, item, others)
    if not day:
        return analysis
    if is_end_of_week(analysis.article.text, item):
        day, why = day[:_MONTH], f"{why}; it is the last day of a week"
    return _inferred(analysis, day, f"{_said(analysis, item)}: {why}")


def _inferred(analysis: Analysis, day: str, note: str) -> Analysis:
    article = replace(
        analysis.article,
        published=day,
        published_basis="inferred",
        published_note="; ".join(part for part in (analysis.article.published_note, note) if part),
    )
    return replace(analysis, article=article)


def _figures(analysis: Analysis) -> tuple[str, tuple[str, ...]] | None:
    """The line above the article whose day in figures two orders fit, with the two days; None if there is none."""
    body = next((item.start for item in analysis.passages if item.kind in RUNNING - {"headline"}), 0)
    for item in analysis.passages:
        line = analysis.article.text[item.start : item.end]
        if item.kind == "byline" and item.end <= body and (days := in_either_order(line)):
            return repr(" ".join(line.split())[:_SHOWN]), days
    return None


_SHOWN = 60
"""Most characters of a line that a note repeats."""


def _by_nearness(days: Sequence[str], others: Sequence[Analysis]) -> tuple[str, str]:
    """Of two days the only one near the day of an article of `others`, and why; empty if both are, or neither."""
    found: dict[date, tuple[int, str]] = {}
    for other in others:
        given = _full_day(other)
        for day in map(date.fromisoformat, days) if given else ():
            if given and (gap := abs((day - given).days)) <= NEAR:
                found[day] = min(found.get(day, (gap, other.article.id)), (gap, other.article.id))
    if len(found) != 1:
        return "", ""
    ((day, (gap, nearest)),) = found.items()
    return day.isoformat(), f"as {day} it is {_days(gap)} the article {nearest} on the same matter"


def _said(analysis: Analysis, item: TimeExpression) -> str:
    words = analysis.article.text[item.start : item.end]
    how = "" if item.value and item.value[:4] in words else " without a year"
    return f"{words!r} is printed above the article{how}"


def _by_others(analysis: Analysis, item: TimeExpression, others: Sequence[Analysis]) -> tuple[str, str]:
    """The day `item` in the only year that puts it near an article of `others`, and why; empty if there is none.

    Of two years, or of one that puts it less near, the first weekday that the article tells has to be that day's or, if
    there is no such year, that of the day before.
    """
    rest = (item.partial or "").removeprefix("XXXX")
    found: dict[date, tuple[int, str]] = {}
    for other in others:
        given = _full_day(other)
        for day in _same_days(rest, given) if given else ():
            if given and (gap := abs((day - given).days)) <= FAR:
                found[day] = min(found.get(day, (gap, other.article.id)), (gap, other.article.id))
    near = [day for day, (gap, _) in found.items() if gap <= NEAR]
    why = ""
    if len(near) != 1:
        near, why = _by_weekday(analysis, near or [*found]), ", and its weekday is told"
    if len(near) != 1:
        return "", ""
    ((gap, nearest), published) = found[near[0]], near[0].isoformat()
    return published, f"{published[:4]} puts it {_days(gap)} the article {nearest} on the same matter{why}"


def _by_weekday(analysis: Analysis, days: Sequence[date]) -> list[date]:
    """Those of `days` that are the weekday that an article tells first in its text; else those after one."""
    start = next((item.start for item in analysis.passages if item.kind == "body"), 0)
    partial = (item.partial or "" for item in analysis.dates if item.start >= start)
    told = next((int(value[-1]) for value in partial if is_weekday(value)), 0)
    same = [day for day in days if day.isoweekday() == told]
    return same or [day for day in days if day.isoweekday() == told % _WEEK + 1 and told]


def _days(gap: int) -> str:
    return "on the day of" if not gap else f"{gap} {'day' if gap == 1 else 'days'} from"


def _full_day(analysis: Analysis) -> date | None:
    """The day of publication that an article gives, unless it was inferred."""
    article = analysis.article
    given = article.published_basis != "inferred" and len(article.published or "") == _DAY
    return whole_day(article.published) if given else None


# ------------------------------------------------------------ other days


def _years(others: Sequence[Analysis]) -> Years:
    years: Years = {}
    for other in others:
        for day in sorted({item.value for item in other.dates if item.value and _is_day(item)}):
            years.setdefault(day[5:], {}).setdefault(day[:4], other.article.id)
    return years


def _is_day(item: TimeExpression) -> bool:
    return item.type == "DATE" and len(item.value or "") == _DAY and (item.value or "")[4] == "-"


def _dated(item: TimeExpression, years: Years, published: date | None) -> TimeExpression:
    rest = (item.partial or "").removeprefix("XXXX")
    found = years.get(rest.removeprefix("-"), {})
    if len(found) == 1:
        ((year, article),) = found.items()
        return replace(item, value=f"{year}{rest}", note=f"the year is that of the same day in the article {article}")
    if published is not None and is_month(item):
        last = published.year if int(rest[1:]) <= published.month else published.year - 1
        return replace(item, value=f"{last}{rest}", note=f"the month is the last one before publication on {published}")
    if published is None or not is_yearless(item):
        return item
    nearest = min(_same_days(rest, published), key=lambda day: (abs(day - published), day), default=None)
    if nearest is None:
        return item
    return replace(item, value=nearest.isoformat(), note=f"the year is the one nearest to publication on {published}")


def _by_own_weekday(item: TimeExpression, text: str, others: Sequence[Analysis]) -> TimeExpression | None:
    """A day that is printed with its weekday, "Friday, 3 May", in the only year near `others` in which it is that."""
    names = [word.strip(",") for word in text[item.start : item.end].split()]
    told = next((number for number, name in enumerate(in_order("weekday"), 1) if name in names), 0)
    if not told or not is_yearless(item):
        return None
    rest = (item.partial or "").removeprefix("XXXX")
    found: dict[date, tuple[int, str]] = {}
    for other in others:
        given = _full_day(other)
        for day in _same_days(rest, given) if given else ():
            if given and day.isoweekday() == told and (gap := abs((day - given).days)) <= FAR:
                found[day] = min(found.get(day, (gap, other.article.id)), (gap, other.article.id))
    if len(found) != 1:
        return None
    ((day, (gap, nearest)),) = found.items()
    note = f"in {day.year} it is the weekday told, {_days(gap)} the article {nearest} on the same matter"
    return replace(item, value=day.isoformat(), note=note)


def _same_days(rest: str, published: date) -> Iterator[date]:
    """The day `rest` ("-11-30") in the years around `published`."""
    for year in (published.year - 1, published.year, published.year + 1):
        if day := whole_day(f"{year}{rest}"):
            yield day


def _with_date(action: Action, values: Mapping[Span, str | None]) -> Action:
    if action.date is None and action.date_span is not None and action.date_span in values:
        return replace(action, date=values[action.date_span])
    return action
