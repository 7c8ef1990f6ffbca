"""Times in the words of a line that say something only together with the day of printing: "on Monday", "last year"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from onrecord.model import Span, TimeExpression
from onrecord.story import date_phrases
from onrecord.story.index import Index
from onrecord.story.noun_phrases import WORD
from onrecord.word_sets import word_set

_APOSTROPHES = frozenset({"'", "’", "-"})
_DAY = len("2015-07-20")
_FURTHER, _NEXT = 3, 40
"""Words, and characters, behind "and" among which another day is looked for."""


class PointingTime(Struct, frozen=True):
    """A time that says something only to whoever knows the day of printing."""

    span: Span
    value: str
    """The date meant, in words; empty if the article does not tell it."""
    leaves: Span | None
    """The span of the time with its preposition, if what is told is as true without it: "on Monday"."""


def pointing_times(look: Index, article: str, span: Span) -> Iterator[PointingTime]:
    """Those in `span`, in text order."""
    text = look.text(article)
    for item in look.analyses[article].dates:
        if span[0] <= item.start and item.end <= span[1] and _points(text[item.start : item.end]):
            value = "" if _turns_back(look, article, item) else _value(item)
            yield PointingTime((item.start, item.end), value, _phrase(text, span, item))


def _points(printed: str) -> bool:
    words = set(WORD.findall(printed.casefold()))
    return bool(words & word_set("relative_day")) and not any(char.isdigit() for char in printed)


def _phrase(text: str, span: Span, item: TimeExpression) -> Span | None:
    """The day with "on" or without a preposition, behind a word and before the end or a link; else None."""
    if text[item.end : item.end + 1] in _APOSTROPHES or item.start <= span[0]:
        return None
    before = text[span[0] : item.start].rstrip()
    word = (WORD.findall(before) or [""])[-1]
    if not before or not word[:1].isalnum():
        return None
    if word.casefold() == "on":
        before = before[: -len(word)].rstrip()
    elif word.casefold() in word_set("links_object") | word_set("bounds_time") | word_set("determiner"):
        return None
    after = WORD.match(text, item.end + 1)
    if _is_one_of_several(WORD.findall(before)[-1:]) or _is_followed_by_another(text, after, span[1]):
        return None
    if after is not None and text[item.end] == " " and after[0].casefold() not in word_set("behind_noun"):
        return None
    return (span[0] + len(before), item.end) if before else None


def _is_followed_by_another(text: str, after: re.Match[str] | None, end: int) -> bool:
    """Whether "and" comes next, and then a further time: "on Tuesday and again on Wednesday"."""
    if after is None or after[0].casefold() not in word_set("joins_list"):
        return False
    further = WORD.findall(text, after.end(), min(after.end() + _NEXT, end))[:_FURTHER]
    another = word_set("tells_of_another_time") | {"on"}
    return any(word.casefold() in another or _points(word) for word in further)


def _is_one_of_several(before: list[str]) -> bool:
    """Whether a day is told beside another: "and again on Wednesday"."""
    return bool(before) and before[0].casefold() in word_set("joins_list") | word_set("tells_of_another_time")


def _turns_back(look: Index, article: str, item: TimeExpression) -> bool:
    """Whether a day lies behind the day of printing though its sentence tells of what was, or before it and is to come.

    Then it may be that of another week.
    """
    printed = look.analyses[article].article.published
    if not printed or not item.value or len(item.value) < _DAY or len(printed) < _DAY:
        return False
    start, end = look.sentence(article, item.start)
    words = {word.casefold() for word in WORD.findall(look.text(article)[start:end])}
    to_come = bool(words & (word_set("speaks_of_what_will_be") | word_set("modal_of_supposition")))
    return (item.value[:_DAY] > printed[:_DAY] and not to_come) or (
        item.value[:_DAY] < printed[:_DAY] and bool(words & word_set("will"))
    )


def _value(item: TimeExpression) -> str:
    if item.type == "DURATION" or not item.value or not item.value[:4].isdigit():
        return ""
    words = date_phrases.in_words(item.value[:_DAY])
    return words if words != item.value[:_DAY] or words.isdigit() else ""
