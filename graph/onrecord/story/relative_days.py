"""Days that say something only together with the day on which an article was printed: "on Monday", "last week".

A line has no article before it, so that such a day in its words points to nothing; its own day a report tells in full.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.model import Ref, Span, TimeExpression
from onrecord.story import clause_parts as grammar
from onrecord.story.deed_words import WORD
from onrecord.story.index import Index, once_an_index
from onrecord.word_sets import word_set

_YEAR = 4
"""Digits of a year."""


@once_an_index
def is_dated_alone(look: Index, ref: Ref) -> bool:
    """Whether the clause for the report at `ref` has no day that only the article's own day tells: "on Monday"."""
    wording = grammar.wording(look.actions[ref])
    spans = (*wording.subject, *wording.completion)
    return not any(_is_relative(look, ref, item) for span in spans for item in times_in(look, ref.article, span))


def times_in(look: Index, article: str, span: Span) -> Iterator[TimeExpression]:
    """The days and times that an article tells within `span`."""
    return (item for item in look.analyses[article].dates if span[0] <= item.start and item.end <= span[1])


def is_relative(look: Index, article: str, item: TimeExpression) -> bool:
    """Whether a day says something only together with the day on which it is printed: "last week", "on the 15th"."""
    words = [word.casefold() for word in WORD.findall(look.text(article)[item.start : item.end])]
    ordinal = len(words) == 1 and item.type == "DATE" and len(words[0]) < _YEAR and words[0][:1].isdigit()
    return ordinal or not word_set("relative_day").isdisjoint(words)


def _is_relative(look: Index, ref: Ref, item: TimeExpression) -> bool:
    report = look.actions[ref]
    own = report.date is not None and report.date_span == (item.start, item.end)
    return not own and is_relative(look, ref.article, item)
