"""Cues within what another cue says: "She said the board believed that it was safe" is one statement, hers.

A reported belief, wish or plan is part of the statement that reports it. Only reported speech of somebody else, in a
clause of its own, is a second statement: "The paper reported that Falk had said it was safe".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from onrecord.language.statements.candidates import Attribution, covers
from onrecord.language.statements.circumstances import SAYING, is_finite, is_quoted
from onrecord.language.syntax.tags import NOUNS
from onrecord.language.syntax.tree import Tree

_SPOKEN = frozenset({"speech", "document"})


def within_others(tree: Tree, items: Sequence[Attribution], threshold: float) -> set[int]:
    """Positions in `items` of those that are part of the content of another likely item and not separate statements."""
    places: dict[int, list[int]] = {}
    for place, item in enumerate(items):
        places.setdefault(item.anchor, []).append(place)
    anchors = sorted(places)
    found: set[int] = set()
    for outer in items:
        if outer.kind not in _SPOKEN or outer.confidence < threshold:
            continue
        for low, high in outer.content:
            for anchor in anchors[bisect_left(anchors, low) : bisect_left(anchors, high)]:
                found.update(place for place in places[anchor] if _is_part(tree, items[place], outer))
    return found


def _is_part(tree: Tree, item: Attribution, outer: Attribution) -> bool:
    if item.anchor == outer.anchor or is_quoted(item.circumstance) or covers(item.content, outer.anchor):
        return False
    if item.confidence > outer.confidence:  # of two that exclude each other the likelier one is kept
        return False
    head = item.source_head
    own = is_finite(tree, item.anchor) or item.addressee is not None
    told = item.kind == "speech" and item.frame in SAYING and own
    return not (told and head is not None and tree.pos[head] in NOUNS)
