"""Contradictory amounts (sums of money, lengths of time) in reports of one deed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from onrecord.days import days_between
from onrecord.model import Disagreement, Place, Position, Ref, Story
from onrecord.story.figure_matching import Group, too_far
from onrecord.story.figure_parts import DURATION, MONEY
from onrecord.story.figures import Figure, figures_by_article
from onrecord.story.index import Index
from onrecord.story.labels import plain
from onrecord.story.occasions import article_day
from onrecord.story.positions import made, without
from onrecord.value_groups import is_nominal
from onrecord.weights import weights_of
from onrecord.word_sets import word_set

_ASKED = {MONEY: "How much money", DURATION: "How long"}


def of_deeds(story: Story, look: Index, group: dict[str, int]) -> Iterator[tuple[Disagreement, Group]]:
    """Disagreements on amounts of one action in different articles of one story, each with its figures."""
    figures = figures_by_article(story)
    for action in story.actions:
        if len({ref.article for ref in action.refs}) == 1:
            continue  # only articles contradict one another
        given: dict[tuple[str, int], list[tuple[Figure, Ref]]] = defaultdict(list)
        for ref in action.refs:
            report = look.actions[ref]
            if report.under is None and report.polarity == "positive" and report.trigger and not is_nominal(report):
                behind = report.trigger[-1][1]
                next_deed = min((at for at in look.starts[ref.article] if at >= behind), default=_NOWHERE)
                place = _place(look, ref)
                here = [one for one in figures[ref.article] if one.place == place]
                for figure in _amounts(here, behind):
                    if figure.parts.kind == DURATION and figure.start > next_deed:
                        continue  # how long that took, or shall take
                    given[figure.parts.kind, group[ref.article]].append((figure, ref))
        for _, items in sorted(given.items()):
            pairs = combinations(items, 2)
            if any(_exclude(one, two) and _at_one_time(look, left, right) for (one, left), (two, right) in pairs):
                found = _disagreement(story.base, look, action.iri, items)
                yield found, frozenset((figure.place, figure.start) for figure, _ in items)


_NOWHERE = 1 << 60
"""Behind all texts."""


def _exclude(one: Figure, two: Figure) -> bool:
    """Whether amounts contradict each other: in one unit, and not so far apart that they are of different things."""
    return one.unit == two.unit and not too_far(one, two) and one.excludes(two)


def _at_one_time(look: Index, one: Ref, two: Ref) -> bool:
    """Whether two articles are so near in time that what they tell in like words was done once."""
    days = days_between(*(article_day(look.analyses[ref.article]) for ref in (one, two)))
    return one.article != two.article and (days is None or days <= _DAYS)


_DAYS = int(weights_of("judgements")["disputed.sums.days"])


def _amounts(figures: Sequence[Figure], behind: int) -> list[Figure]:
    """The amounts of a sentence that stand from `behind` on, without kinds of amount that it has more than once."""
    found: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        kind = figure.parts.kind
        if kind == MONEY or (kind == DURATION and figure.parts.link in word_set("links_length_of_time")):
            found[kind].append(figure)
    alone = (items[0] for _, items in sorted(found.items()) if len(items) == 1)
    return [figure for figure in alone if figure.start >= behind]


def _disagreement(root: str, look: Index, about: str, items: Sequence[tuple[Figure, Ref]]) -> Disagreement:
    positions: dict[str, list[Ref]] = defaultdict(list)
    for figure, ref in items:
        positions[figure.parts.printed].append(ref)
    first = min(ref for _, ref in items)
    deed = plain(look, first)
    for figure, _ in items:
        deed = without(deed, figure.parts.printed, rest=True)
        deed = re.sub(rf" {re.escape(figure.parts.printed)}(?!\w|[.,]\d)", "", deed)
    label = f"{_ASKED[items[0][0].parts.kind]}: {deed}"
    held = [
        Position(value, tuple(sorted(refs)), tuple(_place(look, ref) for ref in sorted(refs)))
        for value, refs in sorted(positions.items())
    ]
    return made(root, about, "number", label, held)


def _place(look: Index, ref: Ref) -> Place:
    return Place(ref.article, *look.sentence(ref.article, look.actions[ref].trigger[0][0]))
