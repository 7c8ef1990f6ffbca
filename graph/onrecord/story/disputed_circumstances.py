"""Causes, hours and places that articles give differently for one thing that happened."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from onrecord.actor_kinds import LOCATIONS
from onrecord.days import days_between
from onrecord.model import Disagreement, Place, Position, Story
from onrecord.story.circumstances import CAUSE, HOUR, PLACE, Circumstance, circumstances_in
from onrecord.story.hours import hours_in
from onrecord.story.index import Index
from onrecord.story.neighbours import by_story, stories_near, told_by_story
from onrecord.story.party_names import called, is_several
from onrecord.story.positions import made
from onrecord.story.question_words import alike
from onrecord.story.sentence_actors import about_both
from onrecord.story.surroundings import Surroundings
from onrecord.weights import weights_of
from onrecord.word_sets import in_order, word_set

_W = weights_of("answers")
_MOST = int(_W["most"])
_LEAST = {CAUSE: _W["least.cause"], HOUR: _W["least.hour"], PLACE: _W["least.place"]}
_DAY = 24 * 60


def circumstances_differ(
    story: Story, look: Index, group: Mapping[str, int], found: Collection[Disagreement]
) -> Iterator[Disagreement]:
    """Disagreements on why, when and where something happened, in articles of one story (`group`).

    What two sentences of one of those in `found` tell is not told again.
    """
    known = {place for item in found if not item.note for side in item.positions for place in side.places}
    near = stories_near(story, dict(group), _W["days"])
    given = told_by_story(look, near, Circumstance, lambda item: (*circumstances_in(look, item), *hours_in(item)))
    for (_, analyses), here in zip(by_story(look, near), given, strict=True):
        if len(analyses) < 2:
            continue
        shelves: dict[tuple[str, str], list[Circumstance]] = defaultdict(list)
        for item in here:
            shelves[item.kind, item.of].append(item)
        around = Surroundings(look, analyses)
        told: set[Place] = set()
        for _, items in sorted(shelves.items()):
            if len(items) <= _MOST:
                for one in _of_shelf(story, look, items, around):
                    places = {place for side in one.positions for place in side.places}
                    if told.isdisjoint(places) and not places <= known:
                        told |= places
                        yield one


def _of_shelf(story: Story, look: Index, items: Sequence[Circumstance], around: Surroundings) -> Iterator[Disagreement]:
    """The surest two that exclude one another."""
    pairs = [
        (sure, one, two)
        for at, one in enumerate(items)
        for two in items[at + 1 :]
        if _differ(look, items, one, two) and (sure := _sure(one, two, around)) >= _LEAST[one.kind]
    ]
    for _, one, two in sorted(pairs, key=lambda pair: (-pair[0], pair[1].place, pair[2].place))[:1]:
        about = min(one.who.actors & two.who.actors, default=None) or about_both(look, one.place, two.place)
        if about:
            positions = [Position(item.printed, (), (item.place,)) for item in (one, two)]
            aspect = {CAUSE: "polarity", HOUR: "number", PLACE: "place"}[one.kind]
            yield made(story.base, about, aspect, _label(look, one, two), positions)


def _differ(look: Index, items: Sequence[Circumstance], one: Circumstance, two: Circumstance) -> bool:
    """Whether two articles give two for one occasion, and neither article gives both."""
    first, second = one.place.article, two.place.article
    if first == second or one.occasion != two.occasion or not _exclude(look, one, two):
        return False
    days = days_between(*(look.analyses[article].article.published for article in (first, second))) or 0
    if days > _W["days"]:
        return False
    return not any(
        item.place.article in (first, second)
        and item not in (one, two)
        and not _exclude(look, item, two if item.place.article == first else one)
        for item in items
    )


def _exclude(look: Index, one: Circumstance, two: Circumstance) -> bool:
    """Whether two causes, hours or places cannot both be meant."""
    if one.kind == HOUR:
        apart = abs(one.minutes - two.minutes)
        return min(apart, _DAY - apart) >= _W["minutes.rough" if one.rough or two.rough else "minutes"]
    left, right = set(map(alike, one.value)), set(map(alike, two.value))
    if left & right:
        return False
    if one.kind == CAUSE:
        return True
    named = [{iri for iri in item.value if iri in look.things} for item in (one, two)]
    if all(named):
        kinds = [{getattr(look.things[iri], "type", "") for iri in side} for side in named]
        return bool(kinds[0] & kinds[1]) and LOCATIONS.isdisjoint(kinds[0])
    spots = [item.value & word_set("spot") for item in (one, two)]
    return all(spots)


def _sure(one: Circumstance, two: Circumstance, around: Surroundings) -> float:
    """How sure two are of one thing that happened; negative if they are of two."""
    left, right = one.who, two.who
    if left.actors and right.actors and left.actors.isdisjoint(right.actors) and one.kind != HOUR:
        return -1.0
    value = 0.0
    if left.actors & right.actors:
        value = _W["actor"]
    elif left.nouns & right.nouns - word_set("any_person"):
        value = _W["noun"]
    elif set(map(alike, left.nouns)) & set(map(alike, right.nouns)):
        value = _W["alike"]
    elif one.kind == PLACE:
        return -1.0
    return value + around.shared(one, two, left.actors | right.actors | one.value | two.value)


def _label(look: Index, one: Circumstance, two: Circumstance) -> str:
    """What is disputed, in words."""
    who = called(look, one.who, two.who)
    asks = min((item.asks for item in (one, two)), key=lambda words: ("{who}" not in words, words))
    was = in_order("past_of_be")[is_several(who)]
    return asks.replace("{who}", who).replace("{was}", was).replace("{what}", one.of.removeprefix("="))
