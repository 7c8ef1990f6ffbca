"""The day under which the page shows a deed or statement, and how that day is known."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from onrecord.model import Ref, StoryAction, StoryStatement
from onrecord.network.lookup import Lookup, chief_report, report_mode

Basis = Literal["told", "ahead", "printed", "elsewhere", "unknown"]


@dataclass(frozen=True, slots=True)
class Dating:
    """A day, month or year as printed or resolved, None if there is none; and how it is known.

    `told`: the words shown say so. `ahead`: they say so of what is only ordered or planned. `printed`: the article
    whose words are shown is of that day. `elsewhere`: that article is undated, and another that tells the same is of
    that day. Of an `elsewhere` the words shown may be older or younger.
    """

    date: str | None
    basis: Basis


_DAY = re.compile(r"\d{3}[\dX]")
"""Start of a value that is a point in time; durations ("PT6M") and "now" are not."""


def in_time(date: str | None) -> str | None:
    """`date` if it is a day, month, year or decade; None for any other value."""
    return date if date and _DAY.match(date) else None


def date_action(action: StoryAction, index: Lookup) -> Dating:
    """The dating of an action by the report whose words the page shows, not by other reports."""
    ref, report = chief_report(action, index)
    if report is not None and in_time(report.date):
        return Dating(report.date, "ahead" if report_mode(report) == "planned" else "told")
    return _printed(ref, action.refs, index)


def date_statement(said: StoryStatement, index: Lookup) -> Dating:
    """The dating of a statement by what its printings say about when it was said."""
    days = [date for date in said.dates if in_time(date)]
    if days:
        return Dating(min(days), "told")
    return _printed(said.chief or next(iter(said.refs), None), said.refs, index)


def _printed(shown: Ref | None, refs: Iterable[Ref], index: Lookup) -> Dating:
    if shown is not None and (day := _day(shown, index)):
        return Dating(day, "printed")
    others = sorted(day for ref in refs if (day := _day(ref, index)))
    return Dating(others[0], "elsewhere") if others else Dating(None, "unknown")


def _day(ref: Ref, index: Lookup) -> str | None:
    return index.analyses[ref.article].article.published
