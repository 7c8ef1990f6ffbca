"""The context of a report: the content words of its sentence, weighted less the more articles contain them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import fsum, sqrt

from onrecord.at_hand import Tally
from onrecord.model import Action, Analysis, Article, Span
from onrecord.resolve import names
from onrecord.spans import sentence_at
from onrecord.weights import weights_of
from onrecord.word_sets import word_set

_WORD = re.compile(r"[^\W\d_]{4,}|\d+")
_REACH = int(weights_of("actions")["context.reach"])
"""Most characters on either side of the trigger; farther away a long sentence is about other things."""

Context = Mapping[str, float]


def count_holding(articles: Iterable[Article]) -> Tally:
    """Number of articles that contain each word."""
    return Tally(_words(item.text) for item in articles)


def _words(text: str) -> set[str]:
    """The different words of a text, stemmed."""
    return set(map(names.stem, {*_WORD.findall(text.casefold())} - word_set("stop_word")))


@lru_cache(maxsize=1 << 8)
def _words_around(text: str) -> tuple[str, ...]:
    """The different words of a sentence, sorted; its reports are asked about one after the other."""
    return tuple(sorted(_words(text)))


def context_of(action: Action, analysis: Analysis, holding: Tally) -> Context:
    """A unit vector of the words around a report, without its trigger."""
    text = analysis.article.text
    triggers = action.trigger
    if not triggers:
        return {}
    window = _window(triggers[0], analysis)
    own = {word for start, end in triggers for word in _words(text[start:end])}
    around = ((word, holding[word]) for word in _words_around(text[slice(*window)]) if word not in own)
    weights = {word: 1 / sqrt(among) for word, among in around if among > 0}
    norm = sqrt(fsum(weights.values())) or 1.0
    return {word: sqrt(weight) / norm for word, weight in weights.items()}


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
