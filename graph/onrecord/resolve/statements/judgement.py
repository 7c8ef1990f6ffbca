"""From features to a verdict on two statements."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.model import Decision, Feature
from onrecord.resolve.clusters import Verdict, promise
from onrecord.resolve.statements.features import align, length, manner, speaker, wording
from onrecord.resolve.statements.quoted import Quoted

SAME = 0.8
POSSIBLE = 0.6
FLOOR = 0.5


def judge(left: Quoted, right: Quoted) -> tuple[Decision, float, tuple[Feature, ...]] | None:
    """Decision, score and features of two statements; None where too few words are shared to be considered."""
    found = align(left.words, right.words)
    first = wording(left, right, found)
    if first.score < FLOOR:
        return None
    rest = (speaker(left, right), length(found), manner(left, right, found))
    features = (first, *(item for item in rest if item is not None))
    score = round(max(-1.0, min(1.0, sum(item.score for item in features))), 3)
    if score >= SAME:
        return "same", score, features
    return ("possibly_same" if score >= POSSIBLE else "different"), score, features


def nested(left: Quoted, right: Quoted) -> bool:
    """Whether two statements share characters: what stands within another one is not that one printed again."""
    return left.article == right.article and any(
        start < stop and begin < end for start, end in left.spans for begin, stop in right.spans
    )


def verdicts(items: Sequence[Quoted], pairs: Iterable[tuple[int, int]]) -> list[Verdict]:
    """Verdicts on all candidate pairs that were considered."""
    found = []
    for left, right in pairs:
        if nested(items[left], items[right]):
            continue
        judged = judge(items[left], items[right])
        if judged is not None:
            found.append(Verdict(left, right, *judged, by="statement-wording", promise=promise(judged[2])))
    return found
