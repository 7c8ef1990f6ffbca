"""Under which day a deed or statement stands on the page, and how that day is known."""

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
"""How a value begins that has a place in time; a duration ("PT6M") and "now" have none."""


def in_time(date: str | None) -> str | None:
    """The date if it is one: the day, month, year or decade of something; None for any other value."""
    return date if date and _DAY.match(date) else None


def date_action(action: StoryAction, index: Lookup) -> Dating:
    """By the report whose words the page shows: the days of others are theirs."""
    ref, report = chief_report(action, index)
    if report is not None and in_time(report.date):
        return Dating(report.date, "ahead" if report_mode(report) == "planned" else "told")
    return _printed(ref, action.refs, index)


def date_statement(said: StoryStatement, index: Lookup) -> Dating:
    """By what the printings say of when it was said."""
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
    return index.analyses[index.articles[ref.article]].article.published
