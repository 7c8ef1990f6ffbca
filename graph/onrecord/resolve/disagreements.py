"""Values of one action that cannot all hold, with the reports that give each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Literal

from onrecord import ids
from onrecord.model import Disagreement, Position, Ref, StoryAction
from onrecord.resolve.actions.features import FACT
from onrecord.resolve.actions.merge import finest
from onrecord.resolve.actions.reported import Reported

Aspect = Literal["date", "agent", "patient", "number", "polarity"]
Reports = Sequence[tuple[Ref, Reported]]
Positions = Mapping[str, Sequence[Ref]]


def of_actions(stories: Iterable[tuple[StoryAction, Reports]], base: str) -> list[Disagreement]:
    """Disagreements of all actions, in the order of the actions."""
    found = []
    for story, reports in stories:
        if len(reports) > 1:
            found += _made(story.iri, "date", _dates(reports), base)
            found += _made(story.iri, "agent", _agents(reports), base)
            found += _made(story.iri, "number", _numbers(reports), base)
            found += _made(story.iri, "polarity", _polarities(reports), base)
    return found


def of_deadlines(reports: Reports, base: str) -> list[Disagreement]:
    """Days by which one actor is to undergo one kind of deed, where articles give different ones.

    What is ordered, planned, demanded or threatened is told in many words ("close", "cease", "block"), so the reports
    need not be of one action: they are of one PLOVER root (or kind), done to one named actor, with days at most `SPAN`
    days apart, in different articles, one of them at least naming it. The disagreement is about the actor.
    """
    given: dict[tuple[str, str], dict[str, list[Ref]]] = {}
    undergone: dict[str, set[Ref]] = {}
    for ref, item in reports:
        for iri in item.patients:
            undergone.setdefault(iri, set()).add(ref)
        root = item.root or item.kind
        if item.modality in AHEAD and item.polarity == "positive" and root and _day(item.date):
            for iri in sorted(item.patients & item.named or item.touched):
                given.setdefault((iri, root), {}).setdefault(item.date or "", []).append(ref)
    found = []
    for (iri, root), days in sorted(given.items()):
        for run in _runs(sorted(days)):
            positions = {day: days[day] for day in run}
            refs = {ref for given_refs in positions.values() for ref in given_refs}
            if len({ref.article for ref in refs}) > 1 and not refs.isdisjoint(undergone.get(iri, ())):
                found += _made(iri, "date", positions, base, root, run[0])
    return found


AHEAD = frozenset({"ordered", "planned", "demanded", "threatened"})
SPAN = 31
"""Days that may lie between two accounts of one deadline."""


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value) if value is not None and len(value) == 10 else None
    except ValueError:
        return None


def _runs(days: Sequence[str]) -> list[list[str]]:
    """Days in order, parted where more than `SPAN` days lie between two."""
    runs: list[list[str]] = []
    for day in days:
        before = _day(runs[-1][-1]) if runs else None
        here = _day(day)
        if before is not None and here is not None and (here - before).days <= SPAN:
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs


def _made(about: str, aspect: Aspect, positions: Positions, base: str, *parts: str) -> list[Disagreement]:
    if len(positions) < 2:
        return []
    held = tuple(Position(value, tuple(sorted(refs))) for value, refs in sorted(positions.items()))
    iri = ids.named(base, "disagreement", "", about, aspect, *parts)
    return [Disagreement(iri=iri, about=about, aspect=aspect, positions=held)]


def _dates(reports: Reports) -> Positions:
    """Dates that exclude one another; a coarser one that holds a finer one agrees with it, and so takes no part."""
    given: dict[str, list[Ref]] = {}
    for ref, item in reports:
        if item.date and item.date[:4].isdigit():
            given.setdefault(item.date, []).append(ref)
    return {value: given[value] for value in finest(set(given))}


def _agents(reports: Reports) -> Positions:
    """Single named agents of one deed to one patient; where some report names two together, they do not exclude."""
    given: dict[str, list[Ref]] = {}
    touched: dict[str, set[str]] = {}
    for ref, item in reports:
        named = sorted(item.agents & item.named)
        if len(named) > 1:
            return {}
        for iri in named:
            given.setdefault(iri, []).append(ref)
            touched.setdefault(iri, set()).update(item.touched)
    shared = set.intersection(*touched.values()) if touched else set()
    return given if shared - set(given) else {}


def _numbers(reports: Reports) -> Positions:
    """Numbers of one thing: "23 pirates" and "12 pirates" captured."""
    given: dict[str, dict[str, list[Ref]]] = {}
    for ref, item in reports:
        for head, number in item.numbers:
            given.setdefault(head, {}).setdefault(str(number), []).append(ref)
    differing = [values for _, values in sorted(given.items()) if len(values) > 1]
    return differing[0] if differing else {}


def _polarities(reports: Reports) -> Positions:
    """Said to have been done and said not to have been done, to or by the same named actor."""
    given: dict[str, list[Ref]] = {}
    parties: dict[str, set[str]] = {}
    for ref, item in reports:
        if item.modality in FACT:
            given.setdefault(item.polarity, []).append(ref)
            parties.setdefault(item.polarity, set()).update(item.named, item.touched)
    shared = set.intersection(*parties.values()) if parties else set()
    return given if shared else {}
