"""The context of a report: the content words of its sentence, weighted less the more articles contain them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import fsum, sqrt

from onrecord.model import Action, Analysis, Span
from onrecord.resolve import names
from onrecord.spans import sentence_at
from onrecord.weights import weights_of
from onrecord.word_sets import word_set

_WORD = re.compile(r"[^\W\d_]{4,}|\d+")
_REACH = int(weights_of("actions")["context.reach"])
"""Most characters on either side of the trigger; farther away a long sentence is about other things."""

Context = Mapping[str, float]


def count_holding(analyses: Iterable[Analysis]) -> Counter[str]:
    """Number of articles that contain each word."""
    return Counter(word for item in analyses for word in set(_words(item.article.text)))


def _words(text: str) -> list[str]:
    stop = word_set("stop_word")
    return [names.stem(word) for word in _WORD.findall(text.casefold()) if word not in stop]


@lru_cache(maxsize=1 << 8)
def _words_around(text: str) -> tuple[str, ...]:
    """The different words of a sentence, sorted; its reports are asked about one after the other."""
    return tuple(sorted(set(_words(text))))


def context_of(action: Action, analysis: Analysis, holding: Mapping[str, int]) -> Context:
    """A unit vector of the words around a report, without its trigger."""
    text = analysis.article.text
    triggers = action.trigger
    if not triggers:
        return {}
    window = _window(triggers[0], analysis)
    own = {word for start, end in triggers for word in _words(text[start:end])}
    found = [word for word in _words_around(text[slice(*window)]) if word not in own and holding.get(word, 0) > 0]
    weights = [1 / sqrt(holding[word]) for word in found]
    norm = sqrt(fsum(weights)) or 1.0
    return {word: sqrt(weight) / norm for word, weight in zip(found, weights, strict=True)}


def _window(trigger: Span, analysis: Analysis) -> Span:
    """The trigger's sentence, at most `_REACH` characters on either side."""
    begin, stop = sentence_at(analysis, trigger[0])
    return max(begin, trigger[0] - _REACH), min(stop, trigger[1] + _REACH)


def overlap(left: Context, right: Context) -> float:
    """Cosine of two contexts, 0 to 1."""
    small, large = (left, right) if len(left) <= len(right) else (right, left)
    if large.keys().isdisjoint(small):  # a quick answer for most pairs
        return 0.0
    return fsum(value * large[word] for word, value in small.items() if word in large)
