"""Disjoint sets of positions: what belongs together, in a few bytes a position."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from typing import overload

import numpy as np
from numpy.typing import NDArray


class Groups(Sequence[list[int]]):
    """Groups of positions, four bytes for each group and each position."""

    def __init__(self, groups: Iterable[Iterable[int]] = ()) -> None:
        self._ends, self._members = array("I", [0]), array("I")
        for group in groups:
            self._members.extend(group)
            self._ends.append(len(self._members))

    @classmethod
    def under(cls, keys: NDArray[np.uint32]) -> Groups:
        """The positions of `keys`, in order, that have one key; groups in the order of their keys."""
        found, order = cls(), np.argsort(keys, kind="stable")
        ends = np.flatnonzero(np.diff(keys[order])) + 1
        found._members.frombytes(order.astype(np.uint32).tobytes())
        found._ends.frombytes(ends.astype(np.uint32).tobytes())
        if len(keys):
            found._ends.append(len(keys))
        return found

    def __len__(self) -> int:
        return len(self._ends) - 1

    @overload
    def __getitem__(self, place: int) -> list[int]: ...
    @overload
    def __getitem__(self, place: slice) -> list[list[int]]: ...
    def __getitem__(self, place: int | slice) -> list[int] | list[list[int]]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        if place < 0:
            place += len(self)
        if not 0 <= place < len(self):
            raise IndexError(place)
        return self._members[self._ends[place] : self._ends[place + 1]].tolist()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and [*self] == [*map(list, other)]

    __hash__ = None  # type: ignore[assignment]


class UnionFind:
    """Disjoint sets of the positions ``range(count)``; the representative of a set is its first item."""

    def __init__(self, count: int) -> None:
        self.parent = array("I", range(count))

    def root(self, item: int) -> int:
        """The representative of the set that contains `item`."""
        parent = self.parent
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    def join(self, left: int, right: int) -> bool:
        """Merge the sets of two items; False if they are already in the same set."""
        left, right = sorted((self.root(left), self.root(right)))
        self.parent[right] = left
        return left != right

    def groups(self) -> Groups:
        """The sets, each in order, by their first item."""
        count = len(self.parent)
        return Groups.under(np.fromiter(map(self.root, range(count)), np.uint32, count))
