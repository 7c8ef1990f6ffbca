"""Places in a row of reports by what they share, sorted in a file as soon as there are many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from msgspec import Struct

from onrecord.shelf import in_order


class Placed(Struct, frozen=True, array_like=True):
    """A place in a row with its key: a number, then words."""

    number: int
    words: str
    place: int

    @property
    def key(self) -> tuple[int, str]:
        """What it shares with others."""
        return self.number, self.words


def by_key(placed: Iterable[Placed]) -> Iterator[tuple[tuple[int, str], list[int]]]:
    """The places of each key, in the order in which they come; keys in order."""
    for key, group in groupby(in_order(Placed, placed, lambda item: item.key), key=lambda item: item.key):
        yield key, [item.place for item in group]
