"""The date between headline and article in a text whose line breaks were lost.

A saved page whose lines were joined begins "Town mends wall Updated: March 4, 2014 17:13 GMT The wall ...". Headline,
stamp and article become separate passages, so that the date counts as the article's and no sentence runs across it.
The patterns are in lexicons/en/patterns/articles.toml.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.articles.printed import printed_dates
from onrecord.model import Passage
from onrecord.word_patterns import word_pattern

_WHOLE_DAY = len("2015-07-27")
_FARTHEST = 200
"""Most characters before a stamp: a headline and the line under it are shorter."""
_BODY = re.compile(r"\s*[\"'“‘(\[]?[A-Z0-9]\w*[^\n]*?[a-z]")
"""What follows a stamp: the start of a sentence or headline, not the rest of one."""


def stamp(line: str) -> tuple[int, int] | None:
    """The stamp in `line` with its label and time, as (start, end) in characters; None if there is none.

    A date with neither label nor time counts only if no word or mark before it makes it part of a sentence, and a new
    sentence begins after it without a comma.
    """
    found: tuple[int, int] | None = None
    for start, end, date in printed_dates(line[:_FARTHEST]):
        before = word_pattern("before_stamp").search(line, found[1] if found else 0, start)
        if before is None or len(date) < _WHOLE_DAY or (found and line[found[1] : before.start()].strip(" |,-–")):
            continue
        after = word_pattern("after_stamp").match(line, end)
        high = after.end() if after else end
        if again := word_pattern("second_stamp").match(line, high):
            high = again.end()
        marked = before.group("label") or before.group("time") or after or found
        if marked or not word_pattern("date_in_sentence").search(line, 0, before.start()):
            found = (found[0] if found else before.start()), high
    return found if found and _BODY.match(line, found[1]) else None


def split(text: str, parts: Sequence[Passage]) -> list[Passage]:
    """`parts` of `text`; if the first contains a stamp, that becomes a byline and the words before it a headline."""
    if not parts or parts[0].kind not in ("body", "headline"):
        return list(parts)
    first = parts[0]
    found = stamp(text[first.start : first.end])
    if found is None:
        return list(parts)
    low, high = first.start + found[0], first.start + found[1]
    title = text[first.start : low].rstrip()
    rest = high + len(text[high : first.end]) - len(text[high : first.end].lstrip())
    done = [Passage(first.start, first.start + len(title), "headline")] if title else []
    return [*done, Passage(low, high, "byline"), Passage(rest, first.end, "body"), *parts[1:]]
