"""Two who are each said to be the one who did something."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from onrecord.model import Disagreement, Position, Story, StoryActor
from onrecord.story.clefts import Doer, doers_told
from onrecord.story.index import Index
from onrecord.story.positions import made
from onrecord.story.sentence_actors import about_both
from onrecord.weights import weights_of

_SHARED = weights_of("judgements")["disputed.doers.shared"]


def done_by_others(story: Story, look: Index, group: Mapping[str, int]) -> Iterator[Disagreement]:
    """Disagreements on who did something, in articles of one story (`group`)."""
    told = [item for analysis in story.analyses for item in doers_told(analysis)]
    by_story: dict[int, list[int]] = defaultdict(list)
    for number, item in enumerate(told):
        by_story[group[item.place.article]].append(number)
    pairs = sorted(pair for numbers in by_story.values() for pair in combinations(numbers, 2))
    for one, two in ((told[left], told[right]) for left, right in pairs):
        if one.place.article == two.place.article or not _differ(one, two):
            continue
        about = about_both(look, one.place, two.place)
        sides = [_named(look, item) for item in (one, two)]
        if about and sides[0] != sides[1]:
            positions = [Position(who, (), (item.place,)) for who, item in zip(sides, (one, two), strict=True)]
            deed = max(one.told, two.told, key=lambda words: (len(words), words))
            yield made(story.base, about, "agent", f"Who {deed}", positions)


def _named(look: Index, item: Doer) -> str:
    """IRI of the named actor that the words mention as a whole; the words themselves if there is none."""
    start, end = item.span
    for mention, ref in look.mentioned(item.place.article, start, end):
        actor = look.things.get(look.homes.get(ref, ""))
        if mention.start <= start + _ARTICLE and mention.end == end and isinstance(actor, StoryActor) and actor.named:
            return actor.iri
    return item.who


_ARTICLE = len("the ")
"""Most characters before a name that are none of it."""


def _differ(one: Doer, two: Doer) -> bool:
    """Whether two sentences pick out two for one deed."""
    shared = len(one.done & two.done) + (one.first and two.first)
    return one.first is two.first and shared >= _SHARED and one.names.isdisjoint(two.names)
