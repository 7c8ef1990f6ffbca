"""The chief report of an action: the one whose doer and object stand for it.

Two reports may both be right, and the doer of one with the object of the other still be something that nobody has
written. So an action has the roles of one report, and the reports keep the rest.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from onrecord.model import Action, Ref
from onrecord.story.asserted import is_asserted


@dataclass(frozen=True, slots=True)
class Told:
    """One report with the story's actors (IRIs) in its roles; an actor in both roles counts as the agent."""

    ref: Ref
    action: Action
    agents: frozenset[str]
    patients: frozenset[str]


def told(ref: Ref, action: Action, agents: Sequence[str], patients: Sequence[str]) -> Told:
    """The report `action`, its agents and patients given as IRIs."""
    return Told(ref, action, frozenset(agents), frozenset(patients) - frozenset(agents))


def dated(reports: Iterable[tuple[Ref, Action]]) -> frozenset[Ref]:
    """The reports of an action that have a date, their own or that of the deed which they order or decide."""
    found = [(ref, action) for ref, action in reports if action.date]
    above = (Ref(ref.article, action.under) for ref, action in found if action.under)
    return frozenset((*(ref for ref, _ in found), *above))


def chief(reports: Sequence[Told], kind: str, dates: Collection[Ref]) -> Told:
    """The report of `reports` (at least one) that the action's label, roles and sentence are taken from.

    What an article asserts goes first, then what it tells without naming who says so, then a report with both a doer
    and an object, then one told by a verb, then what most articles give, then the one of the action's own `kind`, then
    one of `dates` (see `dated`), then the fullest, then the surest.
    """
    return min(
        reports,
        key=lambda item: (
            not is_asserted(item.action),
            not item.action.recorded,
            item.action.within is not None,
            -(bool(item.agents) + bool(item.patients)),
            item.action.rule.startswith("noun"),
            -support(item, reports),
            item.action.type != kind,
            item.ref not in dates,
            -len(item.agents) - len(item.patients),
            -item.action.confidence,
            item.ref,
        ),
    )


def support(reading: Told, reports: Sequence[Told]) -> int:
    """How many articles give all of this reading's agents and patients in one report."""
    return len(
        {
            item.ref.article
            for item in reports
            if reading.agents <= item.agents
            and reading.patients <= item.patients
            and (is_asserted(item.action) or not is_asserted(reading.action))
        }
    )
