"""Mappings that work out their values when they are asked for, and have those asked for last at hand.

They are dictionaries of what is at hand, so that asking again costs what it costs there.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Container, Hashable, Iterable, Iterator, KeysView, Mapping, Sequence
from itertools import chain, islice
from typing import Any, Generic, TypeVar

import numpy as np

from onrecord.ids import fingerprint

K = TypeVar("K")
V = TypeVar("V")
W = TypeVar("W")


class AtHand(dict[K, V], ABC):
    """A mapping whose values are found by `_find`."""

    most = 10_000
    """Values at hand."""
    _lets_go = True
    """Whether what is at hand can be found again."""

    @abstractmethod
    def _find(self, key: K) -> None:
        """Put the value of `key` among those at hand, if it has one."""

    def __missing__(self, key: K) -> V:
        if dict.__len__(self) >= self.most and self._lets_go:
            self.clear()
        self._find(key)
        if dict.__contains__(self, key):
            return dict.__getitem__(self, key)
        raise KeyError(key)

    def get(self, key: Any, default: Any = None) -> Any:
        """The value of `key`, or `default`."""
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key: object) -> bool:
        try:
            self[key]  # type: ignore[index]  # a key of another kind has no value
        except KeyError:
            return False
        return True

    @abstractmethod
    def __iter__(self) -> Iterator[K]:
        """All keys."""

    @abstractmethod
    def __len__(self) -> int:
        """How many keys there are."""

    def items(self) -> Iterator[tuple[K, V]]:  # type: ignore[override]  # one after the other
        """All keys with their values."""
        return ((key, self[key]) for key in self)

    def values(self) -> Iterator[V]:  # type: ignore[override]  # one after the other, as items
        """All values."""
        return (value for _, value in self.items())

    def keys(self) -> KeysView[K]:  # type: ignore[override]  # a view of what has no dict's values
        """All keys."""
        return KeysView(self)

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Mapping)
            and len(self) == len(other)
            and all(key in other and other[key] == value for key, value in self.items())
        )

    __hash__ = None  # type: ignore[assignment]  # equal to any mapping of the same, of which none has a hash


class Repeated:
    """Whether one of many things occurs again; hardly ever it says so of one that does not."""

    def __init__(self, things: Iterable[Hashable]) -> None:
        codes, counts = np.unique(np.fromiter(map(hash, things), np.int64), return_counts=True)
        self._codes = array("q", codes[counts > 1].tobytes())

    def __contains__(self, thing: Hashable) -> bool:
        code = hash(thing)
        place = bisect_left(self._codes, code)
        return place < len(self._codes) and self._codes[place] == code


FEW = 30_000
"""Words that are held as they are: what a few hundred articles have."""


def known_words(words: Iterable[str]) -> Container[str]:
    """A set of words; of more than a few, eight bytes each."""
    given = iter(words)
    first = frozenset(islice(given, FEW))
    return Fingerprints(chain(first, given)) if len(first) == FEW else first


class Fingerprints:
    """A set of words, eight bytes each."""

    def __init__(self, words: Iterable[str]) -> None:
        codes = np.fromiter(map(fingerprint, words), np.uint64)
        self._codes = array("Q", np.unique(codes).tobytes())

    def __contains__(self, words: object) -> bool:
        code = fingerprint(str(words))
        place = bisect_left(self._codes, code)
        return place < len(self._codes) and self._codes[place] == code


class Looked(AtHand[K, V]):
    """What `look` shows of the values of another mapping."""

    def __init__(self, values: Mapping[K, W], look: Callable[[W], V]) -> None:
        super().__init__()
        self._of: Mapping[K, Any] = values
        self._look = look

    def _find(self, key: K) -> None:
        if key in self._of:
            self[key] = self._look(self._of[key])

    def __iter__(self) -> Iterator[K]:
        return iter(self._of)

    def __len__(self) -> int:
        return len(self._of)


class Counted:
    """How often each of many words is among them, sixteen bytes each."""

    def __init__(self, words: Iterable[str]) -> None:
        codes, counts = np.unique(np.fromiter(map(fingerprint, words), np.uint64), return_counts=True)
        self._codes, self._counts = array("Q", codes.tobytes()), array("q", counts.astype(np.int64).tobytes())

    def __getitem__(self, words: str) -> int:
        code = fingerprint(words)
        place = bisect_left(self._codes, code)
        return self._counts[place] if place < len(self._codes) and self._codes[place] == code else 0


class Tally:
    """How many of some groups of different words hold each; of many words sixteen bytes each."""

    def __init__(self, groups: Iterable[Iterable[str]]) -> None:
        self._codes, self._counts = array("Q"), array("Q")
        few: Counter[str] = Counter()
        for group in groups:
            few.update(group)
            if len(few) > max(FEW, len(self._codes) // 4):
                self._settle(few)
                few = Counter()
        if self._codes:
            self._settle(few)
        self._few = few

    def _settle(self, few: Counter[str]) -> None:
        codes = np.concatenate((np.array(self._codes), np.fromiter(map(fingerprint, few), np.uint64, len(few))))
        counts = np.concatenate((np.array(self._counts), np.fromiter(few.values(), np.uint64, len(few))))
        order = np.argsort(codes, kind="stable")
        codes = codes[order]
        starts = np.flatnonzero(np.concatenate((np.ones(1, bool), codes[1:] != codes[:-1])))
        self._codes = array("Q", codes[starts].tobytes())
        self._counts = array("Q", np.add.reduceat(counts[order], starts).tobytes())
        few.clear()

    def __getitem__(self, word: str) -> int:
        if not self._codes:
            return self._few[word]
        code = fingerprint(word)
        place = bisect_left(self._codes, code)
        return self._counts[place] if place < len(self._codes) and self._codes[place] == code else 0


class Places:
    """The places of words in a row of different ones, twelve bytes each; only words of the row may be asked for."""

    def __init__(self, words: Iterable[str]) -> None:
        codes = np.fromiter(map(fingerprint, words), np.uint64)
        order = np.argsort(codes, kind="stable")
        self._codes = array("Q", codes[order].tobytes())
        self._places = array("I", order.astype(np.uint32).tobytes())

    def __len__(self) -> int:
        return len(self._codes)

    def __getitem__(self, words: str) -> int:
        return self._places[bisect_left(self._codes, fingerprint(words))]


class ByKey(Generic[V]):
    """The values of a sequence by the keys that each of them has, twelve bytes a key."""

    def __init__(self, values: Sequence[V], keys: Callable[[V], Iterable[str]]) -> None:
        self._values = values
        codes, places = array("Q"), array("I")
        for place, value in enumerate(values):
            own = [fingerprint(key) for key in {*keys(value)}]
            codes.extend(own)
            places.extend([place] * len(own))
        order = np.argsort(np.array(codes), kind="stable")
        self._codes = array("Q", np.array(codes)[order].tobytes())
        self._places = array("I", np.array(places)[order].tobytes())

    def of(self, keys: Iterable[str]) -> list[V]:
        """Those with one of `keys`, in their order."""
        found: set[int] = set()
        for code in map(fingerprint, keys):
            found.update(self._places[bisect_left(self._codes, code) : bisect_right(self._codes, code)])
        return [self._values[place] for place in sorted(found)]


class ByName(AtHand[str, V]):
    """The values of a sequence by a name that each has alone, twelve bytes a value."""

    def __init__(self, values: Sequence[V], name: Callable[[V], str], most: int | None = None) -> None:
        """At most so many values are at hand."""
        super().__init__()
        if most is not None:
            self.most = most
        self._values, self._name = values, name
        self._codes, self._places = array("Q"), array("I")
        if len(values) <= self.most:
            self.update((name(value), value) for value in values)
            self._lets_go = False
            return
        codes = np.fromiter((fingerprint(name(value)) for value in values), np.uint64, len(values))
        order = np.argsort(codes, kind="stable")
        self._codes = array("Q", codes[order].tobytes())
        self._places = array("I", order.astype(np.uint32).tobytes())

    @property
    def sequence(self) -> Sequence[V]:
        """The values in their order."""
        return self._values

    def has(self, name: str) -> bool:
        """Whether one of the values has this name; none is looked at."""
        if dict.__contains__(self, name):
            return True
        code = fingerprint(name) if self._codes else 0
        at = bisect_left(self._codes, code)
        return at < len(self._codes) and self._codes[at] == code

    def _find(self, key: str) -> None:
        if not self._codes:
            return  # all of them are at hand
        code = fingerprint(key)
        at = bisect_left(self._codes, code)
        while at < len(self._codes) and self._codes[at] == code:
            value = self._values[self._places[at]]
            if self._name(value) == key:
                self[key] = value
            at += 1

    def __iter__(self) -> Iterator[str]:
        return map(self._name, self._values)

    def __len__(self) -> int:
        return len(self._values)

    def items(self) -> Iterator[tuple[str, V]]:  # type: ignore[override]  # each value is read once
        """All names with their values, in the order of the sequence."""
        return ((self._name(value), value) for value in self._values)
