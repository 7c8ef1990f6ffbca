"""Which articles are near one another: of one story, or of two parts of one that lie weeks apart.

Grouping separates what lies far apart in time, so that a year's news on one firm does not become one story. What an
article of spring says is compared with one of autumn all the same if both name the same few actors.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations

from onrecord.days import days_between
from onrecord.model import Story
from onrecord.story.storylines import COMMON, LIKE, Pair, likeness
from onrecord.weights import weights_of

_W = weights_of("matters")
_SHARED = int(_W["story.shared"])
_DAYS = int(_W["story.shared.days"])


def stories_near(story: Story, group: dict[str, int]) -> dict[str, list[int]]:
    """For each article the numbers of the groups that it or an article near it is in."""
    found = {article: {number} for article, number in group.items()}
    for one, two in {*(pair for pair, value in likeness(story).items() if value >= LIKE), *_sharing(story)}:
        found[one].add(group[two])
        found[two].add(group[one])
    return {article: sorted(numbers) for article, numbers in found.items()}


def _sharing(story: Story) -> set[Pair]:
    """Pairs of articles that name several actors in common and are not too far apart in time."""
    shared: Counter[Pair] = Counter()
    for actor in story.actors:
        articles = sorted({ref.article for ref in actor.refs})
        if actor.named and len(articles) <= COMMON:
            shared.update(combinations(articles, 2))
    published = {item.article.id: item.article.published for item in story.analyses}

    def at_once(one: str, two: str) -> bool:
        days = days_between(published[one], published[two])
        return days is None or days <= _DAYS

    return {pair for pair, count in shared.items() if count >= _SHARED and at_once(*pair)}
