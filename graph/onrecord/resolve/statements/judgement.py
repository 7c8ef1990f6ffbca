"""From features to a verdict on two statements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice

from onrecord.model import Decision, Feature
from onrecord.pairs import Pairs
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


def _overlapping(items: Sequence[Quoted]) -> Iterator[tuple[int, int]]:
    """Pairs that overlap in one article, in order: a statement inside another is not another printing of it."""
    for _, group in groupby(enumerate(items), key=lambda pair: pair[1].article):
        spans = sorted((start, end, place) for place, item in group for start, end in item.spans)
        found = set()
        for number, (_, end, place) in enumerate(spans):
            for start, _, near in islice(spans, number + 1, None):
                if start >= end:
                    break
                if near != place:
                    found.add((min(place, near), max(place, near)))
        yield from sorted(found)


def verdict(one: Quoted, two: Quoted, left: int, right: int) -> Verdict | None:
    """The verdict on two statements; None if too few words are shared."""
    judged = judge(one, two)
    return None if judged is None else Verdict(left, right, *judged, by=BY, promise=promise(judged[2]))


def verdicts(items: Sequence[Quoted], pairs: Iterable[tuple[int, int]], by: Comparer = HERE) -> Iterator[Verdict]:
    """Verdicts on all candidate pairs with enough common words, and on all pairs that overlap."""
    within = (Feature("within", _W["within"], "one stands within the other"),)
    for left, right in _overlapping(items):
        yield Verdict(left, right, "different", _W["within"], within, BY)
    yield from by.compared(verdict, items, Pairs(_without(pairs, _overlapping(items))))


def _without(pairs: Iterable[tuple[int, int]], others: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The pairs that are not among `others`, both in order."""
    other = next(others, None)
    for pair in pairs:
        while other is not None and other < pair:
            other = next(others, None)
        if pair != other:
            yield pair
