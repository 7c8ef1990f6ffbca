"""The expensive steps of resolution, independent of what is resolved: finding candidates, comparing them, clustering.

They can run in this process or on many machines; the results are the same.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

from onrecord.pairs import Pairs
from onrecord.resolve import blocking, clusters
from onrecord.resolve.clusters import Verdict
from onrecord.resolve.disjoint import Groups

T = TypeVar("T")
R = TypeVar("R")
Compare = Callable[[T, T, int, int], R | None]
"""Takes two items and their positions and returns the result of comparing them; None if there is nothing to report.

Other processes may call it, so it must be a module-level function or an object that can be pickled."""


class Comparer(Protocol):
    """Runs the expensive steps of resolution."""

    def candidates(
        self, keys: Iterable[Iterable[Hashable]], weights: Sequence[int] = (), width: int = blocking.WIDTH
    ) -> Pairs:
        """Pairs of positions that share a key, as returned by `blocking.candidates`."""
        ...

    def compared(self, compare: Compare[T, R], items: Sequence[T], pairs: Sequence[tuple[int, int]]) -> Iterable[R]:
        """The results of `compare` for `pairs`, which are sorted, in their order and without None."""
        ...

    def partition(self, count: int, verdicts: Sequence[Verdict]) -> Groups:
        """Clusters of positions, as returned by `clusters.partition`."""
        ...

    def balanced(
        self,
        count: int,
        verdicts: Sequence[Verdict],
        even: float,
        facets: Sequence[frozenset[str]] = (),
        *,
        tolerated: float = 0.0,
    ) -> Groups:
        """Clusters of positions, as returned by `clusters.balanced`."""
        ...


class Here:
    """Runs the steps in this process, one after the other."""

    candidates = staticmethod(blocking.candidates)
    partition = staticmethod(clusters.partition)
    balanced = staticmethod(clusters.balanced)

    @staticmethod
    def compared(compare: Compare[T, R], items: Sequence[T], pairs: Sequence[tuple[int, int]]) -> Iterator[R]:
        """The results of `compare` for `pairs`, in their order and without None."""
        found = (compare(items[left], items[right], left, right) for left, right in pairs)
        return (item for item in found if item is not None)


HERE: Comparer = Here()
