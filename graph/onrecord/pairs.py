"""Pairs of positions, each once, in order: eight bytes a pair, in a file as soon as there are many."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import overload

import numpy as np
from numpy.typing import NDArray

from onrecord.pile import Pile

Codes = NDArray[np.uint64]
MOST = 1 << 21
"""Pairs in memory."""
_BLOCK = 1 << 15
"""Pairs that are read together."""
_BITS = 32
"""Bits of a number for each position of a pair."""
_MASK = (1 << _BITS) - 1
_GATHERED = 1 << 16
"""Fewest pairs that are sorted in among the others together."""


class Pairs(Sequence[tuple[int, int]]):
    """Pairs of positions, each once, in order."""

    def __init__(self, pairs: Iterable[tuple[int, int]] = (), *, most: int = MOST) -> None:
        self._most = most
        self._codes: Codes = np.empty(0, np.uint64)
        self._new = array("Q")
        self._runs: list[_Run] = []
        """What was in memory before, each sorted."""
        self.update(pairs)

    def update(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Add `pairs`, whose first position is the smaller one."""
        for left, right in pairs:
            self._new.append(left << _BITS | right)
            if len(self._new) > max(_GATHERED, len(self._codes)):
                self._gather()

    def _gather(self) -> None:
        if self._new:
            self._codes = np.union1d(self._codes, np.frombuffer(self._new, np.uint64))
            self._new = array("Q")
        if len(self._codes) > self._most:
            self._put_aside()

    def _put_aside(self) -> None:
        run = _Run()
        for start in range(0, len(self._codes), _BLOCK):
            run.add(self._codes[start : start + _BLOCK])
        self._runs.append(run)
        self._codes = np.empty(0, np.uint64)

    def _settle(self) -> None:
        """Have all of them in order, in memory or in one run."""
        self._gather()
        if self._runs and (len(self._codes) or len(self._runs) > 1):
            self._put_aside()
            whole = _Run()
            for codes in _merged(self._runs):
                whole.add(codes)
            self._runs = [whole]

    def _blocks(self) -> Iterator[Codes]:
        self._settle()
        if self._runs:
            yield from self._runs[0].blocks()
        else:
            yield from (self._codes[start : start + _BLOCK] for start in range(0, len(self._codes), _BLOCK))

    def __len__(self) -> int:
        self._settle()
        return len(self._runs[0]) if self._runs else len(self._codes)

    @overload
    def __getitem__(self, place: int) -> tuple[int, int]: ...
    @overload
    def __getitem__(self, place: slice) -> list[tuple[int, int]]: ...
    def __getitem__(self, place: int | slice) -> tuple[int, int] | list[tuple[int, int]]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        count = len(self)
        if not -count <= place < count:
            raise IndexError(place)
        at = place + count if place < 0 else place
        return _pair(self._runs[0].at(at) if self._runs else int(self._codes[at]))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]

    def __iter__(self) -> Iterator[tuple[int, int]]:
        for block in self._blocks():
            yield from map(_pair, block.tolist())


class _Run:
    """Codes in order, in a file."""

    def __init__(self) -> None:
        self._pile, self._starts, self._ends = Pile(), array("Q"), array("Q")

    def add(self, codes: Codes) -> None:
        """Add codes that come after those before."""
        self._starts.append(self._pile.add(codes.tobytes()))
        self._ends.append(len(self) + len(codes))

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    def _read(self, block: int) -> Codes:
        count = self._ends[block] - (self._ends[block - 1] if block else 0)
        return np.frombuffer(self._pile.read(self._starts[block], count * 8), np.uint64)

    def blocks(self) -> Iterator[Codes]:
        return map(self._read, range(len(self._starts)))

    def at(self, place: int) -> int:
        block = bisect_right(self._ends, place)
        return int(self._read(block)[place - (self._ends[block - 1] if block else 0)])


def _merged(runs: Iterable[_Run]) -> Iterator[Codes]:
    """The codes of all runs, each once and in order; a block of each run is in memory at a time."""
    sources = [run.blocks() for run in runs if len(run)]
    open_ = [next(source) for source in sources]
    while open_:
        upto = min(block[-1] for block in open_)
        ends = [int(np.searchsorted(block, upto, side="right")) for block in open_]
        yield np.unique(np.concatenate([block[:end] for block, end in zip(open_, ends, strict=True)]))
        left = [block[end:] for block, end in zip(open_, ends, strict=True)]
        left = [block if len(block) else next(source, block) for block, source in zip(left, sources, strict=True)]
        sources = [source for block, source in zip(left, sources, strict=True) if len(block)]
        open_ = [block for block in left if len(block)]


def _pair(code: int) -> tuple[int, int]:
    return code >> _BITS, code & _MASK
