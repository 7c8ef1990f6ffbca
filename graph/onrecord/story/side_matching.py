"""Whether two amounts may be of one thing and differ, by what their own sentences say."""

from __future__ import annotations

from onrecord.model import Place
from onrecord.story.figure_matching import are_of_others, rose
from onrecord.story.figure_parts import AS
from onrecord.story.figures import Figure
from onrecord.story.index import Index
from onrecord.story.number_phrases import numbers_in
from onrecord.story.numerals import words_of_sentence
from onrecord.story.occasions import article_day
from onrecord.weights import weights_of
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import word_set

_W = weights_of("sides")
_LENGTH = "length"


def may_differ(look: Index, one: Figure, two: Figure, *, few: bool) -> bool:
    """Whether amounts of two articles exclude one another and nothing says that they are of two things or times.

    With `few`, the story gives few amounts of the kind, so that they may be far apart.
    """
    if one.place.article == two.place.article or one.parts.kind != two.parts.kind:
        return False
    if not one.excludes(two) and not _is_below(look, one, two) and not _is_below(look, two, one):
        return False
    if one.parts.kind == _LENGTH and not one.parts.things | two.parts.things:
        return False  # from where to where?
    low, high = sorted((one.value, two.value))
    if low <= 1 or high > low * _W["far.few" if few and one.unit else "far"]:
        return False
    return not (_are_of_two(one, two) or _are_of_two_times(look, one, two) or _is_told(look, one, two))


def _are_of_two(one: Figure, two: Figure) -> bool:
    """Whether two amounts are of different things, or of those of different people."""
    left, right = one.parts, two.parts
    things = [{noun for noun in item.things if not noun.startswith(AS)} for item in (left, right)]
    measured = one.unit and (left.kind != _LENGTH or all(things)) and any(things) and things[0].isdisjoint(things[1])
    deeds = left.deeds and right.deeds and left.deeds.isdisjoint(right.deeds)
    first, second = _peoples(one), _peoples(two)
    return bool(measured or deeds or (first and second and first.isdisjoint(second)) or are_of_others(left, right))


def _are_of_two_times(look: Index, one: Figure, two: Figure) -> bool:
    """Whether two amounts are of two occasions, since two days, or the later is the later of what is counted daily."""
    since = [_since(look, item.place) for item in (one, two)]
    days = [article_day(look.analyses[item.place.article]) for item in (one, two)]
    same = one.occasion == two.occasion or (
        days[1].startswith(one.occasion) and days[0].startswith(two.occasion) and all(days)
    )
    return (all(since) and since[0] != since[1]) or not same or rose(one, two, days[0], days[1])


def _is_told(look: Index, one: Figure, two: Figure) -> bool:
    """Whether the sentence of an amount gives the other one too: "1,500 people, up from 1,200"."""
    for item, other in ((one, two), (two, one)):
        words = words_of_sentence(look.text(item.place.article), item.place.start, item.place.end)
        if any(number.value == other.value for number in numbers_in(words)):
            return True
    return False


def _since(look: Index, place: Place) -> str:
    """Since when something is counted, as printed; empty if the sentence does not say."""
    found = word_pattern("counted_since").search(look.text(place.article), place.start, place.end)
    return found["since"].casefold() if found else ""


def _peoples(item: Figure) -> frozenset[str]:
    """The capitalised words in the phrase for what is counted: "two Tajik servicemen"."""
    return frozenset(word for word in item.parts.printed.split()[1:] if word[0].isupper())


def _is_below(look: Index, low: Figure, limit: Figure) -> bool:
    """Whether an amount is below one that another sentence denies anything to be under: "none was sold for under 9"."""
    place = limit.place
    denied = word_pattern("denies_the_terms").search(look.text(place.article), place.start, place.end)
    words = words_of_sentence(look.text(place.article), place.start, place.end) if denied else ()
    below = limit.parts.comparison == "under" and low.value < limit.value
    return below and any(word.small in word_set("denies_clause") for word in words)
