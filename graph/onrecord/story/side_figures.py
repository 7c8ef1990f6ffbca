"""Amounts of one thing that articles give differently, where it is not sure that they are of the same.

Disputes on figures ask for what happened to the thing. Here it is enough that the noun is the same, or the unit, and
that a word or a name more is shared; two large numbers of people of one size are of the same people.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from onrecord.days import days_between
from onrecord.model import Analysis, Place
from onrecord.story.amount_words import PERSON, is_broad, is_often
from onrecord.story.figure_matching import given_by_others
from onrecord.story.figure_parts import COUNT, DURATION, MONEY, SHARE
from onrecord.story.figure_wholes import Sums, is_part_of_sum, sums_in
from onrecord.story.figures import Figure
from onrecord.story.index import Index
from onrecord.story.objections import sentences_of_text
from onrecord.story.side_matching import may_differ
from onrecord.story.side_words import Words
from onrecord.weights import weights_of
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import word_set

_W = weights_of("sides")
_MOST = int(_W["most.figures"])
_FEW = int(_W["few.values"])
_OPEN = frozenset({MONEY, SHARE, DURATION})
"""Kinds of amounts that everything has."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two amounts, by their sentences."""

    weight: float
    one: Place
    two: Place
    label: str
    """The counted noun, or the unit; empty if neither stands alone."""
    shared: frozenset[str]


def unlike_figures(
    look: Index, words: Words, analyses: Sequence[Analysis], figures: Mapping[str, Sequence[Figure]]
) -> Iterator[Pair]:
    """Amounts of one thing that articles of a story give differently."""
    own = [figures[item.article.id] for item in analyses]
    sums = sums_in(own)
    shelves: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for item in (one for given in own for one in given if not one.parts.some and not _is_divided(look, one)):
        for key in _keys(item):
            shelves[key].append(item)
    for key, items in sorted(shelves.items()):
        if len(items) <= _MOST and len({item.place.article for item in items}) > 1:
            yield from _of_shelf(look, words, key, items, sums)


def _is_divided(look: Index, item: Figure) -> bool:
    """Whether only a part of the amount is told of: "half of the 60 houses"."""
    before = look.text(item.place.article)[item.place.start : item.start].casefold().split()[-2:]
    return not word_set("measures_of").isdisjoint(before)


def _keys(item: Figure) -> Iterator[tuple[str, str]]:
    if item.unit:
        yield "unit", item.unit
    elif item.parts.kind == COUNT:
        things = item.parts.things - {PERSON}
        yield from (("thing", thing) for thing in things)
        if item.of_people:
            yield ("many" if item.value >= _W["many"] else "people"), PERSON


def _of_shelf(look: Index, words: Words, key: tuple[str, str], items: Sequence[Figure], sums: Sums) -> Iterator[Pair]:
    few = len({item.value for item in items}) <= _FEW
    for one, two in combinations(items, 2):
        if not may_differ(look, one, two, few=few) or is_part_of_sum(one, two, sums) or _together(items, one, two):
            continue
        shared = _shared(words, one, two, key)
        both = words.of(one.place) & words.of(two.place) & shared
        telling = sum(not words.is_light(token) for token in shared)
        if _are_of_one(key[0], one, two) and _is_enough(words, key[0], one, both, telling, few=few):
            exact = sum(item.parts.comparison == "exactly" for item in (one, two))
            yield Pair(words.sum(shared) + exact, one.place, two.place, _noun(key[0], one, two), shared)


def _noun(kind: str, one: Figure, two: Figure) -> str:
    """What is counted, as printed, or the unit."""
    if kind != "unit":
        told = [item.parts for item in (one, two) if item.parts.thing]
        return min(told, key=lambda item: (not item.things - {PERSON}, item.thing)).thing if told else ""
    printed = (item.parts.printed.split()[-1] for item in (one, two))
    return next((word for word in printed if word.isalpha()), "")


def _together(items: Sequence[Figure], one: Figure, two: Figure) -> bool:
    """Whether one article gives both amounts as its own, so that they must be of different things or times."""
    return any(
        left.place.article == right.place.article and not given_by_others(left, right)
        for left in items if left.value == one.value and left.place.article in (one.place.article, two.place.article)
        for right in items if right.value == two.value
    )  # fmt: skip


def _shared(words: Words, one: Figure, two: Figure, key: tuple[str, str]) -> frozenset[str]:
    """The words that two sentences share, or of which one stands beside, but for those of the amounts themselves."""
    own, other = words.of(one.place), words.of(two.place)
    near, far = (words.around(item.place) for item in (one, two))
    left_out = (
        one.parts.things
        | two.parts.things
        | {*(one.parts.verbs or ()), *(two.parts.verbs or ())}
        | {key[1]}
        | word_set("number_scale")
        | word_set("number_word")
    )
    found = (own & other) | (own & far) | (near & other)
    return frozenset(token for token in found - left_out if not token[0].isdigit() and not _is_unit(token, one, two))


def _is_unit(token: str, one: Figure, two: Figure) -> bool:
    return any(token.removeprefix("=") in item.parts.printed.casefold() for item in (one, two))


def _are_of_one(kind: str, one: Figure, two: Figure) -> bool:
    """Whether numbers of people may be of the same: those to whom the same happened, or many of one size."""
    if kind == "many":
        low, high = sorted((one.value, two.value))
        named = any(item.parts.things - {PERSON} for item in (one, two))
        return low * _W["many.near"] <= high < low * _W["many.far"] and named and _are_like(one, two)
    return not one.of_people or any(not is_often(deed) for deed in one.parts.deeds & two.parts.deeds)


def _is_enough(  # noqa: PLR0913  # what two sentences share
    words: Words, kind: str, one: Figure, both: Collection[str], telling: int, *, few: bool
) -> bool:
    """Whether two sentences share enough: `both` themselves, and `telling` words with those around them."""
    if kind == "many":
        return True
    if kind == "people":
        return any(map(words.is_rare, both))
    if one.parts.kind in _OPEN:
        return few and telling > 1 and bool(both)
    if kind == "thing":
        return bool(both) and telling > 0
    return bool(both) and telling > (0 if few else 1)


def _are_like(one: Figure, two: Figure) -> bool:
    """Whether the nouns for two numbers of people are the same, or one may stand for the other."""
    left, right = one.parts.things - {PERSON}, two.parts.things - {PERSON}
    if not left or not right or left & right:
        return True
    return any(is_broad(noun, frozenset(), right) for noun in left) or any(
        is_broad(noun, frozenset(), left) for noun in right
    )


def unlike_ages(analyses: Sequence[Analysis]) -> Iterator[tuple[Place, Place, str]]:
    """Sentences of two articles on somebody without a name on one day whose ages differ, if each gives but one age.

    With the words that both have for it: "year-old".
    """
    by_day: dict[str, list[tuple[Analysis, _Age]]] = defaultdict(list)
    for item in analyses:
        ages = [*_ages(item)]
        if len({one.years for one in ages}) == 1:
            for day in sorted(ages[0].days):
                by_day[day].append((item, ages[0]))
    for _, found in sorted(by_day.items()):
        for (first, one), (second, two) in combinations(found, 2) if len(found) <= _MOST else ():
            apart = days_between(first.article.published, second.article.published) or 0
            if one.years != two.years and apart <= _W["days.age"]:
                yield one.place, two.place, one.words


@dataclass(frozen=True, slots=True)
class _Age:
    """How old somebody without a name is, with the days that its sentence gives."""

    place: Place
    years: str
    words: str
    days: frozenset[str]


def _ages(analysis: Analysis) -> Iterator[_Age]:
    """The ages of people without a name in an article, in text order."""
    text = analysis.article.text
    for start, end in sentences_of_text(analysis) if word_pattern("age_of_somebody").search(text) else ():
        for found in word_pattern("age_of_somebody").finditer(text, start, end):
            days = (item.value or "" for item in analysis.dates if start <= item.start < end)
            whole = frozenset(day[:_DAY] for day in days if len(day) >= _DAY and day[:4].isdigit())
            words = text[found.end("age") : found.end()].strip("-‑ ")
            yield _Age(Place(analysis.article.id, start, end), found["age"], words, whole)


_DAY = len("2015-07-20")
