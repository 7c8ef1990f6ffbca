"""Similarity of articles by common words, to find those on the same matter; rare words weigh more.

Weights depend on how many articles contain a word, not on the number of articles: an article about something else
changes nothing for the others.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from math import fsum, sqrt

from onrecord.days import nearness
from onrecord.model import Analysis
from onrecord.resolve.clusters import Verdict
from onrecord.resolve.comparing import HERE, Comparer
from onrecord.resolve.names import stem
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


def neighbours(analyses: Sequence[Analysis], by: Comparer = HERE) -> dict[tuple[int, int], float]:
    """Similarity (0 to 1) of pairs of articles, by position, for the nearest neighbours of each article.

    It is the cosine of their words, less the more days lie between their dates of publication, if both have one.
    """
    counts = [_words(item) for item in analyses]
    holding = Counter(word for words in counts for word in words)
    vectors = [_vector(words, holding) for words in counts]
    keys = [sorted(vector, key=lambda word: (-vector[word], word))[:KEYS] for vector in vectors]
    scored: dict[int, list[tuple[float, int]]] = {}
    days = [item.article.published for item in analyses]
    for left, right, cosine in by.compared(_alike, vectors, by.candidates(keys, width=NEIGHBOURS)):
        value = cosine * nearness(days[left], days[right], HALF)
        if value < LEAST:
            continue
        scored.setdefault(left, []).append((value, right))
        scored.setdefault(right, []).append((value, left))
    kept = {}
    for article, others in scored.items():
        for value, other in sorted(others, key=lambda pair: (-pair[0], pair[1]))[:NEIGHBOURS]:
            kept[min(article, other), max(article, other)] = round(value, 3)
    return dict(sorted(kept.items()))


def _alike(one: dict[str, float], two: dict[str, float], left: int, right: int) -> tuple[int, int, float] | None:
    value = _cosine(one, two)
    return (left, right, value) if value >= LEAST else None


def groups(
    analyses: Sequence[Analysis], alike: Mapping[tuple[int, int], float], even: float, by: Comparer = HERE
) -> list[int]:
    """For each article, by position, the number of its group, which is the position of the group's first article.

    Articles are in one group if their mean similarity is above `even` and they share names: even unrelated articles
    share a few words.
    """
    names = [_names(item) for item in analyses]
    verdicts = [
        Verdict(one, two, "same", value if len(names[one] & names[two]) >= NAMES else 0.0, (), "likeness")
        for (one, two), value in alike.items()
    ]
    found = [0] * len(analyses)
    for group in by.balanced(len(analyses), verdicts, even):
        for place in group:
            found[place] = group[0]
    return found


def _names(analysis: Analysis) -> frozenset[str]:
    """Words that the article prints with a capital and never without."""
    printed = set(_WORD.findall(analysis.article.text))
    small = {word for word in printed if word.islower()}
    return frozenset(word for word in printed if word[0].isupper() and word.casefold() not in small)


def _words(analysis: Analysis) -> Counter[str]:
    """Frequency of each word in readable text; words capitalised somewhere, mostly names, count more."""
    text = analysis.article.text
    spans = [(item.start, item.end) for item in analysis.passages if item.kind in TEXT] or [(0, len(text))]
    printed = [word for start, end in spans for word in _WORD.findall(text[start:end])]
    capital = {stem(word.casefold()) for word in printed if word[0].isupper()}
    counts = Counter(stem(word.casefold()) for word in printed)
    return Counter({word: count * CAPITAL if word in capital else count for word, count in counts.items()})


def _vector(words: Counter[str], holding: Counter[str]) -> dict[str, float]:
    """Unit vector over the words that other articles contain too; weights grow with the root of the frequency."""
    raw = {word: sqrt(count) / sqrt(holding[word]) for word, count in words.items() if holding[word] > 1}
    norm = sqrt(fsum(value * value for value in raw.values())) or 1.0
    return {word: value / norm for word, value in raw.items()}


def _cosine(left: dict[str, float], right: dict[str, float]) -> float:
    small, large = (left, right) if len(left) <= len(right) else (right, left)
    return fsum(value * large[word] for word, value in small.items() if word in large)
