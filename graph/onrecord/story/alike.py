"""How alike two articles are by the named actors and the deeds that they hold, for all that share some."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import combinations, groupby
from math import log, sqrt

import numpy as np
from msgspec import Struct

from onrecord.days import nearness
from onrecord.model import Story, StoryActor
from onrecord.shelf import Shelf, in_order
from onrecord.story.caching import once_a_story
from onrecord.weights import weights_of

_W = weights_of("matters")
COMMON = int(_W["story.common"])
"""A name in more articles than this is not used for grouping."""
_ALONE = _W["story.alone"]
_NOTHING = _W["story.nothing"]
_HALF = _W["story.half"]
_DATED = _W["story.dated"]
_OFTEN = _W["story.often"]
_SINGLE = _W["story.single"]

_ONCE = 1.1
"""More than an actor weighs in an article that names it once: one named once is not what an article is about."""
_BITS = 32
"""Bits of a number for each article of a pair."""

Pair = tuple[str, str]


class Likeness:
    """How alike two articles are, of the pairs that share something, each in order of its ids; 16 bytes a pair."""

    def __init__(self, keys: Sequence[str], held: Shelf[_Held], codes: array[int], values: array[float]) -> None:
        """`keys` are the ids of all articles in order; in a code stand the places of two of them there.

        `held` is what each of them holds, by name.
        """
        self.keys, self._held, self._codes, self._values = keys, held, codes, values

    def __len__(self) -> int:
        return len(self._codes)

    def items(self) -> Iterator[tuple[Pair, float]]:
        """All pairs, in order."""
        return (((self.keys[one], self.keys[two]), value) for one, two, value in self.places())

    def places(self) -> Iterator[tuple[int, int, float]]:
        """All pairs as places among the keys, in order."""
        mask = (1 << _BITS) - 1
        return ((code >> _BITS, code & mask, value) for code, value in zip(self._codes, self._values, strict=True))

    def of(self, one: int, two: int) -> float:
        """How alike two articles are, given by their places; 0 if they share nothing."""
        code = min(one, two) << _BITS | max(one, two)
        at = bisect_left(self._codes, code)
        return self._values[at] if at < len(self._codes) and self._codes[at] == code else 0.0

    def shared(self) -> Iterator[tuple[bool, frozenset[int]]]:
        """For each name of actors and each deed: whether it is one person's, known in full, and who holds it."""
        return ((telling, frozenset(found)) for telling, found in _by_name(self._held))


class _Held(Struct, frozen=True, array_like=True):
    """An article that holds an actor or a deed."""

    name: str
    """The name of the actor, or the IRI of the deed."""
    article: int
    """The place of its id among those of all articles."""
    often: int
    """How often it names the actor but by pronouns; 0 for a deed."""
    telling: bool
    """Whether it is a person known by a full name."""


@once_a_story
def likeness(story: Story) -> Likeness:
    """How alike two articles are, from 0 on.

    The cosine of the named actors and deeds. One weighs less the more articles hold it (inverse document frequency,
    Spärck Jones 1972), and little if only one does; an actor weighs more the more often an article names it. What all
    articles of a small collection name tells that they are of one story, so a frequency is one among `story.nothing`
    articles, however many there are. One alone that is shared counts for little, unless it is a person known by a full
    name or both name nothing oftener. The cosine is halved for every `story.half` days between two dates of
    publication, and counts more for those that are near than for articles without a date.
    """
    told = sorted((item.article.id, place, item.article.published) for place, item in enumerate(story.analyses))
    keys, days = [key for key, _, _ in told], [published for _, _, published in told]
    held = in_order(_Held, _held(story, keys, [place for _, place, _ in told]), lambda item: item.name)
    norm, chief = [0.0] * len(keys), [_ONCE] * len(keys)
    for _, found in _by_name(held):
        for place, often in found.items():
            chief[place] = max(chief[place], often)
    codes, products, shares = array("Q"), array("d"), array("B")
    for telling, found in _by_name(held):
        if len(found) > COMMON:
            continue
        weight = (1 - log(len(found), _NOTHING)) ** 2 if len(found) > 1 else _ALONE
        for one, two in combinations(sorted(found), 2):
            codes.append(one << _BITS | two)
            products.append(weight * found[one] * found[two])
            shares.append(2 if telling or (found[one], found[two]) == (chief[one], chief[two]) else 1)
        for place, often in found.items():
            norm[place] += weight * often * often
    pairs, number = np.unique(np.frombuffer(codes, np.uint64), return_inverse=True)
    product = np.bincount(number.reshape(-1), np.frombuffer(products, np.float64), len(pairs))
    shared = np.bincount(number.reshape(-1), np.frombuffer(shares, np.uint8), len(pairs))
    found_codes, values = array("Q", pairs.tobytes()), array("d")
    for code, value, share in zip(found_codes, product.tolist(), shared.tolist(), strict=True):
        one, two = code >> _BITS, code & ((1 << _BITS) - 1)
        few = _SINGLE if share == 1 else 1.0
        near = few * (_DATED * nearness(days[one], days[two], _HALF) if days[one] and days[two] else 1.0)
        values.append(value / sqrt(norm[one] * norm[two]) * near)
    return Likeness(keys, held, found_codes, values)


def _by_name(held: Shelf[_Held]) -> Iterator[tuple[bool, dict[int, float]]]:
    """For each name of actors and each deed: whether it is known to be one person's, and its weight in each article.

    A name that stands for two actors, as one article has it for a firm and another for its ship, is one.
    """
    for _, group in groupby(held, key=lambda item: item.name):
        counts: dict[int, int] = {}
        telling = False
        for item in group:
            counts[item.article] = counts.get(item.article, 0) + item.often
            telling = telling or item.telling
        yield telling, {place: count**_OFTEN if count else 1.0 for place, count in counts.items()}


class _Named(Struct, frozen=True, array_like=True):
    """A named actor of an article."""

    article: int
    local: str
    name: str
    telling: bool


def _held(story: Story, keys: Sequence[str], in_story: Sequence[int]) -> Iterator[_Held]:
    """What each article holds. People are told by their surnames, because many articles print no more.

    `keys` are the ids of the articles, `in_story` the place of each in the story.
    """
    places = {key: place for place, key in enumerate(keys)}
    named = in_order(
        _Named,
        (
            _Named(places[ref.article], ref.local, _key(actor), _is_person(actor) and " " in actor.name)
            for actor in story.actors if actor.named for ref in actor.refs
        ),
        lambda item: item.article,
    )  # fmt: skip
    for article, group in groupby(named, key=lambda item: item.article):
        analysis = story.analyses[in_story[article]]
        printed = {one.id: sum(mention.form != "pronoun" for mention in one.mentions) for one in analysis.actors}
        for item in group:
            yield _Held(item.name, article, max(1, printed[item.local]), item.telling)
    for deed in story.actions:
        for article in {places[ref.article] for ref in deed.refs}:
            yield _Held(deed.iri, article, 0, telling=False)


def _key(actor: StoryActor) -> str:
    name = actor.name.casefold()
    return name.split()[-1] if _is_person(actor) else name


def _is_person(actor: StoryActor) -> bool:
    return actor.type == "Person" and actor.named
