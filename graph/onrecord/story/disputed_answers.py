"""Opposite answers that articles give to one question: whether somebody apologised, fell or was struck, was there.

Two answers are of one matter if they are of the same person or thing, and if what else their sentences tell is too. A
word counts the more the fewer sentences of the story hold it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial

from onrecord.days import days_between
from onrecord.model import Disagreement, Place, Position, Story
from onrecord.story.amount_words import is_person
from onrecord.story.answers import ANYTHING, Answered, answered
from onrecord.story.index import Index
from onrecord.story.neighbours import by_story, stories_near, told_by_story
from onrecord.story.parties import Party
from onrecord.story.party_names import called, is_several
from onrecord.story.positions import made, set_against
from onrecord.story.question_words import ANY, Question, alike, questions
from onrecord.story.sentence_actors import about_both
from onrecord.story.surroundings import Surroundings
from onrecord.weights import weights_of
from onrecord.word_sets import in_order, word_set

_W = weights_of("answers")
_MOST = int(_W["most"])


def answered_otherwise(
    story: Story, look: Index, group: Mapping[str, int], found: Collection[Disagreement]
) -> Iterator[Disagreement]:
    """A disagreement for each question that articles of a story (`group`) answer in two ways, beside those in `found`.

    What a sentence of those in `found` tells is not told again.
    """
    held = {place for item in found if not item.note and item.aspect == "polarity" for place in _places(item)}
    known = set_against(found)
    near = stories_near(story, dict(group), _W["days"])
    told = told_by_story(look, near, Answered, partial(answered, look))
    for (_, analyses), given in zip(by_story(look, near), told, strict=True):
        if len(analyses) < 2:
            continue
        shelves: dict[str, list[Answered]] = defaultdict(list)
        for item in given:
            shelves[item.question].append(item)
        context = Surroundings(look, analyses)
        for _, items in sorted(shelves.items()):
            if len(items) <= _MOST:
                here = [*_of_question(story, look, items, context, known)]
                yield from (item for item in here if held.isdisjoint(_places(item)))


def _places(item: Disagreement) -> set[Place]:
    return {place for side in item.positions for place in side.places}


def _of_question(
    story: Story, look: Index, items: Sequence[Answered], context: Surroundings, known: Collection[frozenset[Place]]
) -> Iterator[Disagreement]:
    """The answers to one question that contradict one another, each group once."""
    pairs = [
        (value, one, two)
        for one in items
        for two in items
        if one.first and not two.first and _may_differ(look, one, two)
        and (value := _alike(look, one, two, context)) >= (questions()[one.question].least or _W["least"])
    ]  # fmt: skip
    used: set[Place] = set()
    for value, one, two in sorted(pairs, key=lambda pair: (-pair[0], pair[1].place, pair[2].place)):
        if frozenset({one.place, two.place}) in known or one.place in used or two.place in used:
            continue
        near = [pair for pair in pairs if pair[0] >= _W["as.sure"] * value]
        sides = [
            {one.place, *(first.place for _, first, second in near if second.place == two.place)},
            {two.place, *(second.place for _, first, second in near if first.place == one.place)},
        ]
        used |= sides[0] | sides[1]
        about = min(one.of.actors & two.of.actors, default=None) or about_both(look, one.place, two.place)
        if about:
            positions = [
                Position(item.printed, (), tuple(sorted(places)))
                for item, places in zip((one, two), sides, strict=True)
            ]
            yield made(story.base, about, "polarity", _label(look, one, two), positions)


def _may_differ(look: Index, one: Answered, two: Answered) -> bool:
    """Whether two answers are of two articles and one occasion, and neither tells what was done since the other."""
    if one.place.article == two.place.article or one.occasion != two.occasion:
        return False
    question = questions()[one.question]
    denying, telling = (one, two) if one.denied else (two, one)
    if (question.accrues or question.passes) and _is_later(look, telling, denying):
        return False
    days = [look.analyses[item.place.article].article.published for item in (denying, telling)]
    if question.accrues and denying.so_far and all(days) and str(days[0]) < str(days[1]):
        return False  # done since
    if (one.yet or two.yet) and not all(days):
        return False
    most = _W["days.passing"] if question.passes else _W["days"]
    return (days_between(*days) or 0) <= most


def _is_later(look: Index, one: Answered, two: Answered) -> bool:
    """Whether what one answer tells is of a day on which the article of the other had been printed."""
    printed = look.analyses[two.place.article].article.published or ""
    days = (
        item.value[:_DAY]
        for item in look.analyses[one.place.article].dates
        if one.place.start <= item.start < one.place.end and item.type == "DATE" and item.value
    )
    return len(printed) == _DAY and any(len(day) == _DAY and day[:1].isdigit() and day > printed for day in days)


_DAY = len("2024-05-19")


def _alike(look: Index, one: Answered, two: Answered, context: Surroundings) -> float:
    """How sure two answers are of one person or thing, and of one matter; negative if they are not."""
    question = questions()[one.question]
    if _are_others(look, one.of, two.of) or (question.object and alike(one.what) != alike(two.what)):
        return -1.0
    of = _of_one(one, two, question)
    if of is None:
        return -1.0
    other = bool(one.what and two.what) and ANYTHING not in (one.what, two.what)
    if not of and other and alike(one.what) != alike(two.what):
        return -1.0  # neither of one person nor of one thing
    left_out = one.of.actors | two.of.actors | one.words | two.words
    least = question.least or _W["least"]
    alone = question.of == ANY and not question.things and least >= _W["least.together"]
    if alone and context.apart(one, two, left_out):
        return -1.0
    if one.of.actors.isdisjoint(two.of.actors) and not (of and _is_one_thing(one, two)):
        own = {one.what, two.what, *map(alike, (*one.words, *two.words, one.what, two.what))}
        if not context.shared(one, two, left_out | own):
            return -1.0  # the words of the question are all that they have in common
    return of + _of_thing(one, two) + context.shared(one, two, left_out)


def _is_one_thing(one: Answered, two: Answered) -> bool:
    """Whether two answers name the same thing by a noun that says what it is: not "a copy", which is of anything."""
    return bool(one.what) and one.what == two.what and one.what not in word_set("is_of_anything")


def _of_one(one: Answered, two: Answered, question: Question) -> float | None:
    """How sure two answers are of one person or thing; None if they are not."""
    left, right = one.of, two.of
    any_ = question.of == ANY
    if left.actors & right.actors:
        return _W["actor"]
    shared = left.nouns & right.nouns - word_set("any_person")
    if shared:
        return _W["alike" if shared <= word_set("of_any_news") else "noun"]
    if one.universal or two.universal:
        told = _is_of_somebody(left if two.universal else right) or (any_ and one.what == two.what)
        return _W["nobody"] if told else 0.0
    if set(map(alike, left.nouns)) & set(map(alike, right.nouns)):
        return _W["alike"]
    if any_:
        return 0.0
    return -_W["unknown"] if left.actors and right.actors else None


def _is_of_somebody(party: Party) -> bool:
    return bool(party.actors) or any(map(is_person, party.nouns))


def _of_thing(one: Answered, two: Answered) -> float:
    """How far two answers are about one thing."""
    if not (one.what and two.what) or (ANYTHING in (one.what, two.what) and one.what != two.what):
        return 0.0
    if one.what == two.what:
        return _W["thing"]
    return _W["thing"] / 2 if alike(one.what) == alike(two.what) else -_W["other"]


def _are_others(look: Index, left: Party, right: Party) -> bool:
    """Whether two answers are of different named actors of one kind: a ship's master may answer for the ship."""
    if not left.actors or not right.actors or left.actors & right.actors:
        return False
    kinds = [{getattr(look.things[iri], "type", "") for iri in party.actors} for party in (left, right)]
    return bool(kinds[0] & kinds[1]) or not {"Person"} & (kinds[0] | kinds[1])


def _label(look: Index, one: Answered, two: Answered) -> str:
    """The question in words."""
    telling, denying = (two, one) if one.denied else (one, two)
    named = telling.named or denying.named
    asks, parties = questions()[one.question].asks, [one.of, two.of]
    if not one.of.nouns & two.of.nouns:  # "no third state" is nobody that a label can name
        parties = [item.of for item in (one, two) if not item.universal] or parties
    who = called(look, parties[0], parties[-1])
    was = in_order("past_of_be")[is_several(named if "{what}" in asks else who)]
    return asks.replace("{who}", who).replace("{what}", named).replace("{was}", was)
