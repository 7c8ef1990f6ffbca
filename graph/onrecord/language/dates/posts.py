"""Posts of a live blog: lines that hold nothing but a day, below which "today" is that day."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from onrecord.language import annotations as ann
from onrecord.language.dates.calendar import Context, as_day
from onrecord.language.dates.grammar import Found
from onrecord.language.dates.relative import RESOLVERS
from onrecord.value_groups import TEXT

_BESIDE = 24
"""Characters that a line with the day of a post has in addition to the day: the time, the zone."""


@dataclass(frozen=True, slots=True)
class Posts:
    """Where posts begin, as tokens in order, and the day (ISO) of each."""

    starts: tuple[int, ...] = ()
    days: tuple[str, ...] = ()

    def at(self, token: int) -> str:
        """The day of the post that holds a token, "" if it stands in none."""
        number = bisect_right(self.starts, token) - 1
        return self.days[number] if number >= 0 else ""


def posted(doc: Doc, places: Sequence[tuple[Found, int, int]]) -> Posts:
    """The posts of a live blog: at least two lines with a day, one of them inside the body; none of other articles."""
    passages = ann.marks(doc, ann.PASSAGES)
    read = [item.start for item in passages if item.label_ in TEXT and item.label_ != "headline"]
    lines = [item for item in passages if item.label_ == "byline" and read and item.start < read[-1]]
    found: list[tuple[int, str]] = []
    starts = [start for _, start, _ in places]  # in text order
    for line in lines:
        for item, _, end in places[bisect_left(starts, line.start) : bisect_left(starts, line.end)]:
            beside = line.end_char - line.start_char - (item.end - item.start)
            if end <= line.end and beside <= _BESIDE and (day := _day(item)):
                found.append((line.start, day))
                break
    if len(found) < 2 or found[-1][0] < read[0]:
        return Posts()
    return Posts(tuple(start for start, _ in found), tuple(day for _, day in found))


def _day(item: Found) -> str:
    value = RESOLVERS["date"](item.groups, Context()) if {"year", "day"} <= item.groups.keys() else ""
    return value if as_day(value) else ""
