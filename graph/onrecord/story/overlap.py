"""Sentences of articles that share a run of six words, by an index, so that texts need not be compared in pairs.

A run that more than `COMMON` articles share is a stock phrase or part of the page and is ignored.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from onrecord.blocks import Blocks
from onrecord.model import Analysis, Span
from onrecord.pairs import Pairs
from onrecord.shelf import Shelf
from onrecord.spans import sentence_number
from onrecord.value_groups import RUNNING
from onrecord.weights import weights_of

RUN = int(weights_of("matters")["copy.run"])
"""Words per run; six in a row are rarely the same by chance, as in work on text reuse (Clough et al. 2002)."""
COMMON = int(weights_of("matters")["copy.common"])
"""If more articles than this share a run, it is a stock phrase."""
WORD = re.compile(r"\w+(?:['’]\w+)*")
_BODY = RUNNING - {"headline"}
"""Passages whose words are compared: a headline is short and says what any other would say."""

Met = dict[int, set[int]]
"""For the sentences of an article: the sentences of another one that share a run."""


class Words(Struct, frozen=True, array_like=True):
    """The words of an article's body in a row."""

    numbers: list[int]
    """A number for each word, the same for the same word in any article."""
    spans: list[Span]
    places: dict[int, tuple[int, int]]
    """For each sentence the positions of its first word and behind its last one.

    Sentences are numbered from 0; what stands before the first, or all if the record has none, is -1.
    """


class Vocabulary:
    """Numbers of words."""

    def __init__(self) -> None:
        self._known: dict[str, int] = {}

    def words(self, analysis: Analysis) -> Words:
        """The words of the running text of `analysis` but for its headline."""
        text, known = analysis.article.text, self._known
        layout = [(item.start, item.end) for item in analysis.passages if item.kind in _BODY]
        numbers: list[int] = []
        spans: list[Span] = []
        places: dict[int, tuple[int, int]] = {}
        sentences = analysis.sentences
        for start, end in layout or ([] if analysis.passages else [(0, len(text))]):
            number = sentence_number(analysis, start)
            for match in WORD.finditer(text, start, end):
                place = match.start()
                while number + 1 < len(sentences) and sentences[number + 1][0] <= place:
                    number += 1
                first = places[number][0] if number in places else len(spans)
                places[number] = first, len(spans) + 1
                spans.append(match.span())
                numbers.append(known.setdefault(match[0].casefold().replace("’", "'"), len(known)))
        return Words(numbers, spans, places)


def met(analyses: Iterable[Analysis], rank: Sequence[int]) -> tuple[Shelf[Words], Iterator[tuple[int, int, Met]]]:
    """The words of each article, and the sentences that share a run with one of an article of lower `rank`.

    These are given by the positions of the two articles, in order.
    """
    words, vocabulary, blocks = Shelf[Words](Words, row=1), Vocabulary(), Blocks()
    sentences = _Sentences()
    for item in analyses:
        found = vocabulary.words(item)
        words.add(found)
        first = sentences.add(len(item.sentences))
        if len(found.numbers) >= RUN:
            blocks.add_codes(_runs(found.numbers), _homes(found, first))
    pairs = Pairs(pair for places in _shared(blocks, sentences) for pair in _apart(places, sentences, rank))
    return words, _by_article(pairs, sentences)


class _Sentences:
    """The sentences of all articles in a row, each article's with one more before its first."""

    def __init__(self) -> None:
        self.first = array("I")
        self._count = 0

    def add(self, count: int) -> int:
        """The number of the first place of an article that has `count` sentences."""
        first = self._count
        self.first.append(first)
        self._count += count + 1
        return first

    def of(self, place: int) -> tuple[int, int]:
        """The position of the article of a sentence, and the number that the sentence has there."""
        article = bisect_right(self.first, place) - 1
        return article, place - self.first[article] - 1


def _runs(numbers: Sequence[int]) -> NDArray[np.uint64]:
    """A number for the run that begins with each word: equal ones have one, others hardly ever the same."""
    words = np.array(numbers, np.uint64)
    length = len(words) - RUN + 1
    found = np.zeros(length, np.uint64)
    for step in range(RUN):
        found = (found ^ (words[step : step + length] + _ODD)) * _FACTOR
        found ^= found >> _DOWN
    return found


_ODD, _FACTOR, _DOWN = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xBF58476D1CE4E5B9), np.uint64(29)


def _homes(found: Words, first: int) -> NDArray[np.uint32]:
    """The sentence of the first word of each run."""
    lengths = [end - start for start, end in found.places.values()]
    sentences = np.repeat(np.array([first + 1 + number for number in found.places], np.uint32), lengths)
    return sentences[: len(found.numbers) - RUN + 1]


def _shared(blocks: Blocks, sentences: _Sentences) -> Iterator[list[int]]:
    """The sentences of each run that several articles have, but not more than have a common phrase."""
    first = np.frombuffer(sentences.first, np.uint32)
    for codes, places in blocks.rows():
        if not len(codes):
            continue
        articles = np.searchsorted(first, places, side="right")
        new = np.concatenate(([True], codes[1:] != codes[:-1]))
        other = new.copy()
        other[1:] |= articles[1:] != articles[:-1]
        starts = np.flatnonzero(new)
        many = np.add.reduceat(other.astype(np.int64), starts)
        telling = (many > 1) & (many <= COMMON)
        ends = np.append(starts[1:], len(codes))
        for start, end in zip(starts[telling].tolist(), ends[telling].tolist(), strict=True):
            yield places[start:end].tolist()


def _apart(places: Sequence[int], sentences: _Sentences, rank: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Pairs of sentences of two articles, that of the later one first."""
    told = sorted((rank[article], article, place) for place in places for article in [sentences.of(place)[0]])
    for number, (_, article, place) in enumerate(told):
        for _, other, near in told[:number]:
            if other != article:
                yield place, near


def _by_article(pairs: Iterable[tuple[int, int]], sentences: _Sentences) -> Iterator[tuple[int, int, Met]]:
    placed = ((*sentences.of(place), near) for place, near in pairs)
    for article, group in groupby(placed, key=lambda item: item[0]):
        found: dict[int, Met] = {}
        for _, sentence, place in group:
            other, near = sentences.of(place)
            found.setdefault(other, {}).setdefault(sentence, set()).add(near)
        yield from ((article, other, found[other]) for other in sorted(found))
