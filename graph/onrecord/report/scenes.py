"""Sentences with a day that make no line of the chronology: scenes in passing, and what is quoted out of its place."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.model import Place, StoryActor
from onrecord.report.part import GENERIC, Part
from onrecord.story.figures import figures_by_article

_FEW = 2
"""Sentences of a quotation of which the first still tells what the last one speaks of."""


def is_scene(part: Part, place: Place) -> bool:
    """Whether a sentence names nobody but people of its article alone, and has neither a number nor a deed of a kind.

    "Ada Lund walked the shore on Monday" is a scene if only one article names her.
    """
    mentioned = part.look.mentioned(place.article, place.start, place.end)
    things = (part.look.things.get(part.look.homes.get(ref, "")) for _, ref in mentioned)
    named = [thing for thing in things if isinstance(thing, StoryActor) and thing.named]
    passing = all(one.type == "Person" and len({ref.article for ref in one.refs}) == 1 for one in named)
    return bool(named) and passing and not _has_deed(part, place) and not _has_figure(part, place)


def is_after_others(part: Part, places: Sequence[Place]) -> bool:
    """Whether a sentence is quoted with several before it of which one is what somebody says, about something else.

    A reader takes the last for what the first speaks of.
    """
    return len(places) > _FEW and any(
        one.recorded and one.cue and place.start <= one.cue[0][0] < place.end
        for place in places[:-1]
        for one in part.look.analyses[place.article].statements
    )


def _has_deed(part: Part, place: Place) -> bool:
    return any(
        item.recorded and item.type not in GENERIC and place.start <= item.trigger[0][0] < place.end
        for item in part.look.analyses[place.article].actions
    )


def _has_figure(part: Part, place: Place) -> bool:
    return any(place.start <= item.start < place.end for item in figures_by_article(part.story)[place.article])
