"""Disjoint sets of mentions."""

from __future__ import annotations


class Sets:
    """Union-find over the numbers of mentions; a set is identified by its smallest number."""

    __slots__ = ("_owner",)

    def __init__(self, size: int) -> None:
        self._owner = list(range(size))

    def root(self, item: int) -> int:
        """The smallest number of the set that `item` is in."""
        owner = self._owner
        while owner[item] != item:
            owner[item] = owner[owner[item]]
            item = owner[item]
        return item

    def unite(self, left: int, right: int) -> None:
        """Merge the sets of `left` and `right`."""
        a, b = sorted((self.root(left), self.root(right)))
        self._owner[b] = a
