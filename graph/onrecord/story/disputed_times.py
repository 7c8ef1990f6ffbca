"""Contradictory days and hours of what happened once: what was the first of its kind, what began, what was held."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations

from onrecord.days import days_between, fits
from onrecord.model import Disagreement, Place, Position, Story
from onrecord.story.index import Index
from onrecord.story.neighbours import stories_near, told_by_story
from onrecord.story.positions import made, set_against
from onrecord.story.sentence_actors import about_both, actors_at
from onrecord.story.timed import BEGUN, FIRST, HELD, Timed, times_told
from onrecord.weights import weights_of
from onrecord.word_sets import word_set

_W = weights_of("judgements")
_MINUTES = _W["disputed.times.minutes"]
_DAYS = _W["disputed.date.span"]
_SHARED = _W["disputed.times.shared"]
_DAY = 24 * 60
_MOST = int(_W["disputed.numbers"])


def timed_otherwise(
    story: Story, look: Index, group: Mapping[str, int], found: Collection[Disagreement]
) -> Iterator[Disagreement]:
    """Disagreements on when something happened, in articles of one story (`group`), beside those in `found`."""
    known = set_against(found)
    for told in told_by_story(look, stories_near(story, dict(group)), Timed, times_told):
        shelves: dict[tuple[bool, str], list[Timed]] = defaultdict(list)
        for item in told:
            shelves[item.kind == HELD, item.of].append(item)
        for _, items in sorted(shelves.items()):
            yield from _of_shelf(story, look, items, known)


def _of_shelf(
    story: Story, look: Index, items: Sequence[Timed], known: Collection[frozenset[Place]]
) -> Iterator[Disagreement]:
    """The first two times of one thing that exclude one another."""
    for one, two in combinations(items if len(items) <= _MOST else (), 2):
        if frozenset({one.place, two.place}) not in known and _differ(look, items, one, two):
            same = [item for item in items if item.value in (one.value, two.value)]
            yield from _disagreement(story, look, same, one, two)
            break


def _differ(look: Index, items: Sequence[Timed], one: Timed, two: Timed) -> bool:
    """Whether two articles give two times for one thing, and neither gives both."""
    articles = [{item.place.article for item in items if item.value == same.value} for same in (one, two)]
    if not articles[0].isdisjoint(articles[1]) or one.place.article == two.place.article:
        return False
    first, second = one.minutes, two.minutes
    if (first is None) != (second is None):
        return False
    if first is not None and second is not None:
        apart = abs(first - second)
        return min(apart, _DAY - apart) >= _MINUTES and one.kind == BEGUN
    if fits(one.value, two.value) is not False or _is_past(look, one) is not _is_past(look, two):
        return False
    told = (one.around & two.around) - {one.of} - word_set("first_of_kind")
    shared = len(told) + len(actors_at(look, one.place) & actors_at(look, two.place))
    alone = len({item.value for item in items}) == len((one, two))
    if FIRST in (one.kind, two.kind):  # the first talk is when talks began
        return one.noun == two.noun and (alone if one.noun else shared >= _SHARED)
    days = days_between(one.value, two.value)
    return alone and days is not None and days <= _DAYS and (one.kind == BEGUN or shared > 0)


def _is_past(look: Index, item: Timed) -> bool:
    published = look.analyses[item.place.article].article.published
    return published is None or item.value <= published


def _disagreement(story: Story, look: Index, items: Sequence[Timed], one: Timed, two: Timed) -> Iterator[Disagreement]:
    about = about_both(look, one.place, two.place)
    given: dict[str, set[Place]] = defaultdict(set)
    for item in items:
        given[item.value].add(item.place)
    clock = one.minutes is not None
    chief = min(one, two, key=lambda item: item.kind != BEGUN)
    if about:
        printed = {item.value: item.printed for item in reversed(items)}
        positions = [
            Position(printed[value] if clock else value, (), tuple(sorted(places))) for value, places in given.items()
        ]
        yield made(story.base, about, "number" if clock else "date", _label(chief, clock=clock), positions)


def _label(item: Timed, *, clock: bool) -> str:
    if item.kind == FIRST:
        return f"The date of the first {item.named}" if item.noun else f"“{item.named} …”"
    if item.kind == HELD:
        return f"The date of the {item.named}"
    return f"{'At what time' if clock else 'When'} the {item.named} began"
