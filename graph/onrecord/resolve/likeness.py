"""Similarity of articles by common words, to find those on the same matter; rare words weigh more.

Weights depend on how many articles contain a word, not on the number of articles: an article about something else
changes nothing for the others.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import fsum, sqrt

import numpy as np
from numpy.typing import NDArray

from onrecord.at_hand import Tally
from onrecord.days import nearness
from onrecord.model import Analysis, Article
from onrecord.resolve.clusters import Verdict
from onrecord.resolve.comparing import HERE, Comparer
from onrecord.resolve.names import stem
from onrecord.shelf import Shelf
from onrecord.story.names_in_common import words_of_names
from onrecord.value_groups import TEXT
from onrecord.weights import weights_of

_WORD = re.compile(r"[^\W\d_]{3,}|\d+(?:[.,]\d+)*")
KEYS = int(weights_of("matters")["likeness.keys"])
"""Number of its heaviest words by which an article is found."""
NEIGHBOURS = int(weights_of("matters")["likeness.neighbours"])
"""Most articles that are considered similar to an article."""
LEAST = weights_of("matters")["likeness.least"]
"""The least cosine of two articles that may be about one matter."""
CAPITAL = int(weights_of("matters")["likeness.capital"])
"""Factor for a word that is printed with a capital."""
HALF = weights_of("matters")["likeness.half"]
"""Days between two articles that halve their similarity."""
NAMES = int(weights_of("matters")["likeness.names"])
"""Fewest names that articles of one group share."""


class Alike(Mapping[tuple[int, int], float]):
    """Similarity of pairs of articles, by position, in order; 16 bytes a pair."""

    def __init__(self, codes: array[int], values: array[float]) -> None:
        self._codes, self._values = codes, values

    def __getitem__(self, pair: tuple[int, int]) -> float:
        code = pair[0] << _BITS | pair[1]
        place = bisect_left(self._codes, code)
        if place == len(self._codes) or self._codes[place] != code:
            raise KeyError(pair)
        return self._values[place]

    def get(self, pair: tuple[int, int], default: float | None = None) -> float | None:  # type: ignore[override]
        """The similarity of a pair, or `default`."""
        code = pair[0] << _BITS | pair[1]
        place = bisect_left(self._codes, code)
        return self._values[place] if place < len(self._codes) and self._codes[place] == code else default

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return ((code >> _BITS, code & ((1 << _BITS) - 1)) for code in self._codes)

    def __len__(self) -> int:
        return len(self._codes)


_BITS = 32
"""Bits of a number for each position of a pair."""


def neighbours(analyses: Sequence[Analysis], by: Comparer = HERE) -> Mapping[tuple[int, int], float]:
    """Similarity (0 to 1) of pairs of articles, by position, for the nearest neighbours of each article.

    It is the cosine of their words, less the more days lie between their dates of publication, if both have one.
    """
    days: list[str | None] = []

    def words_of(item: Analysis) -> Counter[str]:
        days.append(item.article.published)
        return _words(item)

    counts = Shelf(dict[str, int], map(words_of, analyses))
    holding = Tally(words.keys() for words in counts)
    vectors = Shelf(dict[str, float], (_vector(words, holding) for words in counts), row=1)
    del counts, holding
    keys = (sorted(vector, key=lambda word: (-vector[word], word))[:KEYS] for vector in vectors)
    lefts, rights, values = array("I"), array("I"), array("d")
    for left, right, cosine in by.compared(_alike, vectors, by.candidates(keys, width=NEIGHBOURS)):
        value = cosine * nearness(days[left], days[right], HALF)
        if value >= LEAST:
            lefts.append(left)
            rights.append(right)
            values.append(value)
    return _nearest(np.array(lefts, np.uint64), np.array(rights, np.uint64), np.array(values))


FEW = 10_000
"""Pairs that are held in a dictionary: those of some hundred articles."""


def _nearest(
    lefts: NDArray[np.uint64], rights: NDArray[np.uint64], values: NDArray[np.float64]
) -> Mapping[tuple[int, int], float]:
    """The pairs in which one article is among those most like the other."""
    own, others = np.concatenate((lefts, rights)), np.concatenate((rights, lefts))
    both = np.concatenate((values, values))
    order = np.lexsort((others, -both, own))
    own = own[order]
    begins = np.searchsorted(own, own, side="left")
    kept = order[np.arange(len(order)) - begins < NEIGHBOURS]
    pairs = (np.concatenate((lefts, lefts)) << np.uint64(_BITS) | np.concatenate((rights, rights)))[kept]
    codes, first = np.unique(pairs, return_index=True)
    told = array("d", (round(value, 3) for value in both[kept][first].tolist()))
    alike = Alike(array("Q", codes.tobytes()), told)
    return dict(alike) if len(alike) <= FEW else alike


def _alike(one: dict[str, float], two: dict[str, float], left: int, right: int) -> tuple[int, int, float] | None:
    value = _cosine(one, two)
    return (left, right, value) if value >= LEAST else None


def groups(
    articles: Sequence[Article], alike: Mapping[tuple[int, int], float], even: float, by: Comparer = HERE
) -> Sequence[int]:
    """For each article, by position, the number of its group, which is the position of the group's first article.

    Articles are in one group if their mean similarity is above `even` and they share names: even unrelated articles
    share a few words.
    """
    names = Shelf(frozenset[str], (words_of_names(item.text) for item in articles), row=1)
    verdicts = Shelf(
        Verdict,
        (
            Verdict(one, two, "same", value if len(names[one] & names[two]) >= NAMES else 0.0, (), "likeness")
            for (one, two), value in alike.items()
        ),
    )
    found = array("I", bytes(array("I").itemsize * len(articles)))
    for group in by.balanced(len(articles), verdicts, even):
        for place in group:
            found[place] = group[0]
    return found


def _words(analysis: Analysis) -> Counter[str]:
    """Frequency of each word in readable text; words capitalised somewhere, mostly names, count more."""
    text = analysis.article.text
    spans = [(item.start, item.end) for item in analysis.passages if item.kind in TEXT] or [(0, len(text))]
    printed = [word for start, end in spans for word in _WORD.findall(text[start:end])]
    capital = {stem(word.casefold()) for word in printed if word[0].isupper()}
    counts = Counter(stem(word.casefold()) for word in printed)
    return Counter({word: count * CAPITAL if word in capital else count for word, count in counts.items()})


def _vector(words: Mapping[str, int], holding: Tally) -> dict[str, float]:
    """Unit vector over the words that other articles contain too; weights grow with the root of the frequency."""
    held = ((word, count, holding[word]) for word, count in words.items())
    raw = {word: sqrt(count) / sqrt(among) for word, count, among in held if among > 1}
    norm = sqrt(fsum(value * value for value in raw.values())) or 1.0
    return {word: value / norm for word, value in raw.items()}


def _cosine(left: dict[str, float], right: dict[str, float]) -> float:
    small, large = (left, right) if len(left) <= len(right) else (right, left)
    return fsum(value * large[word] for word, value in small.items() if word in large)
