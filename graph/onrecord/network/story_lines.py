"""The lines that the page opens on: the deeds and statements that tell most, in the order of time."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from onrecord.action_kinds import ACT
from onrecord.model import Ref, Story, StoryAction, StoryStatement
from onrecord.network.lookup import Lookup, chief_reading, is_speech, ordering, reports

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
    """A deed or a statement, and the date it stands under."""

    kind: Literal["action", "statement"]
    iri: str
    actors: tuple[str, ...]
    """Who is in it, the doer or speaker first."""
    pair: tuple[str, str] | None
    """Doer and object of a deed, if one report names both."""
    date: str | None
    """As printed or resolved, at its own granularity; None if neither a report nor an article is dated."""
    printed: bool
    """Whether `date` is only the day of the earliest article that tells of it."""


def choose_lines(story: Story, index: Lookup, salience: Mapping[str, float], weight: Mapping[str, float]) -> list[Line]:
    """At most ten lines, oldest first, undated ones last; none twice, and nobody first in more than a few.

    Deeds are chosen first; statements take the places left, those of or about somebody in the deeds before others.
    """
    deeds = [line for item in story.actions if not is_speech(item, index) and (line := _deed(item, index))]
    said = [line for item in story.statements if (line := _said(item, index))]
    worth = {
        line.iri: salience.get(line.iri, 0.0) + math.log1p(sum(weight.get(iri, 0.0) for iri in line.actors[:parties]))
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
    return sorted(chosen, key=lambda line: (line.date is None, line.date or "", -worth[line.iri], line.iri))


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
    left = list(lines)
    seen: set[tuple[str, ...]] = set()
    first: Counter[str] = Counter()
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
    told = [index.actions[action.chief]] if action.chief in index.actions and action.chief else []
    told = told or [report for _, report in reports(action, index)]
    dates = sorted(report.date for report in told if report.date)  # of the report whose words the line has
    date, printed = _when(dates, action.refs, index)
    return Line("action", action.iri, (*agents, *patients), pair, date, printed)


def _said(said: StoryStatement, index: Lookup) -> Line | None:
    if not said.speakers:
        return None
    date, printed = _when(sorted(said.dates), said.refs, index)
    return Line("statement", said.iri, (*said.speakers, *said.addressees, *said.about[:2]), None, date, printed)


def _when(dates: list[str], refs: tuple[Ref, ...], index: Lookup) -> tuple[str | None, bool]:
    if dates:
        return dates[0], False
    articles = (index.analyses[index.articles[ref.article]].article.published for ref in refs)
    published = sorted(day for day in articles if day)
    return (published[0], True) if published else (None, True)
