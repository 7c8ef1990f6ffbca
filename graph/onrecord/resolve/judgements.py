"""Turns verdicts on positions into judgements on references, each with its own identifier."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec.structs import replace

from onrecord import ids
from onrecord.model import Judgement
from onrecord.resolve.clusters import UnionFind, Verdict
from onrecord.resolve.local import LocalAction, LocalActor, LocalStatement
from onrecord.weights import weights_of

Subject = Literal["actor", "action", "statement"]


FLOOR = weights_of("judgements")["refusal.floor"]
"""Least score of a refusal that is kept; a lower one was never close to a merge (but see `PROMISE`)."""
PROMISE = weights_of("judgements")["refusal.promise"]
"""A refusal is also kept if the evidence for the merge was at least this strong and something else forbade it."""
REFUSALS = int(weights_of("judgements")["refusal.most"])
"""Most refusals that are kept for each cluster: those closest to a merge."""


def telling(verdicts: Sequence[Verdict], groups: Sequence[Sequence[int]], subject: Subject) -> list[Verdict]:
    """The verdicts that explain the clusters: the most certain ones that connect each, and the closest refusals.

    A cluster of n has up to n squared verdicts; the maximum spanning tree that is kept has n - 1. Between two clusters
    only the most certain verdict is kept, for each cluster the closest `REFUSALS`, none below `FLOOR` unless something
    strong forbade a merge with much evidence (`PROMISE`). Verdicts by people are always kept, and so are the reasons
    why two actors may be the same, because the story lists these.
    """
    cluster = _numbered(groups)
    links = UnionFind(len(cluster))
    kept: list[Verdict] = []
    refused: dict[tuple[int, int], Verdict] = {}
    bearing = [item for item in verdicts if _bears(item, cluster)]
    for verdict in sorted(bearing, key=lambda item: (not item.person, -item.score, item.left, item.right, item.by)):
        one, two = sorted((cluster[verdict.left], cluster[verdict.right]))
        if verdict.person:
            kept.append(verdict)
        if one == two:
            joined = verdict.decision == "same" and links.join(verdict.left, verdict.right)
            if joined and not verdict.person:
                kept.append(verdict)
        elif not verdict.person:
            refused.setdefault((one, two), verdict)
    count: Counter[int] = Counter()
    for (one, two), verdict in refused.items():
        refusal = _refusal(verdict)
        always = subject == "actor" and refusal.decision == "possibly_same"
        if always or max(count[one], count[two]) < REFUSALS:
            count.update((one, two))
            kept.append(refusal)
    return kept


def _numbered(groups: Sequence[Sequence[int]]) -> array[int]:
    """The number of each item's group."""
    found = array("L", bytes(array("L").itemsize * sum(map(len, groups))))
    for number, group in enumerate(groups):
        for item in group:
            found[item] = number
    return found


def _bears(verdict: Verdict, cluster: array[int]) -> bool:
    """Whether a verdict can explain anything; most cannot, so they need not be sorted."""
    if verdict.person:
        return True
    if cluster[verdict.left] == cluster[verdict.right]:
        return verdict.decision == "same"
    return verdict.score >= FLOOR or verdict.promise >= PROMISE


def _refusal(verdict: Verdict) -> Verdict:
    """The verdict "possibly the same" for a pair whose merge was prevented only by its clusters."""
    return replace(verdict, decision="possibly_same") if verdict.decision == "same" else verdict


def to_judgements(
    subject: Subject,
    verdicts: Iterable[Verdict],
    locals_: Sequence[LocalActor] | Sequence[LocalStatement] | Sequence[LocalAction],
    base: str,
) -> list[Judgement]:
    """One judgement per verdict, in the order of the references."""
    found = []
    for verdict in verdicts:
        left, right = sorted((locals_[verdict.left], locals_[verdict.right]), key=lambda item: item.ref)
        parts = (left.iri, right.iri, verdict.by)
        found.append(
            Judgement(
                iri=ids.named(base, "judgement", subject, *parts),
                subject=subject,
                left=left.ref,
                right=right.ref,
                decision=verdict.decision,
                score=verdict.score,
                features=verdict.features,
                by=verdict.by,
                person=verdict.person,
            )
        )
    return sorted(found, key=lambda item: (item.left, item.right, item.by))
