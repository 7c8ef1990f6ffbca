"""What one speaker said about one thing over time."""

from __future__ import annotations

from itertools import groupby

from msgspec import Struct

from onrecord import ids
from onrecord.model import Step, Story, StoryActor, StoryStatement, Thread
from onrecord.shelf import in_order
from onrecord.story.courses import first_told, in_time
from onrecord.story.index import Index


def find_threads(story: Story, look: Index) -> tuple[Thread, ...]:
    """The threads of all named speakers who are printed with at least two statements about a thing, sorted by IRI."""
    told = in_order(
        _Told,
        (
            _Told(speaker, about, place)
            for place, item in enumerate(story.statements)
            for speaker in item.speakers
            for about in item.about
            if speaker != about and _named(look, speaker) and _named(look, about)
        ),
        lambda item: (item.speaker, item.about),
    )
    found: list[Thread] = []
    for (speaker, about), group in groupby(told, key=lambda item: (item.speaker, item.about)):
        places = [item.place for item in group]
        if len(places) > 1:
            found.append(_thread(story, look, speaker, about, [story.statements[place] for place in places]))
    return tuple(sorted(found, key=lambda item: item.iri))


class _Told(Struct, frozen=True, array_like=True):
    """That a speaker says something about a thing, and where the statement stands."""

    speaker: str
    about: str
    place: int


def _named(look: Index, iri: str) -> bool:
    actor = look.things.get(iri)
    return isinstance(actor, StoryActor) and actor.named and actor.type != "Outlet"


def _thread(story: Story, look: Index, speaker: str, about: str, items: list[StoryStatement]) -> Thread:
    steps = [
        Step(
            event=item.iri,
            refs=tuple(sorted(item.refs)),
            dates=tuple(sorted(date for date in item.dates if date[:4].isdigit())),
            told=first_told(look, item.refs),
        )
        for item in items
    ]
    names = [actor.name for iri in (speaker, about) if isinstance(actor := look.things[iri], StoryActor)]
    label = " on ".join(names)
    return Thread(
        iri=ids.named(story.base, "thread", label, speaker, about),
        speaker=speaker,
        about=about,
        label=label,
        steps=tuple(sorted(steps, key=lambda item: (in_time(item), item.refs))),
    )
