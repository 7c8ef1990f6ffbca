"""Contradictory accounts of how a body voted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from onrecord.days import days_between
from onrecord.model import Disagreement, Place, Position, Story
from onrecord.story.index import Index
from onrecord.story.neighbours import stories_near, told_by_story
from onrecord.story.occasions import article_day
from onrecord.story.positions import made
from onrecord.story.sentence_actors import actors_at, chief_of
from onrecord.story.voted import Tally, tallies_of
from onrecord.weights import weights_of

_W = weights_of("judgements")
_DAYS = int(_W["disputed.votes.days"])
_LONG = int(_W["disputed.votes.days.few"])
_FEW = 3
"""Accounts of votes of one body in a story up to which all may be of one vote."""
_MOST = int(_W["disputed.numbers"])
"""Votes of one body in one story beyond which it votes all the time."""


def voted_otherwise(story: Story, look: Index, group: dict[str, int]) -> Iterator[Disagreement]:
    """Disagreements on how a body voted, in different articles of one story."""
    days = {item.article.id: article_day(item) for item in story.analyses}
    found: set[tuple[Tally, ...]] = set()
    for tallies in told_by_story(look, stories_near(story, group), Tally, tallies_of):
        shelves: dict[str, list[Tally]] = defaultdict(list)
        for tally in tallies:
            shelves[tally.body].append(tally)
        for _, items in sorted(shelves.items()):
            if len(items) <= _MOST:
                pairs = [one for one in combinations(sorted(items, key=_order), 2) if _differ(look, items, *one, days)]
                found.add(tuple(item for item in sorted(items, key=_order) if any(item in pair for pair in pairs)))
    holding: dict[Tally, list[set[Tally]]] = defaultdict(list)
    for told in found:
        for item in told:
            holding[item].append(set(told))
    for told in sorted(found - {()}, key=lambda told: [_order(item) for item in told]):
        if not any(set(told) < other for other in holding[told[0]]):
            yield from _disagreement(story, look, told)


def _order(item: Tally) -> tuple[Place, str]:
    return item.place, item.printed


def _differ(look: Index, items: Sequence[Tally], one: Tally, two: Tally, days: dict[str, str]) -> bool:
    """Whether two articles tell one vote in ways that exclude one another, and neither tells of two votes."""
    here = one.place.article, two.place.article
    if here[0] == here[1] or not one.excludes(two):
        return False
    apart = days_between(days[here[0]], days[here[1]]) if days[here[0]] and days[here[1]] else None
    if apart is not None and apart > (_DAYS if len({item.place for item in items}) > _FEW else _LONG):
        return False
    shared = one.around & two.around or actors_at(look, one.place) & actors_at(look, two.place)
    if not shared and len({item.place for item in items}) > _FEW:
        return False
    return all(
        not mine.excludes(other)
        for article in here
        for mine, other in combinations([item for item in items if item.place.article == article], 2)
    )


def _disagreement(story: Story, look: Index, items: Sequence[Tally]) -> Iterator[Disagreement]:
    shared = frozenset.intersection(*(actors_at(look, item.place) for item in items))
    about = min(shared, default="") or chief_of(look, (item.place.article for item in items))
    given: dict[tuple[tuple[int, int] | None, bool], list[Tally]] = defaultdict(list)
    for item in items:
        given[item.votes, item.split].append(item)
    if about:
        positions = [
            Position(same[0].printed, (), tuple(sorted({item.place for item in same}))) for same in given.values()
        ]
        yield made(story.base, about, "number", f"How the {items[0].named} voted", positions)
