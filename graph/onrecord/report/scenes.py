"""Sentences with a day that make no line of the chronology: scenes in passing, and what is quoted out of its place."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.model import Place, StoryActor
from onrecord.report.part import GENERIC, Part
from onrecord.story import content_words
from onrecord.story.figures import figures_by_article
from onrecord.value_groups import NAMES
from onrecord.word_sets import word_set

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


def is_of_writer(words: str) -> bool:
    """Whether whoever writes speaks of themselves in a line: "I spoke to two players"."""
    own = content_words.unquoted(words[1:-1])
    found = (item[0].casefold().replace("’", "'") for item in content_words.WORD.finditer(own))
    return any(word.partition("'")[0] in word_set("first_person_singular") for word in found)


def is_loose(part: Part, places: Sequence[Place], words: str) -> bool:
    """Whether the last of several sentences opens with a pronoun for somebody whom those before it do not name."""
    if len(places) < _FEW or "[" in words:
        return False
    last = part.look.words(places[-1].article, [(places[-1].start, places[-1].end)]).casefold().split(" ", 1)[0]
    named = any(
        one.form in NAMES
        for place in places[:-1]
        for one, _ in part.look.mentioned(place.article, place.start, place.end)
    )
    return last in word_set("stands_for_person") | word_set("stands_for_several") and not named


def points_back(words: str) -> bool:
    """Whether a short sentence says what was done to "that", which the one before it tells: "Lund ruled that out"."""
    found = [item[0].casefold() for item in content_words.WORD.finditer(words)]
    return len(found) <= _SHORT and not word_set("points_to_noun").isdisjoint(found[-_END:])


_END = 2
"""Last words of such a sentence, of which one points back."""
_SHORT = 6
"""Most words of a sentence that says too little where one of them points back."""
