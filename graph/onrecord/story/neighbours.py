"""Which articles are near one another: of one story, or of two parts of one that lie weeks apart.

Grouping separates what lies far apart in time, so that a year's news on one firm does not become one story. What an
article of spring says is compared with one of autumn all the same if both name the same few actors.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations
from typing import TypeVar

import numpy as np

from onrecord.days import days_between
from onrecord.model import Analysis, Story
from onrecord.shelf import Seen, Shelf
from onrecord.story.index import Index
from onrecord.story.storylines import COMMON, LIKE, Pair, likeness
from onrecord.weights import weights_of

T = TypeVar("T")
_W = weights_of("matters")
_SHARED = int(_W["story.shared"])
_DAYS = int(_W["story.shared.days"])


def stories_near(story: Story, group: dict[str, int], days: float = _DAYS) -> dict[str, list[int]]:
    """For each article the numbers of the groups that it or an article near it is in.

    Those that name several actors in common are near if no more than `days` lie between them.
    """
    found = {article: {number} for article, number in group.items()}
    like = (pair for pair, value in likeness(story).items() if value >= LIKE)
    for one, two in chain(like, _sharing(story, days)):
        found[one].add(group[two])
        found[two].add(group[one])
    return {article: sorted(numbers) for article, numbers in found.items()}


def by_story(look: Index, near: Mapping[str, Iterable[int]]) -> Iterator[tuple[int, list[Analysis]]]:
    """The articles in or near each story, in order: `near` has the numbers of stories for each article."""
    for number, places in _in_stories(look, near):
        yield number, [look.analyses.analyses[place] for place in places]


def told_by_story(
    look: Index,
    near: Mapping[str, Iterable[int]],
    kind: type[T],
    told: Callable[[Analysis], Iterable[T]],
    *,
    alone: bool = False,
) -> Iterator[list[T]]:
    """What is `told`, values of a `kind`, in the articles in or near each story, in order.

    An article may be near many stories; it is read once. One that has no other in or near its stories is read only
    with `alone`: what it tells is set against nothing.
    """
    stories = [places for _, places in _in_stories(look, near)]
    read = None if alone else {place for places in stories if len(places) > 1 for place in places}
    found = Shelf[tuple[T, ...]](
        tuple[kind, ...],  # type: ignore[valid-type]  # a kind that is given
        (
            tuple(told(item)) if read is None or place in read else ()
            for place, item in enumerate(look.analyses.analyses)
        ),
    )
    for places in stories:
        yield [one for place in places for one in found[place]]


def _in_stories(look: Index, near: Mapping[str, Iterable[int]]) -> Iterator[tuple[int, list[int]]]:
    places: dict[int, list[int]] = defaultdict(list)
    for article, numbers in near.items():
        for number in numbers:
            places[number].append(look.positions[article])
    return ((number, sorted(found)) for number, found in sorted(places.items()))


class Beside:
    """The articles of each story of a collection, found without a look at those of any other."""

    def __init__(self, analyses: Sequence[Analysis], group: Mapping[str, int]) -> None:
        """`group` says which story each article belongs to."""
        self._analyses, self._group = analyses, group
        self._places: dict[int, list[int]] = defaultdict(list)
        for place, item in enumerate(analyses):
            self._places[group[item.article.id]].append(place)

    def of(self, article: str) -> Sequence[Analysis]:
        """The articles of the story that `article` belongs to, with itself, in order."""
        return Seen(self._places[self._group[article]], self._analyses.__getitem__)


def _sharing(story: Story, most: float) -> Iterator[Pair]:
    """Pairs of articles that name several actors in common and are not too far apart in time."""
    published = dict(sorted((item.article.id, item.article.published) for item in story.analyses))
    keys, days = [*published], [*published.values()]
    places = {key: place for place, key in enumerate(keys)}
    codes = array("Q")
    for actor in story.actors:
        articles = sorted({places[ref.article] for ref in actor.refs}) if actor.named else []
        if len(articles) <= COMMON:
            codes.extend(one << _BITS | two for one, two in combinations(articles, 2))
    pairs, shared = np.unique(np.array(codes), return_counts=True)
    for code in pairs[shared >= _SHARED].tolist():
        one, two = code >> _BITS, code & ((1 << _BITS) - 1)
        between = days_between(days[one], days[two])
        if between is None or between <= most:
            yield keys[one], keys[two]


_BITS = 32
"""Bits of a number for each article of a pair."""
