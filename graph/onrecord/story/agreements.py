"""Numbers that articles of more than one origin give of the same thing, and sentences that tell the same.

A number of the same things is found as disputed ones are, but for its value. A sum of money is the same if the
sentences tell of it in a word or a name in common: two things of one story seldom cost the same.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import combinations

from onrecord.connected import components
from onrecord.days import leading_day
from onrecord.model import Place, Reliance, Story, StoryActor
from onrecord.story import told_alike as sentences
from onrecord.story.figure_matching import Held, same_thing
from onrecord.story.figure_parts import MONEY
from onrecord.story.figures import Figure, figures_by_article
from onrecord.story.index import Index
from onrecord.story.occasions import article_day, day_of
from onrecord.story.overlap import WORD
from onrecord.story.reliances import by_article
from onrecord.story.same_outlet import known_as
from onrecord.story.sentence_actors import actors_at
from onrecord.weights import weights_of
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import word_set

_MOST = int(weights_of("judgements")["disputed.numbers"])
"""If a story prints more figures than this, they are of many different things."""
_COPIED = ("passage", "copy")
"""Kinds of reliance by which an article has its words from another."""


_NAMED = ("credit", "told")
"""Kinds of reliance that an article tells of itself."""


def agreed(story: Story, look: Index, keys: Collection[str]) -> Iterator[tuple[Figure, ...]]:
    """Figures of the articles `keys` that give the same number of the same thing, from more than one origin.

    Each comes with the others of its number, in the order of articles and texts. None of them is disputed.
    """
    if len(keys) < 2:
        return  # one article agrees with nobody
    known = figures_by_article(story)
    disputed = {(place, side.value) for item in story.disagreements for side in item.positions for place in side.places}
    held = [
        _held(look, figure)
        for key in sorted(keys)
        for figure in known[key]
        if figure.parts.like < 0 and not figure.parts.some and not _is_open(look, figure, disputed)
    ]
    if len(held) > _MOST:
        return
    pairs = [(one, two) for one, two in combinations(held, 2) if _agree(one, two)]
    for group in components(pairs):
        found = sorted((item.figure for item in group), key=lambda item: (item.place, item.start))
        sourced = {item.place.article for item in found if item.sources}
        telling = (item for item in found if item.sources or item.place.article not in sourced)
        if len({_origin(story, look, item) for item in telling}) > 1:  # a headline has its number from the text below
            yield tuple(found)


def _held(look: Index, figure: Figure) -> Held:
    analysis, place = look.analyses[figure.place.article], figure.place
    own = day_of(analysis, place.start, place.end)
    actors = actors_at(look, place)
    return Held(figure, actors, article_day(analysis), own, leading_day(analysis) or "", frozenset(), rare=False)


def _is_open(look: Index, figure: Figure, disputed: Collection[tuple[Place, str]]) -> bool:
    """Whether a number is disputed, or only the old one of a change: "raised from $4 million to $5 million"."""
    printed = set(figure.parts.printed.casefold().split())
    sides = (value.casefold().split() for place, value in disputed if place == figure.place)
    before = WORD.findall(look.text(figure.place.article)[figure.place.start : figure.start].casefold())[-1:]
    return any(not printed.isdisjoint(value) for value in sides) or not word_set("range_opener").isdisjoint(before)


def _agree(one: Held, two: Held) -> bool:
    left, right = one.figure, two.figure
    if left.place.article == right.place.article or not left.alike(right) or left.unit != right.unit:
        return False
    if left.parts.kind != MONEY or "/" in left.unit:
        return same_thing(one, two)
    words = left.parts.things | left.parts.deeds | left.parts.around
    common = words & (right.parts.things | right.parts.deeds | right.parts.around)
    return left.occasion == right.occasion and (bool(common) or not one.actors.isdisjoint(two.actors))


def told_alike(story: Story, look: Index, keys: Collection[str]) -> Iterator[tuple[Place, Place]]:
    """Pairs of sentences of the articles `keys` that tell the same, from two origins, most alike first.

    None is on a side of a dispute, and no sentence is in two pairs.
    """
    disputed = {place for item in story.disagreements for side in item.positions for place in side.places}
    apart = {frozenset({*item.sides[0], *item.sides[1]}) for item in story.side_by_side}
    told: set[Place] = set()
    for one, two in sentences.alike(look, keys, disputed):
        if any(_says_nothing(look, place) for place in (one, two)):
            continue  # two who would not comment agree on nothing
        if any({one, two} <= places for places in apart):
            continue
        if told.isdisjoint((one, two)) and are_of_two(story, look, one, two):
            told |= {one, two}
            yield one, two


def _says_nothing(look: Index, place: Place) -> bool:
    return word_pattern("says_nothing").search(look.text(place.article), place.start, place.end) is not None


def are_of_two(story: Story, look: Index, one: Place, two: Place) -> bool:
    """Whether two sentences have what they tell from two origins: other speakers, and neither repeats or cites one."""
    keys = {one.article, two.article}
    if any(item.kind in _COPIED and {item.article, item.on} == keys for item in by_article(story).of(keys)):
        return False
    first, second = (_behind(story, look, place) for place in (one, two))
    others = ((first, two.article), (second, one.article))
    return first.isdisjoint(second) and all(behind.isdisjoint(_all_behind(story, look, key)) for behind, key in others)


def _behind(story: Story, look: Index, place: Place) -> set[str]:
    """Whom a sentence has what it tells from: speakers, by IRI, and articles and outlets on which it rests."""
    said = look.analyses[place.article].statements
    here = (one for one in said if any(place.start <= start < place.end for start, _ in (*one.cue, *one.content)))
    found = {*look.owners(place.article, [key for one in here for key in one.speakers])}
    for item in by_article(story).of([place.article]):
        if _repeats(item, place):
            found |= {item.on, *known_as([item.on_label])}
    return found


def _all_behind(story: Story, look: Index, key: str) -> set[str]:
    """An article, its outlet and all that it says it has something from: what of it, it need not say each time."""
    article = look.analyses[key].article
    named = [item.on_label for item in by_article(story).of([key]) if item.kind in _NAMED]
    return {article.id, *known_as([article.publisher or article.id, *named])}


def _origin(story: Story, look: Index, figure: Figure) -> str:
    """Whoever gives a figure: the speaker of a statement, the article that its own repeats, or its own outlet."""
    place = figure.place
    speakers = (look.things.get(iri) for iri in look.owners(place.article, figure.sources))
    named = [item.name for item in speakers if isinstance(item, StoryActor)]
    if named:
        return named[0].casefold()
    own = by_article(story).of([place.article])
    repeated = sorted(item.on for item in own if _repeats(item, place) and item.on in look.positions)
    article = look.analyses[repeated[0] if repeated else place.article].article
    return (article.publisher or article.id).casefold()


def _repeats(item: Reliance, place: Place) -> bool:
    """Whether an article has a sentence from another."""
    return item.article == place.article and any(one.start < place.end and place.start < one.end for one in item.places)
