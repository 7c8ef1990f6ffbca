"""Evidence from dates for and against two reports being of one action."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from onrecord.days import fits
from onrecord.model import Feature
from onrecord.resolve.actions.reported import Reported
from onrecord.weights import weights_of

_W = weights_of("actions")
_PAIRS = 1 << 16
"""How many pairs of dates are cached with what they say of one another: most pairs of reports have the same few."""


def when(left: Reported, right: Reported) -> Feature | None:
    """Whether the dates can be one; near ones may be a disagreement, different years are two actions."""
    one, two = left.date or "", right.date or ""
    if not one[:4].isdigit() or not two[:4].isdigit():
        return _partly(left, right) or _led(left, right)
    return of_dates(one, two)


@lru_cache(maxsize=_PAIRS)
def of_dates(one: str, two: str) -> Feature:
    """Whether two dates, in full or in part, can be one."""
    if one.startswith(two) or two.startswith(one):
        return Feature("when", _W["when.agree"], f"{one} and {two} agree")
    days = _days(one, two)
    if days is not None and days <= _W["when.near_days"]:
        return Feature("when", _W["when.near"], f"{one} and {two} are near one another")
    if one[:4] != two[:4] or (days is not None and days > _W["when.far_days"]):
        return Feature("when", _W["when.far"], f"{one} is not {two}")
    return Feature("when", _W["when.other"], f"{one} is not {two}")


def _partly(left: Reported, right: Reported) -> Feature | None:
    """Whether a weekday or a day without a year can be that of the other report."""
    one, two = left.date or left.partial, right.date or right.partial
    if one is None or two is None or not (left.partial or right.partial):
        return None
    return _weekday(one, two)


@lru_cache(maxsize=_PAIRS)
def _weekday(one: str, two: str) -> Feature | None:
    fit = fits(one, two)
    if fit is None:
        return None
    said = f"{one} and {two} are one day" if fit else f"{one} is not {two}"
    return Feature("when", _W["when.partly_agree" if fit else "when.partly_other"], said)


def _led(left: Reported, right: Reported) -> Feature | None:
    """Whether the days that their articles begin with can be one: two similar events are told with different days."""
    one, two = left.date or left.partial or left.lead, right.date or right.partial or right.lead
    return None if left.article == right.article or one is None or two is None else _begun(one, two)


@lru_cache(maxsize=_PAIRS)
def _begun(one: str, two: str) -> Feature | None:
    if fits(one, two) is not False:
        return None
    return Feature("when", _W["when.lead_other"], f"their articles tell of {one} and of {two}")


def background(left: Reported, right: Reported) -> Feature | None:
    """What is dated to an earlier year is background, while a report without a date is mostly news."""
    if bool(left.date) is bool(right.date):
        return None
    for one, two in ((left, right), (right, left)):
        year = (one.published or "")[:4]
        if one.date and not two.date and year and one.date[:4] < year:
            return Feature(
                "background",
                _W["background"],
                f"one is of {one.date[:4]}, the other without a date in the news of {year}",
            )
    return None


def _days(one: str, two: str) -> int | None:
    """How many days lie between two dates; None if one of them is no day."""
    try:
        return abs((date.fromisoformat(one) - date.fromisoformat(two)).days)
    except ValueError:
        return None
