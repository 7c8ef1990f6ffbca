"""From features to a verdict on two statements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from onrecord.model import Decision, Feature
from onrecord.resolve.blocking import Pairs
from onrecord.resolve.clusters import Verdict, promise, total
from onrecord.resolve.comparing import HERE, Comparer
from onrecord.resolve.statements.features import align, length, manner, speaker, wording
from onrecord.resolve.statements.quoted import Quoted
from onrecord.weights import weights_of

_W = weights_of("statements")
BY = "statement-wording"


def judge(left: Quoted, right: Quoted) -> tuple[Decision, float, tuple[Feature, ...]] | None:
    """Decision, score and features for two statements; None if they share too few words."""
    found = align(left.words, right.words)
    first = wording(left, right, found)
    if first.score < _W["floor"]:
        return None
    rest = (speaker(left, right), length(found), manner(left, right, found))
    features = (first, *(item for item in rest if item is not None))
    score = total(features)
    if score >= _W["same"]:
        return "same", score, features
    return ("possibly_same" if score >= _W["possible"] else "different"), score, features


def _overlapping(items: Sequence[Quoted]) -> list[tuple[int, int]]:
    """Pairs that overlap in one article: a statement inside another is not another printing of it."""
    spans = sorted((item.article, start, end, place) for place, item in enumerate(items) for start, end in item.spans)
    found = set()
    for number, (article, _, end, place) in enumerate(spans):
        for other, start, _, near in islice(spans, number + 1, None):
            if other != article or start >= end:
                break
            if near != place:
                found.add((min(place, near), max(place, near)))
    return sorted(found)


def verdict(one: Quoted, two: Quoted, left: int, right: int) -> Verdict | None:
    """The verdict on two statements; None if too few words are shared."""
    judged = judge(one, two)
    return None if judged is None else Verdict(left, right, *judged, by=BY, promise=promise(judged[2]))


def verdicts(items: Sequence[Quoted], pairs: Iterable[tuple[int, int]], by: Comparer = HERE) -> Iterator[Verdict]:
    """Verdicts on all candidate pairs with enough common words, and on all pairs that overlap."""
    within = (Feature("within", _W["within"], "one stands within the other"),)
    found = [Verdict(left, right, "different", _W["within"], within, BY) for left, right in _overlapping(items)]
    apart = {(item.left, item.right) for item in found}
    yield from found
    yield from by.compared(verdict, items, Pairs(pair for pair in pairs if pair not in apart))
