"""Days in a sentence that are not those of what it tells: of a side clause, given up for another, counted in weeks."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.model import TimeExpression
from onrecord.report.part import Part, once_a_part
from onrecord.word_patterns import word_pattern

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
            if len(value) == _DAY and value[:1].isdigit() and _is_given_up(part, key, item):
                found[value] = max(found.get(value, ""), analysis.article.published or _LAST)
    return found
