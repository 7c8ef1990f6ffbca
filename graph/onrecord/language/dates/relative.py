"""What relative time expressions, durations, sets and times of day mean; see `dates.calendar`."""

from __future__ import annotations

import datetime
from dataclasses import replace

from onrecord.language.dates import calendar as cal
from onrecord.language.dates.calendar import Context, Groups, Resolver
from onrecord.language.dates.grammar import words
from onrecord.word_sets import word_set

_FARTHEST = 100_000
"""How many units are counted at most: a larger number dates nothing in the news."""
_DAYS = {"D": 1, "W": 7, "F": 14}
_HALVES = {"TH": (60, "TM"), "Y": (12, "M"), "E": (10, "Y"), "C": (100, "Y"), "TM": (60, "TS")}
_MONTHS = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}


def _unit(groups: Groups) -> str:
    name = groups["unit"]
    units = words().units
    return units.get(name) or units.get(name.rstrip("s")) or units[name.split()[-1].rstrip("s")]


def deictic(groups: Groups, context: Context) -> str:
    """Today, yesterday, last night."""
    day = cal.as_day(context.published)
    if day is None:
        return ""
    word = groups["deictic"]
    steps = words().deictic
    parts = words().day_parts
    moved = day + datetime.timedelta(days=steps.get(word, 0))
    return f"{moved}{parts.get(word.split()[-1], '')}"


def weekday(groups: Groups, context: Context) -> str:
    """A day of the week: the last one up to the day of publication, or the next one if the clause looks ahead."""
    which = groups.get("which", "")
    base = cal.as_day(cal.anchor(which, context))
    if base is None:
        return ""
    wanted = cal.index("weekdays", groups["weekday"]) - 1
    back, ahead = (base.weekday() - wanted) % 7, (wanted - base.weekday()) % 7
    if which and cal.direction(which) < 0:
        step = -(back or 7)
    elif which in word_set("which_next"):
        step = wanted - base.weekday() + 7
    elif which in word_set("which_following"):
        step = ahead or 7
    elif which:
        step = ahead
    else:
        step = ahead if context.tense == "future" else -back
    return (base + datetime.timedelta(days=step)).isoformat()


def which_unit(groups: Groups, context: Context) -> str:
    """Expressions like "this month", "last year", "the following day"."""
    which, unit = groups.get("which", "this"), groups["unit"]
    anchor, step = cal.anchor(which, context), cal.direction(which)
    if unit in words().seasons:
        return cal.season({"which": which, "season": unit}, context)
    if unit in ("day", "week", "weekend"):
        said = "which" in groups
        return _day_or_week(anchor, unit, step, context if said or context.tense else replace(context, tense="past"))
    base = cal.parts(anchor)
    if base is None:
        return ""
    if unit in ("month", "quarter"):
        return _month_or_quarter(base[0], base[1], unit, step) if base[1] else ""
    years = {"decade": 10, "century": 100}.get(unit, 1)
    return f"{base[0] // years + step}" if years > 1 else cal.iso(base[0] + step)


_SUNDAY = 6
"""The weekday on which a week ends, by ISO 8601."""


def _day_or_week(anchor: str, unit: str, step: int, context: Context) -> str:
    day = cal.as_day(anchor)
    if day is None:
        return ""
    if unit == "day":
        return (day + datetime.timedelta(days=step)).isoformat()
    if unit == "week" and step and day.weekday() == _SUNDAY:
        return ""  # on a Sunday "last week" may be the one that ends
    if unit == "weekend" and step == 0 and day.weekday() < 5 and context.tense == "past":
        step = -1
    return _week(day + datetime.timedelta(days=7 * step)) + ("-WE" if unit == "weekend" else "")


def _month_or_quarter(year: int, month: int, unit: str, step: int) -> str:
    if unit == "month":
        count = year * 12 + month - 1 + step
        return cal.iso(count // 12, count % 12 + 1)
    count = year * 4 + (month - 1) // 3 + step
    return f"{count // 4:04d}-Q{count % 4 + 1}"


def _week(day: datetime.date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def part_of(groups: Groups, context: Context) -> str:
    """Expressions like "The end of the year": the year that is running."""
    return which_unit({"which": "this", "unit": groups["unit"]}, context)


def _moved(value: str, count: float, unit: str) -> str:
    """`value` moved by `count` units, at the granularity of the unit; "" if `value` is too coarse for it."""
    if abs(count) > _FARTHEST:
        return ""
    if unit in _MONTHS:
        return _moved_by_months(value, count, unit)
    day = cal.as_day(value)
    if day is None or unit not in ("TH", *_DAYS):
        return ""
    days = int(count / 24) if unit == "TH" else round(count * _DAYS[unit])
    return (day + datetime.timedelta(days=days)).isoformat()


def _moved_by_months(value: str, count: float, unit: str) -> str:
    base, months = cal.parts(value), round(count * _MONTHS[unit])
    if base is None:
        return ""
    if unit in ("Y", "E", "C") and count == int(count):
        return cal.iso(base[0] + months // 12)
    total = base[0] * 12 + (base[1] or 1) - 1 + months
    return cal.iso(total // 12, total % 12 + 1) if base[1] and total >= 12 else ""


def ago(groups: Groups, context: Context) -> str:
    """Expressions like "Three years ago", from publication."""
    count = cal.amount(groups["number"])
    return "" if count is None else _moved(context.published, -count, _unit(groups))


def from_now(groups: Groups, context: Context) -> str:
    """Expressions like "Two weeks from now", from publication."""
    count = cal.amount(groups["number"])
    return "" if count is None else _moved(context.published, count, _unit(groups))


def later(groups: Groups, context: Context) -> str:
    """Expressions like "Two days later", "the year before", from the date last spoken of.

    Months and years before are counted from publication if no date was spoken of ("profits rose from a year earlier");
    what came later came after something that the article has not dated.
    """
    count = cal.amount(groups.get("number", "a"))
    unit = _unit(groups)
    back = groups["direction"] in word_set("direction_back")
    base = context.focus or (context.published if back and unit in _MONTHS else "")
    if count is None or not base:
        return ""
    return _moved(base, -count if back else count, unit)


def duration(groups: Groups, context: Context) -> str:  # noqa: ARG001  # all resolvers take the same arguments
    """Lengths of time: P4Y, PT30M, PXD if the number is vague."""
    number = groups.get("number") or ("few" if groups["unit"].startswith("few ") else "a")
    return _period(cal.amount(number), _unit(groups))


def vague(groups: Groups, context: Context) -> str:  # noqa: ARG001  # all resolvers take the same arguments
    """Lengths of time without a number."""
    return _period(None, _unit(groups))


def _period(count: float | None, unit: str) -> str:
    if count is not None and count < 1 and unit in _HALVES:
        factor, smaller = _HALVES[unit]
        return _period(count * factor, smaller)
    factor, code = {"E": (10, "Y"), "C": (100, "Y"), "F": (2, "W"), "Q": (3, "M")}.get(unit, (1, unit))
    number = "X" if count is None else f"{count * factor:g}"
    return f"PT{number}{code[1]}" if code[0] == "T" else f"P{number}{code}"


def repeated(groups: Groups, context: Context) -> str:  # noqa: ARG001  # all resolvers take the same arguments
    """What comes again and again: its period, or the day of the week."""
    if "weekday" in groups:
        return f"XXXX-WXX-{cal.index('weekdays', groups['weekday'])}"
    if "unit" not in groups:
        return str(words().adverbs[groups["adverb"]])
    count = cal.amount(groups["number"]) if "number" in groups and "times" not in groups else 1.0
    return _period(2.0 if groups.get("other") else count, _unit(groups))


def clock(groups: Groups, context: Context) -> str:
    """Times of day, with the day if the same sentence gives it."""
    if "word" in groups:
        hour, minute = (12 if groups["word"] == "noon" else 0), 0
    else:
        hour, minute = int(groups["hour"]), int(groups.get("minute", 0))
    half = groups.get("half", "")
    if half and (hour > 12 or not hour):
        return ""
    hour = hour % 12 + (12 if half.startswith("p") else 0) if half else hour
    day = context.focus if cal.as_day(context.focus) else ""
    return f"{day}T{hour:02d}:{minute:02d}{'Z' if groups.get('zone') in word_set('universal_time') else ''}"


RESOLVERS: dict[str, Resolver] = {
    "date": cal.date,
    "slashes": cal.slashes,
    "stretch": cal.stretch,
    "fixed": cal.fixed,
    "feast": cal.feast,
    "which_month": cal.which_month,
    "quarter": cal.quarter,
    "half": cal.half,
    "season": cal.season,
    "decade": cal.decade,
    "century": cal.century,
    "fiscal": cal.fiscal,
    "deictic": deictic,
    "weekday": weekday,
    "which_unit": which_unit,
    "part_of": part_of,
    "ago": ago,
    "later": later,
    "from_now": from_now,
    "duration": duration,
    "vague": vague,
    "set": repeated,
    "clock": clock,
}
"""The arithmetic by the names the lexicon uses."""
