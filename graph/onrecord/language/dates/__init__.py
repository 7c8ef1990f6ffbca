"""Component: time expressions and their values, ``doc.spans["onrecord_dates"]``.

The form is matched by the grammar in lexicons/en/dates.toml, the value computed by calendar arithmetic from the date of
publication (``doc._.onrecord_published``) or the date mentioned last. Without a credible date of publication, relative
expressions have no value: the system clock is never used.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from spacy.attrs import IDX, LOWER, SENT_START
from spacy.tokens import Doc, Span

from onrecord.figure_orders import by_spelling, in_either_order
from onrecord.language import annotations as ann
from onrecord.language.dates.asides import is_aside
from onrecord.language.dates.calendar import Context, as_day, parts, without_a_year
from onrecord.language.dates.context import fits, tells_a_day, tense, told_apart, verb_of
from onrecord.language.dates.grammar import Found, is_telling, scan, small_letters
from onrecord.language.dates.posts import posted
from onrecord.language.dates.relative import RESOLVERS, ago, from_now, later
from onrecord.model import TimeType
from onrecord.spans import Stretches
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import word_set

Place = tuple[Found, int, int]

_LEFT, _RIGHT = 8, 8
"""Most tokens of an expression before and after its main word."""
_REACH = 2
"""Sentences after which a date no longer counts as the one mentioned last."""


def mark_dates(doc: Doc) -> Doc:
    """Write the time expressions of all passages but furniture, in text order.

    A date in a byline is marked, but no other date is computed from it: whether it is credible is decided elsewhere.
    """
    places = _places(doc)
    known = _known_years([item for item, _, _ in places])
    day_first = _day_first(doc, [item for item, _, _ in places if item.expression.id == "slashes"])
    posts = posted(doc, places)
    sentences = _sentence_starts(doc)
    bylines = Stretches((p.start, p.end) for p in ann.marks(doc, ann.PASSAGES) if p.label_ == "byline")
    focus, at = "", -_REACH - 1
    spans: list[Span] = []
    inexact: list[Span] = []
    attrs: dict[str, Any] = {}
    for number, (item, start, end) in enumerate(places):
        sentence = bisect_right(sentences, start)
        published = posts.at(start) or doc._.onrecord_published
        reach = 0 if item.expression.type == "TIME" or (not published and _lacks_year(item)) else _REACH
        if _lacks_year(item) and len(focus) == _YEAR:
            reach = -1  # "which has sold boats since 2009, will meet on 2 December": the year is of another clause
        above = verb_of(doc, start, end)
        of_verb = above is not None and tells_a_day(doc, start, above)
        context = Context(
            published=published,
            focus=focus if sentence - at <= reach else "",
            tense=tense(doc, item, start, end),
            known=known,
            fixed=item.expression.fixed,
            day_first=day_first,
            year=_year_of_clause(doc, places, number) if _lacks_year(item) else None,
        )
        value = "" if told_apart(doc, item, start, end) else _value(item, context)
        spans.append(Span(doc, start, end, label=_label(item, value), kb_id=value))
        if not value and (printed := without_a_year(item.groups)):
            attrs[str(spans[-1].start_char)] = printed
        if above is not None:
            attrs[f"verb {spans[-1].start_char}"] = above.i
        if item.groups.get("about") in word_set("less_exact") or _is_in_weeks(item) or of_verb:
            inexact.append(spans[-1])  # "about two weeks ago", and "five weeks earlier", which is no day
        to_come = bool(published) and value[:1].isdigit() and value > published[: len(value)]
        if not to_come and is_aside(doc, start, end, recent=_is_recent(value, published)):
            attrs[f"aside {spans[-1].start_char}"] = True
        if item.expression.type == "DATE" and parts(value) and start not in bylines:
            focus, at = value, sentence
    attrs |= {f"inexact {span.start_char}": True for span in (*inexact, *_ends_of_stretches(doc, spans))}
    ann.put(doc, ann.DATES, spans, attrs)
    return doc


def _day_first(doc: Doc, found: list[Found]) -> bool | None:
    """Whether the article writes the day before the month between slashes; None if nothing tells.

    Told by a number that is no month, a day up to a week before publication, the spelling or months with names.
    """
    if not found:
        return None
    published = doc._.onrecord_published
    told = {int(item.groups["first"]) > _MONTHS for item in found if _larger(item) > _MONTHS}
    orders = [in_either_order(item.raw) for item in found]
    near = [[day for day in order if _is_recent(day, published)] for order in orders]
    told = told or {days[0] == order[0] for days, order in zip(near, orders, strict=True) if len(days) == 1}
    told = told or by_spelling([doc.text])
    named = {True: word_pattern("day_before_month"), False: word_pattern("month_before_day")}
    told = told or {first for first, form in named.items() if form.search(doc.text)}
    return told.pop() if len(told) == 1 else None


def _larger(item: Found) -> int:
    return max(int(item.groups["first"]), int(item.groups["second"]))


_MONTHS = 12
"""Numbers above this are days."""


def _ends_of_stretches(doc: Doc, spans: list[Span]) -> Iterator[Span]:
    """The ends of periods, which do not date a deed: "from 2019 to 2021", "between March and May"."""
    for left, right in pairwise(spans):
        between = doc[left.end : right.start].text.lower()
        before = doc[left.start - 1].lower_ if left.start else ""
        both = between == "and" and "between" in (before, left[0].lower_)
        if both or (before == "from" and between in word_set("stretch_end")):
            yield from (left, right)


def _lacks_year(item: Found) -> bool:
    """Whether a date is printed without its year: without a day of publication only its own sentence may give that."""
    return item.expression.resolve == "date" and not {"year", "which"} & item.groups.keys()


def _value(item: Found, context: Context) -> str:
    """The expression's value; "" if it cannot be computed or is outside the calendar."""
    try:
        return RESOLVERS[item.expression.resolve](item.groups, context)
    except OverflowError:
        return ""


def _is_recent(value: str, published: str) -> bool:
    """Whether a day lies within the week before publication."""
    day, last = as_day(value[: len("2015-07-20")]), as_day(published)
    return day is not None and last is not None and 0 <= (last - day).days <= _WEEK


_WEEK = 7
"""Days of a week."""


def _is_in_weeks(item: Found) -> bool:
    """Whether a day is counted in weeks, and so is not known to the day."""
    unit = item.groups.get("unit", "").rstrip("s")
    return RESOLVERS[item.expression.resolve] in (ago, later, from_now) and unit in word_set("longer_than_day")


def _year_of_clause(doc: Doc, places: list[Place], number: int) -> int | None:
    """The year that a date without one has from its own clause: "In 2009 the wall fell on 4 March"."""
    _, start, end = places[number]
    verb = verb_of(doc, start, end)
    for item, first, last in places[max(number - 1, 0) : number + 2]:
        alone = {name for name, told in item.groups.items() if told} == {"year"} and item.expression.resolve == "date"
        within = first and doc[first - 1].lower_ in word_set("before_year_of_clause") and doc[first - 1].head == verb
        if verb is not None and alone and within and last - first == 1:
            return int(item.groups["year"])
    return None


_YEAR = len("2009")


def _label(item: Found, value: str) -> TimeType:
    """The expression's type; moments told in minutes and hours ("an hour later") are times of day."""
    by_clock = item.groups.get("unit", "") in ("second", "minute", "hour")
    return "TIME" if item.expression.type == "DATE" and by_clock and not value else item.expression.type


def _places(doc: Doc) -> list[Place]:
    """The expressions that their surroundings admit, with their tokens [start, end)."""
    skipped = Stretches((p.start_char, p.end_char) for p in ann.marks(doc, ann.PASSAGES) if p.label_ == "furniture")
    starts: list[int] = doc.to_array([IDX]).tolist()
    text = doc.text

    begins = sorted(p.start_char for p in ann.marks(doc, ann.PASSAGES))

    def is_one(item: Found) -> bool:
        # "The Fowey Post on Sunday" and, on the next line, "4 March" are no "Sunday 4 March"
        whole = bisect_right(begins, item.start) == bisect_right(begins, item.end - 1)
        return whole and item.start not in skipped and fits(doc, item, *_tokens(item, starts))

    small = small_letters(text)
    windows = _windows(doc, starts, len(text))
    found = [item for first, last in windows for item in scan(text, small, first, last, is_one)]
    return [(item, *_tokens(item, starts)) for item in found]


def _sentence_starts(doc: Doc) -> list[int]:
    flags: list[int] = doc.to_array([SENT_START]).tolist()
    return [index for index, flag in enumerate(flags) if flag == 1 or not index]


def _windows(doc: Doc, starts: list[int], length: int) -> list[tuple[int, int]]:
    """The stretches of text, in characters, around words of which every time expression has one."""
    strings = doc.vocab.strings
    lower: list[int] = doc.to_array([LOWER]).tolist()
    telling = {key for key in set(lower) if is_telling(strings[key])}
    found: list[list[int]] = []
    for index in (number for number, key in enumerate(lower) if key in telling):
        first, last = max(0, index - _LEFT), min(len(lower), index + _RIGHT)
        if found and first <= found[-1][1]:
            found[-1][1] = last
        else:
            found.append([first, last])
    ends = [*starts[1:], length]
    return [(starts[first], ends[last - 1]) for first, last in found]


def _tokens(item: Found, starts: list[int]) -> tuple[int, int]:
    """Tokens [start, end) that cover the characters of an expression."""
    first = bisect_right(starts, item.start) - 1
    return first, max(bisect_right(starts, item.end - 1), first + 1)


def _known_years(found: list[Found]) -> dict[tuple[int, int], int]:
    """The years of the full dates of the article, for the same days without a year; none if they differ."""
    years: dict[tuple[int, int], set[int]] = {}
    for item in found:
        value = RESOLVERS["date"](item.groups, Context()) if "year" in item.groups and "day" in item.groups else ""
        if day := as_day(value):
            years.setdefault((day.month, day.day), set()).add(day.year)
    return {key: min(values) for key, values in years.items() if len(values) == 1}
