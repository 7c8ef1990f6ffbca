"""Whether two figures of a story are of one thing, and so contradict each other if no number fits both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.days import days_between, fits
from onrecord.story.amount_words import PERSON, is_any_sum, is_broad, over_time
from onrecord.story.figure_parts import COUNT, DURATION, MONEY, SHARE
from onrecord.story.figures import Figure
from onrecord.weights import weights_of

_DAYS = int(weights_of("judgements")["disputed.numbers.days"])
_FAR = 2
"""Numbers of which one is more than so many times the other need more that they share."""
_FURTHER = 50
"""Amounts of which one is more than so many times the other are of different things."""


@dataclass(frozen=True, slots=True)
class Held:
    """A figure with the named actors of its sentence and the day of its article."""

    figure: Figure
    actors: frozenset[str]
    day: str
    own_day: str
    rare: bool
    """Whether little in the story is measured in its unit, so that the unit alone says what is."""


def same_thing(one: Held, two: Held) -> bool:
    """Whether two figures may be of one thing."""
    left, right = one.figure, two.figure
    if left.place.article == right.place.article and not (
        left.sources and right.sources and set(left.sources).isdisjoint(right.sources)
    ):
        return False
    if left.unit != right.unit or not _one_occasion(one, two) or left.parts.some != right.parts.some:
        return False
    return _same_count(one, two) if left.parts.kind == COUNT else _same_measure(one, two)


def _one_occasion(one: Held, two: Held) -> bool:
    """Whether two figures are of one occasion: both of that of their articles, or one names that of the other."""
    first, second = one.figure.occasion, two.figure.occasion
    if first == second:
        return True
    named, day = (first, two.day) if not second else (second, one.day)
    return bool(not first or not second) and day.startswith(named) and bool(day)


def _same_count(one: Held, two: Held) -> bool:
    left, right = one.figure, two.figure
    deeds = left.parts.deeds & right.parts.deeds
    if not deeds or not _same_things(left, right, deeds) or _other_names(one, two):
        return False
    told = 2 if any(not row.startswith(_EVENT) for row in deeds) else 1
    exact = bool((left.parts.things & right.parts.things) - {PERSON})
    shared = exact, not one.actors.isdisjoint(two.actors), bool(_around(left, right))
    return told + sum(shared) >= (2 if not _far(left, right) else 3)


_EVENT = "event "
"""What the ids of the rows of event_words.toml begin with here."""


def _other_names(one: Held, two: Held) -> bool:
    """Whether two clauses name others, and their sentences nobody in common; or others do it."""
    left, right = one.figure.parts, two.figure.parts
    apart = _are_others(left.names, right.names) and one.actors.isdisjoint(two.actors)
    return apart or _are_others(left.agents, right.agents)


def _are_others(names: frozenset[str], others: frozenset[str]) -> bool:
    """Whether there are names on both sides and none of them is one of the others or a short form of it."""

    def same(one: str, two: str) -> bool:
        first, second = set(one.split()), set(two.split())
        return first <= second or second <= first

    return bool(names and others) and not any(same(one, two) for one in names for two in others)


def _same_things(left: Figure, right: Figure, deeds: frozenset[str]) -> bool:
    """Whether the nouns of two figures count the same, or one of them may stand for any of the others."""
    things, others = left.parts.things - {PERSON}, right.parts.things - {PERSON}
    if things & others:
        return True
    if not (left.of_people and right.of_people):
        return False
    return not things or not others or any(is_broad(noun, deeds) for noun in things | others)


def _far(left: Figure, right: Figure) -> bool:
    return max(left.value, right.value) > _FAR * min(left.value, right.value)


def _around(left: Figure, right: Figure) -> frozenset[str]:
    return left.parts.around & right.parts.around


def _same_measure(one: Held, two: Held) -> bool:
    """Whether the same is measured: for money, shares and times, which everything has, by related nouns."""
    left, right = one.figure.parts, two.figure.parts
    if _other_names(one, two) or (left.kind == SHARE and _are_others(left.names, right.names)):
        return False
    things = {noun for noun in left.things & right.things if not is_any_sum(noun.removeprefix("as "))}
    if _FURTHER * min(one.figure.value, two.figure.value) < max(one.figure.value, two.figure.value):
        return False
    shared = len(_around(one.figure, two.figure)) + len(one.actors & two.actors)
    if things:
        return shared >= 1 or bool(left.deeds & right.deeds)
    if left.kind in (MONEY, SHARE, DURATION):
        return False
    return one.rare and two.rare and bool(left.deeds & right.deeds) and shared >= 2


def told_together(items: Sequence[Held], one: Held, two: Held) -> bool:
    """Whether one article gives both figures as its own, so that they must be of different things or times."""
    given = [{item.figure.place.article for item in items if item.figure.alike(same.figure)} for same in (one, two)]
    return bool(given[0] & given[1]) and one.figure.place.article != two.figure.place.article


def of_two_days(one: Held, two: Held) -> bool:
    """Whether the sentences give two days, so that each figure is that of its own day."""
    if not (one.own_day and two.own_day):
        return False
    between = days_between(one.own_day, two.own_day)
    counted_daily = any(over_time(row) for row in one.figure.parts.deeds & two.figure.parts.deeds)
    return fits(one.own_day, two.own_day) is False and (counted_daily or (between is not None and between > _DAYS))


def grew(one: Held, two: Held) -> bool:
    """Whether the later article has the later number of something that is counted day by day."""
    change = {over_time(row) for row in one.figure.parts.deeds & two.figure.parts.deeds} - {""}
    if not change or not one.day or not two.day or days_between(one.day, two.day) in (0, None):
        return False
    first, last = sorted((one, two), key=lambda held: held.day)
    return "both" in change or last.figure.value > first.figure.value
