"""Contradictory accounts of how somebody voted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from onrecord.model import Disagreement, Place, Position, Story, StoryActor
from onrecord.story.ballots import AGAINST, FOR, Ballot, ballots_told
from onrecord.story.index import Index
from onrecord.story.positions import made


def voted_both_ways(story: Story, look: Index, group: Mapping[str, int]) -> Iterator[Disagreement]:
    """Disagreements on how a person voted on one matter, in articles of one story (`group`)."""
    shelves: dict[tuple[int, str], list[Ballot]] = defaultdict(list)
    for analysis in story.analyses:
        for item in ballots_told(analysis):
            if voter := _voter(look, item):
                shelves[group[analysis.article.id], voter].append(item)
    for (_, voter), items in sorted(shelves.items()):
        sides: dict[str, set[Place]] = {FOR: set(), AGAINST: set()}
        for one, two in combinations(items, 2):
            if one.place.article != two.place.article and one.excludes(two):
                sides[one.side].add(one.place)
                sides[two.side].add(two.place)
        articles = [{place.article for place in places} for places in sides.values()]
        if all(articles) and articles[0].isdisjoint(articles[1]):
            positions = [Position(side, (), tuple(sorted(places))) for side, places in sides.items()]
            yield made(story.base, voter, "polarity", f"How {_name(look, voter)} voted", positions)


def _voter(look: Index, item: Ballot) -> str:
    """IRI of the person whom the sentence mentions last before the words that tell the vote; empty if none."""
    for _, ref in reversed(look.mentioned(item.place.article, item.place.start, item.start)):
        actor = look.things.get(look.homes.get(ref, ""))
        if isinstance(actor, StoryActor) and actor.named and actor.type == "Person":
            return actor.iri
    return ""


def _name(look: Index, iri: str) -> str:
    actor = look.things[iri]
    return actor.name if isinstance(actor, StoryActor) else iri
