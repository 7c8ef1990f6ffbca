"""Groups articles by story: those that share named actors and deeds and are near in time, found by an index.

Groups are merged while the cosine of the sums of their articles' vectors is high enough (group centroids, Manning et
al. 2008, section 17.4). An article that shares a little with each of many articles belongs to their story; one that
shares as little with a single other article does not. A chain of articles, each similar to the next, does not connect
a year's news on one firm.
"""

from __future__ import annotations

import heapq
from array import array
from math import sqrt

import numpy as np

from onrecord.model import Story
from onrecord.story.alike import COMMON, Likeness, Pair, likeness
from onrecord.story.caching import once_a_story
from onrecord.story.names_in_common import with_parts
from onrecord.story.sequels import with_sequels
from onrecord.story.twice_told import told_twice
from onrecord.weights import weights_of

__all__ = ["COMMON", "LIKE", "Pair", "group_articles", "likeness"]

LIKE = weights_of("matters")["story.like"]
"""Least similarity of two groups that tell one story."""


@once_a_story
def group_articles(story: Story) -> list[list[str]]:
    """Article ids by story, the largest first, then by id; each article once."""
    alike = likeness(story)
    groups = with_parts(story, alike.keys, with_sequels(alike, _Groups(alike).joined()))
    found = [[alike.keys[place] for place in group] for group in groups]
    pairs = [*told_twice(story, {group[0] for group in found if len(group) == 1})]
    taken = {key for pair in pairs for key in pair}
    found = [*(group for group in found if taken.isdisjoint(group)), *(sorted(pair) for pair in pairs)]
    return sorted(found, key=lambda item: (-len(item), item))


class _Groups:
    """Groups of articles, by their first one, with the sums of the likenesses within each and between each two."""

    def __init__(self, alike: Likeness) -> None:
        self._alike = alike
        self._members: dict[int, list[int]] = {}
        """Of groups of several articles."""
        self._within: dict[int, float] = {}
        self._between: dict[int, dict[int, float]] = {}
        """Of groups of several articles: the sums between each of them and any other group."""
        self._home = array("I", range(len(alike.keys)))
        self._ends, self._beside = _neighbours(alike)
        self._next = [(-value, one, two) for one, two, value in alike.places() if value >= LIKE]
        heapq.heapify(self._next)

    def joined(self) -> list[list[int]]:
        """The members of the groups after merging until no two are similar enough; ties are resolved by id."""
        while self._next:
            value, one, two = heapq.heappop(self._next)
            both_stand = self._home[one] == one and self._home[two] == two
            if both_stand and self._cosine(one, two) == -value:  # else one of them has grown since
                self._join(one, two)
        firsts = (place for place in range(len(self._home)) if self._home[place] == place)
        return [sorted(self._members.get(first, (first,))) for first in firsts]

    def _cosine(self, one: int, two: int) -> float:
        return self._sum(one, two) / sqrt(self._within.get(one, 1.0) * self._within.get(two, 1.0))

    def _sum(self, one: int, two: int) -> float:
        """The sum of the likenesses between two groups."""
        for group, other in ((one, two), (two, one)):
            if group in self._between:
                return self._between[group].get(other, 0.0)
        return self._alike.of(one, two)

    def _sums(self, group: int) -> dict[int, float]:
        """The sums between a group and all others that have any likeness to it."""
        if group in self._between:
            return self._between.pop(group)
        near = self._beside[self._ends[group] : self._ends[group + 1]].tolist()
        homes = {self._root(other) for other in near}
        return {other: self._sum(group, other) for other in homes}

    def _root(self, place: int) -> int:
        home = self._home
        while home[place] != place:
            home[place] = home[home[place]]
            place = home[place]
        return place

    def _join(self, one: int, two: int) -> None:
        """Add the articles of `two` to those of `one`."""
        own, theirs = self._sums(one), self._sums(two)
        self._within[one] = self._within.get(one, 1.0) + (self._within.pop(two, 1.0) + 2 * own[two])
        for other, value in sorted(theirs.items()):
            if other != one:
                own[other] = own.get(other, 0.0) + value
        del own[two]
        self._between[one] = own
        for other, value in own.items():
            if other in self._between:
                self._between[other].pop(two, None)
                self._between[other][one] = value
        self._home[two] = one
        self._members[one] = [*self._members.pop(one, [one]), *self._members.pop(two, [two])]
        for other in sorted(own):
            value = self._cosine(one, other)
            if value >= LIKE:
                heapq.heappush(self._next, (-value, min(one, other), max(one, other)))


def _neighbours(alike: Likeness) -> tuple[array[int], array[int]]:
    """For each article those that have any likeness to it, in a row, and where those of each begin."""
    lefts, rights = array("I"), array("I")
    for one, two, _ in alike.places():
        lefts.append(one)
        rights.append(two)
    own, others = np.array(lefts + rights, np.uint32), np.array(rights + lefts, np.uint32)
    order = np.argsort(own, kind="stable")
    ends = np.searchsorted(own[order], np.arange(len(alike.keys) + 1))
    return array("Q", ends.astype(np.uint64).tobytes()), array("I", others[order].tobytes())
