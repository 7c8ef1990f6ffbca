"""Contradictory numbers of the same things."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, islice

from onrecord.days import fits, leading_day, whole_day
from onrecord.model import Disagreement, Place, Position, Story, StoryActor
from onrecord.story.amount_words import PERSON
from onrecord.story.comparisons import one_verb
from onrecord.story.figure_matching import Group, are_of_others, goes_both_ways, rose, too_far
from onrecord.story.figures import Figure, by_number, figures_by_article
from onrecord.story.index import Index
from onrecord.story.inflection import is_verb, verb
from onrecord.story.neighbours import by_story
from onrecord.story.notes import HELD, PART
from onrecord.story.occasions import article_day, day_of
from onrecord.story.positions import made
from onrecord.story.sentence_actors import actors_at
from onrecord.weights import weights_of
from onrecord.word_sets import word_set


def counted(story: Story, look: Index, group: dict[str, int]) -> Iterator[tuple[Disagreement, Group]]:
    """Disagreements on numbers of the same things in different articles of one story, each with its figures."""
    figures = figures_by_article(story)
    for _, analyses in by_story(look, {article: (number,) for article, number in group.items()}):
        shelves: dict[str, list[Figure]] = defaultdict(list)
        for item in (one for analysis in analyses if len(analyses) > 1 for one in figures[analysis.article.id]):
            if item.parts.verbs is not None and (item.parts.chief or not item.parts.some):
                shelves[min(item.parts.things - {PERSON}, default=PERSON)].append(item)
        for _, items in sorted(shelves.items()):
            if len({item.place.article for item in items}) > 1 and len(items) <= _MOST:
                yield from _of_noun(story.base, look, items)


def _of_noun(root: str, look: Index, items: Sequence[Figure]) -> Iterator[tuple[Disagreement, Group]]:
    """For each thing that happened, the first two numbers of one noun that exclude one another.

    If there are none, the first two that only seem to.
    """
    seeming: list[tuple[frozenset[str], tuple[Disagreement, Group]]] = []
    told: list[frozenset[str]] = []
    for one, two in combinations(sorted(items, key=_order), 2):
        happened = _verbs(one) & _verbs(two)
        if not happened and _verbs(one) and _verbs(two):
            continue
        if told and not _is_other(happened, told):
            continue
        about = _about(look, one, two)
        same = [item for item in items if _is_told_of(item, happened) and (item.alike(one) or item.alike(two))]
        if about is None or _together(same, one, two) or _of_two_days(look, same, one, two):
            continue
        if are_of_others(one.parts, two.parts):
            continue
        if one.parts.some or two.parts.some:
            seeming.append((happened, _numbers(root, look, about, same, note=PART)))
        elif one.excludes(two):
            if not _rose(look, items, one, two):  # what rose is told of by others
                told.append(happened)
                yield _numbers(root, look, about, same)
        elif len(by_number((one, two))) > 1 and _near_numbers(one, two):
            seeming.append((happened, _numbers(root, look, about, same, note=HELD)))
    apart = (item for happened, item in seeming if not told or _is_other(happened, told))
    yield from islice(apart, 1)


def _verbs(item: Figure) -> frozenset[str]:
    """The verbs beside what is counted; those that say the same are one."""
    return frozenset(one_verb(lemma) for lemma in item.parts.verbs or () if lemma)


def _rose(look: Index, items: Sequence[Figure], one: Figure, two: Figure) -> bool:
    """Whether the later article has the later number of something that is counted day by day.

    Of two articles of which one has no date, those that give the same numbers decide.
    """
    days = _day(look, one), _day(look, two)
    own = [day_of(look.analyses[item.place.article], item.place.start, item.place.end) for item in (one, two)]
    if own[0] and own[0] == own[1] and goes_both_ways(one, two):
        return False  # both give it for that day
    if all(days):
        return rose(one, two, *days)
    same = [[(item, _day(look, item)) for item in items if item.alike(given)] for given in (one, two)]
    told = [
        rose(left, right, day, other) for left, day in same[0] for right, other in same[1]
        if day and other and not _verbs(left).isdisjoint(_verbs(right))
    ]  # fmt: skip
    return bool(told) and all(told)


def _day(look: Index, item: Figure) -> str:
    return article_day(look.analyses[item.place.article])


def _is_other(happened: frozenset[str], told: Sequence[frozenset[str]]) -> bool:
    """Whether it is another thing that happened than those that are `told`."""
    return bool(happened) and all(other and happened.isdisjoint(other) for other in told)


def _about(look: Index, one: Figure, two: Figure) -> str | None:
    """The named actor that two numbers of different articles are about; None if they may be of different things."""
    if one.place.article == two.place.article or one.alike(two):
        return None
    if too_far(one, two) or not _same_things(one, two) or not _of_one_year(look, one, two):
        return None
    about = sorted(actors_at(look, one.place) & actors_at(look, two.place))
    if not about and _one_happening(one, two) and not _of_other_bodies(look, one, two):
        about = _in_both(look, one.place.article, two.place.article)
    return about[0] if about else None


def _of_other_bodies(look: Index, one: Figure, two: Figure) -> bool:
    """Whether both sentences name bodies or things, and not the same."""
    sides = [{iri for iri in actors_at(look, item.place) if _kind(look, iri) in _HAVE} for item in (one, two)]
    return all(sides) and sides[0].isdisjoint(sides[1])


_HAVE = frozenset({"Company", "Organization", "Product", "Thing"})
"""Kinds of actors that numbers are of; whoever else is named may be the one who gives them, or where it was."""


def _kind(look: Index, iri: str) -> str:
    actor = look.things[iri]
    return actor.type if isinstance(actor, StoryActor) else ""


def _is_told_of(item: Figure, happened: frozenset[str]) -> bool:
    """Whether a number may be of things to which it `happened`: it tells of no other happening."""
    return not happened or not _verbs(item) or not happened.isdisjoint(_verbs(item))


def _near_numbers(one: Figure, two: Figure) -> bool:
    """Whether two compatible numbers are likely of the same things: neither is more than twice the other."""
    return max(one.value, two.value) <= 2 * min(one.value, two.value)


def _one_happening(one: Figure, two: Figure) -> bool:
    """Whether both numbers have the same verb: "arrested 43 miners", "60 miners were arrested"."""
    return not _verbs(one).isdisjoint(_verbs(two))


def _of_one_year(look: Index, one: Figure, two: Figure) -> bool:
    """Whether a year printed beside one number is that of the other, or of the other's article."""

    def year(item: Figure) -> str:
        text = look.text(item.place.article)[item.place.start : item.place.end]
        days = (
            day for day in look.analyses[item.place.article].dates if item.place.start <= day.start < item.place.end
        )
        years = (day.value[:4] for day in days if day.value)
        return next((found for found in years if found.isdigit() and found in text), "")

    def meant(item: Figure) -> str:
        return year(item) or (look.analyses[item.place.article].article.published or "")[:4]

    return not (year(one) or year(two)) or meant(one) == meant(two)


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


def _same_things(one: Figure, two: Figure) -> bool:
    """Whether the phrases describe the same things; numbers that are far apart count different things."""
    shared = len(one.parts.near & two.parts.near) + _one_happening(one, two)
    far = max(one.value, two.value) > 2 * min(one.value, two.value)
    return shared >= (2 if far else 1)


def _together(items: Sequence[Figure], one: Figure, two: Figure) -> bool:
    """Whether one article gives both numbers, so that they must be for different things or times."""
    articles = [{item.place.article for item in items if item.alike(same)} for same in (one, two)]
    return bool(articles[0] & articles[1])


def _of_two_days(look: Index, items: Sequence[Figure], one: Figure, two: Figure) -> bool:
    """Whether the articles with one number are about another day, and so another event, than those with the other.

    The day is that of the numbers' own sentences, or else the one that the articles begin with. The majority decides,
    because some articles give no day or follow the event up on another day.
    """
    first, second = ([item for item in items if item.alike(same)] for same in (one, two))
    told = [_days_of(look, left, right) for left in first for right in second]
    known = [fits(*days) for days in told if days and not _near(*days)]
    return known.count(False) > len(known) - known.count(False)


def _days_of(look: Index, one: Figure, two: Figure) -> tuple[str, str] | None:
    """The days that the sentences of two numbers give, or else those that their articles begin with."""
    left, right = (look.analyses[item.place.article] for item in (one, two))
    first: str | None = day_of(left, one.place.start, one.place.end)
    second: str | None = day_of(right, two.place.start, two.place.end)
    if not (first and second):
        first, second = leading_day(left), leading_day(right)
    return (first, second) if first and second else None


def _near(one: str, two: str) -> bool:
    """Whether two different days are so close that both may be given for one event."""
    first, second = whole_day(one), whole_day(two)
    if first is None or second is None:
        return False
    return one != two and abs((first - second).days) <= _DAYS


_DAYS = int(weights_of("judgements")["disputed.numbers.days"])


def _numbers(root: str, look: Index, about: str, items: Sequence[Figure], note: str = "") -> tuple[Disagreement, Group]:
    things = sorted({item.parts.thing for item in items}, key=lambda words: (len(words.split()) < 2, len(words), words))
    positions = [
        Position(min(item.parts.printed for item in same), (), tuple(sorted({item.place for item in same})))
        for same in by_number(items)
    ]
    doing = _happened(items) or next((words for item in sorted(items, key=_order) if (words := _done(look, item))), "")
    found = made(root, about, "number", f"How many {things[0]}{doing}", positions, note=note)
    return found, frozenset((item.place, item.start) for item in items)


def _order(item: Figure) -> tuple[Place, int]:
    return item.place, item.start


def _happened(items: Sequence[Figure]) -> str:
    """The verb that all items share, with a leading space: " were arrested", and " met" if they do it themselves."""
    printed = frozenset.intersection(*(frozenset(item.parts.verbs or ()) - {""} for item in items))
    shared = printed or frozenset.intersection(*(_verbs(item) for item in items))
    if not shared:
        return ""
    word = min(shared)
    if any((item.parts.verbs or ("",))[0] or item.parts.undergone for item in items):
        return f" were {verb(word, 'VBN')}"
    past = verb(word, "VBD")
    told = (_without_end(item.parts.telling) for item in items if item.parts.telling.split()[:1] == [past])
    return f" {min(told, default=past)}"


def _without_end(telling: str) -> str:
    """What is told without the words at its end that say nothing by themselves: "killed seals off"."""
    words = telling.split()
    while len(words) > 1 and words[-1].casefold() in word_set("says_nothing"):
        words.pop()
    return " ".join(words)


def _done(look: Index, item: Figure) -> str:
    """What somebody named does to the things right behind it, with a leading space: " Blimp employs"."""
    article, text = item.place.article, look.text(item.place.article)
    number = text.find(item.parts.printed, item.place.start, item.place.end)
    for mention, ref in look.mentioned(article, item.place.start, max(number, item.place.start)):
        actor = look.things.get(look.homes.get(ref, ""))
        words = text[mention.end : number].split()
        if isinstance(actor, StoryActor) and actor.named and 0 < len(words) <= _GROUP and _is_group(words):
            return f" {actor.name} {' '.join(words)}"
    return ""


_GROUP = 3
"""Most words of a verb group: "will have closed"."""


def _is_group(words: Sequence[str]) -> bool:
    """Whether words are those of a verb group, and nothing else."""
    *helping, last = (word.casefold() for word in words)
    auxiliaries = word_set("makes_passive") | word_set("so_far") | word_set("modal_of_supposition")
    return is_verb(last) and last not in word_set("links_object") and auxiliaries.issuperset(helping)
