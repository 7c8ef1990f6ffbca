"""Amounts that a sentence gives one by one, and that another gives in one: 58 and 46 megawatts, 104 megawatts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from onrecord.story.figure_parts import COUNT
from onrecord.story.figures import Figure

Sums = Mapping[tuple[str, float], Sequence[float]]
"""Unit and value of an amount -> what it makes with others of its sentence."""
_MOST = 4
"""Most amounts of one unit in a sentence that may be the parts of a whole."""


def sums_in(articles: Iterable[Sequence[Figure]]) -> Sums:
    """What amounts of one unit make together that stand in one sentence, by each of them."""
    found: defaultdict[tuple[str, float], list[float]] = defaultdict(list)
    for figures in articles:
        together: defaultdict[tuple[int, str], list[Figure]] = defaultdict(list)
        for item in figures:
            together[item.place.start, item.unit].append(item)
        for (_, unit), items in together.items():
            for size in range(2, len(items) + 1) if len(items) <= _MOST else ():
                for parts in combinations(items, size):
                    if _may_be_added(parts):
                        for one in parts:
                            found[unit, one.value].append(sum(item.value for item in parts))
    return found


def _may_be_added(parts: Sequence[Figure]) -> bool:
    """Whether amounts may be the parts of a whole: counts only if they count things of one kind, as people are."""
    if any(item.parts.kind != COUNT for item in parts):
        return all(item.parts.kind == parts[0].parts.kind for item in parts)
    return bool(frozenset.intersection(*(item.parts.things for item in parts)))


def is_part_of_sum(one: Figure, two: Figure, sums: Sums) -> bool:
    """Whether the lower of two amounts makes the higher together with what is told beside it."""
    part, whole = sorted((one, two), key=lambda item: item.value)
    return any(2 * abs(total - whole.value) < whole.exact_to for total in sums.get((part.unit, part.value), ()))
