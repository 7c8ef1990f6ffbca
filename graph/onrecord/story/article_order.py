"""Changes nodes of a story article by article, so that what is asked of one article is at hand."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

import numpy as np

from onrecord.model import Ref, StoryAction, StoryStatement
from onrecord.shelf import Shelf, after

T = TypeVar("T", StoryAction, StoryStatement)
FEW = 250
"""Articles whose analyses are at hand all together."""


def chief_of(item: StoryAction | StoryStatement) -> Ref:
    """The chief account of a node, or its first one."""
    return item.chief or item.refs[0]


def after_by_article(
    kind: Any, values: Sequence[T], change: Callable[[T], T], positions: Mapping[str, int]
) -> Shelf[T]:
    """As `after`, but the values are changed in the order of the articles of their chief accounts.

    `positions` has the places of articles. Values stand in the order of their addresses, so those of one article
    stand anywhere: where articles are many, each would be read anew for each of its values.
    """
    if len(positions) <= FEW:
        return after(kind, values, change)
    order = _order(values, positions)
    new = Shelf[T](kind, row=1)
    for place in order:
        new.add(change(values[place]))
    return new.ordered(np.argsort(np.array(order), kind="stable").tolist())


def by_article(values: Sequence[T], positions: Mapping[str, int]) -> Iterator[T]:
    """The values in the order of the articles of their chief accounts; as they stand, where articles are few."""
    return iter(values) if len(positions) <= FEW else map(values.__getitem__, _order(values, positions))


def _order(values: Sequence[T], positions: Mapping[str, int]) -> array[int]:
    places = np.fromiter((positions[chief_of(item).article] for item in values), np.uint32)
    return array("I", np.argsort(places, kind="stable").astype(np.uint32).tobytes())
