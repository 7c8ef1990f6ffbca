"""Verbatim overlap of articles, by an index of runs of six words, so that texts need not be compared in pairs.

A run that more than `COMMON` articles share is a stock phrase or part of the page and is ignored.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

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


def shared(analyses: Sequence[Analysis]) -> tuple[Overlaps, list[int]]:
    """For pairs of articles (by position) the spans of the first that the second also has; the word count of each."""
    words = [_words(item) for item in analyses]
    holders: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for place, found in enumerate(words):
        for start in range(len(found) - RUN + 1):
            holders[tuple(word for word, _ in found[start : start + RUN])].add(place)
    spans: dict[tuple[int, int], list[Span]] = {}
    for place, found in enumerate(words):
        for start in range(len(found) - RUN + 1):
            run = found[start : start + RUN]
            others = holders[tuple(word for word, _ in run)]
            if 1 < len(others) <= COMMON:
                span = (run[0][1][0], run[-1][1][1])
                for other in others - {place}:
                    _grow(spans.setdefault((place, other), []), span)
    return dict(sorted(spans.items())), [len(found) for found in words]


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
