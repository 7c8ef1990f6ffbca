"""From features to a verdict on two reports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from onrecord.model import Decision, Feature
from onrecord.resolve.actions import date_features, features
from onrecord.resolve.actions.reported import Reported
from onrecord.resolve.clusters import Verdict, promise
from onrecord.weights import weights_of

_W = weights_of("actions")
SAME = _W["same"]
EVEN = _W["matter.even"]
TOLERATED = _W["tolerated"]
BY = "action-evidence"
Likeness = Mapping[tuple[int, int], float]
"""How alike two articles are, by their positions."""


def judge(left: Reported, right: Reported, likeness: float | None) -> tuple[float, tuple[Feature, ...]]:
    """Score and features of two reports."""
    found = (
        features.what(left, right),
        features.agents(left, right),
        features.patients(left, right),
        features.below(left, right),
        features.context(left, right),
        date_features.when(left, right),
        date_features.background(left, right),
        features.said(left, right),
        features.mood(left, right),
        features.denied(left, right),
        features.matter(left, right, likeness),
    )
    kept = [item for item in found if item is not None]
    if lacking := features.bare(left, right, kept):
        kept.append(lacking)
    return round(max(-1.0, min(1.0, sum([item.score for item in kept]))), 3), tuple(kept)


def verdicts(items: Sequence[Reported], pairs: Iterable[tuple[int, int]], likeness: Likeness) -> list[Verdict]:
    """Verdicts on all candidate pairs, also those against a merge.

    They come without reasons; `explained` adds them to the few verdicts that are kept.
    """
    found = []
    same, possible = _W["same"], _W["possible"]
    for left, right in pairs:
        score, reasons = judge(items[left], items[right], _likeness(items, left, right, likeness))
        decision: Decision = "same" if score >= same else "possibly_same" if score >= possible else "different"
        apart = min([item.score for item in reasons]) <= -1
        found.append(Verdict(left, right, decision, score, (), BY, False, apart, promise(reasons)))  # noqa: FBT003  # in order, as this is made for every pair
    return found


def explained(verdict: Verdict, items: Sequence[Reported], likeness: Likeness) -> Verdict:
    """The verdict with its reasons."""
    if verdict.features:
        return verdict
    alike = _likeness(items, verdict.left, verdict.right, likeness)
    return replace(verdict, features=judge(items[verdict.left], items[verdict.right], alike)[1])


def _likeness(items: Sequence[Reported], left: int, right: int, likeness: Likeness) -> float | None:
    one, two = items[left].article, items[right].article
    return likeness.get((one, two) if one < two else (two, one))
