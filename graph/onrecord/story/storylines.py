"""Groups articles by story: those that share named actors and deeds and are near in time, found by an index.

Groups are merged while the cosine of the sums of their articles' vectors is high enough (group centroids, Manning et
al. 2008, section 17.4). An article that shares a little with each of many articles belongs to their story; one that
shares as little with a single other article does not. A chain of articles, each similar to the next, does not connect
a year's news on one firm.
"""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from itertools import combinations
from math import log, sqrt

from onrecord.days import nearness
from onrecord.model import Story, StoryActor
from onrecord.weights import weights_of

_W = weights_of("matters")
LIKE = _W["story.like"]
"""Least similarity of two groups that tell one story."""
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

Pair = tuple[str, str]


def group_articles(story: Story) -> list[list[str]]:
    """Article ids by story, the largest first, then by id; each article once."""
    groups = _Groups(sorted(item.article.id for item in story.analyses), likeness(story))
    return sorted(groups.joined(), key=lambda item: (-len(item), item))


def likeness(story: Story) -> dict[Pair, float]:
    """How alike two articles are, from 0 on, of the pairs that share something, each in order of its ids.

    The cosine of the named actors and deeds. One weighs less the more articles hold it (inverse document frequency,
    Spärck Jones 1972), and little if only one does; an actor weighs more the more often an article names it. What all
    articles of a small collection name tells that they are of one story, so a frequency is one among `story.nothing`
    articles, however many there are. One alone that is shared counts for little, unless it is a person known by a full
    name or both name nothing oftener. The cosine is halved for every `story.half` days between two dates of
    publication, and counts more for those that are near than for articles without a date.
    """
    norm: dict[str, float] = defaultdict(float)
    product: dict[Pair, float] = defaultdict(float)
    shared: Counter[Pair] = Counter()
    held = _held(story)
    people = {_key(actor) for actor in story.actors if _is_person(actor) and " " in actor.name}
    chief: dict[str, float] = defaultdict(lambda: _ONCE)
    for found in held.values():
        for key, often in found.items():
            chief[key] = max(chief[key], often)
    for name, found in sorted(held.items()):
        if len(found) > COMMON:
            continue
        weight = (1 - log(len(found), _NOTHING)) ** 2 if len(found) > 1 else _ALONE
        for one, two in combinations(sorted(found), 2):
            product[one, two] += weight * found[one] * found[two]
            telling = name in people or (found[one], found[two]) == (chief[one], chief[two])
            shared[one, two] += 2 if telling else 1
        for key, often in found.items():
            norm[key] += weight * often * often
    days = {item.article.id: item.article.published for item in story.analyses}

    def near(one: str, two: str) -> float:
        few = _SINGLE if shared[one, two] == 1 else 1.0
        return few * (_DATED * nearness(days[one], days[two], _HALF) if days[one] and days[two] else 1.0)

    return {(one, two): value / sqrt(norm[one] * norm[two]) * near(one, two) for (one, two), value in product.items()}


def _held(story: Story) -> dict[str, dict[str, float]]:
    """Names of actors and IRIs of deeds: the articles that hold each, with its weight in each.

    A name that stands for two actors, as one article has it for a firm and another for its ship, is one. People are
    told by their surnames, because many articles print no more.
    """
    printed = {
        (item.article.id, actor.id): sum(mention.form != "pronoun" for mention in actor.mentions)
        for item in story.analyses
        for actor in item.actors
    }
    counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for actor in story.actors:
        for ref in actor.refs if actor.named else ():
            counts[_key(actor)][ref.article] += max(1, printed[ref.article, ref.local])
    held = {name: {key: count**_OFTEN for key, count in found.items()} for name, found in counts.items()}
    for deed in story.actions:
        held.setdefault(deed.iri, {}).update((ref.article, 1.0) for ref in deed.refs)
    return held


def _key(actor: StoryActor) -> str:
    name = actor.name.casefold()
    return name.split()[-1] if _is_person(actor) else name


def _is_person(actor: StoryActor) -> bool:
    return actor.type == "Person" and actor.named


class _Groups:
    """Groups of articles with the sum of the likenesses within each and between each two of them that have any."""

    def __init__(self, keys: list[str], alike: dict[Pair, float]) -> None:
        self._members = {key: [key] for key in keys}
        self._within = dict.fromkeys(keys, 1.0)
        self._between: dict[str, dict[str, float]] = {key: {} for key in keys}
        for (one, two), value in sorted(alike.items()):
            self._between[one][two] = self._between[two][one] = value
        self._next = [(-value, one, two) for (one, two), value in alike.items() if value >= LIKE]
        heapq.heapify(self._next)

    def joined(self) -> list[list[str]]:
        """The members of the groups after merging until no two are similar enough; ties are resolved by id."""
        while self._next:
            value, one, two = heapq.heappop(self._next)
            both_stand = one in self._members and two in self._members
            if both_stand and self._cosine(one, two) == -value:  # else one of them has grown since
                self._join(one, two)
        return [sorted(item) for item in self._members.values()]

    def _cosine(self, one: str, two: str) -> float:
        return self._between[one].get(two, 0.0) / sqrt(self._within[one] * self._within[two])

    def _join(self, one: str, two: str) -> None:
        """Add the articles of `two` to those of `one`."""
        self._within[one] += self._within.pop(two) + 2 * self._between[one][two]
        for other, value in sorted(self._between.pop(two).items()):
            del self._between[other][two]
            if other != one:
                total = self._between[one].get(other, 0.0) + value
                self._between[one][other] = self._between[other][one] = total
        self._members[one] += self._members.pop(two)
        for other in sorted(self._between[one]):
            value = self._cosine(one, other)
            if value >= LIKE:
                heapq.heappush(self._next, (-value, min(one, other), max(one, other)))
