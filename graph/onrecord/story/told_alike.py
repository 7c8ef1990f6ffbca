"""Sentences of several articles that tell the same in like words: what accounts agree on.

Two sentences are alike if the words that they share weigh much, alone and beside all that the lighter one has. A word
weighs the more the fewer sentences of the story have it (inverse document frequency: Spärck Jones, "A statistical
interpretation of term specificity", Journal of Documentation 28:1, 1972). A name, a day or a number has to be among
them, and words for what was done; what somebody is ("the medical director, Ada Lund") is no account of anything.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from enum import Enum, auto
from functools import cache, lru_cache
from itertools import combinations
from math import fsum, log

from msgspec import Struct

from onrecord.actor_kinds import LOCATIONS
from onrecord.lexicon_files import entries
from onrecord.model import Place, StoryActor
from onrecord.nouns_for_people import person_nouns
from onrecord.story import excerpts
from onrecord.story.content_words import WORD
from onrecord.story.index import Index
from onrecord.story.inflection import base, is_common, is_verb, singular
from onrecord.value_groups import NAMES
from onrecord.weights import weights_of
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import word_set

_W = weights_of("judgements")
_LEAST, _SHARE = _W["alike.least"], _W["alike.share"]
_WORDS = int(_W["alike.words"])
_OFTEN = 24
"""Sentences that have a word in common, above which it says nothing of what they tell."""
_MOST = 6000
"""Most sentences that are compared: more are of many stories."""
_DAY = len("2015-07-20")
_SHORT = 4
"""Fewest letters of a word that tells something."""


class Kind(Enum):
    """What a sentence tells of."""

    NAME = auto()
    PLACE = auto()
    DAY = auto()
    NUMBER = auto()
    WORD = auto()
    EVENT = auto()


_FIRM = frozenset({Kind.NAME, Kind.PLACE, Kind.DAY, Kind.NUMBER})
"""What two sentences must share some of."""
Feature = tuple[Kind, str]


class Sentence(Struct, frozen=True):
    """A sentence with what it tells of."""

    place: Place
    features: frozenset[Feature]
    denies: bool
    outcomes: frozenset[str]
    """Outcomes of which others exclude: that somebody was sacked."""


class _Opposites(Struct, frozen=True):
    one: tuple[str, ...] = ()
    other: tuple[str, ...] = ()


@cache
def _outcomes() -> frozenset[str]:
    rows = entries("opposites.toml", "opposites", _Opposites)
    return frozenset(verb for row in rows for verb in (*row.one, *row.other) if " " not in verb)


def alike(look: Index, keys: Collection[str], left_out: Collection[Place]) -> Iterator[tuple[Place, Place]]:
    """Pairs of sentences of two of the articles `keys` that tell the same, most alike first; none of `left_out`."""
    if len(keys) < 2:
        return
    found = [item for key in sorted(keys) for item in _sentences(look, key, left_out)]
    if len(found) > _MOST:
        return
    often = Counter(feature for item in found for feature in item.features)
    weights = {feature: log(len(found) / count) for feature, count in often.items()}
    least = _LEAST * log(max(len(found) / 2, 1))
    scored = []
    for one, two in _pairs(found, often):
        shared = one.features & two.features
        if one.denies != two.denies or one.outcomes != two.outcomes:
            continue
        if not (_tells(shared) or _is_of_one_day(shared)):
            continue
        weight = fsum(weights[feature] for feature in shared)
        whole = min(fsum(weights[feature] for feature in item.features) for item in (one, two))
        if whole and ((weight >= least and weight >= _SHARE * whole) or _is_of_one_day(shared)):
            scored.append((-weight / whole, one.place, two.place))
    yield from ((one, two) for _, one, two in sorted(scored))


def _pairs(found: Sequence[Sentence], often: Counter[Feature]) -> Iterator[tuple[Sentence, Sentence]]:
    """Sentences of two articles that share a name, a day or a number that few have."""
    having: defaultdict[Feature, list[int]] = defaultdict(list)
    for number, item in enumerate(found):
        for feature in item.features:
            if feature[0] in _FIRM and often[feature] <= _OFTEN:
                having[feature].append(number)
    near = {pair for numbers in having.values() for pair in combinations(numbers, 2)}
    for one, two in sorted(near):
        if found[one].place.article != found[two].place.article:
            yield found[one], found[two]


def _tells(shared: Collection[Feature]) -> bool:
    words = {word for kind, word in shared if kind is Kind.WORD}
    people = person_nouns() | word_set("area_of_office")
    return len(words - people) >= _WORDS


def _is_of_one_day(shared: Collection[Feature]) -> bool:
    """Whether two sentences tell of one kind of event, of one person or body and one day: "Moss died on 4 May"."""
    kinds = {kind for kind, _ in shared}
    return {Kind.NAME, Kind.DAY, Kind.EVENT} <= kinds


def _sentences(look: Index, article: str, left_out: Collection[Place]) -> Iterator[Sentence]:
    text = look.text(article)
    for start, end in excerpts.units_of(look, article):
        place = Place(article, start, end)
        if not any(one.article == article and one.start < end and start < one.end for one in left_out):
            features = frozenset(_features(look, place))
            outcomes = frozenset(word for kind, word in features if kind is Kind.WORD and word in _outcomes())
            denies = word_pattern("denies").search(text, start, end) is not None
            yield Sentence(place, features, denies, outcomes)


def _features(look: Index, place: Place) -> Iterator[Feature]:
    """The named actors, days, numbers and content words of a sentence."""
    article, start, end = place.article, place.start, place.end
    taken: set[int] = set()
    for mention, ref in look.mentioned(article, start, end):
        thing = look.things.get(look.homes.get(ref, ""))
        if mention.form in NAMES and isinstance(thing, StoryActor) and thing.named:
            yield (Kind.PLACE if thing.type in LOCATIONS else Kind.NAME), thing.iri
            taken.update(range(mention.start, mention.end))
    for item in look.analyses[article].dates:
        if start <= item.start < end:
            taken.update(range(item.start, item.end))
            if item.value and item.value[:4].isdigit() and len(item.value) >= _DAY:
                yield Kind.DAY, item.value[:_DAY]
    words = (item for item in WORD.finditer(look.text(article), start, end) if item.start() not in taken)
    for found in words:
        yield from _of_word(found[0])


@lru_cache(maxsize=1 << 14)
def _of_word(printed: str) -> tuple[Feature, ...]:
    word = printed.casefold()
    if word[0].isdigit() or word in word_set("number_word"):
        return ((Kind.NUMBER, word.rstrip(".,")),)
    if len(word) < _SHORT or word in word_set("stop_word"):
        return ()
    if printed[:1].isupper() and not is_common(printed):
        return ((Kind.NAME, word),)
    plain = base(word) if is_verb(word) else singular(word)
    return (Kind.WORD, plain), *((Kind.EVENT, key) for key in _events().get(plain, ()))


class _Event(Struct, frozen=True):
    id: str
    words: tuple[str, ...]


@cache
def _events() -> Mapping[str, Sequence[str]]:
    """The events that a word tells, by its base form."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for row in entries("event_words.toml", "event", _Event):
        for word in row.words:
            found[word].append(row.id)
    return found
