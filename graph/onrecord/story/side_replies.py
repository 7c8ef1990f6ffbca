"""Sentences that say of themselves that others tell it otherwise, each with the sentence of another article it answers.

"Much has been made of a tiled floor", "it has been put about that the town paid", "the firm says that it kept out of
the valley; it did not". Whoever writes so knows of another account; it is looked for by the words that are rare in the
story, and not among all sentences.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt

from onrecord.model import Analysis, Place
from onrecord.story.index import Index
from onrecord.story.objections import sentences_of_text
from onrecord.story.side_words import Words, words_between
from onrecord.weights import weights_of
from onrecord.word_patterns import word_pattern

_W = weights_of("sides")
_SHORT = 12
"""Most words of a sentence that leaves what is so to the next one: "it has been put about that the town paid"."""
_REPLIES = ("answers_what_follows", "answers_the_sentence_before", "tells_otherwise")
_FEWEST = 4
"""Words of a reply beyond which the next sentence goes on with it: "it is nothing of the sort, says Berg"."""


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply and what it answers."""

    weight: float
    own: tuple[Place, ...]
    """The reply, with the sentence before or behind it that belongs to it."""
    answered: Place
    shared: frozenset[str]


def replies(look: Index, words: Words, analysis: Analysis) -> Iterator[Reply]:
    """The replies of an article, each with the sentence that it most likely answers."""
    article = analysis.article.id
    for span in sentences_of_text(analysis):
        place = Place(article, *span)
        asked = _asked(look, words, place)
        if asked is None:
            continue
        own, claim, around = asked
        chief = claim if len(own) == 1 else claim | around
        found = [
            (weight, other, shared)
            for other in words.having(claim | around, article)
            if _is_earlier(look, other.article, article)
            for shared in [words.each_once((claim | around) & words.of(other))]
            if len(shared) > 1 and any(map(words.is_rare, shared)) and not all(map(words.is_light, shared & chief))
            for weight in [words.sum(claim & shared) + _W["near"] * words.sum(shared - claim)]
            if weight >= _W["least.reply"] * words.heaviest
        ]
        if found:
            weight, other, shared = min(found, key=lambda one: (-one[0] / _length(words, one[1]), one[1]))
            yield Reply(weight, own, other, shared)


def _asked(look: Index, words: Words, place: Place) -> tuple[tuple[Place, ...], frozenset[str], frozenset[str]] | None:
    """The sentences of a reply, the words of what it answers, and those around them; None if it is no reply."""
    text, (start, end) = look.text(place.article), (place.start, place.end)
    printed = text[start:end]
    if not any(word_pattern(name).search(printed) for name in _REPLIES):
        return None
    before, behind = words.beside(place, -1), words.beside(place, 1)
    told = words.of(place)
    near = [words.of(one) for one in (before, behind) if one is not None]
    around = frozenset[str]().union(*near)
    if found := word_pattern("answers_what_follows").search(text, start, end):
        claim = words_between(look, place.article, (found.end(), end)) & told
        short = len(text[start:end].split()) <= _SHORT
        own = (place, behind) if short and behind is not None else (place,)
        return own, claim, around
    if before is not None and word_pattern("answers_the_sentence_before").search(printed):
        more = words.of(behind) if behind is not None else frozenset[str]()
        whole = (before, place) if behind is None else (before, place, behind)
        return whole, words.of(before), more if len(printed.split()) > _FEWEST else frozenset()
    if word_pattern("tells_otherwise").search(text, start, end):
        return ((place, behind) if behind else (place,)), told, words.of(behind) if behind else frozenset()
    return None


def _is_earlier(look: Index, one: str, two: str) -> bool:
    """Whether an article may be of before another one."""
    days = [look.analyses[key].article.published for key in (one, two)]
    return not all(days) or str(days[0]) <= str(days[1])


def _length(words: Words, place: Place) -> float:
    """By how much a long sentence shares more words than a short one that tells the same."""
    return 4.0 + sqrt(words.sum(words.of(place)))
