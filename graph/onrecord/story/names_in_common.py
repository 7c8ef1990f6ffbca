"""Small groups of articles that have seldom names in common with a story and with no other: they are parts of it.

A release or a comment may name hardly anybody, or call a firm by another name than its neighbours do, so that the
actors do not bring it to its story. The words of names do: those that in the whole collection stand in the articles of
few groups alone, no month, no country, no forename and no common word. One in half of the articles of both counts
double.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import combinations

from onrecord import forenames
from onrecord.countries import territories
from onrecord.days import days_between
from onrecord.model import Story
from onrecord.month_names import month_numbers
from onrecord.story.alike import COMMON
from onrecord.story.inflection import is_common
from onrecord.weights import weights_of
from onrecord.word_sets import word_set

_W = weights_of("matters")
_SHARED = int(_W["story.names"])
_SMALL = int(_W["story.small"])
_DAYS = int(_W["story.names.days"])
_WORD = re.compile(r"(?<![^\W_])[^\W\d_a-z][^\W_]*[a-z][^\W_]*|(?<=\()[A-Z]{3,6}(?=\))")
"""A word with a capital and a small letter, or the letters for a name that stands before them: "(ICAO)"."""
_OPENING = re.compile(r"(?:^|[.!?:\n])[\s\"'“‘(]*$")
"""What stands before a word that has its capital from where it stands."""
_FEW = 3
"""Most groups of articles that have a name which says that they are of one story."""
_BEFORE = 4
"""Characters before a word in which a mark shows that it opens a sentence."""


def with_parts(story: Story, keys: Sequence[str], groups: Sequence[Sequence[int]]) -> list[list[int]]:
    """The groups of articles, by their places among `keys`, each with the small groups that are parts of it."""
    if len(groups) < 2 or all(len(group) == 1 for group in groups):
        return [list(group) for group in groups]
    home = {place: number for number, group in enumerate(groups) for place in group}
    places = {key: place for place, key in enumerate(keys)}
    named: defaultdict[str, Counter[int]] = defaultdict(Counter)
    days: list[str | None] = [None] * len(keys)
    for item in story.analyses:
        place = places[item.article.id]
        days[place] = item.article.published
        for word in words_of_names(item.article.text):
            if len(named[word]) <= _FEW:
                named[word][home[place]] += 1
    common: Counter[tuple[int, int]] = Counter()
    for found in named.values():
        if 1 < len(found) <= _FEW and found.total() <= COMMON:
            chief = {group for group, count in found.items() if 2 * count >= len(groups[group])}
            common.update({pair: 1 + chief.issuperset(pair) for pair in combinations(sorted(found), 2)})
    return _joined(groups, common, days)


def _joined(
    groups: Sequence[Sequence[int]], common: Counter[tuple[int, int]], days: Sequence[str | None]
) -> list[list[int]]:
    """The groups, each small one with the largest of those with which it has most names in common."""
    joined = [list(group) for group in groups]
    best: dict[int, tuple[int, int, int]] = {}
    for (one, two), count in common.items():
        for small, other in ((one, two), (two, one)):
            fits = (
                len(groups[small]) <= _SMALL
                and len(groups[other]) > 1
                and (len(groups[other]), -other) > (len(groups[small]), -small)
            )
            if fits and count >= _SHARED and _are_near(groups[small], groups[other], days):
                best[small] = max(best.get(small, (0, 0, 0)), (count, len(groups[other]), -other))
    for small in sorted(best, key=lambda number: (len(groups[number]), number)):
        target = -best[small][2]
        while target in best and not joined[target]:  # it has become a part itself
            target = -best[target][2]
        if target != small:
            joined[target] += joined[small]
            joined[small] = []
    return [sorted(group) for group in joined if group]


def _are_near(one: Sequence[int], two: Sequence[int], days: Sequence[str | None]) -> bool:
    between = [days_between(days[left], days[right]) for left in one for right in two]
    known = [item for item in between if item is not None]
    return not known or min(known) <= _DAYS


@lru_cache(maxsize=1 << 8)
def words_of_names(text: str) -> frozenset[str]:
    """The words of names in a text that tell what it is about, as printed."""
    found: set[str] = set()
    for item in _WORD.finditer(text):
        if item[0] not in found and not _OPENING.search(text, max(0, item.start() - _BEFORE), item.start()):
            found.add(item[0])
    return frozenset(word for word in found if not _is_everywhere(word))


@lru_cache(maxsize=1 << 14)
def _is_everywhere(word: str) -> bool:
    """Whether a word stands in articles on anything."""
    small = word.casefold()
    return small in _everywhere() or small in forenames.known() or is_common(word)


@cache
def _everywhere() -> frozenset[str]:
    """Words of names that stand in articles on anything: months, weekdays, titles, countries and their people."""
    countries = (
        word.casefold()
        for item in territories().values()
        for name in (item.name, *item.english, *item.adjectives, item.capital)
        for word in name.split()
    )
    days = (word.casefold() for word in word_set("weekday"))
    return frozenset((*countries, *days, *month_numbers(), *word_set("title_of_person")))
