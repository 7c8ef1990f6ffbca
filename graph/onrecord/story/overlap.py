"""Verbatim overlap of articles, by an index of runs of six words, so that texts need not be compared in pairs.

A run that more than `COMMON` articles share is a stock phrase or part of the page and is ignored.
"""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from collections.abc import Sequence
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from onrecord.model import Analysis, Span
from onrecord.value_groups import RUNNING
from onrecord.weights import weights_of

RUN = int(weights_of("matters")["copy.run"])
"""Words per run; six in a row are rarely the same by chance, as in work on text reuse (Clough et al. 2002)."""
COMMON = int(weights_of("matters")["copy.common"])
"""If more articles than this share a run, it is a stock phrase."""
COPY = weights_of("matters")["copy.share"]
"""Share of an article's words at which it counts as a near-copy."""
WORD = re.compile(r"\w+(?:['’]\w+)*")

Overlaps = dict[tuple[int, int], list[Span]]
Numbers = NDArray[np.int64]


def shared(analyses: Sequence[Analysis]) -> tuple[Overlaps, list[int]]:
    """For pairs of articles (by position) the spans of the first that the second also has; the word count of each."""
    known: dict[str, int] = {}
    words, counts = array("q"), []
    for item in analyses:
        before = len(words)
        words.extend(known.setdefault(word, len(known)) for word, _ in _words(item))
        counts.append(len(words) - before)
    runs, homes = _runs(np.frombuffer(words, np.int64), np.array(counts, np.int64))
    holders = _holders(runs, homes)
    firsts = np.cumsum([0, *counts])
    spans: dict[tuple[int, int], list[Span]] = {}
    places = np.flatnonzero(np.isin(runs, list(holders)) & (homes >= 0))
    for place, found in groupby(places.tolist(), key=homes.__getitem__):
        article = int(place)
        first = int(firsts[article])
        printed = _words(analyses[article])
        for start in (one - first for one in found):
            span = (printed[start][1][0], printed[start + RUN - 1][1][1])
            for other in holders[int(runs[first + start])]:
                if other != article:
                    _grow(spans.setdefault((article, other), []), span)
    return dict(sorted(spans.items())), counts


def _runs(words: Numbers, counts: Numbers) -> tuple[Numbers, Numbers]:
    """For each word of all articles in a row, the number of the run that begins with it, and the run's article.

    Equal runs have one number; the article is -1 if the run does not end in it.
    """
    length = max(0, len(words) - RUN + 1)
    runs = words[:length]
    for step in range(1, RUN):
        runs = _numbered(runs, words[step : step + length])
    articles = np.repeat(np.arange(len(counts)), counts)
    begin, end = articles[:length], articles[RUN - 1 :]
    return runs, np.where(begin == end[:length], begin, -1)


def _numbered(left: Numbers, right: Numbers) -> Numbers:
    """A number for each pair, the same for equal pairs."""
    if not len(left):
        return left
    found: Numbers = np.unique(left * (right.max() + 1) + right, return_inverse=True)[1]
    return found.reshape(-1)


def _holders(runs: Numbers, homes: Numbers) -> dict[int, list[int]]:
    """The articles of each run that several have, but not more than have a common phrase."""
    whole = homes >= 0
    many = int(homes.max(initial=0)) + 1
    pairs = np.unique(runs[whole] * many + homes[whole])
    held, number = np.unique(pairs // many, return_counts=True)
    telling = held[(number > 1) & (number <= COMMON)]
    found: dict[int, list[int]] = defaultdict(list)
    for pair in pairs[np.isin(pairs // many, telling)].tolist():
        found[pair // many].append(pair % many)
    return found


def share(analysis: Analysis, spans: Sequence[Span], count: int) -> float:
    """The share of an article's `count` words that stand in `spans`."""
    covered = sum(len(WORD.findall(analysis.article.text[start:end])) for start, end in spans)
    return covered / count if count else 0.0


def _grow(spans: list[Span], span: Span) -> None:
    if spans and span[0] <= spans[-1][1]:
        spans[-1] = (spans[-1][0], max(spans[-1][1], span[1]))
    else:
        spans.append(span)


def _words(analysis: Analysis) -> list[tuple[str, Span]]:
    text = analysis.article.text
    layout = [(item.start, item.end) for item in analysis.passages if item.kind in RUNNING] or [(0, len(text))]
    return [
        (match[0].casefold().replace("’", "'"), (match.start(), match.end()))
        for start, end in layout
        for match in WORD.finditer(text, start, end)
    ]
