"""The value of a time expression, computed from its parts, the date of publication and the date mentioned last.

The system clock is never used. Every resolver returns a TIMEX3 value (ISO 8601) at the printed granularity, or "" if
the value cannot be computed from what is known.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from onrecord.language.dates.grammar import words
from onrecord.month_names import months, months_abroad
from onrecord.word_sets import in_order, word_set

Tense = Literal["past", "future", ""]
Groups = Mapping[str, str]
_DAY = datetime.timedelta(days=1)
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


@dataclass(frozen=True, slots=True)
class Context:
    """The context in which an expression is resolved."""

    published: str = ""
    """ISO date of publication at any granularity, or ""."""
    focus: str = ""
    """Value of the date mentioned last, or ""."""
    tense: Tense = ""
    """Whether the surrounding clause is about the past or the future."""
    known: Mapping[tuple[int, int], int] | None = None
    """Years that the article itself gives to (month, day), for mentions of that day without a year."""
    year: int | None = None
    """The year that the clause of a date without one gives."""
    fixed: str = ""
    """The value itself, if the lexicon states it."""
    day_first: bool | None = None
    """Whether the article writes the day before the month between slashes; None if nothing tells."""


Resolver = Callable[[Groups, Context], str]


def parts(value: str) -> tuple[int, int | None, int | None] | None:
    """Year, month and day of an ISO date of any granularity; None for anything else."""
    found = _ISO.fullmatch(value)
    if not found:
        return None
    year, month, day = found.groups()
    return int(year), int(month) if month else None, int(day) if day else None


def as_day(value: str) -> datetime.date | None:
    """`value` as a date; None if it is not a full date."""
    found = parts(value)
    if not found or found[1] is None or found[2] is None:
        return None
    return _safe(found[0], found[1], found[2])


def _safe(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def iso(year: int, month: int | None = None, day: int | None = None) -> str:
    """ISO date of the given granularity, "" if there is no such day."""
    if not 1 <= year <= 9999 or _safe(year, month or 1, day or 1) is None:
        return ""
    return "-".join([f"{year:04d}", *(f"{item:02d}" for item in (month, day) if item is not None)])


# ------------------------------------------------------------------ words to numbers


def index(name: str, word: str) -> int:
    """Number of a month, weekday or ordinal, from 1, by any of its forms in the lexicon."""
    plain = word.rstrip(".")
    if name == "months" and plain in months_abroad():
        return months_abroad()[plain]
    return next(
        number
        for number, forms in enumerate(months() if name == "months" else getattr(words(), name), 1)
        if plain in forms
    )


def amount(word: str) -> float | None:
    """The value of a number word or numeral; None if it is vague."""
    if word in word_set("vague_number") or not word:
        return None
    half = 0.5 if word.endswith(" and a half") else 0.0
    plain = word.removesuffix(" and a half").replace(",", "").replace("-", " ")
    known = words().amounts
    if plain in known:
        return known[plain] + half
    if plain[0].isdigit():
        return float(plain) + half
    return float(sum(_small(item) for item in plain.split())) + half


def _small(word: str) -> int:
    small, tens = in_order("number_word"), in_order("tens_word")
    return small.index(word) if word in small else (tens.index(word) + 2) * 10


def direction(which: str) -> int:
    """-1 for "last", 0 for "this", 1 for "next" and their like."""
    if which in word_set("which_previous"):
        return -1
    return 1 if which in word_set("which_following") else 0


def anchor(which: str, context: Context) -> str:
    """The date to count from: publication for "this" and "last", the date mentioned last for "that" and "the same"."""
    return context.focus if which in word_set("counts_from_focus") else context.published


# ------------------------------------------------------------------ dates of the calendar


def date(groups: Groups, context: Context) -> str:
    """Day, month or year; a missing year is the one nearest to publication that the tense allows."""
    month = index("months", groups["month"]) if "month" in groups else None
    month = int(groups["month_number"]) if "month_number" in groups else month
    day = int(groups["day"]) if "day" in groups else None
    if "year" in groups:
        return iso(int(groups["year"]), month, day)
    if "which" in groups:
        base = parts(anchor(groups["which"], context))
        return iso(base[0] + direction(groups["which"]), month, day) if base else ""
    weekday = index("weekdays", groups["weekday"]) if "weekday" in groups else 0
    return _without_year(month or 1, day, context, weekday)


def without_a_year(groups: Groups) -> str:
    """A month with or without its day as TIMEX3 writes them if no year is printed ("XXXX-11-30"), or a day of the week.

    "" for anything else.
    """
    if {"year", "which", "dayto", "monthto"} & groups.keys():
        return ""
    if "weekday" in groups and "month" not in groups:
        return f"XXXX-WXX-{index('weekdays', groups['weekday'])}"
    if "month" not in groups and "month_number" not in groups:
        return ""
    month = index("months", groups["month"]) if "month" in groups else int(groups["month_number"])
    if "day" not in groups:
        return f"XXXX-{month:02d}"
    return f"XXXX-{month:02d}-{int(groups['day']):02d}" if _safe(2000, month or 13, int(groups["day"])) else ""


def _without_year(month: int, day: int | None, context: Context, weekday: int = 0) -> str:
    """A day or month in the year nearest to publication that its weekday, if one is told, and the tense allow.

    A day soon to come is meant even if the tense points a year back: papers leave out the year of what is near.
    """
    if context.year is not None:
        return iso(context.year, month, day)
    if day is not None and (month, day) in (context.known or {}):
        return iso((context.known or {})[month, day], month, day)
    published = as_day(context.published)
    if published is None:
        focus = parts(context.focus)
        return iso(focus[0], month, day) if focus and not parts(context.published) else ""
    exact = day is not None
    years = (published.year - 1, published.year, published.year + 1)
    given = [item for year in years if (item := _safe(year, month, day or min(published.day, 28))) is not None]
    told = [item for item in given if weekday and item.isoweekday() == weekday]
    allowed = told or [item for item in given if _allowed(item, published, context.tense, exact=exact)]
    nearest = min(allowed, key=lambda item: (abs(item - published), item), default=None)
    if exact and not told and nearest is not None and (published - nearest).days > _FAR:
        nearest = next((item for item in given if 0 < (item - published).days <= _SOON), nearest)
    return iso(nearest.year, month, day) if nearest else ""


_SOON, _FAR = 45, 300
"""Days within which a day is soon to come, and after which it is long past."""


def _allowed(candidate: datetime.date, published: datetime.date, tense: Tense, *, exact: bool) -> bool:
    same_month = not exact and (candidate.year, candidate.month) == (published.year, published.month)
    if tense == "past":
        return candidate <= published + 3 * _DAY or same_month
    return tense != "future" or candidate >= published - 3 * _DAY or same_month


def stretch(groups: Groups, context: Context) -> str:
    """From a date to another, as an ISO 8601 interval: "2019/2021", "2023-06-05/2023-06-07"."""
    last = {"month": "monthto", "day": "dayto", "year": "yearto"}
    end = {name: groups.get(other, groups.get(name, "")) for name, other in last.items()}
    if len(end["year"]) == 2:
        end["year"] = groups["year"][:2] + end["year"]
    end = {name: value for name, value in end.items() if value}
    until = date(end, context)
    begin = {name: groups[name] for name in ("month", "day", "year") if name in groups}
    if "year" not in begin and until:  # "March to May 2023", and "June 5-7" in the year that its end is in
        begin["year"] = until[:4]
    since = date(begin, context) if until else ""
    return f"{since}/{until}" if since and since < until else ""


def slashes(groups: Groups, context: Context) -> str:
    """Numbers between slashes in the order that the article has; none if both orders fit and nothing tells which."""
    month, day = int(groups["first"]), int(groups["second"])
    if month <= 12 and context.day_first is None and day <= 12 and month != day:
        return ""
    if month > 12 or (context.day_first and day <= 12):
        month, day = day, month
    year = int(groups["short_year"])
    return iso(year if year > 99 else year + (2000 if year < 50 else 1900), month, day)


def feast(groups: Groups, context: Context) -> str:
    """A feast with one day everywhere, which the lexicon states."""
    month, day = (int(item) for item in context.fixed.split("-"))
    return iso(int(groups["year"]), month, day) if "year" in groups else _without_year(month, day, context)


def fixed(groups: Groups, context: Context) -> str:  # noqa: ARG001  # all resolvers take the same arguments
    """A date that the lexicon states."""
    return context.fixed


def which_month(groups: Groups, context: Context) -> str:
    """Expressions like "Last March", "next March": the nearest one before or after publication."""
    base = parts(anchor(groups["which"], context))
    if not base or base[1] is None:
        return ""
    month, step = index("months", groups["month"]), direction(groups["which"])
    year = base[0]
    if step < 0 and month >= base[1]:
        year -= 1
    if step > 0 and month <= base[1]:
        year += 1
    return iso(year, month)


def quarter(groups: Groups, context: Context) -> str:
    """Quarters; without a year the last that began before publication."""
    number = int(groups["quarter"]) if "quarter" in groups else index("ordinals", groups["ordinal"])
    if "year" in groups:
        return f"{groups['year']}-Q{number}"
    base = parts(anchor(groups.get("which", "this"), context))
    if not base:
        return ""
    if "which" in groups:
        return f"{base[0] + direction(groups['which']):04d}-Q{number}"
    if base[1] is None:
        return ""
    return f"{base[0] - (number > (base[1] + 2) // 3 and context.tense != 'future'):04d}-Q{number}"


def half(groups: Groups, context: Context) -> str:
    """Halves of a year."""
    base = parts(anchor(groups.get("which", "this"), context))
    shifted = iso(base[0] + direction(groups.get("which", "this"))) if base else ""
    year = groups.get("year") or shifted
    return f"{year}-H{1 if groups['half'] in words().ordinals[0] else 2}" if year else ""


def season(groups: Groups, context: Context) -> str:
    """Seasons; "last summer" is the latest one that is over."""
    name = groups["season"]
    code, first = words().seasons[name], {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
    if "year" in groups:
        return f"{groups['year']}-{code}"
    base = parts(anchor(groups["which"], context))
    if not base or base[1] is None:
        return ""
    step, begins = direction(groups["which"]), first[code]
    year = base[0]
    if step < 0 and begins + 2 >= base[1]:
        year -= 1
    if step > 0 and begins <= base[1]:
        year += 1
    return f"{year:04d}-{code}"


def decade(groups: Groups, context: Context) -> str:  # noqa: ARG001  # all resolvers take the same arguments
    """Decades, the first three digits of their years."""
    if "decade_word" in groups:
        return f"19{in_order('tens_word').index(groups['decade_word'][:-3] + 'y') + 2}"
    return groups["decade"] if len(groups["decade"]) == 3 else f"19{groups['decade']}"


def century(groups: Groups, context: Context) -> str:  # noqa: ARG001  # all resolvers take the same arguments
    """Centuries, the first two digits of their years."""
    return f"{int(groups['century']) - 1:02d}"


def fiscal(groups: Groups, context: Context) -> str:  # noqa: ARG001  # all resolvers take the same arguments
    """Business years, which need not be calendar years."""
    return f"FY{groups['year']}"
