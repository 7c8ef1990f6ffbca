"""States of one thing that exclude one another: what is locked in one article and open in another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations

from onrecord.days import days_between
from onrecord.model import Disagreement, Position, Story
from onrecord.story.index import Index
from onrecord.story.neighbours import stories_near, told_by_story
from onrecord.story.positions import made
from onrecord.story.sentence_actors import about_both
from onrecord.story.states import State, states_told
from onrecord.weights import weights_of

_W = weights_of("judgements")
_FEW = int(_W["disputed.states.few"])
_DAYS = _W["denied.days"]


def in_other_states(
    story: Story, look: Index, group: Mapping[str, int], found: Collection[Disagreement]
) -> Iterator[Disagreement]:
    """Disagreements on the state of a thing in articles of one story (`group`), beside those in `found`."""
    known = {place for item in found if not item.note for one in item.positions for place in one.places}
    for told in told_by_story(look, stories_near(story, dict(group)), State, states_told, alone=True):
        shelves: dict[tuple[str, str], list[State]] = defaultdict(list)
        for item in told:
            shelves[item.row, item.noun].append(item)
        for _, items in sorted(shelves.items()):
            pairs = [pair for pair in combinations(items, 2) if len(items) <= _FEW and _differ(look, items, *pair)]
            if pairs and not known.issuperset(item.place for item in pairs[0]):
                yield from _disagreement(story, look, items, pairs)


def _differ(look: Index, items: Sequence[State], one: State, two: State) -> bool:
    """Whether two states exclude one another, are of one thing, and are told by two."""
    if one.first is two.first or (one.kinds and two.kinds and one.kinds.isdisjoint(two.kinds)):
        return False
    if not (one.named or two.named):
        return False  # two pronouns
    if one.place.article == two.place.article:
        return _told_by_others(look, one, two)
    both = [{item.first for item in items if item.place.article == same.place.article} for same in (one, two)]
    if any(len(sides) > 1 for sides in both):
        return False  # first the one, then the other
    days = days_between(*(look.analyses[item.place.article].article.published for item in (one, two)))
    return days is None or days <= _DAYS


def _told_by_others(look: Index, one: State, two: State) -> bool:
    """Whether two sentences of one article give the words of two."""
    sources = [
        {
            look.words(item.place.article, said.source).casefold()
            for said in look.analyses[item.place.article].statements
            if any(first <= item.start < last for first, last in said.content)
        }
        for item in (one, two)
    ]
    return all(sources) and sources[0].isdisjoint(sources[1]) and one.place != two.place


def _disagreement(
    story: Story, look: Index, items: Sequence[State], pairs: Sequence[tuple[State, State]]
) -> Iterator[Disagreement]:
    told = [item for item in items if any(item in pair for pair in pairs)]
    about = about_both(look, pairs[0][0].place, pairs[0][1].place)
    sides = [[item for item in told if item.first is first] for first in (True, False)]
    named = max((item.named for item in told), key=lambda words: (len(words.split()), words))
    if about:
        printed = [min((item.printed for item in side), key=lambda words: (len(words), words)) for side in sides]
        positions = [
            Position(words, (), tuple(sorted({item.place for item in side})))
            for words, side in zip(printed, sides, strict=True)
        ]
        yield made(story.base, about, "polarity", f"The {named.casefold()}: {' or '.join(printed)}", positions)
