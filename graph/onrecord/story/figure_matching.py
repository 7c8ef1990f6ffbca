"""Whether two figures of a story are of one thing, and so contradict each other if no number fits both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.days import days_between, fits
from onrecord.model import Place
from onrecord.story.allowances import TO
from onrecord.story.amount_words import (
    PERSON,
    WEIGHT,
    implied,
    is_any_sum,
    is_broad,
    is_lasting,
    is_measure,
    is_mixed,
    is_often,
    over_time,
)
from onrecord.story.figure_parts import AS, COUNT, DURATION, MONEY, SHARE, TELLING, Parts
from onrecord.story.figures import Figure
from onrecord.weights import weights_of

_W = weights_of("judgements")
_DAYS = int(_W["disputed.numbers.days"])
_FAR = _W["figures.far"]
_TOO_FAR = _W["figures.too.far"]
_TOO_MANY = _W["figures.too.many"]
Group = frozenset[tuple[Place, int]]
"""The figures of a disagreement: the sentence of each, and where its number begins."""


@dataclass(frozen=True, slots=True)
class Held:
    """A figure with the named actors of its sentence and the day of its article."""

    figure: Figure
    actors: frozenset[str]
    day: str
    own_day: str
    leading_day: str
    """The day that its article begins with."""
    people: frozenset[str]
    """IRIs of the people among them but for whoever gives it."""
    rare: bool
    """Whether little in the story is measured in its unit, so that the unit alone says what is."""


def same_thing(one: Held, two: Held) -> bool:
    """Whether two figures may be of one thing."""
    left, right = one.figure, two.figure
    if left.place.article == right.place.article and not given_by_others(left, right):
        return False
    if left.place.article == right.place.article and (left.parts.like == right.start or right.parts.like == left.start):
        return True
    if left.unit != right.unit or not _one_occasion(one, two) or left.parts.some != right.parts.some:
        return False
    return _same_count(one, two) if left.parts.kind == COUNT else _same_measure(one, two)


def given_by_others(one: Figure, two: Figure) -> bool:
    """Whether others give two figures: other speakers of statements, or others in the words of the sentences."""
    speakers = bool(one.sources and two.sources)
    if speakers and not set(one.sources).isdisjoint(two.sources):
        return False
    if one.givers and two.givers:
        return one.givers.isdisjoint(two.givers)
    return speakers


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
    if too_far(left, right) or not deeds or not _same_things(left, right, deeds) or _other_names(one, two):
        return False
    told = 2 if any(not row.startswith(_EVENT) for row in deeds) else 1
    exact = bool((left.parts.things & right.parts.things) - {PERSON})
    shared = exact, not one.actors.isdisjoint(two.actors), bool(_around(left, right))
    if all(map(is_often, deeds)) and not any(shared) and (days_between(one.day, two.day) or 0) > 1:
        return False
    return told + sum(shared) >= (2 if not _far(left, right) else 3)


_EVENT = "event "
"""What the ids of the rows of event_words.toml begin with here."""


def _other_names(one: Held, two: Held) -> bool:
    """Whether two clauses name others, and their sentences nobody in common; or others do it."""
    left, right = one.figure.parts, two.figure.parts
    apart = are_others(left.names, right.names) and one.actors.isdisjoint(two.actors)
    apart = apart or bool(one.people and two.people and one.people.isdisjoint(two.people))
    return apart or are_of_others(left, right)


def are_of_others(left: Parts, right: Parts) -> bool:
    """Whether two amounts are of what others did, or did elsewhere, or of the first and second of several things."""
    first, second = dict(left.places), dict(right.places)
    elsewhere = first.keys() & second.keys() and all(
        first[link] != second[link] for link in first.keys() & second.keys()
    )
    ordered = left.ordinals and right.ordinals and left.ordinals.isdisjoint(right.ordinals)
    return are_others(left.agents, right.agents) or bool(elsewhere or ordered)


def are_others(names: frozenset[str], others: frozenset[str]) -> bool:
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
    if any(map(is_mixed, deeds)) and (_may_be_part(left, right, deeds) or _may_be_part(right, left, deeds)):
        return False
    stands = [_stands(noun, deeds, others) for noun in things], [_stands(noun, deeds, things) for noun in others]
    if not (left.of_people or any(stands[0])) or not (right.of_people or any(stands[1])):
        return False
    return not things or not others or any(stands[0]) or any(stands[1])


def _may_be_part(part: Figure, whole: Figure, deeds: frozenset[str]) -> bool:
    """Whether a smaller number of people of one kind may be part of a number of people: "12 soldiers", "40 people"."""
    kinds, others = part.parts.things - {PERSON}, whole.parts.things - {PERSON}
    whole_is_broad = not others or any(is_broad(noun, frozenset(), kinds) for noun in others)
    return (
        bool(kinds)
        and whole_is_broad
        and not any(_stands(noun, deeds, others) for noun in kinds)
        and part.value < whole.value
    )


def _stands(noun: str, deeds: frozenset[str], others: frozenset[str]) -> bool:
    """Whether a noun may stand for other people to whom one of `deeds` happens: "bodies" for miners that died."""
    return is_broad(noun, deeds, others) or implied(noun) in deeds


def _far(left: Figure, right: Figure) -> bool:
    return max(left.value, right.value) > _FAR * min(left.value, right.value)


def too_far(left: Figure, right: Figure) -> bool:
    """Whether amounts are so far apart that they are of different things."""
    most = _TOO_MANY if left.parts.kind == COUNT else _TOO_FAR
    least, greatest = sorted((left.value, right.value))
    return greatest > most * least > 0


def _around(left: Figure, right: Figure) -> frozenset[str]:
    return left.parts.around & right.parts.around


def _same_measure(one: Held, two: Held) -> bool:
    """Whether the same is measured: for money, shares and times, which everything has, by related nouns."""
    left, right = one.figure.parts, two.figure.parts
    if (
        too_far(one.figure, two.figure)
        or _other_names(one, two)
        or (left.kind == SHARE and _of_other_people(left, right))
    ):
        return False
    told = len(_around(one.figure, two.figure)) + len(one.actors & two.actors)
    deeds = {row for row in left.deeds & right.deeds if not row.startswith(_EVENT)}
    if _same_nouns(left, right):
        return told >= 1 or bool(deeds)
    if in_another(one.figure) and one.rare and two.rare:
        return True  # nothing else in the story is measured like this
    if left.kind in (MONEY, SHARE, DURATION):
        return not (left.things and right.things) and _told_alike(one, two)
    by_unit = bool(left.deeds & right.deeds) or left.kind in TELLING
    return one.rare and two.rare and told >= (1 if deeds else 2) and by_unit


def _told_alike(one: Held, two: Held) -> bool:
    """Whether an amount, of which the noun is not told in both, is of the same by all else that is told."""
    left, right = one.figure.parts, two.figure.parts
    words, actors = len(_around(one.figure, two.figure)), len(one.actors & two.actors)
    deeds = {row for row in left.deeds & right.deeds if not row.startswith(_EVENT)}
    if left.kind == SHARE:
        return bool(deeds) and words + actors >= 1 and not (left.things or right.things)
    if left.kind == DURATION:
        named = _share_name(left.names, right.names)
        return words + actors + named >= 1 and any(is_lasting(row) or row.startswith(TO) for row in deeds)
    return left.kind == MONEY and bool(deeds) and words >= 1 and actors >= 1


def in_another(figure: Figure) -> bool:
    """Whether a figure is of how much of one thing is in another: "90 milligrams per litre"."""
    return figure.parts.kind == WEIGHT and is_measure(figure.unit.partition("/")[2])


def _share_name(names: frozenset[str], others: frozenset[str]) -> bool:
    return any(not are_others(frozenset({one}), frozenset({two})) for one in names for two in others)


def _of_other_people(left: Parts, right: Parts) -> bool:
    """Whether shares are of others: others are named, or the nouns for the people are unlike."""
    unlike = left.among and right.among and not any(_one_kind(noun, right.among) for noun in left.among)
    return bool(unlike) or are_others(left.names, right.names)


def _one_kind(noun: str, others: frozenset[str]) -> bool:
    """Whether people are some of the others, or either stand for any."""
    return (
        noun in others
        or is_broad(noun, frozenset(), others)
        or any(is_broad(one, frozenset(), frozenset({noun})) for one in others)
    )


def _same_nouns(left: Parts, right: Parts) -> bool:
    """Whether nouns for what is measured are related, or one to what happens in the other: "fined", "penalty".

    Nouns that may be for any sum of money are none.
    """
    if any(not is_any_sum(noun.removeprefix(AS)) for noun in left.things & right.things):
        return True
    return any(
        not one.things and any(f"{AS}{row}" in two.things and not is_any_sum(row) for row in one.deeds)
        for one, two in ((left, right), (right, left))
    )


def told_together(items: Sequence[Held], one: Held, two: Held) -> bool:
    """Whether one article gives both figures as its own, so that they must be of different things or times."""
    if one.figure.place.article == two.figure.place.article:
        return False
    given: list[dict[str, list[Figure]]] = []
    for same in (one, two):
        by_article: dict[str, list[Figure]] = {}
        for item in items:
            if item.figure.alike(same.figure):
                by_article.setdefault(item.figure.place.article, []).append(item.figure)
        given.append(by_article)
    return any(
        not given_by_others(left, right)
        for article in given[0].keys() & given[1].keys()
        for left in given[0][article]
        for right in given[1][article]
    )


def of_two_days(one: Held, two: Held) -> bool:
    """Whether the sentences give two days, so that each figure is that of its own day."""
    if not (one.own_day and two.own_day):
        return False
    between = days_between(one.own_day, two.own_day)
    counted_daily = any(over_time(row) for row in one.figure.parts.deeds & two.figure.parts.deeds)
    return fits(one.own_day, two.own_day) is False and (counted_daily or (between is not None and between > _DAYS))


def grew(one: Held, two: Held) -> bool:
    """Whether the later article has the later number of something that is counted day by day.

    What goes up and down is of the day that a sentence gives: if that is one, it has not changed since.
    """
    of_day = bool(one.own_day) and one.own_day == two.own_day and goes_both_ways(one.figure, two.figure)
    return not of_day and rose(one.figure, two.figure, one.day, two.day)


def goes_both_ways(one: Figure, two: Figure) -> bool:
    """Whether what is counted grows less again: ships in a bay, and not the dead."""
    return "both" in {over_time(row) for row in one.parts.deeds & two.parts.deeds}


def rose(one: Figure, two: Figure, day: str, other: str) -> bool:
    """Whether of two figures, of articles of two days, the later is the later number of what is counted day by day."""
    change = {over_time(row) for row in one.parts.deeds & two.parts.deeds} - {""}
    if not change or not day or not other or days_between(day, other) in (0, None):
        return False
    last, first = (one, two) if day > other else (two, one)
    return "both" in change or last.value > first.value
