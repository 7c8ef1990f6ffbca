"""Values of one action that cannot all hold, with the reports that give each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from onrecord import ids
from onrecord.model import Disagreement, Position, Ref, StoryAction
from onrecord.resolve.actions.merge import finest
from onrecord.resolve.local import LocalAction

Aspect = Literal["date", "agent", "patient", "number", "polarity"]


def of_actions(
    stories: Iterable[tuple[StoryAction, Sequence[LocalAction]]],
    actor_of: Mapping[tuple[str, str], str],
    named: frozenset[str],
    base: str,
) -> list[Disagreement]:
    """Disagreements of all actions, in the order of the actions."""
    found = []
    for story, reports in stories:
        if len(reports) < 2:
            continue
        found += _made(story.iri, "date", _dates(reports), base)
        found += _made(story.iri, "agent", _agents(reports, actor_of, named), base)
        found += _made(story.iri, "polarity", _polarities(reports), base)
    return found


def _made(about: str, aspect: Aspect, positions: Mapping[str, Sequence[Ref]], base: str) -> list[Disagreement]:
    if len(positions) < 2:
        return []
    held = tuple(Position(value, tuple(sorted(refs))) for value, refs in sorted(positions.items()))
    return [
        Disagreement(iri=ids.named(base, "disagreement", "", about, aspect), about=about, aspect=aspect, positions=held)
    ]


def _dates(reports: Sequence[LocalAction]) -> dict[str, list[Ref]]:
    """Dates that exclude one another; a coarser one that holds a finer one agrees with it, and so takes no part."""
    given: dict[str, list[Ref]] = {}
    for item in reports:
        if item.action.date and item.action.date[:4].isdigit():
            given.setdefault(item.action.date, []).append(item.ref)
    return {value: given[value] for value in finest(set(given))}


def _agents(
    reports: Sequence[LocalAction], actor_of: Mapping[tuple[str, str], str], named: frozenset[str]
) -> dict[str, list[Ref]]:
    """Named agents of different articles, where no report names two of them together."""
    given: dict[str, list[Ref]] = {}
    for item in reports:
        iris = sorted({actor_of.get((item.ref.article, key), "") for key in item.action.agents} & named)
        if len(iris) > 1:
            return {}
        for iri in iris:
            given.setdefault(iri, []).append(item.ref)
    return given


def _polarities(reports: Sequence[LocalAction]) -> dict[str, list[Ref]]:
    given: dict[str, list[Ref]] = {}
    for item in reports:
        given.setdefault(item.action.polarity, []).append(item.ref)
    return given
