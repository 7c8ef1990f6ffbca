"""What one article says and another one denies, found by the words that tell of what.

Reports of deeds are compared by who did what; much is denied in other words than it is told in: "no card numbers were
affected", "they had my card number". A clause that denies something, and one of another article that does not, are of
one thing if two words that follow one another in the one do so in the other; single words and names tell too little.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.days import days_between
from onrecord.model import Analysis, Disagreement, Place, Position, Story
from onrecord.shelf import Seen
from onrecord.story.denials import Clause, Pair, denying, saying
from onrecord.story.figure_matching import are_others
from onrecord.story.index import Index
from onrecord.story.positions import made
from onrecord.story.sentence_actors import about_both, actors_at
from onrecord.weights import weights_of

_W = weights_of("judgements")
_COMMON = int(_W["denied.common"])
_DAYS = int(_W["denied.days"])
DENIED = "denied"
TOLD = "told"


def denied(
    story: Story, look: Index, group: Mapping[str, int], found: Iterable[Disagreement]
) -> Iterator[Disagreement]:
    """A disagreement for each clause that denies what another article of the same story (`group`) says.

    Sentences that stand in a disagreement in `found` on whether something was done are left out.
    """
    known = {place for item in found if item.aspect == "polarity" for one in item.positions for place in one.places}
    by_group: dict[int, list[int]] = defaultdict(list)
    for place, key in enumerate(look.analyses):
        by_group[group[key]].append(place)
    for _, places in sorted(by_group.items()):
        if len(places) > 1:
            yield from _of_story(story, look, Seen(places, story.analyses.__getitem__), known)


def _of_story(story: Story, look: Index, analyses: Sequence[Analysis], known: set[Place]) -> Iterator[Disagreement]:
    refusing = [item for analysis in analyses for item in denying(analysis) if item.place not in known]
    wanted = {pair for item in refusing for pair in item.pairs}
    telling: dict[Pair, list[Clause]] = defaultdict(list)
    for analysis in analyses if wanted else ():
        for item in saying(analysis, wanted):
            for pair in item.pairs & wanted:
                telling[pair].append(item)
    seen: set[Place] = set()
    for item in sorted(refusing, key=lambda one: (one.place, one.start)):
        held = (other for pair in sorted(item.pairs) if len(telling[pair]) <= _COMMON for other in telling[pair])
        others = [other for other in held if _may_contradict(look, item, other) and _of_one(look, item, other)]
        if others and item.place not in seen:
            seen.add(item.place)
            yield from _made(story, look, item, others)


def _may_contradict(look: Index, item: Clause, other: Clause) -> bool:
    """Whether a clause says what another one of the same days, in another article or by another source, denies."""
    if are_others(item.doers, other.doers) or _is_of_others(look, item, other):
        return False
    if item.place.article == other.place.article:
        voices = item.sources, other.sources
        return item.place != other.place and all(voices) and set(voices[0]).isdisjoint(voices[1])
    first, second = (look.analyses[one.place.article].article.published for one in (item, other))
    days = days_between(first, second)
    return days is None or days <= _DAYS


def _is_of_others(look: Index, item: Clause, other: Clause) -> bool:
    """Whether whoever did not do it by a clause is not in the sentence that says it was done: others did it."""
    told = look.text(other.place.article)[other.place.start : other.place.end]
    return bool(item.doers) and not any(name.split()[-1] in told for name in item.doers)


def _of_one(look: Index, item: Clause, other: Clause) -> bool:
    """Whether the words that two clauses share are of one thing: they tell what was done, or more is shared."""
    shared = (item.pairs & other.pairs) - (item.meant & other.meant)
    if not shared:
        return False
    if shared & (item.done | other.done):
        return True
    words = (item.telling & other.telling) - {word for pair in shared for word in pair}
    return bool(words) or not actors_at(look, item.place).isdisjoint(actors_at(look, other.place))


def _made(story: Story, look: Index, item: Clause, others: Sequence[Clause]) -> Iterator[Disagreement]:
    """The disagreement of a clause that denies with the sentences that say what it denies."""
    about = about_both(look, item.place, others[0].place)
    if about is None:
        return
    words = " ".join(look.text(item.place.article)[item.start : item.end].split())
    yield made(
        story.base, about, "polarity", f"Whether it is so: “{words}”",
        [
            Position(DENIED, (), (item.place,)),
            Position(TOLD, (), tuple(sorted({other.place for other in others}))),
        ],
    )  # fmt: skip
