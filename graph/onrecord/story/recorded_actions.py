"""Actions of the story as the reports on record tell of them, without what only reports that are left out say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence

from msgspec.structs import replace

from onrecord.action_kinds import ACT
from onrecord.model import Action, Analysis, Ref, StoryAction
from onrecord.story.pages import ByRef, Pages

Report = tuple[Action, str | None]
"""A report and the IRI of its place."""


class Reports:
    """The reports on record."""

    def __init__(self, analyses: Sequence[Analysis]) -> None:
        pages = Pages(analyses)
        self._told = ByRef(pages, _told)
        self.positions = pages.positions

    def of(self, refs: Iterable[Ref]) -> list[Report]:
        """The reports at `refs`."""
        return [self._told[ref] for ref in refs]


def _told(analysis: Analysis) -> Iterator[tuple[str, Report]]:
    homes = {actor.id: actor.iri for actor in analysis.actors}
    return ((report.id, (report, homes.get(report.place or ""))) for report in analysis.actions)


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
