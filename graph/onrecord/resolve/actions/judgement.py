"""From features to a verdict on two reports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from onrecord.model import Feature
from onrecord.resolve.actions import features
from onrecord.resolve.actions.reported import Reported
from onrecord.resolve.clusters import Verdict

SAME = 0.5
POSSIBLE = 0.4


def judge(left: Reported, right: Reported, likeness: float | None) -> tuple[float, tuple[Feature, ...]]:
    """Score and features of two reports."""
    found = (
        features.what(left, right),
        features.agents(left, right),
        features.patients(left, right),
        features.context(left, right),
        features.when(left, right),
        features.background(left, right),
        features.said(left, right),
        features.mood(left, right),
        features.denied(left, right),
        features.matter(left, right, likeness),
    )
    kept = tuple(item for item in found if item is not None)
    return round(max(-1.0, min(1.0, sum(item.score for item in kept))), 3), kept


def verdicts(
    items: Sequence[Reported], pairs: Iterable[tuple[int, int]], likeness: Mapping[tuple[int, int], float]
) -> list[Verdict]:
    """Verdicts on all candidate pairs: what speaks against a merge counts as well."""
    found = []
    for left, right in pairs:
        one, two = sorted((items[left].article, items[right].article))
        score, reasons = judge(items[left], items[right], likeness.get((one, two)))
        decision = "same" if score >= SAME else "possibly_same" if score >= POSSIBLE else "different"
        found.append(Verdict(left, right, decision, score, reasons, "action-evidence"))  # type: ignore[arg-type]  # one of the three
    return found
