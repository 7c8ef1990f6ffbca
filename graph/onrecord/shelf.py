"""Sequences of values that stand in a file and are decoded when they are asked for.

Work on a whole collection keeps here what is large: the file grows with the collection, memory by a byte or so a value.
The values are frozen, so it makes no difference that one asked for twice may be two equal objects.
"""

from __future__ import annotations

import heapq
import weakref
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Generic, TypeVar, overload

import msgspec

from onrecord.pile import Pile

T = TypeVar("T")
U = TypeVar("U")
HELD = 16_000_000
"""Bytes of one file whose values are held in memory, those asked for last; as objects they take five times as much."""
ALL = 40_000_000
"""Bytes of all files together whose values are held: a build has a dozen. Of both there may be twice as much."""
ROW = 4
"""Values that stand in the file together and are read together: neighbours are asked for one after the other."""
RUN = 10_000
"""Values that are sorted in memory."""


class Shelf(Sequence[T], Generic[T]):
    """Values of the type `kind`, in the order in which they were put here, `row` of them together.

    Those asked for last are at hand, as many as fill `held` bytes of the file, and at most those of twice as many.
    """

    def __init__(
        self, kind: Any, values: Iterable[T] = (), *, held: int = HELD, row: int = ROW, pile: Pile | None = None
    ) -> None:
        self._kind, self._held, self._row = kind, held, row
        self._encode = msgspec.msgpack.Encoder().encode
        self._decode = msgspec.msgpack.Decoder(list[kind]).decode
        self._pile = Pile() if pile is None else pile
        self._starts, self._sizes = array("Q"), array("I")
        self._last: list[T] = []
        """The last row, as long as it is not full."""
        self._recent: dict[int, list[T]] = {}
        self._before: dict[int, list[T]] = {}
        self._filled = 0
        """Bytes of the file that are those of the recent."""
        self._passed: tuple[int, list[T]] = (-1, [])
        """The row that was decoded last in passing all of them: whoever goes through them may ask for it as well."""
        _together.shelves.append(weakref.ref(self))
        for value in values:
            self.add(value)

    def add(self, value: T) -> None:
        """Put `value` at the end."""
        self._last.append(value)
        if len(self._last) == self._row:
            line = self._encode(self._last)
            self._put(self._pile.add(line), len(line), self._last)
            self._last = []

    def changed(self, change: Callable[[T], T]) -> Shelf[T]:
        """All values after `change`; rows that it gives back as they are stand in the file once."""
        new = self._like()
        for row, old in enumerate(self._rows()):
            now = [change(value) for value in old]
            if row < len(self._starts) and all(one is other for one, other in zip(now, old, strict=True)):
                self._lend(row, new)
            else:
                for value in now:
                    new.add(value)
        return new

    def ordered(self, places: Iterable[int]) -> Shelf[T]:
        """The values at `places`, in that order."""
        new = self._like()
        for place in places:
            if self._row == 1:
                self._lend(place, new)
            else:
                new.add(self[place])
        return new

    def forget(self) -> None:
        """Have nothing at hand."""
        self._recent, self._before, self._filled, self._passed = {}, {}, 0, (-1, [])

    def _like(self) -> Shelf[T]:
        """An empty shelf for such values, which uses the same file."""
        return Shelf(self._kind, held=self._held, row=self._row, pile=self._pile)

    def _lend(self, row: int, new: Shelf[T]) -> None:
        """Put the row at the end of `new`, which uses the same file."""
        new._put(self._starts[row], self._sizes[row], self._at_hand(row))

    def _put(self, start: int, size: int, values: list[T] | None) -> None:
        """Put at the end the row that stands in the file at `start`; `values` are its values, if they are at hand."""
        if values is not None:
            self._hold(len(self._starts), values, size)
        self._starts.append(start)
        self._sizes.append(size)

    def _hold(self, row: int, values: list[T], size: int) -> None:
        if self._filled >= self._held:
            self.let_go()
        self._recent[row] = values
        self._filled += size
        _together.bytes += size
        if _together.bytes >= ALL:
            _together.let_go()

    def let_go(self) -> None:
        """Have at hand only what was asked for since this was called last."""
        self._before, self._recent, self._filled = self._recent, {}, 0

    def _at_hand(self, row: int) -> list[T] | None:
        values = self._recent.get(row)
        return self._before.get(row) if values is None else values

    def _decoded(self, row: int) -> list[T]:
        return self._decode(self._pile.read(self._starts[row], self._sizes[row]))

    def _asked(self, row: int) -> list[T]:
        """The values of a row that is not among the recent ones, where it is from now on."""
        if row == len(self._starts):
            return self._last
        values = self._before.get(row)
        if values is None:
            values = self._passed[1] if self._passed[0] == row else self._decoded(row)
        self._hold(row, values, self._sizes[row])
        return values

    def _rows(self) -> Iterator[list[T]]:
        """All rows, without putting away what is at hand."""
        for row in range(len(self._starts)):
            values = self._at_hand(row)
            if values is None:
                values = self._decoded(row)
                self._passed = row, values
            yield values
        if self._last:
            yield self._last

    def __len__(self) -> int:
        return len(self._starts) * self._row + len(self._last)

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> list[T]: ...
    def __getitem__(self, place: int | slice) -> T | list[T]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        values = self._recent.get(place // self._row)
        if values is None:
            if place < 0:
                place += len(self)
            if not 0 <= place < len(self):
                raise IndexError(place)
            values = self._asked(place // self._row)
        return values[place % self._row]

    def __iter__(self) -> Iterator[T]:
        for values in self._rows():
            yield from values

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(one == two for one, two in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        """Other processes get a tuple: they have no part in the file."""
        return tuple, (tuple(self),)


class Seen(Sequence[U], Generic[T, U]):
    """The values of a sequence as `look` shows them, each when it is asked for."""

    def __init__(self, values: Sequence[T], look: Callable[[T], U]) -> None:
        self._values, self._look = values, look

    def __len__(self) -> int:
        return len(self._values)

    @overload
    def __getitem__(self, place: int) -> U: ...
    @overload
    def __getitem__(self, place: slice) -> list[U]: ...
    def __getitem__(self, place: int | slice) -> U | list[U]:
        if isinstance(place, slice):
            return [self._look(value) for value in self._values[place]]
        return self._look(self._values[place])

    def __iter__(self) -> Iterator[U]:
        return map(self._look, self._values)


class _Together:
    """All shelves, so that those which nobody asks any more do not fill the memory."""

    def __init__(self) -> None:
        self.bytes = 0  # of the files that were put at hand since all let go
        self.shelves: list[weakref.ref[Shelf[Any]]] = []

    def let_go(self) -> None:
        """Let all shelves go of what was not asked for since this was called last."""
        alive = [shelf for place in self.shelves if (shelf := place()) is not None]
        for shelf in alive:
            shelf.let_go()
        self.bytes, self.shelves = 0, [weakref.ref(shelf) for shelf in alive]


_together = _Together()


def after(kind: Any, values: Sequence[T], change: Callable[[T], T]) -> Shelf[T]:
    """The values after `change`, on a shelf."""
    return values.changed(change) if isinstance(values, Shelf) else Shelf(kind, map(change, values))


def in_order(  # noqa: PLR0913  # how a shelf is made, and how it is sorted
    kind: Any, values: Iterable[T], key: Callable[[T], Any], *, held: int = HELD, row: int = ROW, run: int = RUN
) -> Shelf[T]:
    """The values sorted by `key`, `run` of them in memory at a time; equal ones stay in their order."""
    runs: list[Shelf[T]] = []
    pile = Pile()
    gathered: list[T] = []

    def put() -> None:
        gathered.sort(key=key)
        runs.append(Shelf(kind, gathered, held=held, row=row, pile=pile))
        gathered.clear()

    for value in values:
        gathered.append(value)
        if len(gathered) == run:
            put()
    if gathered or not runs:
        put()
    if len(runs) == 1:
        return runs[0]
    for one in runs:
        one.forget()
    return Shelf(kind, heapq.merge(*runs, key=key), held=held, row=row)
