"""From features to a verdict on two reports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import fsum

from msgspec.structs import replace

from onrecord.model import Decision, Feature
from onrecord.resolve.actions import date_features, features, one_article, other_deeds, same_words
from onrecord.resolve.actions.reported import Reported
from onrecord.resolve.clusters import Verdict, bounded, total
from onrecord.resolve.comparing import HERE, Comparer
from onrecord.weights import weights_of

_W = weights_of("actions")
SAME = _W["same"]
EVEN = _W["matter.even"]
TOLERATED = _W["tolerated"]
BY = "action-evidence"
Likeness = Mapping[tuple[int, int], float]
"""Similarity of pairs of articles, by their positions."""


def judge(left: Reported, right: Reported, likeness: float | None) -> tuple[float, tuple[Feature, ...]]:
    """Score and features of two reports."""
    told = tuple(found(left, right, likeness))
    return total(told), told


def found(left: Reported, right: Reported, likeness: float | None) -> list[Feature]:
    """The features of two reports."""
    own = (
        (one_article.amounts(left, right), *one_article.roles(left, right))
        if left.article == right.article
        else other_deeds.evidence(left, right)
    )
    told = (
        same_words.what(left, right),
        features.agents(left, right),
        features.patients(left, right),
        features.doers(left, right),
        features.numbers(left, right),
        features.below(left, right),
        features.context(left, right),
        date_features.when(left, right),
        date_features.background(left, right),
        features.said(left, right),
        features.mood(left, right),
        features.denied(left, right),
        features.opposed(left, right),
        *own,
        features.matter(left, right, likeness),
    )
    kept = [item for item in told if item is not None]
    if lacking := features.bare(left, right, kept):
        kept.append(lacking)
    return kept


class Judge:
    """Gives a verdict on two reports, also one against a merge.

    It comes without reasons; `explained` adds them to the few verdicts that are kept.
    """

    def __init__(self, likeness: Likeness) -> None:
        self.likeness = likeness
        self.same, self.possible = _W["same"], _W["possible"]

    def __call__(self, one: Reported, two: Reported, left: int, right: int) -> Verdict:
        """The verdict on `one` and `two`, which stand at `left` and `right`."""
        scores = [item.score for item in found(one, two, _likeness(one, two, self.likeness))]
        score = bounded(scores)
        decision: Decision = (
            "same" if score >= self.same else "possibly_same" if score >= self.possible else "different"
        )
        hope = fsum([one for one in scores if one > 0])
        return Verdict(left, right, decision, score, (), BY, False, min(scores) <= -1, hope)  # noqa: FBT003  # in order, as this is made for every pair


def verdicts(
    items: Sequence[Reported], pairs: Sequence[tuple[int, int]], likeness: Likeness, by: Comparer = HERE
) -> Iterable[Verdict]:
    """Verdicts on all candidate pairs, without reasons."""
    return by.compared(Judge(likeness), items, pairs)


def explained(verdict: Verdict, items: Sequence[Reported], likeness: Likeness) -> Verdict:
    """The verdict with its reasons."""
    if verdict.features:
        return verdict
    one, two = items[verdict.left], items[verdict.right]
    return replace(verdict, features=judge(one, two, _likeness(one, two, likeness))[1])


def _likeness(left: Reported, right: Reported, likeness: Likeness) -> float | None:
    one, two = left.article, right.article
    return likeness.get((one, two) if one < two else (two, one))
