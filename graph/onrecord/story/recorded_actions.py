"""Actions of the story as the reports on record tell of them, without what only reports that are left out say."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace

from onrecord.action_kinds import ACT
from onrecord.model import Action, Analysis, StoryAction

Report = tuple[Action, str | None]
"""A report and the IRI of its place."""


def reports_of(analyses: Iterable[Analysis]) -> Mapping[str, list[Report]]:
    """The reports on record, by the IRI of their action."""
    found: dict[str, list[Report]] = defaultdict(list)
    for item in analyses:
        homes = {actor.id: actor.iri for actor in item.actors}
        for report in item.actions:
            if report.iri:
                found[report.iri].append((report, homes.get(report.place or "")))
    return found


def as_told(item: StoryAction, iris: Container[str], reports: Sequence[Report]) -> StoryAction:
    """The action with those of its participants that stay (`iris`), and the places, dates and kind that `reports` give.

    Of several kinds a specific one is preferred to that of deeds of no kind, then the one that most reports give.
    """
    places, dates = {place for _, place in reports}, {report.date for report, _ in reports}
    kinds = Counter((report.type, report.plover) for report, _ in reports)
    kind, root = item.type, item.plover
    if kinds and all(one != item.type for one, _ in kinds):
        kind, root = min(kinds, key=lambda one: (one[0] == ACT, -kinds[one], one[0], one[1] or ""))
    return replace(
        item,
        type=kind,
        plover=root,
        agents=tuple(key for key in item.agents if key in iris),
        patients=tuple(key for key in item.patients if key in iris),
        places=tuple(key for key in item.places if key in places),
        dates=tuple(day for day in item.dates if day in dates),
    )
