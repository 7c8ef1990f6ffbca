"""Which part of a graph one of several writers writes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Share:
    """The share `number` of `count`, counted from 0."""

    number: int = 0
    count: int = 1

    def of(self, items: Iterable[_T]) -> Iterator[_T]:
        """The items of this share."""
        return islice(items, self.number, None, self.count)

    def holds(self, place: int) -> bool:
        """Whether the item at `place` belongs to this share."""
        return place % self.count == self.number


WHOLE = Share()
"""All of it."""
