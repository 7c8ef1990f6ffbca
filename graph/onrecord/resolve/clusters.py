"""Clusters from verdicts: the most certain are applied first, never against a negative one."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush
from math import fsum

import numpy as np
from msgspec import Struct

from onrecord.model import Decision, Feature
from onrecord.resolve.disjoint import Groups, UnionFind
from onrecord.weights import weights_of


class Verdict(Struct, frozen=True, array_like=True):
    """A judgement on two items, by their positions; `by` names the rule, or the person if `person` is set."""

    left: int
    right: int
    decision: Decision
    score: float
    features: tuple[Feature, ...]
    """The reasons; empty if they are added only later, for the few verdicts that are kept."""
    by: str
    person: bool = False
    contradicted: bool = False
    """Whether the two say things that cannot both be true of the same thing."""
    promise: float = 0.0
    """The sum of the positive scores: how much evidence there is for identity, ignoring evidence against it."""


def partition(count: int, verdicts: Iterable[Verdict]) -> Groups:
    """Partition of ``range(count)``: positive verdicts are applied by descending score, those by people first.

    Two clusters are merged only if no member of one is judged different from a member of the other; a person's verdict
    can be overruled only by a person's. Ties are resolved by position, so that the result depends only on the order of
    the items, which callers derive from content.
    """
    deciding, reach = _Deciding(), UnionFind(count)
    for verdict in verdicts:
        if verdict.decision != "possibly_same":
            deciding.add(verdict)
            if verdict.decision == "same":
                reach.join(verdict.left, verdict.right)
    forest = _Forest(count)
    for person in (1, 0):
        for left, right in deciding.pairs(person, same=0):
            if reach.root(left) == reach.root(right):  # else nothing could ever join the two
                forest.part(left, right)
        for left, right in deciding.pairs(person, same=1):
            forest.join(left, right)
    return forest.groups()


class _Deciding:
    """What decides of verdicts, in 18 bytes each."""

    def __init__(self) -> None:
        self._lefts, self._rights, self._scores = array("I"), array("I"), array("d")
        self._same, self._person = array("B"), array("B")

    def add(self, verdict: Verdict) -> None:
        self._lefts.append(verdict.left)
        self._rights.append(verdict.right)
        self._scores.append(verdict.score)
        self._same.append(verdict.decision == "same")
        self._person.append(verdict.person)

    def pairs(self, person: int, *, same: int) -> Iterator[tuple[int, int]]:
        """The positions of the verdicts of one kind, by descending score."""
        chosen = np.flatnonzero((np.array(self._person) == person) & (np.array(self._same) == same))
        lefts, rights = np.array(self._lefts)[chosen], np.array(self._rights)[chosen]
        order = np.lexsort((rights, lefts, -np.array(self._scores)[chosen]))
        for start in range(0, len(order), _TOGETHER):
            part = order[start : start + _TOGETHER]
            yield from zip(lefts[part].tolist(), rights[part].tolist(), strict=True)


_TOGETHER = 1 << 14
"""Positions that are taken out of an array together."""


def total(features: Iterable[Feature]) -> float:
    """The sum of the scores of `features`, from -1 to 1, to three decimals."""
    return bounded([item.score for item in features])


def bounded(scores: Iterable[float]) -> float:
    """The sum of `scores`, from -1 to 1, to three decimals."""
    return round(max(-1.0, min(1.0, fsum(scores))), 3)


def promise(features: Iterable[Feature]) -> float:
    """The sum of the positive scores of `features`."""
    return fsum(item.score for item in features if item.score > 0)


DOUBT = weights_of("judgements")["doubt"]
"""The weight of a verdict that is negative only for lack of evidence."""

_PERSON = 1e6
"""The weight of a person's verdict, which outweighs everything else."""


class _Edge(Struct):
    """The verdicts between two clusters: sum and number of their weights, and number of contradictions."""

    total: float
    number: int
    contradicted: int
    """Number of verdicts that are contradicted."""

    def mean(self, tolerated: float) -> float:
        """The mean weight; negative if more than the share `tolerated` of the verdicts are contradicted."""
        value = round(self.total / self.number, 9)
        apart = self.contradicted > self.number * tolerated
        return -1.0 if apart and abs(self.total) < _PERSON / 2 else value

    def plus(self, other: _Edge | None) -> _Edge:
        if other is None:
            return self
        return _Edge(self.total + other.total, self.number + other.number, self.contradicted + other.contradicted)


def balanced(
    count: int,
    verdicts: Sequence[Verdict],
    even: float,
    facets: Sequence[frozenset[str]] = (),
    *,
    tolerated: float = 0.0,
) -> Groups:
    """Partition of ``range(count)`` that weighs all verdicts between two clusters, for and against.

    Greedy additive edge contraction (Keuper et al. 2015): the weight of a verdict is its score minus `even`, that of a
    pair of clusters the mean of the verdicts between them; the heaviest pair is merged until no weight is positive. Two
    clusters are never merged if more than the share `tolerated` of the verdicts between them are contradicted. A
    person's verdict decides. Verdicts between items that no chain of positive verdicts connects have no effect and are
    left out beforehand; what such chains connect is worked on by itself.

    With `facets`, any two members of a cluster share a facet: two items linked only by a third one are not merged.
    """
    lefts, rights, weights, contradicted = _linked(count, verdicts, even)
    grown = np.arange(count, dtype=np.uint32)
    for rows in _connected(count, lefts, rights):
        edges: _Edges = {}
        for row in rows:
            _join(edges, lefts[row], rights[row], _Edge(weights[row], 1, contradicted[row]))
        for key, group in _grown(edges, facets, tolerated).items():
            grown[group] = key
    return Groups.under(grown)


def _linked(
    count: int, verdicts: Sequence[Verdict], even: float
) -> tuple[array[int], array[int], array[float], array[int]]:
    """Left and right, weight and whether it is contradicted, of all verdicts that may have an effect."""
    linked = UnionFind(count)
    for verdict in verdicts:
        if linking(verdict, even):
            linked.join(verdict.left, verdict.right)
    lefts, rights, weights, contradicted = array("I"), array("I"), array("d"), array("B")
    for verdict in verdicts:
        if linked.root(verdict.left) == linked.root(verdict.right):
            edge = _edge(verdict, even)
            lefts.append(verdict.left)
            rights.append(verdict.right)
            weights.append(edge.total)
            contradicted.append(edge.contradicted)
    return lefts, rights, weights, contradicted


def _connected(count: int, lefts: Sequence[int], rights: Sequence[int]) -> Iterator[list[int]]:
    """The rows of each connected part, in order."""
    forest = UnionFind(count)
    for left, right in zip(lefts, rights, strict=True):
        forest.join(left, right)
    roots = np.fromiter(map(forest.root, lefts), np.uint32, len(lefts))
    yield from Groups.under(roots)


def linking(verdict: Verdict, even: float) -> bool:
    """Whether a verdict may join two clusters of `balanced`."""
    return verdict.decision == "same" if verdict.person else verdict.score > even


def contracted(
    count: int,
    verdicts: Sequence[Verdict],
    even: float,
    facets: Sequence[frozenset[str]] = (),
    *,
    tolerated: float = 0.0,
) -> dict[int, list[int]]:
    """The clusters of `balanced`, each under the member that it grew from, of a part that is connected."""
    edges: _Edges = {}
    for verdict in verdicts:
        _join(edges, verdict.left, verdict.right, _edge(verdict, even))
    alone = {item: [item] for item in range(count) if item not in edges}
    return alone | _grown(edges, facets, tolerated)


_Edges = dict[int, dict[int, "_Edge"]]


def _join(edges: _Edges, left: int, right: int, new: _Edge) -> None:
    for one, two in ((left, right), (right, left)):
        near = edges.setdefault(one, {})
        near[two] = new.plus(near.get(two))


def _grown(edges: _Edges, facets: Sequence[frozenset[str]], tolerated: float) -> dict[int, list[int]]:
    """The clusters that grow along `edges`, each under the member that it grew from."""
    heap = [(-edge.mean(tolerated), one, two) for one, near in edges.items() for two, edge in near.items() if one < two]
    heapify(heap)
    members = {item: [item] for item in edges}
    shown = {item: {facets[item]} for item in edges} if facets else {}
    while heap and heap[0][0] < 0:
        weight, one, two = heappop(heap)
        edge = edges.get(one, {}).get(two)
        if edge is None or -edge.mean(tolerated) != weight or (abs(weight) < _PERSON / 2 and not _fit(shown, one, two)):
            continue
        keep, gone = (one, two) if len(members[one]) >= len(members[two]) else (two, one)
        members[keep] += members.pop(gone)
        if facets:
            shown[keep] |= shown.pop(gone)
        _contract(edges, keep, gone, heap, tolerated)
    return members


def _fit(shown: Mapping[int, set[frozenset[str]]], one: int, two: int) -> bool:
    """Whether any two members of two clusters share a facet; a cluster has few different sets of facets."""
    return not shown or not any(left.isdisjoint(right) for left in shown[one] for right in shown[two])


def _edge(verdict: Verdict, even: float) -> _Edge:
    if verdict.person:
        return _Edge(_PERSON if verdict.decision == "same" else -_PERSON, 1, 0)
    weight = verdict.score - even
    return _Edge(weight if weight > 0 else weight * DOUBT, 1, int(verdict.contradicted))


def _contract(edges: _Edges, keep: int, gone: int, heap: list[tuple[float, int, int]], tolerated: float) -> None:
    """Move the edges of `gone` to `keep`."""
    for other, edge in edges.pop(gone).items():
        del edges[other][gone]
        if other != keep:
            joined = edge.plus(edges[keep].get(other))
            edges[keep][other] = edges[other][keep] = joined
            heappush(heap, (-joined.mean(tolerated), min(keep, other), max(keep, other)))


class _Forest(UnionFind):
    """Disjoint sets that record which sets must not be merged."""

    def __init__(self, count: int) -> None:
        super().__init__(count)
        self.foes: dict[int, set[int]] = {}

    def part(self, left: int, right: int) -> None:
        left, right = self.root(left), self.root(right)
        if left != right:
            self.foes.setdefault(left, set()).add(right)
            self.foes.setdefault(right, set()).add(left)

    def join(self, left: int, right: int) -> bool:
        left, right = sorted((self.root(left), self.root(right)))
        if left == right or right in self.foes.get(left, ()):
            return False
        self.parent[right] = left
        for foe in self.foes.pop(right, ()):
            self.foes.setdefault(left, set()).add(foe)
            self.foes[foe].discard(right)
            self.foes[foe].add(left)
        return True
