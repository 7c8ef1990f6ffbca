"""Positions by their keys: what has a key in common, in twelve bytes a key, in a file as soon as there are many."""

from __future__ import annotations

from array import array
from collections.abc import Hashable, Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.ids import fingerprint
from onrecord.pile import Pile

MOST = 1 << 20
"""Keys in memory."""
FEW = 50_000
"""Keys that are held as they are: those of a few hundred articles."""
_PARTS = 1 << 8
"""Ranges of fingerprints, each of which is gathered from all runs at a time."""
_SHIFT = 64 - 8


class Blocks:
    """The positions that have a key in common, for all keys."""

    def __init__(self, *, most: int = MOST) -> None:
        self._most, self._pile = most, Pile()
        self._few: dict[Hashable, list[int]] | None = {}
        """The positions of each key, as long as there are few."""
        self._codes, self._places = array("Q"), array("I")
        self._runs: list[tuple[int, int, list[int]]] = []
        """Where codes and places of a run stand in the file, and how many of its codes come before each part."""

    def add(self, place: int, keys: Iterable[Hashable]) -> None:
        """Note the keys of a position."""
        if self._few is not None:
            for key in keys:
                self._few.setdefault(key, []).append(place)
            if len(self._few) > FEW:
                few, self._few = self._few, None
                for key, places in few.items():
                    self._note(key, places)
            return
        for key in keys:
            self._note(key, (place,))
        if len(self._codes) > self._most:
            self._put_aside()

    def add_codes(self, codes: NDArray[np.uint64], places: NDArray[np.uint32]) -> None:
        """Note one key of each of `places`, given as a number that is hardly ever that of another key."""
        self._few = None
        self._codes.frombytes(codes.tobytes())
        self._places.frombytes(places.tobytes())
        if len(self._codes) > self._most:
            self._put_aside()

    def _note(self, key: Hashable, places: Sequence[int]) -> None:
        self._codes.extend([fingerprint(repr(key))] * len(places))
        self._places.extend(places)

    def _put_aside(self) -> None:
        codes, places = np.frombuffer(self._codes, np.uint64), np.frombuffer(self._places, np.uint32)
        order = np.argsort(codes, kind="stable")
        codes = codes[order]
        first = np.arange(_PARTS, dtype=np.uint64) << np.uint64(_SHIFT)
        ends = [*np.searchsorted(codes, first).tolist(), len(codes)]
        self._runs.append((self._pile.add(codes.tobytes()), self._pile.add(places[order].tobytes()), ends))
        self._codes, self._places = array("Q"), array("I")

    def shared(self) -> Iterator[list[int]]:
        """The positions of each key that several have, in order."""
        if self._few is not None:
            yield from (places for places in self._few.values() if len(places) > 1)
            return
        for codes, places in self.rows():
            yield from _shared(codes, places)

    def rows(self) -> Iterator[tuple[NDArray[np.uint64], NDArray[np.uint32]]]:
        """The numbers of all keys with their positions, each once, sorted, some of them at a time; of many keys."""
        if not self._runs:
            yield _once(np.frombuffer(self._codes, np.uint64), np.frombuffer(self._places, np.uint32))
            return
        self._put_aside()
        for part in range(_PARTS):
            found = [self._part(*run, part) for run in self._runs]
            yield _once(*(np.concatenate(arrays) for arrays in zip(*found, strict=True)))

    def _part(
        self, codes: int, places: int, ends: list[int], part: int
    ) -> tuple[NDArray[np.uint64], NDArray[np.uint32]]:
        first, count = ends[part], ends[part + 1] - ends[part]
        return (
            np.frombuffer(self._pile.read(codes + first * 8, count * 8), np.uint64),
            np.frombuffer(self._pile.read(places + first * 4, count * 4), np.uint32),
        )


def _once(codes: NDArray[np.uint64], places: NDArray[np.uint32]) -> tuple[NDArray[np.uint64], NDArray[np.uint32]]:
    order = np.lexsort((places, codes))
    codes, places = codes[order], places[order]
    again = (codes[1:] == codes[:-1]) & (places[1:] == places[:-1])
    kept = np.flatnonzero(~np.concatenate((np.zeros(1, bool), again))[: len(codes)])
    return codes[kept], places[kept]


def _shared(codes: NDArray[np.uint64], places: NDArray[np.uint32]) -> Iterator[list[int]]:
    starts = np.flatnonzero(np.concatenate(([True], codes[1:] != codes[:-1]))) if len(codes) else np.empty(0, np.int64)
    ends = np.append(starts[1:], len(codes))
    several = ends - starts > 1
    for start, end in zip(starts[several].tolist(), ends[several].tolist(), strict=True):
        yield places[start:end].tolist()
