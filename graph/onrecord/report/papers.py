"""The sections on what documents, records and messages say, and what pictures show."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.actor_kinds import THINGS
from onrecord.model import StoryActor, StoryStatement
from onrecord.report import alone, deeds, said
from onrecord.report.lines import Section
from onrecord.report.part import Part
from onrecord.story.inflection import singular
from onrecord.word_sets import word_set


def sections(part: Part) -> Iterator[Section]:
    """What documents, records and messages say, and what pictures show, in the words of the article that has them."""
    known = deeds.known_words(part)
    found = (item for item in part.statements() if said.is_paper(part, item) and not _has_speaker(part, item))
    told = said.once([(item, clear) for item in found if (clear := alone.told(part, item, known))])
    pictures = [(item, clear) for item, clear in told if _is_picture(part, item)]
    written = [pair for pair in told if pair not in pictures]
    yield Section("What documents say", tuple(said.line(part, item, clear) for item, clear in written))
    yield Section("What pictures show", tuple(said.line(part, item, clear) for item, clear in pictures))


def _is_picture(part: Part, item: StoryStatement) -> bool:
    words = said.source(part, item.chief or item.refs[0])
    return not word_set("pictures").isdisjoint(map(singular, words))


def _has_speaker(part: Part, item: StoryStatement) -> bool:
    things = (part.look.things.get(iri) for iri in item.speakers)
    return any(isinstance(one, StoryActor) and one.named and one.type not in THINGS for one in things)
