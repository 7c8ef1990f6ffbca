"""The costly steps of resolution, apart from what is resolved: candidates, comparing them, clusters.

They can be carried out elsewhere than in this process, on many machines; what they give is the same.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Protocol, TypeVar

from onrecord.resolve import blocking, clusters
from onrecord.resolve.clusters import Verdict

T = TypeVar("T")
R = TypeVar("R")
Compare = Callable[[T, T, int, int], R | None]
"""What two items give, with their positions; None if they are not worth a word. Others than this process may call it,
so it is a function of a module, or an object that can be sent."""


class Comparer(Protocol):
    """Carries out the steps."""

    def candidates(
        self, keys: Sequence[Iterable[Hashable]], weights: Mapping[int, int] | None = None, width: int = blocking.WIDTH
    ) -> list[tuple[int, int]]:
        """As `blocking.candidates`."""
        ...

    def compared(self, compare: Compare[T, R], items: Sequence[T], pairs: Sequence[tuple[int, int]]) -> list[R]:
        """What `compare` gives for each of `pairs`, which are in order, without None."""
        ...

    def partition(self, count: int, verdicts: Sequence[Verdict]) -> list[list[int]]:
        """As `clusters.partition`."""
        ...

    def balanced(
        self,
        count: int,
        verdicts: Sequence[Verdict],
        even: float,
        facets: Sequence[frozenset[str]] = (),
        *,
        tolerated: float = 0.0,
    ) -> list[list[int]]:
        """As `clusters.balanced`."""
        ...


class Here:
    """Carries the steps out in this process, one after the other."""

    candidates = staticmethod(blocking.candidates)
    partition = staticmethod(clusters.partition)
    balanced = staticmethod(clusters.balanced)

    @staticmethod
    def compared(compare: Compare[T, R], items: Sequence[T], pairs: Sequence[tuple[int, int]]) -> list[R]:
        """What `compare` gives for each of `pairs`, without None."""
        found = (compare(items[left], items[right], left, right) for left, right in pairs)
        return [item for item in found if item is not None]


HERE: Comparer = Here()
