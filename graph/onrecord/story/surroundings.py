"""What stands in a sentence and around it, and how far two sentences of a story are about the same by that.

A word counts the more the fewer sentences of the story hold it; words for what happens, and names, always count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import Protocol

from onrecord.model import Analysis, Place, Span
from onrecord.story.denials import base_form
from onrecord.story.figure_parts import telling_words
from onrecord.story.index import Index, once_an_article
from onrecord.story.numerals import words_of_sentence
from onrecord.story.objections import sentences_of_text
from onrecord.story.question_words import alike
from onrecord.story.sentence_actors import actors_at
from onrecord.weights import weights_of
from onrecord.word_sets import word_set

_W = weights_of("answers")
_RARE = (
    (_W["few.sentences"], _W["few"]),
    (_W["some.sentences"], _W["some"]),
    (_W["many.sentences"], _W["many"]),
)
"""How much a word tells that no more sentences hold, from the rarest on."""


class Told(Protocol):
    """What a sentence tells."""

    @property
    def place(self) -> Place:
        """The sentence."""

    @property
    def points_back(self) -> bool:
        """Whether it is about what the sentence before it tells."""


class Surroundings:
    """What the sentences around an answer tell, and how much it says that two tell the same."""

    def __init__(self, look: Index, analyses: Sequence[Analysis]) -> None:
        self._look, self._analyses = look, analyses

    @cached_property
    def _counts(self) -> list[Counter[str]]:
        """How many sentences of each article of the story hold each word."""
        return [_counted_in(self._look, item.article.id) for item in self._analyses]

    def shared(self, one: Told, two: Told, left_out: Collection[str]) -> float:
        """How much two sentences with those around them have in common, but for `left_out`."""
        (own, near), (other, others) = self._around(one), self._around(two)
        value = 0.0
        for token in sorted((own | near) & (other | others) - set(left_out)):
            both = token in own and token in other
            value += self._weight(token) * (1.0 if both else _W["near"])
        return value

    def apart(self, one: Told, two: Told, left_out: Collection[str]) -> bool:
        """Whether two sentences tell something each, but for `left_out`, and nothing in common."""
        passed = {*left_out, *map(alike, left_out)}
        own, other = (self._around(item)[0] - passed for item in (one, two))
        return bool(own and other) and own.isdisjoint(other)

    def _around(self, item: Told) -> tuple[frozenset[str], frozenset[str]]:
        told = told_in(self._look, item.place.article)
        rows, at = [*told.values()], [*told].index((item.place.start, item.place.end))
        before, behind = rows[max(0, at - 1) : at], rows[at + 1 : at + 2]
        if item.points_back:
            return rows[at].union(*before), frozenset().union(*behind)
        return rows[at], frozenset().union(*before, *behind)

    def _weight(self, token: str) -> float:
        count = sum([held[token] for held in self._counts if token in held])
        value = next((told for most, told in _RARE if count <= most), _W["any"])
        if token[0] == "=":
            return _W["few"]
        return max(value, _W["some"]) if token in self._look.things else value


@once_an_article
def told_in(look: Index, article: str) -> Mapping[Span, frozenset[str]]:
    """What each sentence of an article tells, in order: an article is near many stories, and several kinds ask."""
    analysis = look.analyses[article]
    return {span: _tokens(look, analysis, span) for span in sentences_of_text(analysis)}


@once_an_article
def _counted_in(look: Index, article: str) -> Counter[str]:
    return Counter(chain.from_iterable(told_in(look, article).values()))


def _tokens(look: Index, analysis: Analysis, span: Span) -> frozenset[str]:
    words = words_of_sentence(analysis.article.text, *span)
    left_out = word_set("of_any_news", "stop_word")
    told = {base_form(words[at].small) for at in telling_words(words, range(len(words)))}
    told |= {word.text for word in words if word.text.isdigit()}
    return frozenset(told - left_out) | frozenset(map(alike, told)) | actors_at(look, Place(analysis.article.id, *span))
