"""The lines that the page opens with: the most salient deeds and statements, in chronological order."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import Literal

from onrecord.action_kinds import ACT
from onrecord.model import Story, StoryAction, StoryStatement
from onrecord.network.dating import Dating, date_action, date_statement
from onrecord.network.lookup import Lookup, chief_reading, is_speech, ordering, reports, sides
from onrecord.story.date_phrases import first_day

_MOST, _DEEDS = 10, 8
"""Lines in all, so that a laptop shows them without scrolling, and how many are deeds while there are as many."""
_LEAST = 8
"""Lines up to which deeds of no kind of their own fill up."""
_OF_ONE = 3
"""Lines of one chief actor: more would be a portrait, not a story."""
_TIED = 1.5
"""What a line is worth more if somebody in it is in a line already: one connected story."""
_TIED_MORE = 0.5
"""What each further one of them adds: what joins two that are known tells more than one more deed of one."""


@dataclass(frozen=True, slots=True)
class Line:
    """A deed or a statement, and the day it stands under."""

    kind: Literal["action", "statement"]
    iri: str
    actors: tuple[str, ...]
    """Who is in it, the doer or speaker first."""
    pair: tuple[str, str] | None
    """Doer and object of a deed, if one report names both."""
    dating: Dating
    objects: tuple[str, ...] = ()
    """To whom it is done, or what is under it, according to any report; those in most articles come first."""


def choose_lines(story: Story, index: Lookup, salience: Mapping[str, float], weight: Mapping[str, float]) -> list[Line]:
    """At most ten lines, oldest first, undated ones last; none twice, and nobody first in more than a few.

    Deeds are chosen first; statements take the places left, those of or about somebody in the deeds before others.
    """
    deeds = [line for item in story.actions if not is_speech(item, index) and (line := _deed(item, index))]
    said = [line for item in story.statements if (line := _said(item, index))]
    worth = {
        line.iri: salience.get(line.iri, 0.0)
        + math.log1p(math.fsum(weight.get(iri, 0.0) for iri in line.actors[:parties]))
        for lines, parties in ((deeds, 2), (said, 1))  # of a statement the speaker: whom it is about, ties tell
        for line in lines
    }
    above = ordering(story, index)
    deeds = _orders_first(deeds, above, worth)
    kinds = {item.iri: item.type for item in story.actions}
    told = {iri: [deed for deed, orders in above.items() if iri in orders] for iri in {*chain(*above.values())}}
    chosen: list[Line] = []

    def told_by(line: Line) -> set[tuple[str, ...]]:
        """What makes two lines tell the same: kind and actors, or who ordered, planned or decided one deed."""
        ordered = ((line.actors[0], deed) for deed in told.get(line.iri, ()))
        return {(kinds.get(line.iri, line.iri), *line.actors), *ordered}

    telling = [line for line in deeds if kinds[line.iri] != ACT]
    _choose(telling, worth, told_by, chosen, _MOST - min(len(said), _MOST - _DEEDS))
    _choose(said, worth, told_by, chosen, _MOST)
    _choose(deeds, worth, told_by, chosen, _LEAST)  # "used", "went on": better than an empty page, and no more
    objects = _objects(story, index, told)
    chosen = [replace(line, objects=objects.get(line.iri, ())) for line in chosen]
    return sorted(chosen, key=lambda line: (*_when(line), -worth[line.iri], line.iri))


def _objects(story: Story, index: Lookup, below: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    """For each deed, the patients of its reports and of those of the deeds `below` it."""
    articles: dict[str, Counter[str]] = {}
    for action in story.actions:
        found = {(ref.article, iri) for ref, report in reports(action, index) for iri in sides(ref, report, index)[1]}
        articles[action.iri] = Counter(iri for _, iri in sorted(found))
    counts = {iri: sum((articles[one] for one in below.get(iri, ())), own) for iri, own in articles.items()}
    return {iri: tuple(one for one, _ in count.most_common()) for iri, count in counts.items()}


def _orders_first(deeds: list[Line], above: Mapping[str, tuple[str, ...]], worth: dict[str, float]) -> list[Line]:
    """Without the deeds of which another line says that they were ordered, planned or decided, and by whom.

    That line tells both; in `worth` it becomes worth what the deed is.
    """
    lines = {line.iri for line in deeds}
    kept = []
    for line in deeds:
        orders = [iri for iri in above.get(line.iri, ()) if iri in lines]
        for iri in orders:
            worth[iri] = max(worth[iri], worth[line.iri])
        if not orders:
            kept.append(line)
    return kept


def _choose(
    lines: list[Line],
    worth: Mapping[str, float],
    told_by: Callable[[Line], set[tuple[str, ...]]],
    chosen: list[Line],
    most: int,
) -> None:
    """Add to `chosen`, up to `most` in all, what is worth most and tied to what stands there."""
    left = [line for line in lines if line not in chosen]
    kinds = {line.kind for line in lines}
    seen = {key for line in chosen for key in told_by(line)}
    first = Counter(line.actors[0] for line in chosen if line.kind in kinds)
    tied = {iri for line in chosen for iri in line.actors}
    while left and len(chosen) < most:
        best = max(left, key=lambda line: (worth[line.iri] + _tie(line, tied), line.iri))
        left.remove(best)
        keys = told_by(best)
        if keys & seen or first[best.actors[0]] >= _OF_ONE:
            continue
        seen |= keys
        first[best.actors[0]] += 1
        tied.update(best.actors)
        chosen.append(best)


def _tie(line: Line, tied: set[str]) -> float:
    """What the actors that a line shares with those already chosen make it worth."""
    shared = len(tied.intersection(line.actors))
    return _TIED + _TIED_MORE * (shared - 1) if shared else 0.0


def _deed(action: StoryAction, index: Lookup) -> Line | None:
    agents, patients = chief_reading(action, index)
    if not agents:
        return None
    pair = next(((a, p) for a in agents for p in patients if a != p), None)
    return Line("action", action.iri, (*agents, *patients), pair, date_action(action, index))


def _said(said: StoryStatement, index: Lookup) -> Line | None:
    if not said.speakers:
        return None
    people = (*said.speakers, *said.addressees, *said.about[:2])
    return Line("statement", said.iri, people, None, date_statement(said, index))


def _when(line: Line) -> tuple[bool, str]:
    """Sort key by date; undated lines come last."""
    return line.dating.date is None, first_day(line.dating.date or "")
