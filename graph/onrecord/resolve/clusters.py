"""Clusters from judgements: the surest first, and never across a negative one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.model import Decision, Feature


@dataclass(frozen=True, slots=True)
class Verdict:
    """A judgement on two items, by their positions; `by` names the rule, or the person where `person` is set."""

    left: int
    right: int
    decision: Decision
    score: float
    features: tuple[Feature, ...]
    by: str
    person: bool = False


def clusters(count: int, verdicts: Iterable[Verdict]) -> list[list[int]]:
    """Partition of ``range(count)``: positive verdicts are followed from the highest score down, persons' before all.

    Two clusters join only where no member of one is judged different from a member of the other. Equal scores are
    taken in the order of positions, so that the result depends on the items' order alone, which callers fix by content.
    """
    parent = list(range(count))
    foes: dict[int, set[int]] = {}

    def root(item: int) -> int:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    ordered = sorted(verdicts, key=lambda item: (not item.person, -item.score, item.left, item.right))
    for verdict in ordered:
        if verdict.decision == "different":
            foes.setdefault(verdict.left, set()).add(verdict.right)
            foes.setdefault(verdict.right, set()).add(verdict.left)
    for verdict in ordered:
        if verdict.decision != "same":
            continue
        left, right = sorted((root(verdict.left), root(verdict.right)))
        if left == right or right in foes.get(left, ()):
            continue
        parent[right] = left
        for foe in foes.pop(right, ()):
            foes.setdefault(left, set()).add(foe)
            foes[foe].discard(right)
            foes[foe].add(left)
    groups: dict[int, list[int]] = {}
    for item in range(count):
        groups.setdefault(root(item), []).append(item)
    return list(groups.values())
