"""Clusters from verdicts: the most certain are applied first, never against a negative one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush
from math import fsum

from msgspec import Struct

from onrecord.model import Decision, Feature
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


def partition(count: int, verdicts: Iterable[Verdict]) -> list[list[int]]:
    """Partition of ``range(count)``: positive verdicts are applied by descending score, those by people first.

    Two clusters are merged only if no member of one is judged different from a member of the other; a person's verdict
    can be overruled only by a person's. Ties are resolved by position, so that the result depends only on the order of
    the items, which callers derive from content.
    """
    forest = _Forest(count)
    deciding = (item for item in verdicts if item.decision != "possibly_same")
    ordered = sorted(deciding, key=lambda item: (-item.score, item.left, item.right))
    for person in (True, False):
        own = [item for item in ordered if item.person == person]
        for verdict in own:
            if verdict.decision == "different":
                forest.part(verdict.left, verdict.right)
        for verdict in own:
            if verdict.decision == "same":
                forest.join(verdict.left, verdict.right)
    return forest.groups()


def total(features: Iterable[Feature]) -> float:
    """The sum of the scores of `features`, from -1 to 1, to three decimals."""
    return round(max(-1.0, min(1.0, fsum([item.score for item in features]))), 3)


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
) -> list[list[int]]:
    """Partition of ``range(count)`` that weighs all verdicts between two clusters, for and against.

    Greedy additive edge contraction (Keuper et al. 2015): the weight of a verdict is its score minus `even`, that of a
    pair of clusters the mean of the verdicts between them; the heaviest pair is merged until no weight is positive. Two
    clusters are never merged if more than the share `tolerated` of the verdicts between them are contradicted. A
    person's verdict decides. Verdicts between items that no chain of positive verdicts connects have no effect and are
    left out beforehand.

    With `facets`, any two members of a cluster share a facet: two items linked only by a third one are not merged.
    """
    found = contracted(count, verdicts, even, facets, tolerated=tolerated)
    return [sorted(group) for _, group in sorted(found.items())]


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
    """The clusters of `balanced`, each under the member that it grew from."""
    linked = UnionFind(count)
    for verdict in verdicts:
        if linking(verdict, even):
            linked.join(verdict.left, verdict.right)
    edges: dict[int, dict[int, _Edge]] = {}
    for verdict in verdicts:
        if linked.root(verdict.left) != linked.root(verdict.right):
            continue
        new = _edge(verdict, even)
        for one, two in ((verdict.left, verdict.right), (verdict.right, verdict.left)):
            near = edges.setdefault(one, {})
            near[two] = new.plus(near.get(two))
    heap = [(-edge.mean(tolerated), one, two) for one, near in edges.items() for two, edge in near.items() if one < two]
    heapify(heap)
    members = {item: [item] for item in range(count)}
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


def _contract(
    edges: dict[int, dict[int, _Edge]], keep: int, gone: int, heap: list[tuple[float, int, int]], tolerated: float
) -> None:
    """Move the edges of `gone` to `keep`."""
    for other, edge in edges.pop(gone).items():
        del edges[other][gone]
        if other != keep:
            joined = edge.plus(edges[keep].get(other))
            edges[keep][other] = edges[other][keep] = joined
            heappush(heap, (-joined.mean(tolerated), min(keep, other), max(keep, other)))


class UnionFind:
    """Disjoint sets of the positions ``range(count)``."""

    def __init__(self, count: int) -> None:
        self.parent = list(range(count))

    def root(self, item: int) -> int:
        """The representative of the set that contains `item`."""
        while self.parent[item] != item:
            self.parent[item] = self.parent[self.parent[item]]
            item = self.parent[item]
        return item

    def join(self, left: int, right: int) -> bool:
        """Merge the sets of two items; False if they are already in the same set."""
        left, right = sorted((self.root(left), self.root(right)))
        self.parent[right] = left
        return left != right

    def groups(self) -> list[list[int]]:
        """The sets, each in order, by their first item."""
        found: dict[int, list[int]] = {}
        for item in range(len(self.parent)):
            found.setdefault(self.root(item), []).append(item)
        return list(found.values())


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
