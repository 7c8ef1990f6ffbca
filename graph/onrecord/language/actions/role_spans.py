"""The words that stand on record for who did it and to whom."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.language.syntax.extents import NOUN, PARTICIPANT, extent
from onrecord.language.syntax.phrase_relations import is_conjunct
from onrecord.language.syntax.tree import Tree


def spans_of(tree: Tree, heads: Iterable[int], deeds: frozenset[int] = frozenset()) -> list[tuple[int, int]]:
    """Token ranges of the phrases of `heads`; heads coordinated with one another share one.

    Of a head that is a deed itself (one of `deeds`) only the noun with its adjectives: who did what to whom in it is
    told by the deed of its own.
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
