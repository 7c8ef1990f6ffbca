"""Connected components: what is linked with one another, directly or through others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T", bound=Hashable)


def components(pairs: Iterable[tuple[T, T]]) -> Iterator[list[T]]:
    """The groups that `pairs` link, in the order in which the pairs first name one of them, and each in that order."""
    linked: dict[T, list[T]] = defaultdict(list)
    order: dict[T, int] = {}
    for one, two in pairs:
        linked[one].append(two)
        linked[two].append(one)
        for item in (one, two):
            order.setdefault(item, len(order))
    seen: set[T] = set()
    for first in order:
        if first in seen:
            continue
        waiting, found = [first], {first}
        for item in waiting:
            new = [other for other in linked[item] if other not in found]
            found.update(new)
            waiting += new
        seen |= found
        yield sorted(found, key=order.__getitem__)
