"""Days in a sentence that are not those of what it tells: of a side clause, given up for another, counted in weeks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from onrecord.days import whole_day
from onrecord.model import TimeExpression
from onrecord.report.part import Part, once_a_part
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import in_order

_DAY = len("2015-07-20")
_BEFORE = 120
"""Characters before a day that say that something had been set for it."""
_LAST = "9999"
"""What stands for the day of an article without one: whatever it tells may be the latest."""


def is_not_of_sentence(part: Part, article: str, item: TimeExpression) -> bool:
    """Whether a day is that of a side clause, was given up for another one, or is counted in weeks."""
    printed = part.look.words(article, [(item.start, item.end)])
    in_weeks = len(item.value or "") == _DAY and word_pattern("counted_in_weeks").search(printed) is not None
    return item.aside or in_weeks or _is_given_up(part, article, item)


def _is_given_up(part: Part, article: str, item: TimeExpression) -> bool:
    """Whether something had been set for a day and no longer is: "had earlier given 25 November"."""
    before = part.look.text(article)[max(item.start - _BEFORE, 0) : item.start]
    return word_pattern("day_given_up").search(before) is not None


@once_a_part
def given_up(part: Part) -> Mapping[str, str]:
    """The days on which something had been set and no longer is, each with the day on which that was last told."""
    found: dict[str, str] = {}
    for key in sorted(part.keys):
        analysis = part.look.analyses[key]
        for item in analysis.dates:
            value = (item.value or "")[:_DAY]
            before = analysis.article.text[max(item.start - _BEFORE, 0) : item.start]
            put_off = word_pattern("put_off_by").search(before)
            day = whole_day(value) if value[:1].isdigit() and len(value) == _DAY else None
            if day and put_off:
                value = (day - _length(put_off["number"].casefold(), put_off["unit"].casefold())).isoformat()
            if day and (put_off or _is_given_up(part, key, item)):
                found[value] = max(found.get(value, ""), analysis.article.published or _LAST)
    return found


def _length(number: str, unit: str) -> timedelta:
    """A length of time told in days, weeks or fortnights: "one week"."""
    words = in_order("number_word")
    count = int(number) if number.isdigit() else words.index(number) if number in words else 1
    return timedelta(days=count * _DAYS[unit])


_DAYS = {"day": 1, "week": 7, "fortnight": 14}
