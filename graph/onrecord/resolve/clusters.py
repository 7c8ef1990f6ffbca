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

    Two clusters join only where no member of one is judged different from a member of the other; a person's word is
    bound by persons' words alone. Equal scores are taken in the order of positions, so that the result depends on the
    items' order alone, which callers fix by content.
    """
    forest = _Forest(count)
    ordered = sorted(verdicts, key=lambda item: (-item.score, item.left, item.right))
    for person in (True, False):
        own = [item for item in ordered if item.person == person]
        for verdict in own:
            if verdict.decision == "different":
                forest.part(verdict.left, verdict.right)
        for verdict in own:
            if verdict.decision == "same":
                forest.join(verdict.left, verdict.right)
    return forest.groups()


class _Forest:
    """Disjoint sets of positions that remember which sets must not join."""

    def __init__(self, count: int) -> None:
        self.parent = list(range(count))
        self.foes: dict[int, set[int]] = {}

    def root(self, item: int) -> int:
        while self.parent[item] != item:
            self.parent[item] = self.parent[self.parent[item]]
            item = self.parent[item]
        return item

    def part(self, left: int, right: int) -> None:
        left, right = self.root(left), self.root(right)
        if left != right:
            self.foes.setdefault(left, set()).add(right)
            self.foes.setdefault(right, set()).add(left)

    def join(self, left: int, right: int) -> None:
        left, right = sorted((self.root(left), self.root(right)))
        if left == right or right in self.foes.get(left, ()):
            return
        self.parent[right] = left
        for foe in self.foes.pop(right, ()):
            self.foes.setdefault(left, set()).add(foe)
            self.foes[foe].discard(right)
            self.foes[foe].add(left)

    def groups(self) -> list[list[int]]:
        found: dict[int, list[int]] = {}
        for item in range(len(self.parent)):
            found.setdefault(self.root(item), []).append(item)
        return list(found.values())
