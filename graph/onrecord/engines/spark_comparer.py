"""The expensive steps of resolution on Spark: blocks, comparisons and clusters.

Candidates are found block by block, with rows grouped by blocking key. Pairs are compared in parallel; every process
holds all items. Clusters are made separately for each connected component of the verdicts that may join, because
components do not affect each other; they are found by alternating stars (Kiveris et al. 2014).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from onrecord.pairs import Pairs
from onrecord.resolve import blocking
from onrecord.resolve.clusters import Verdict, contracted, linking, partition
from onrecord.resolve.comparing import HERE, Compare, R, T
from onrecord.resolve.disjoint import Groups, UnionFind

if TYPE_CHECKING:
    from pyspark import RDD, SparkContext

Edge = tuple[int, int]
"""Two joined positions, the greater one first."""
_Row = tuple[int, int, str, float, bool, bool]
"""The fields of a verdict that clustering needs: left, right, decision, score, person, contradicted."""
_Cluster = Callable[[Sequence[int], list[Verdict]], Iterable[tuple[int, list[int]]]]
"""Takes a component's members and its verdicts in local positions, and yields each cluster with its sort key."""


@dataclass(slots=True)
class SparkComparer:
    """Runs the steps on a Spark cluster if they have at least `worth` rows, else in this process."""

    context: SparkContext
    worth: int = 500_000
    """Fewer rows are faster in this process: sending and collecting 170,000 pairs took as long as comparing them."""

    def candidates(
        self, keys: Iterable[Iterable[Hashable]], weights: Sequence[int] = (), width: int = blocking.WIDTH
    ) -> Pairs:
        """Pairs of positions that share a key, block by block."""
        keys = list(keys)
        rows = [(key, (place, weights[place] if weights else 1)) for place, own in enumerate(keys) for key in set(own)]
        if len(rows) < self.worth:
            return HERE.candidates(keys, weights, width)

        def of_block(block: tuple[Hashable, Iterable[tuple[int, int]]]) -> Iterator[tuple[int, int]]:
            members = dict(block[1])
            return iter(blocking.near(sorted(members), members, width))

        found = self._spread(rows).groupByKey(self._parts).flatMap(of_block).distinct()
        return Pairs(found.collect())

    def compared(self, compare: Compare[T, R], items: Sequence[T], pairs: Sequence[tuple[int, int]]) -> Iterable[R]:
        """The results of `compare` for `pairs`, in their order and without None."""
        if len(pairs) < self.worth:
            return HERE.compared(compare, items, pairs)
        shared = self.context.broadcast(items)

        def run(part: Iterable[tuple[int, int]]) -> Iterator[R]:
            held = shared.value
            found = (compare(held[left], held[right], left, right) for left, right in part)
            return (item for item in found if item is not None)

        found: list[R] = self._spread(pairs).mapPartitions(run).collect()
        shared.destroy()
        return found

    def partition(self, count: int, verdicts: Sequence[Verdict]) -> Groups:
        """The same as `clusters.partition`, computed component by component."""
        if len(verdicts) < self.worth:
            return HERE.partition(count, verdicts)

        def cluster(members: Sequence[int], own: list[Verdict]) -> Iterator[tuple[int, list[int]]]:
            return ((group[0], group) for group in partition(len(members), own))

        links = [(item.left, item.right) for item in verdicts if item.decision == "same"]
        return self._clustered(count, verdicts, links, cluster)

    def balanced(
        self,
        count: int,
        verdicts: Sequence[Verdict],
        even: float,
        facets: Sequence[frozenset[str]] = (),
        *,
        tolerated: float = 0.0,
    ) -> Groups:
        """The same as `clusters.balanced`, computed component by component."""
        if len(verdicts) < self.worth:
            return HERE.balanced(count, verdicts, even, facets, tolerated=tolerated)
        shared = self.context.broadcast(list(facets))

        def cluster(members: Sequence[int], own: list[Verdict]) -> Iterable[tuple[int, list[int]]]:
            shown = [shared.value[place] for place in members] if shared.value else ()
            return contracted(len(members), own, even, shown, tolerated=tolerated).items()

        links = [(item.left, item.right) for item in verdicts if linking(item, even)]
        found = self._clustered(count, verdicts, links, cluster)
        shared.destroy()
        return found

    @property
    def _parts(self) -> int:
        return int(self.context.defaultParallelism)

    def _spread(self, rows: Sequence[Any]) -> RDD[Any]:
        return self.context.parallelize(rows, 4 * self._parts)

    def _clustered(
        self, count: int, verdicts: Sequence[Verdict], links: Sequence[tuple[int, int]], cluster: _Cluster
    ) -> Groups:
        roots = self.components(links)
        rows = [(v.left, (v.left, v.right, v.decision, v.score, v.person, v.contradicted)) for v in verdicts]
        by_root = self._spread(rows).join(roots, self._parts).map(lambda item: (item[1][1], item[1][0]))
        members = roots.map(lambda item: (item[1], item[0]))

        def made(component: tuple[int, tuple[Iterable[int], Iterable[_Row]]]) -> Iterator[tuple[int, list[int]]]:
            _, (inside, judged) = component
            places = sorted(inside)
            number = {place: local for local, place in enumerate(places)}
            own = [
                Verdict(number[left], number[right], decision, score, (), "", person, contradicted)  # type: ignore[arg-type]  # a row of Spark has no types
                for left, right, decision, score, person, contradicted in judged
                if right in number
            ]
            for key, group in cluster(places, own):
                yield places[key], sorted(places[item] for item in group)

        found = dict(members.cogroup(by_root, self._parts).flatMap(made).collect())
        taken = {item for group in found.values() for item in group}
        found.update({item: [item] for item in range(count) if item not in taken})
        return Groups(group for _, group in sorted(found.items()))

    def components(self, links: Sequence[tuple[int, int]]) -> RDD[tuple[int, int]]:
        """Each position that has a link, with the smallest position of its component."""
        edges: RDD[Edge] = self._spread(list(links)).mapPartitions(_forest).cache()
        before = None
        while (now := _signature(edges)) != before:
            both = edges.flatMap(lambda edge: (edge, edge[::-1]))
            large = both.groupByKey(self._parts).flatMap(_large_star)
            small = large.map(lambda edge: (max(edge), min(edge))).groupByKey(self._parts).flatMap(_small_star)
            edges, before = small.distinct(self._parts).cache(), now
        return edges.flatMap(lambda edge: (edge, (edge[1], edge[1]))).distinct(self._parts).cache()


def _forest(edges: Iterable[tuple[int, int]]) -> Iterator[Edge]:
    """The edges of one part without redundant ones: each position with the root of its tree."""
    known: dict[int, int] = {}
    pairs = [(known.setdefault(one, len(known)), known.setdefault(two, len(known))) for one, two in edges]
    sets, names = UnionFind(len(known)), list(known)
    for one, two in pairs:
        sets.join(one, two)
    for group in sets.groups():
        first = min(names[item] for item in group)
        yield from ((names[item], first) for item in group if names[item] != first)


def _large_star(node: tuple[int, Iterable[int]]) -> Iterator[Edge]:
    """The greater neighbours of a position, each joined to the smallest of the position and its neighbours."""
    place, near = node[0], set(node[1])
    least = min(place, *near)
    return ((other, least) for other in near if other > place)


def _small_star(node: tuple[int, Iterable[int]]) -> Iterator[Edge]:
    """A position and its smaller neighbours, each joined to the smallest among them."""
    near = {node[0], *node[1]}
    least = min(near)
    return ((other, least) for other in near if other != least)


def _signature(edges: RDD[Edge]) -> tuple[int, int]:
    """A fingerprint of a set of edges, to notice when it no longer changes."""
    number, total = edges.map(lambda edge: (1, edge[0] * 1_000_003 ^ edge[1])).fold(
        (0, 0), lambda one, two: (one[0] + two[0], one[1] + two[1])
    )
    return number, total
