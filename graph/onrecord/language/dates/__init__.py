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

from onrecord.language import annotations as ann
from onrecord.language.dates.calendar import Context, as_day, parts, without_a_year
from onrecord.language.dates.context import fits, tense, told_apart, verb_of
from onrecord.language.dates.grammar import Found, is_telling, scan, small_letters
from onrecord.language.dates.posts import posted
from onrecord.language.dates.relative import RESOLVERS
from onrecord.model import TimeType
from onrecord.spans import Stretches
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
    day_first = any(int(item.groups["first"]) > 12 for item, _, _ in places if item.expression.id == "slashes")
    posts = posted(doc, places)
    sentences = _sentence_starts(doc)
    bylines = Stretches((p.start, p.end) for p in ann.marks(doc, ann.PASSAGES) if p.label_ == "byline")
    focus, at = "", -_REACH - 1
    spans: list[Span] = []
    inexact: list[Span] = []
    attrs: dict[str, Any] = {}
    for item, start, end in places:
        sentence = bisect_right(sentences, start)
        published = posts.at(start) or doc._.onrecord_published
        reach = 0 if item.expression.type == "TIME" or (not published and _lacks_year(item)) else _REACH
        context = Context(
            published=published,
            focus=focus if sentence - at <= reach else "",
            tense=tense(doc, item, start, end),
            known=known,
            fixed=item.expression.fixed,
            day_first=day_first,
        )
        value = "" if told_apart(doc, item, start, end) else _value(item, context)
        spans.append(Span(doc, start, end, label=_label(item, value), kb_id=value))
        if not value and (printed := without_a_year(item.groups)):
            attrs[str(spans[-1].start_char)] = printed
        if (verb := verb_of(doc, start, end)) is not None:
            attrs[f"verb {spans[-1].start_char}"] = verb.i
        if item.groups.get("about") in word_set("less_exact"):
            inexact.append(spans[-1])  # "about two weeks ago"
        if item.expression.type == "DATE" and parts(value) and start not in bylines:
            focus, at = value, sentence
    attrs |= {f"inexact {span.start_char}": True for span in (*inexact, *_ends_of_stretches(doc, spans))}
    ann.put(doc, ann.DATES, spans, attrs)
    return doc


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
