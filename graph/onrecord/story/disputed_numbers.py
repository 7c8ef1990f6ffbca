"""Contradictory numbers of the same things."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from onrecord.days import fits, leading_day, whole_day
from onrecord.model import Disagreement, Place, Position, Story, StoryActor
from onrecord.story.index import Index
from onrecord.story.inflection import base, verb
from onrecord.story.positions import made
from onrecord.story.quantities import Quantity, quantities_of
from onrecord.weights import weights_of


def counted(story: Story, look: Index, group: dict[str, int]) -> Iterator[Disagreement]:
    """Disagreements on numbers of the same things in different articles of one story."""
    shelves: dict[tuple[int, str], list[Quantity]] = defaultdict(list)
    for analysis in story.analyses:
        for item in quantities_of(analysis):
            shelves[group[analysis.article.id], item.counted].append(item)
    for _, items in sorted(shelves.items()):
        if len({item.place.article for item in items}) < 2 or len(items) > _MOST:
            continue
        for one, two in combinations(sorted(items, key=lambda item: (item.place, item.value)), 2):
            if one.place.article == two.place.article or not one.excludes(two) or not _same_things(one, two):
                continue
            about = sorted(_mentioned(look, one.place) & _mentioned(look, two.place))
            if not about and _one_happening(one, two):
                about = _in_both(look, one.place.article, two.place.article)
            same = [item for item in items if item in (one, two) or item.alike(one) or item.alike(two)]
            if about and not _together(same, one, two) and not _of_two_days(look, same, one, two):
                yield _numbers(story.base, about[0], same)
                break


def _mentioned(look: Index, place: Place) -> set[str]:
    """IRIs of the named actors that a sentence mentions."""
    found: set[str] = set()
    for local in look.analyses[place.article].actors:
        if local.named and any(place.start <= item.start and item.end <= place.end for item in local.mentions):
            found.update(look.owners(place.article, [local.id]))
    return found


def _one_happening(one: Quantity, two: Quantity) -> bool:
    """Whether both numbers have the same verb: "arrested 43 miners", "arrested 60 miners"."""
    return any(left and left == right for left, right in zip(one.beside, two.beside, strict=True))


def _in_both(look: Index, one: str, two: str) -> list[str]:
    """The named actor that both articles mention most; none if they share none."""
    counts: list[Counter[str]] = []
    for article in (one, two):
        found: Counter[str] = Counter()
        for mention, ref in look.mentions.get(article, ()):
            actor = look.things.get(look.homes.get(ref, ""))
            if isinstance(actor, StoryActor) and actor.named and mention.form != "pronoun":
                found[actor.iri] += 1
        counts.append(found)
    shared = counts[0].keys() & counts[1].keys()
    return [min(shared, key=lambda iri: (-counts[0][iri] - counts[1][iri], iri))] if shared else []


_MOST = int(weights_of("judgements")["disputed.numbers"])
"""If a story prints more numbers of one noun than this, the noun counts many different things."""


def _same_things(one: Quantity, two: Quantity) -> bool:
    """Whether the phrases describe the same things; numbers that are far apart count different things."""
    shared = one.qualifiers & two.qualifiers
    far = max(one.value, two.value) > 2 * min(one.value, two.value)
    return len(shared) >= (2 if far else 1)


def _together(items: Sequence[Quantity], one: Quantity, two: Quantity) -> bool:
    """Whether one article gives both numbers, so that they must be for different things or times."""
    articles = [{item.place.article for item in items if item.alike(same)} for same in (one, two)]
    return bool(articles[0] & articles[1])


def _of_two_days(look: Index, items: Sequence[Quantity], one: Quantity, two: Quantity) -> bool:
    """Whether the articles with one number are about another day, and so another event, than those with the other.

    The majority decides, because some articles give no day or follow the event up on another day.
    """
    first, second = ({item.place.article for item in items if item.alike(same)} for same in (one, two))
    days = {article: leading_day(look.analyses[article]) for article in first | second}
    told = [(days[left], days[right]) for left in first for right in second]
    known = [fits(left, right) for left, right in told if left and right and not _near(left, right)]
    return known.count(False) > len(known) - known.count(False)


def _near(one: str, two: str) -> bool:
    """Whether two different days are so close that both may be given for one event."""
    first, second = whole_day(one), whole_day(two)
    if first is None or second is None:
        return False
    return one != two and abs((first - second).days) <= _DAYS


_DAYS = int(weights_of("judgements")["disputed.numbers.days"])


def _numbers(root: str, about: str, items: Sequence[Quantity]) -> Disagreement:
    given: dict[tuple[str, int, int], list[Quantity]] = defaultdict(list)
    for item in items:
        given[item.comparison, item.value, item.least or 0].append(item)
    things = sorted({item.thing for item in items}, key=lambda words: (len(words.split()) < 2, len(words), words))
    positions = [
        Position(min(item.printed for item in same), (), tuple(sorted({item.place for item in same})))
        for _, same in sorted(given.items())
    ]
    return made(root, about, "number", f"How many {things[0]}{_happened(items)}", positions)


def _happened(items: Sequence[Quantity]) -> str:
    """The verb that all items share, with a leading space: " died", " were arrested"; for "were hurt" only " hurt"."""
    before, after = ({item.beside[place] for item in items} for place in (0, 1))
    if len(before) == 1 and (word := min(before)):
        return f" were {verb(base(word), 'VBN')}"
    if len(after) == 1 and (word := min(after)):
        return f" were {word}" if verb(base(word), "VBD") != word else f" {word}"
    return ""
