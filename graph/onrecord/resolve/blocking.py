"""Candidate pairs from an index of keys, so that not all pairs have to be compared."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

from onrecord.weights import weights_of

WIDTH = int(weights_of("candidates")["block.width"])
"""Most items of its block that an item is compared with: in a larger block, the heaviest and its neighbours."""


def candidates(
    keys: Sequence[Iterable[Hashable]], weights: Mapping[int, int] | None = None, width: int = WIDTH
) -> list[tuple[int, int]]:
    """Pairs of positions that share a key, each pair once, in order.

    Within a block each item is paired with at most `width` others on either side, ordered by descending weight, then by
    position: the number of pairs is bounded by the number of items times `width`.
    """
    blocks: dict[Hashable, list[int]] = {}
    for position, item_keys in enumerate(keys):
        for key in set(item_keys):
            blocks.setdefault(key, []).append(position)
    heavy = weights or {}
    pairs: set[tuple[int, int]] = set()
    for members in blocks.values():
        if len(members) > 1:
            pairs.update(near(members, heavy, width))
    return sorted(pairs)


def near(members: Iterable[int], weights: Mapping[int, int], width: int) -> Iterator[tuple[int, int]]:
    """The candidate pairs of one block, some of them twice."""
    ordered = sorted(members, key=lambda item: (-weights.get(item, 1), item))
    head = ordered[:width]
    for place, item in enumerate(ordered):
        others = tuple(ordered[place + 1 : place + 1 + width]) if place < width or len(ordered) <= 2 * width else ()
        if place >= width:
            others = (*others, *head, *ordered[max(width, place - 3) : place])
        for other in others:
            yield (item, other) if item < other else (other, item)
