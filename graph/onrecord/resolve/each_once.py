"""Disagreements that were found in several ways, each once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.model import Disagreement, Place, Ref


def once(
    of_actions: Sequence[Disagreement], deadlines: Sequence[Disagreement], unlike: Sequence[Disagreement] = ()
) -> list[Disagreement]:
    """All lists, without disagreements on actions that share two or more positions with one on a deadline.

    Of two on one aspect of one thing, the later one stays: it also has what was not merged. What is told in unlike
    words is left out if another one already sets one of its sentences against the articles of the other side.
    """
    by_ref: dict[tuple[str, Ref], set[int]] = defaultdict(set)
    for number, item in enumerate(deadlines):
        for key in _sides(item):
            by_ref[key].add(number)

    def told(item: Disagreement) -> bool:
        values: dict[int, set[str]] = defaultdict(set)
        for key in _sides(item) if item.aspect == "date" else ():
            for number in by_ref.get(key, ()):
                values[number].add(key[0])
        return any(len(found) > 1 for found in values.values())

    found = {(item.iri, item.aspect): item for item in (*(item for item in of_actions if not told(item)), *deadlines)}
    at: dict[Place, list[Disagreement]] = defaultdict(list)
    for item in found.values():
        for place in {place for one in item.positions for place in one.places}:
            at[place].append(item)
    new = [item for item in unlike if not any(_covers(other, item) for other in _beside(item, at))]
    return [*found.values(), *new]


def _sides(item: Disagreement) -> set[tuple[str, Ref]]:
    return {(one.value, ref) for one in item.positions for ref in one.refs}


def _beside(item: Disagreement, at: Mapping[Place, Iterable[Disagreement]]) -> Iterator[Disagreement]:
    """The disagreements that have a sentence in common with one."""
    return (other for one in item.positions for place in one.places for other in at.get(place, ()))


def _covers(other: Disagreement, item: Disagreement) -> bool:
    """Whether one with a sentence of `item` sets it against the articles of the other sides of `item`."""
    sides = [{place.article for place in one.places} for one in other.positions]
    held = [
        {at for at, side in enumerate(sides) if not side.isdisjoint(place.article for place in one.places)}
        for one in item.positions
    ]
    return other.aspect == item.aspect and all(held) and len(set.union(*held)) > 1
