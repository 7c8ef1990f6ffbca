"""Contradictory amounts that articles of one story give of the same thing in unlike words.

Two figures are of one thing if what they count or measure is told by related words, and if what happened to it is.
They are looked for by what they share, and not among all pairs of figures.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from onrecord.connected import components
from onrecord.days import fits, is_weekday, leading_day
from onrecord.model import Analysis, Disagreement, Place, Position, Story, StoryActor
from onrecord.story.figure_labels import label
from onrecord.story.figure_matching import Group, Held, grew, in_another, of_two_days, same_thing, told_together
from onrecord.story.figure_parts import COUNT
from onrecord.story.figure_wholes import Sums, is_part_of_sum, sums_in
from onrecord.story.figures import Figure, by_number, figures_by_article
from onrecord.story.index import Index
from onrecord.story.neighbours import by_story, stories_near
from onrecord.story.notes import GREW
from onrecord.story.occasions import article_day, day_of
from onrecord.story.positions import made
from onrecord.story.sentence_actors import actors_at, chief_of
from onrecord.weights import weights_of

_W = weights_of("judgements")
_RARE = _W["figures.rare"]
_MOST = int(_W["disputed.numbers"])
"""If a story prints more figures under one key than this, the key is of many different things."""


def told_differently(
    story: Story, look: Index, group: dict[str, int], shown: Sequence[Disagreement], known: Sequence[Group]
) -> Iterator[Disagreement]:
    """Disagreements on figures of one story, beside those already `shown`, of which `known` are the figures."""
    near = stories_near(story, group)
    figures = figures_by_article(story)
    told = {frozenset(pair) for item in shown for pair in _across(item)}
    given = _Given()
    for one in known:
        given.add((place for place, _ in one), (_value(figures, item) for item in one))
    found: list[Disagreement] = []
    for _, analyses in by_story(look, near):
        sums = sums_in(figures[analysis.article.id] for analysis in analyses)
        for items in _shelves(look, analyses, figures):
            if len(items) <= _MOST:
                found += _of_shelf(story, look, items, told, given, sums)
    # Two in the same words are one to a reader, and what is truly disputed does not go for what only seems so.
    loud = {item.iri for item in (*shown, *found) if not item.note}
    yield from (item for item in found if not item.note or item.iri not in loud)


def _value(figures: Mapping[str, Sequence[Figure]], item: tuple[Place, int]) -> float:
    place, _ = item
    return next(one.value for one in reversed(figures[place.article]) if (one.place, one.start) == item)


def _shelves(
    look: Index, analyses: Sequence[Analysis], figures: Mapping[str, Sequence[Figure]]
) -> Iterator[Sequence[Held]]:
    """The figures of the articles of one story that may be of one thing, by what they share."""
    shelves: dict[tuple[str, str], list[Held]] = defaultdict(list)
    rare = _rare(figure for analysis in analyses for figure in figures[analysis.article.id])
    for analysis in analyses:
        day, leading = article_day(analysis), leading_day(analysis) or ""
        own = figures[analysis.article.id]
        given_alone = {figure.parts.like for figure in own}
        for figure in own:
            place = figure.place
            actors = actors_at(look, place)
            held = Held(
                figure, actors, day, day_of(analysis, place.start, place.end), leading,
                _undergoing(look, place, actors), figure.unit in rare,
            )  # fmt: skip
            for key in _keys(figure, given_alone):
                shelves[figure.unit, key].append(held)
    return (items for _, items in sorted(shelves.items()))


def _undergoing(look: Index, place: Place, actors: frozenset[str]) -> frozenset[str]:
    """The people among the actors of a sentence but for those whose words it gives."""
    speaking = {
        iri
        for said in look.analyses[place.article].statements
        if any(start < place.end and place.start < end for start, end in (*said.content, *said.source))
        for iri in look.owners(place.article, said.speakers)
    }
    people = (look.things[iri] for iri in actors - speaking)
    return frozenset(item.iri for item in people if isinstance(item, StoryActor) and item.type == "Person")


def _rare(figures: Iterable[Figure]) -> set[str]:
    """The units that a story gives few different amounts in."""
    values: dict[str, set[float]] = defaultdict(set)
    for item in figures:
        if not item.occasion:
            values[item.unit].add(item.value)
    return {unit for unit, found in values.items() if unit and len(found) <= _RARE}


def _keys(figure: Figure, given_alone: set[int]) -> Iterator[str]:
    """What a figure is looked for by: what happened to what it counts, what it measures, what it is like."""
    article = figure.place.article
    if figure.parts.like >= 0 or figure.start in given_alone:
        yield f"like {figure.parts.like if figure.parts.like >= 0 else figure.start} of {article}"
    yield from sorted(f"by {deed}" for deed in figure.parts.deeds)
    if in_another(figure):
        yield "in its unit"
    if figure.parts.kind != COUNT:
        yield from sorted(f"of {thing}" for thing in figure.parts.things)


class _Given:
    """The numbers of the disagreements that are shown already, by their sentences."""

    def __init__(self) -> None:
        self._at: dict[Place, list[frozenset[float]]] = defaultdict(list)

    def add(self, places: Iterable[Place], values: Iterable[float]) -> None:
        """Note one that is shown."""
        numbers = frozenset(values)
        for place in set(places):
            self._at[place].append(numbers)

    def has(self, group: Sequence[Held]) -> bool:
        """Whether the numbers of a group are shown already, with one of its sentences."""
        values = {item.figure.value for item in group}
        return any(values <= numbers for item in group for numbers in self._at.get(item.figure.place, ()))


def _across(item: Disagreement) -> Iterator[tuple[Place, Place]]:
    for one, two in combinations(item.positions, 2):
        yield from ((left, right) for left in one.places for right in two.places)


def _of_shelf(  # noqa: PLR0913, PLR0917  # what is known of a story
    story: Story, look: Index, items: Sequence[Held], told: set[frozenset[Place]], known: _Given, sums: Sums
) -> Iterator[Disagreement]:
    """The figures of a shelf that exclude one another: each group of them once, those that only seem to thereafter."""
    items = sorted(items, key=lambda held: (held.figure.place, held.figure.start))
    pairs = [
        (one, two)
        for one, two in combinations(items, 2)
        if _differ(one, two, items) and not is_part_of_sum(one.figure, two.figure, sums)
    ]
    for seems in (False, True):
        open_pairs = [
            (one, two) for one, two in pairs
            if _grew(one, two, items) is seems
        ]  # fmt: skip
        for group in components(open_pairs):
            if known.has(group) or any(
                frozenset({one.figure.place, two.figure.place}) in told for one, two in combinations(group, 2)
            ):
                continue  # another shelf has shown it
            numbers = {item.figure.value for item in group}
            if _add_up(numbers):
                continue  # the dead, the hurt, and both
            values = [item for item in items if item.figure.value in numbers and _fits(item, group)]
            told.update(frozenset({one.figure.place, two.figure.place}) for one, two in combinations(values, 2))
            found = _disagreement(story, look, values, group, GREW if seems else "")
            if found is not None:
                known.add((item.figure.place for item in values), numbers)
                yield found


def _grew(one: Held, two: Held, items: Sequence[Held]) -> bool:
    """Whether a later article has the later of two numbers; if one has no date, others that give the same decide."""
    if one.day and two.day:
        return grew(one, two)
    same = [[item for item in items if item.day and item.figure.alike(given.figure)] for given in (one, two)]
    told = [grew(left, right) for left in same[0] for right in same[1] if same_thing(left, right)]
    return bool(told) and all(told)


def _differ(one: Held, two: Held, items: Sequence[Held]) -> bool:
    """Whether two figures of one thing exclude one another, and no article gives both as its own."""
    if one.figure == two.figure or not same_thing(one, two) or not one.figure.excludes(two.figure):
        return False
    same = [item for item in items if item.figure.alike(one.figure) or item.figure.alike(two.figure)]
    same = [item for item in same if item in (one, two) or same_thing(item, one) or same_thing(item, two)]
    return not told_together(same, one, two) and not of_two_days(one, two) and not _of_two_weekdays(same, one, two)


def _of_two_weekdays(items: Sequence[Held], one: Held, two: Held) -> bool:
    """Whether more sentences with the one figure and the other are of two weekdays than of the same.

    That counts where no article tells which week it was; else days are compared.
    """
    first, second = ([item for item in items if item.figure.alike(same.figure)] for same in (one, two))
    days = [
        (left.own_day or left.leading_day, right.own_day or right.leading_day) for left in first for right in second
    ]
    known = [fits(*pair) for pair in days if all(pair) and any(map(is_weekday, pair))]
    return known.count(False) > known.count(True)


def _add_up(numbers: Collection[float]) -> bool:
    """Whether the largest of three numbers is the sum of the others."""
    match sorted(numbers):
        case [one, two, both]:
            return one + two == both
    return False


def _fits(item: Held, group: Sequence[Held]) -> bool:
    return item in group or any(same_thing(item, other) for other in group)


def _disagreement(
    story: Story, look: Index, items: Sequence[Held], group: Sequence[Held], note: str
) -> Disagreement | None:
    """What the figures give differently, each with sentences of its own; None if it concerns nobody that is named."""
    given: list[Figure] = []
    held = [item.figure.place for item in items]
    for item in items:
        figure = item.figure
        if held.count(figure.place) == 1 or item in group:
            given.append(figure)
    about = min(frozenset.intersection(*(item.actors for item in group)), default="") or chief_of(
        look, (item.figure.place.article for item in items)
    )
    positions, used = [], set[Place]()
    for alike in by_number(given):
        places = tuple(sorted({item.place for item in alike} - used))
        used.update(places)
        if places:
            positions.append(Position(max((item.parts.printed for item in alike), key=_fullness), (), places))
    if not about or len(positions) < 2:
        return None
    return made(story.base, about, "number", label([item.figure for item in group]), positions, note=note)


def _fullness(printed: str) -> tuple[int, str]:
    return len(printed.split()), printed
