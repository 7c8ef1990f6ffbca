"""The words of the sentences of a story, each the heavier the fewer sentences have it.

The weight is the inverse document frequency (Spärck Jones, "A statistical interpretation of term specificity", Journal
of Documentation 28:1, 1972), with a sentence for a document. Names, and words that stand for others, count less.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain
from math import fsum, log

from onrecord.model import Analysis, Place, Span
from onrecord.story.denials import base_form
from onrecord.story.index import Index
from onrecord.story.numerals import words_of_sentence
from onrecord.story.question_words import alike
from onrecord.story.surroundings import told_in
from onrecord.weights import weights_of
from onrecord.word_sets import word_set

_W = weights_of("sides")
_FEW = int(_W["few"])
_LIGHT = _W["light"]
_NUMBER = re.compile(r"\d[\d.,]*\d")
MOST = int(_W["most.sentences"])
"""Most sentences of a story that are compared: more are of many stories."""


class Words:
    """What the sentences of the articles of one story tell."""

    def __init__(self, look: Index, analyses: Sequence[Analysis]) -> None:
        self.look = look
        self._keys = [item.article.id for item in analyses]

    @cached_property
    def rows(self) -> Mapping[Place, frozenset[str]]:
        """Each sentence with its words in the base form, its larger numbers and the IRIs of its actors."""
        found = {}
        for key in self._keys:
            text = self.look.text(key)
            for span, told in told_in(self.look, key).items():
                found[Place(key, *span)] = told.union(_NUMBER.findall(text, *span))
        return found

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(chain.from_iterable(self.rows.values()))

    @cached_property
    def _holding(self) -> Mapping[str, Sequence[Place]]:
        """Each word that few sentences have, with these."""
        found: dict[str, list[Place]] = {}
        for place, told in self.rows.items():
            for token in told:
                if self._counts[token] <= _W["index"]:
                    found.setdefault(token, []).append(place)
        return found

    def of(self, place: Place) -> frozenset[str]:
        """What a sentence tells; nothing if it is none of the text itself."""
        return self.rows.get(place, frozenset())

    def beside(self, place: Place, step: int) -> Place | None:
        """The sentence before one (-1) or behind it (1) in its paragraph."""
        found = self._next(place, step)
        if found is None:
            return None
        first, last = sorted((found, place))
        return None if "\n" in self.look.text(place.article)[first.end : last.start] else found

    def around(self, place: Place) -> frozenset[str]:
        """What the sentences before and behind one tell."""
        return frozenset[str]().union(*(self.of(one) for step in (-1, 1) if (one := self._next(place, step))))

    def _next(self, place: Place, step: int) -> Place | None:
        spans = [*told_in(self.look, place.article)]
        at = spans.index((place.start, place.end)) + step if (place.start, place.end) in spans else -1
        return Place(place.article, *spans[at]) if 0 <= at < len(spans) else None

    def having(self, tokens: Iterable[str], but: str) -> list[Place]:
        """The sentences of other articles than `but` that have one of `tokens` that few sentences have, in order."""
        found = {place for token in tokens for place in self._holding.get(token, ())}
        return sorted(place for place in found if place.article != but)

    def each_once(self, tokens: frozenset[str]) -> frozenset[str]:
        """The words without what one of them only stands for."""
        return tokens - {alike(token) for token in tokens if token[0] != "="}.difference(
            token for token in tokens if token[0] != "="
        )

    def weight(self, token: str) -> float:
        """How much it says that two sentences share a word."""
        value = log(max(len(self.rows), 2) / self._counts[token]) if self._counts[token] else 0.0
        return value * (_LIGHT if self.is_light(token) else 1.0)

    @cached_property
    def heaviest(self) -> float:
        """The weight of a word that two sentences have."""
        return log(max(len(self.rows) / 2, 1))

    def is_light(self, token: str) -> bool:
        """Whether it is a name, a number or stands for other words."""
        return token[0] == "=" or token[0].isdigit() or token in self.look.things or token in word_set("number_word")

    def is_rare(self, token: str) -> bool:
        """Whether a word that tells something stands in few sentences of the story."""
        return not self.is_light(token) and self._counts[token] <= _FEW

    def sum(self, tokens: Collection[str]) -> float:
        """The weights of words together."""
        return fsum(self.weight(token) for token in sorted(tokens))

    def printed(self, place: Place, tokens: Collection[str]) -> list[str]:
        """The words of a sentence that are among `tokens`, as printed in lower case, the rarest first."""
        words = words_of_sentence(self.look.text(place.article), place.start, place.end)
        found = {base_form(word.small): word.small for word in reversed(words)}
        told = [token for token in tokens if token in found and not self.is_light(token)]
        return [found[token] for token in sorted(told, key=lambda one: (-self.weight(one), one))]


def words_between(look: Index, article: str, span: Span) -> frozenset[str]:
    """The words of a part of a sentence in the base form."""
    words = words_of_sentence(look.text(article), *span)
    return frozenset(base_form(word.small) for word in words if word.is_word)
