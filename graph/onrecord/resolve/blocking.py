"""Candidate pairs from an index of keys, so that not all pairs have to be compared."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

from onrecord.blocks import Blocks
from onrecord.pairs import Pairs
from onrecord.weights import weights_of

WIDTH = int(weights_of("candidates")["block.width"])
"""Most items of its block that an item is compared with: in a larger block, the heaviest and its neighbours."""


def candidates(keys: Iterable[Iterable[Hashable]], weights: Sequence[int] = (), width: int = WIDTH) -> Pairs:
    """Pairs of positions that share a key.

    Within a block each item is paired with at most `width` others on either side, ordered by descending weight, then by
    position: the number of pairs is bounded by the number of items times `width`.
    """
    blocks = Blocks()
    for position, item_keys in enumerate(keys):
        blocks.add(position, set(item_keys))
    pairs = Pairs()
    for members in blocks.shared():
        pairs.update(near(members, weights, width))
    return pairs


def near(members: Iterable[int], weights: Sequence[int] | Mapping[int, int], width: int) -> Iterator[tuple[int, int]]:
    """The candidate pairs of one block, some of them twice; without `weights` all weigh the same."""
    ordered = sorted(members, key=lambda item: (-weights[item], item)) if weights else sorted(members)
    head = ordered[:width]
    for place, item in enumerate(ordered):
        others = tuple(ordered[place + 1 : place + 1 + width]) if place < width or len(ordered) <= 2 * width else ()
        if place >= width:
            others = (*others, *head, *ordered[max(width, place - 3) : place])
        for other in others:
            yield (item, other) if item < other else (other, item)
