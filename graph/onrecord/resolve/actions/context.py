"""The words around a report: its sentence's content words, each weighing less the more articles hold it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from math import sqrt

from onrecord.model import Analysis, Span
from onrecord.resolve import names
from onrecord.resolve.local import LocalAction
from onrecord.word_sets import word_set

_WORD = re.compile(r"[^\W\d_]{4,}|\d+")
_END = re.compile(r"[.?!]+[\s”’\"']+|\n")
_REACH = 160
"""Characters on either side of the trigger beyond which a long sentence is about other things."""

Context = Mapping[str, float]


def contexts(locals_: Sequence[LocalAction], analyses: Sequence[Analysis]) -> list[Context]:
    """A unit vector of words for each report, its own trigger left out."""
    holding = Counter(word for item in analyses for word in set(_words(item.article.text)))
    bounds = [_starts(item) for item in analyses]
    return [_context(item, analyses[item.article].article.text, bounds[item.article], holding) for item in locals_]


def _words(text: str) -> list[str]:
    stop = word_set("stop_word")
    return [names.stem(word) for word in _WORD.findall(text.casefold()) if word not in stop]


def _starts(analysis: Analysis) -> list[int]:
    """Where sentences begin: as the record has them, or after marks that end one."""
    if analysis.sentences:
        return [start for start, _ in analysis.sentences]
    return [0, *(match.end() for match in _END.finditer(analysis.article.text))]


def _context(local: LocalAction, text: str, starts: Sequence[int], holding: Mapping[str, int]) -> Context:
    triggers = local.action.trigger
    if not triggers:
        return {}
    window = _window(triggers[0], starts, len(text))
    own = {word for start, end in triggers for word in _words(text[start:end])}
    found = set(_words(text[slice(*window)])) - own
    raw = {word: 1 / sqrt(holding[word]) for word in sorted(found) if holding.get(word, 0) > 0}
    norm = sqrt(sum(raw.values())) or 1.0
    return {word: sqrt(weight) / norm for word, weight in raw.items()}


def _window(trigger: Span, starts: Sequence[int], length: int) -> Span:
    """The trigger's sentence, at most `_REACH` characters on either side."""
    place = bisect_right(starts, trigger[0])
    begin = starts[place - 1] if place else 0
    stop = starts[place] if place < len(starts) else length
    return max(begin, trigger[0] - _REACH), min(stop, trigger[1] + _REACH)


def overlap(left: Context, right: Context) -> float:
    """Cosine of two contexts, 0 to 1."""
    small, large = (left, right) if len(left) <= len(right) else (right, left)
    return sum(value * large[word] for word, value in small.items() if word in large)
