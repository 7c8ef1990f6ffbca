"""Turns verdicts on positions into judgements on references, each with its own identifier."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from onrecord import ids
from onrecord.model import Decision, Judgement
from onrecord.resolve.clusters import Verdict
from onrecord.resolve.disjoint import UnionFind
from onrecord.resolve.local import LocalAction, LocalActor, LocalStatement
from onrecord.shelf import Shelf, in_order
from onrecord.weights import weights_of

Subject = Literal["actor", "action", "statement"]


FLOOR = weights_of("judgements")["refusal.floor"]
"""Least score of a refusal that is kept; a lower one was never close to a merge (but see `PROMISE`)."""
PROMISE = weights_of("judgements")["refusal.promise"]
"""A refusal is also kept if the evidence for the merge was at least this strong and something else forbade it."""
REFUSALS = int(weights_of("judgements")["refusal.most"])
"""Most refusals that are kept for each cluster: those closest to a merge."""


def telling(verdicts: Sequence[Verdict], groups: Sequence[Sequence[int]], subject: Subject) -> Shelf[Verdict]:
    """The verdicts that explain the clusters: the most certain ones that connect each, and the closest refusals.

    A cluster of n has up to n squared verdicts; the maximum spanning tree that is kept has n - 1. Between two clusters
    only the most certain verdict is kept, for each cluster the closest `REFUSALS`, none below `FLOOR` unless something
    strong forbade a merge with much evidence (`PROMISE`). Verdicts by people are always kept, and so are the reasons
    why two actors may be the same, because the story lists these.
    """
    cluster = numbered(groups)
    rows = _Bearing()
    for place, verdict in enumerate(verdicts):
        if _bears(verdict, cluster):
            rows.add(place, verdict)
    kept, refused = bytearray(len(verdicts)), bytearray(len(verdicts))
    links = UnionFind(len(cluster))
    count: Counter[int] = Counter()
    for place, left, right, person, same, possible, first in rows.by_certainty(cluster):
        one, two = cluster[left], cluster[right]
        if person:
            kept[place] = True
        if one == two:
            joined = same and links.join(left, right)
            if joined and not person:
                kept[place] = True
        elif first and ((subject == "actor" and possible) or max(count[one], count[two]) < REFUSALS):
            count.update((one, two))
            refused[place] = True
    told = ((place, item) for place, item in enumerate(verdicts) if kept[place] or refused[place])
    return Shelf(Verdict, (_refusal(item) if refused[place] else item for place, item in told))


_BITS = 32
"""Bits of a number for each cluster of a pair."""


class _Bearing:
    """What tells which verdicts are kept, in 25 bytes each."""

    def __init__(self) -> None:
        self._places, self._lefts, self._rights = array("I"), array("I"), array("I")
        self._scores, self._by, self._how = array("d"), array("I"), array("B")
        self._rules: dict[str, int] = {}

    def add(self, place: int, verdict: Verdict) -> None:
        self._places.append(place)
        self._lefts.append(verdict.left)
        self._rights.append(verdict.right)
        self._scores.append(verdict.score)
        self._by.append(self._rules.setdefault(verdict.by, len(self._rules)))
        self._how.append(_PERSON * verdict.person + _HOW[verdict.decision])

    def by_certainty(self, cluster: array[int]) -> Iterator[tuple[int, int, int, bool, bool, bool, bool]]:
        """Place, left and right, whether a person judged, whether the same, whether possibly: people first.

        Last whether it is the first one on two clusters that no person gave.
        """
        ranks = np.array([sorted(self._rules).index(rule) for rule in self._rules], np.uint32)
        how = np.array(self._how)
        keys = (self._by, self._rights, self._lefts, self._scores)
        by, rights, lefts, scores = (np.array(item) for item in keys)
        order = np.lexsort((ranks[by] if len(by) else by, rights, lefts, -scores, how < _PERSON))
        one, two = (np.array(cluster, np.uint64)[side[order]] for side in (lefts, rights))
        own = np.flatnonzero((how[order] < _PERSON) & (one != two))
        codes = np.minimum(one, two)[own] << np.uint64(_BITS) | np.maximum(one, two)[own]
        first = np.zeros(len(order), bool)
        first[own[np.unique(codes, return_index=True)[1]]] = True
        for number, row in enumerate(_one_by_one(order)):
            kind = self._how[row] % _PERSON
            yield (
                self._places[row], self._lefts[row], self._rights[row], self._how[row] >= _PERSON,
                kind == _HOW["same"], kind >= _HOW["possibly_same"], bool(first[number]),
            )  # fmt: skip


def _one_by_one(places: NDArray[np.int64]) -> Iterator[int]:
    return (place for start in range(0, len(places), _TOGETHER) for place in places[start : start + _TOGETHER].tolist())


_TOGETHER = 1 << 14
"""Places that are taken out of an array together."""
_HOW: Mapping[Decision, int] = {"different": 0, "possibly_same": 1, "same": 2}
_PERSON = 4
"""What is added for a verdict of a person."""


def numbered(groups: Sequence[Sequence[int]]) -> array[int]:
    """The number of each item's group."""
    found = array("I", bytes(array("I").itemsize * sum(map(len, groups))))
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
) -> Shelf[Judgement]:
    """One judgement per verdict, in the order of the references."""

    def made() -> Iterator[Judgement]:
        for verdict in verdicts:
            left, right = sorted((locals_[verdict.left], locals_[verdict.right]), key=lambda item: item.ref)
            yield Judgement(
                iri=ids.named(base, "judgement", subject, left.iri, right.iri, verdict.by),
                subject=subject,
                left=left.ref,
                right=right.ref,
                decision=verdict.decision,
                score=verdict.score,
                features=verdict.features,
                by=verdict.by,
                person=verdict.person,
            )

    return in_order(Judgement, made(), lambda item: (item.left, item.right, item.by, -item.score))
