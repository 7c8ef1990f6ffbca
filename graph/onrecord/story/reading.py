"""The chief report of an action, whose agent and patient become those of the action.

Even if two reports are right, the agent of one with the patient of the other may be something that nobody wrote. So an
action has the roles of one report, and the other roles stay with their reports.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Sequence
from dataclasses import dataclass

from onrecord.model import Action, Ref
from onrecord.story.asserted import LINES, is_asserted
from onrecord.value_groups import is_nominal


@dataclass(frozen=True, slots=True)
class Told:
    """One report with the story's actors (IRIs) in its roles; an actor in both roles counts as the agent."""

    ref: Ref
    action: Action
    agents: frozenset[str]
    patients: frozenset[str]
    named: int = 0
    """How many of the two roles somebody with a name has."""


def told(ref: Ref, action: Action, agents: Sequence[str], patients: Sequence[str], named: Container[str] = ()) -> Told:
    """The report `action`, its agents and patients given as IRIs; `named` are those of actors with names."""
    roles = (frozenset(agents), frozenset(patients) - frozenset(agents))
    return Told(ref, action, *roles, sum(any(iri in named for iri in role) for role in roles))


def dated(reports: Iterable[tuple[Ref, Action]]) -> frozenset[Ref]:
    """The reports of an action that have a date, their own or that of the deed which they order or decide."""
    found = [(ref, action) for ref, action in reports if action.date]
    above = (Ref(ref.article, action.under) for ref, action in found if action.under)
    return frozenset((*(ref for ref, _ in found), *above))


def chief(reports: Sequence[Told], kind: str, dates: Collection[Ref]) -> Told:
    """The report of `reports` (at least one) that the action's label, roles and sentence are taken from.

    In order of precedence: one that makes a line; asserted by its article; told without a source; with both agent and
    patient; expressed by a verb; given by most articles; of the action's `kind`; with participants that have names
    ("the driver was held" says less than "Ann Poe was held"); in `dates` (see `dated`); the fullest; the most
    confident.
    """
    return min(
        reports,
        key=lambda item: (
            item.action.shown not in LINES,
            not is_asserted(item.action),
            not item.action.recorded,
            item.action.within is not None,
            -(bool(item.agents) + bool(item.patients)),
            is_nominal(item.action),
            -support(item, reports),
            item.action.type != kind,
            -item.named,
            item.ref not in dates,
            -len(item.agents) - len(item.patients),
            -item.action.confidence,
            item.ref,
        ),
    )


def support(reading: Told, reports: Sequence[Told]) -> int:
    """Number of articles that have all of this report's agents and patients in one report."""
    return len(
        {
            item.ref.article
            for item in reports
            if reading.agents <= item.agents
            and reading.patients <= item.patients
            and (is_asserted(item.action) or not is_asserted(reading.action))
        }
    )
