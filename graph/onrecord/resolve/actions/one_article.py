"""Evidence against two reports of one article being of one action: an article knows how many deeds it tells of."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.model import Feature
from onrecord.resolve.actions.reported import Reported
from onrecord.weights import weights_of

_W = weights_of("actions")


def roles(left: Reported, right: Reported) -> Iterator[Feature]:
    """Whether one article tells of two doers or of two things done to: it knows that these are two deeds."""
    if left.article != right.article or left.is_noun or right.is_noun:
        return
    for role, one, two, heads, others, score in (
        ("agent", left.agents, right.agents, left.agent_heads, right.agent_heads, _W["agent.other_here"]),
        ("patient", left.patients, right.patients, left.patient_heads, right.patient_heads, _W["patient.other_here"]),
    ):
        told = (one or heads) and (two or others)
        if told and one.isdisjoint(two) and heads.isdisjoint(others):
            named = not one.isdisjoint(left.named) and not two.isdisjoint(right.named)
            yield Feature(
                f"{role} here", _W["role.named_here"] if named else score, f"the article tells of two {role}s"
            )


def amounts(left: Reported, right: Reported) -> Feature | None:
    """Whether one article gives two amounts in one unit for it: "rose by 3 percent", "rose by 5 percent"."""
    if left.article != right.article or not left.amounts or not left.amounts.isdisjoint(right.amounts):
        return None
    if {unit for unit, _ in left.amounts}.isdisjoint(unit for unit, _ in right.amounts):
        return None
    return Feature("amount", _W["amount.other_here"], "the article tells of two amounts")
