"""Cues within what another cue says: "She said the board believed that it was safe" is one statement, hers.

What is said to be believed, wanted or planned is a part of the statement that says so. Only what somebody else is said
to have said, in a clause of its own, is a second statement: "The paper reported that Falk had said it was safe".
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
    """Places in `items` of those whose cue stands in what another, likely one says, as no statement of its own."""
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
    if item.confidence > outer.confidence:  # of two that cannot both be right the likelier counts
        return False
    head = item.source_head
    own = is_finite(tree, item.anchor) or item.addressee is not None
    told = item.kind == "speech" and item.frame in SAYING and own
    return not (told and head is not None and tree.pos[head] in NOUNS)
