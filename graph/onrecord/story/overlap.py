"""Sentences of articles that share a run of six words, by an index, so that texts need not be compared in pairs.

A run that more than `COMMON` articles share is a stock phrase or part of the page and is ignored.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from onrecord.model import Analysis, Span
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

Met = dict[tuple[int, int], dict[int, set[int]]]
"""For pairs of articles, by position, and each sentence of the first: the sentences of the second that share a run."""
Numbers = NDArray[np.int64]


@dataclass(frozen=True)
class Words:
    """The words of an article's body in a row."""

    folded: list[str]
    spans: list[Span]
    sentences: list[int]
    """The number of each word's sentence, from 0; -1 before the first or if the record has none."""

    @cached_property
    def places(self) -> dict[int, tuple[int, int]]:
        """For each sentence the positions of its first word and behind its last one."""
        return {
            number: (found[0], found[-1] + 1)
            for number, group in groupby(range(len(self.sentences)), key=self.sentences.__getitem__)
            if (found := list(group))
        }


def words_in(analysis: Analysis) -> Words:
    """The words of the running text of `analysis` but for its headline."""
    text = analysis.article.text
    layout = [(item.start, item.end) for item in analysis.passages if item.kind in _BODY]
    found = Words([], [], [])
    sentences = analysis.sentences
    for start, end in layout or ([] if analysis.passages else [(0, len(text))]):
        number = sentence_number(analysis, start)
        for match in WORD.finditer(text, start, end):
            place = match.start()
            while number + 1 < len(sentences) and sentences[number + 1][0] <= place:
                number += 1
            found.folded.append(match[0].casefold().replace("’", "'"))
            found.spans.append(match.span())
            found.sentences.append(number)
    return found


def met(analyses: Sequence[Analysis], rank: Sequence[int]) -> tuple[Met, list[int]]:
    """The sentences that share a run, of each article with those of lower `rank`; the word count of each article."""
    known: dict[str, int] = {}
    words, sentences, counts = array("q"), array("q"), []
    for item in analyses:
        found = words_in(item)
        words.extend(known.setdefault(word, len(known)) for word in found.folded)
        sentences.extend(found.sentences)
        counts.append(len(found.folded))
    runs, homes = _runs(np.frombuffer(words, np.int64), np.array(counts, np.int64))
    pairs: Met = {}
    for places in _shared(runs, homes):
        told = sorted({(rank[int(homes[place])], int(homes[place]), sentences[place]) for place in places})
        for number, (_, article, sentence) in enumerate(told):
            for _, other, near in told[:number]:
                if other != article:
                    pairs.setdefault((article, other), {}).setdefault(sentence, set()).add(near)
    return dict(sorted(pairs.items())), counts


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


def _shared(runs: Numbers, homes: Numbers) -> Iterator[list[int]]:
    """The places of each run that several articles have, but not more than have a common phrase."""
    whole = homes >= 0
    many = int(homes.max(initial=0)) + 1
    pairs = np.unique(runs[whole] * many + homes[whole])
    held, number = np.unique(pairs // many, return_counts=True)
    telling = held[(number > 1) & (number <= COMMON)]
    places = np.flatnonzero(np.isin(runs, telling) & whole)
    ordered = places[np.argsort(runs[places], kind="stable")]
    for _, group in groupby(ordered.tolist(), key=runs.__getitem__):
        yield list(group)
