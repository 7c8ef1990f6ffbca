"""Candidate pairs from an index of keys, so that not all pairs have to be compared."""

from __future__ import annotations

from array import array
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import overload

import numpy as np

from onrecord.weights import weights_of

WIDTH = int(weights_of("candidates")["block.width"])
"""Most items of its block that an item is compared with: in a larger block, the heaviest and its neighbours."""


class Pairs(Sequence[tuple[int, int]]):
    """Pairs of positions, each once, in order; a pair takes eight bytes."""

    def __init__(self, pairs: Iterable[tuple[int, int]] = ()) -> None:
        self._codes = np.empty(0, np.uint64)
        self._new = array("Q")
        self.update(pairs)

    def update(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Add `pairs`, whose first position is the smaller one."""
        for left, right in pairs:
            self._new.append(left << _BITS | right)
            if len(self._new) > max(_GATHERED, len(self._codes)):
                self._settle()

    def _settle(self) -> None:
        self._codes = np.union1d(self._codes, np.frombuffer(self._new, np.uint64)) if self._new else self._codes
        self._new = array("Q")

    def __len__(self) -> int:
        self._settle()
        return len(self._codes)

    @overload
    def __getitem__(self, place: int) -> tuple[int, int]: ...
    @overload
    def __getitem__(self, place: slice) -> list[tuple[int, int]]: ...
    def __getitem__(self, place: int | slice) -> tuple[int, int] | list[tuple[int, int]]:
        self._settle()
        if isinstance(place, slice):
            return [_pair(code) for code in self._codes[place].tolist()]
        return _pair(int(self._codes[place]))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]

    def __iter__(self) -> Iterator[tuple[int, int]]:
        self._settle()
        for start in range(0, len(self._codes), _GATHERED):
            yield from map(_pair, self._codes[start : start + _GATHERED].tolist())


_BITS = 32
"""Bits of a number for each position of a pair."""
_MASK = (1 << _BITS) - 1
_GATHERED = 1 << 16
"""Fewest pairs that are sorted in among the others together."""


def _pair(code: int) -> tuple[int, int]:
    return code >> _BITS, code & _MASK


def candidates(
    keys: Iterable[Iterable[Hashable]], weights: Mapping[int, int] | None = None, width: int = WIDTH
) -> Pairs:
    """Pairs of positions that share a key.

    Within a block each item is paired with at most `width` others on either side, ordered by descending weight, then by
    position: the number of pairs is bounded by the number of items times `width`.
    """
    blocks: dict[Hashable, list[int]] = {}
    for position, item_keys in enumerate(keys):
        for key in set(item_keys):
            blocks.setdefault(key, []).append(position)
    heavy = weights or {}
    pairs = Pairs()
    for members in blocks.values():
        if len(members) > 1:
            pairs.update(near(members, heavy, width))
    return pairs


def near(members: Iterable[int], weights: Mapping[int, int], width: int) -> Iterator[tuple[int, int]]:
    """The candidate pairs of one block, some of them twice."""
    ordered = sorted(members, key=lambda item: (-weights.get(item, 1), item))
    head = ordered[:width]
    for place, item in enumerate(ordered):
        others = tuple(ordered[place + 1 : place + 1 + width]) if place < width or len(ordered) <= 2 * width else ()
        if place >= width:
            others = (*others, *head, *ordered[max(width, place - 3) : place])
        for other in others:
            yield (item, other) if item < other else (other, item)
