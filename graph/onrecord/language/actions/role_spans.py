"""The recorded words for agents and patients."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.language.syntax.extents import NOUN, PARTICIPANT, extent
from onrecord.language.syntax.phrase_relations import is_conjunct
from onrecord.language.syntax.tree import Tree


def spans_of(tree: Tree, heads: Iterable[int], deeds: frozenset[int] = frozenset()) -> list[tuple[int, int]]:
    """Token ranges of the phrases of `heads`; coordinated heads share one range.

    For a head in `deeds`, which is an action itself, the range has only the noun with its adjectives: its participants
    are recorded with that action.
    """
    wanted = set(heads)
    groups: dict[int, list[int]] = {}
    for head in sorted(wanted):
        top = head
        while is_conjunct(tree, top) and tree.head[top] in wanted and tree.head[top] != top:
            top = tree.head[top]
        groups.setdefault(top, []).append(head)
    found = [
        extent(tree, group[0], NOUN)
        if group[0] in deeds
        else (extent(tree, group[0], PARTICIPANT)[0], max(extent(tree, head, PARTICIPANT)[1] for head in group))
        for group in groups.values()
    ]
    return [
        one for one in found if not any(one != other and other[0] <= one[0] and one[1] <= other[1] for other in found)
    ]
