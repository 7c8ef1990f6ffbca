"""Sequences of values that stand in a file and are decoded when they are asked for.

Work on a whole collection keeps here what is large: the file grows with the collection, memory by a few bytes a value.
The values are frozen, so it makes no difference that one asked for twice may be two equal objects.
"""

from __future__ import annotations

import tempfile
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Generic, TypeVar, overload

import msgspec

from onrecord.errors import OutputError

T = TypeVar("T")
U = TypeVar("U")
HELD = 10_000_000
"""Bytes of the file whose values are held in memory: those asked for last, at most twice as much.

As objects they take five times as much.
"""
_BUFFER = 1 << 18
"""Bytes that are gathered before they are written."""
_BLOCK = 1 << 16
"""Bytes that are read at a time of values in a row."""
_ARRAY = b"\xdd"
"""The first byte of an array in MessagePack; its length follows in four bytes."""


class _Pile:
    """Lines of bytes in a file without a name, which ends with the process whatever becomes of it."""

    def __init__(self) -> None:
        self._new = bytearray()
        self._written = 0
        try:
            self._file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115 - closed with the last shelf that uses it
        except OSError as error:
            raise _no_room(error) from error

    def add(self, line: bytes) -> int:
        """Where `line` stands from now on."""
        start = self._written + len(self._new)
        self._new += line
        if len(self._new) > _BUFFER:
            self._flush()
        return start

    def read(self, start: int, size: int) -> bytes:
        if start + size > self._written:
            self._flush()
        self._file.seek(start)
        return self._file.read(size)

    def _flush(self) -> None:
        try:
            self._file.seek(self._written)
            with memoryview(self._new) as left:
                done = 0
                while done < len(left):
                    done += self._file.write(left[done:])
        except OSError as error:
            raise _no_room(error) from error
        self._written += len(self._new)
        self._new = bytearray()


def _no_room(error: OSError) -> OutputError:
    return OutputError(tempfile.gettempdir(), f"cannot hold what a build puts aside: {error.strerror or error}")


class Shelf(Sequence[T], Generic[T]):
    """Values of the type `kind`, in the order in which they were put here.

    Those asked for last are at hand, as many as fill `held` bytes of the file, and at most those of twice as many.
    """

    def __init__(self, kind: Any, values: Iterable[T] = (), *, held: int = HELD, pile: _Pile | None = None) -> None:
        self._kind, self._held = kind, held
        self._encode = msgspec.msgpack.Encoder().encode
        self._decode = msgspec.msgpack.Decoder(kind).decode
        self._decode_many = msgspec.msgpack.Decoder(list[kind]).decode
        self._pile = _Pile() if pile is None else pile
        self._starts, self._sizes = array("Q"), array("L")
        self._recent: dict[int, T] = {}
        self._before: dict[int, T] = {}
        self._filled = 0
        """Bytes of the file that are those of the recent."""
        for value in values:
            self.add(value)

    def add(self, value: T) -> None:
        """Put `value` at the end."""
        line = self._encode(value)
        self.put(self._pile.add(line), len(line), value)

    def changed(self, change: Callable[[T], T]) -> Shelf[T]:
        """All values after `change`; those that it gives back as they are stand in the file once."""
        new = self.ordered(())
        for place, value in enumerate(self):
            other = change(value)
            if other is value:
                self._lend(place, new)
            else:
                new.add(other)
        return new

    def ordered(self, places: Iterable[int]) -> Shelf[T]:
        """The values at `places`, in that order."""
        new: Shelf[T] = Shelf(self._kind, held=self._held, pile=self._pile)
        for place in places:
            self._lend(place, new)
        return new

    def _lend(self, place: int, new: Shelf[T]) -> None:
        """Put the value at `place` at the end of `new`, which uses the same file."""
        new.put(self._starts[place], self._sizes[place], self._at_hand(place))

    def put(self, start: int, size: int, value: T | None) -> None:
        """Put at the end what stands in the file at `start`; `value` is what that is, if it is at hand."""
        if value is not None:
            self._hold(len(self._starts), value, size)
        self._starts.append(start)
        self._sizes.append(size)

    def _hold(self, place: int, value: T, size: int) -> None:
        if self._filled >= self._held:
            self._before, self._recent, self._filled = self._recent, {}, 0
        self._recent[place] = value
        self._filled += size

    def _at_hand(self, place: int) -> T | None:
        value = self._recent.get(place)
        return self._before.get(place) if value is None else value

    def _decoded(self, place: int) -> T:
        return self._decode(self._pile.read(self._starts[place], self._sizes[place]))  # type: ignore[no-any-return]

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> list[T]: ...
    def __getitem__(self, place: int | slice) -> T | list[T]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        if place < 0:
            place += len(self)
        if not 0 <= place < len(self):
            raise IndexError(place)
        value = self._recent.get(place)
        if value is None:
            value = self._before.get(place)
            if value is None:
                value = self._decoded(place)
            self._hold(place, value, self._sizes[place])
        return value

    def _together(self, first: int, after: int) -> list[T]:
        """The values from `first` to `after`, which stand one after the other in the file."""
        start, end = self._starts[first], self._starts[after - 1] + self._sizes[after - 1]
        block = self._pile.read(start, end - start)
        return self._decode_many(_ARRAY + (after - first).to_bytes(4) + block)

    def __iter__(self) -> Iterator[T]:
        """All values, a block at a time, without putting away what is at hand."""
        place, count = 0, len(self)
        while place < count:
            value = self._at_hand(place)
            if value is not None:
                yield value
                place += 1
                continue
            after = self._block(place)
            yield from self._together(place, after)
            place = after

    def _block(self, first: int) -> int:
        """The place after a row of values from `first` on that stand together in the file and are not at hand."""
        for place in range(first + 1, len(self)):
            after = self._starts[place - 1] + self._sizes[place - 1]
            apart = self._starts[place] != after or after - self._starts[first] > _BLOCK
            if apart or place in self._recent or place in self._before:
                return place
        return len(self)

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
