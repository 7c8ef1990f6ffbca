"""What words about amounts mean: units, currencies, what is counted and what happens to it, from lexicon rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from onrecord.lexicon_files import entries, whole
from onrecord.story.amount_lexicon import Event, Row, Senses, lexicon
from onrecord.story.inflection import base, is_verb, plural_noun, singular
from onrecord.story.numerals import Word
from onrecord.word_sets import word_set

PERSON = "person"
VOLUME = "volume"
WEIGHT = "weight"
OF_THINGS = frozenset({VOLUME, WEIGHT})
"""Kinds of units of how much there is of a thing."""


@cache
def people() -> frozenset[str]:
    """Nouns for people, in the singular."""
    rows = whole("noun_senses.toml", Senses).noun
    listed = {word for row in rows if row.id == f"noun.{PERSON}" for word in row.words.split()}
    rows_of_people = [
        *lexicon().broad,
        *(row for row in lexicon().implied if row.people),
        *(row for row in lexicon().thing if row.people),
    ]
    named = {word for row in rows_of_people for word in row.words}
    return frozenset(listed | named)


@lru_cache(maxsize=1 << 14)
def is_person(noun: str) -> bool:
    """Whether a noun is one for people: listed, or made from a verb for whoever does it ("baker")."""
    if noun in people():
        return True
    made = next((noun.removesuffix(ending) for ending in word_set("doer_ending") if noun.endswith(ending)), "")
    return bool(made) and noun not in _lifeless() and any(is_verb(made + end) for end in ("", "e"))


@cache
def _lifeless() -> frozenset[str]:
    rows = whole("noun_senses.toml", Senses).noun
    listed = frozenset(word for row in rows if row.id != f"noun.{PERSON}" for word in row.words.split())
    return listed | word_set("counting_noun")


@lru_cache(maxsize=1 << 14)
def is_broad(noun: str, deeds: frozenset[str], others: frozenset[str]) -> bool:
    """Whether a noun may stand for people to whom one of `deeds` happens, if they are `others`."""
    return any(
        noun in row.words and others.isdisjoint(row.but) and (not row.deeds or not deeds.isdisjoint(row.deeds))
        for row in lexicon().broad
    )


@lru_cache(maxsize=1 << 14)
def lemmas(word: str) -> frozenset[str]:
    """A word in lower case, its singular and its base form."""
    small = word.casefold()
    return frozenset({small, singular(small)} | ({base(small)} if is_verb(small) else set()))


@cache
def _phrases(table: str) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """First word -> the phrases that begin with it, the longest first, with the ids of their rows."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in _rows(table):
        for phrase in row.words:
            parts = tuple(phrase.split())
            found.setdefault(parts[0], []).append((parts, row.id))
    return {word: tuple(sorted(rows, key=lambda item: -len(item[0]))) for word, rows in found.items()}


def _rows(table: str) -> Iterable[Row]:
    if table == "event":
        left_out = word_set("event_of_telling")
        return [row for row in entries("event_words.toml", "event", Event) if row.id not in left_out]
    return getattr(lexicon(), table)  # type: ignore[no-any-return]  # all fields are tables of rows


def rows_at(table: str, words: Sequence[Word], at: int) -> Iterator[tuple[str, int]]:
    """Ids of the rows whose words begin at `at`, each with the index behind the phrase; the longest first."""
    for parts, row in _beginning(table, words[at].text):
        behind = _behind(parts, words, at)
        if behind is not None:
            yield row, behind


@lru_cache(maxsize=1 << 14)
def _beginning(table: str, word: str) -> tuple[tuple[tuple[str, ...], str], ...]:
    """The phrases that begin with a form of `word`, with the ids of their rows."""
    return tuple(item for first in sorted(lemmas(word)) for item in _phrases(table).get(first, ()))


def _behind(parts: Sequence[str], words: Sequence[Word], at: int) -> int | None:
    """Where the phrase ends that begins at `at`, with or without determiners in it; None if it is not there."""
    for number, part in enumerate(parts):
        while number and at < len(words) and words[at].small in word_set("determiner") and part != words[at].small:
            at += 1
        if at >= len(words) or part not in lemmas(words[at].text):
            return None
        at += 1
    return at


def happenings(words: Sequence[Word], span: Iterable[int], *, counted: bool = False) -> frozenset[str]:
    """What the words at the indexes `span` tell: ids of rows, of the lexicon of amounts and of that of events.

    Rows that are said of amounts with a unit alone are left out if things are `counted`, and else the others.
    """
    found: set[str] = set()
    for at in span:
        told, events = list(rows_at("happening", words, at)), list(rows_at("event", words, at))
        # To lose one's life is to lose nothing else: the longest phrase counts.
        longest = max((behind for _, behind in (*told, *events)), default=at)
        found |= {row for row, behind in told if behind == longest and _says(row, counted=counted)}
        found |= {f"event {row}" for row, behind in events if behind == longest}
    return frozenset(found)


@cache
def _says(row: str, *, counted: bool) -> bool:
    """Whether a row is said of numbers of things, or else of amounts with a unit."""
    found = next(item for item in lexicon().happening if item.id == row)
    return not (found.measured if counted else found.counted)


@lru_cache(maxsize=1 << 14)
def tells_deed(word: str) -> bool:
    """Whether a word alone says what happens to something."""
    tables = _phrases("happening"), _phrases("event")
    return any((form,) in (parts for parts, _ in table.get(form, ())) for table in tables for form in lemmas(word))


@cache
def over_time(row: str) -> str:
    """How numbers of a happening change from day to day: "up", "both" or not at all."""
    return next((item.over_time for item in lexicon().happening if item.id == row), "")


@cache
def is_often(row: str) -> bool:
    """Whether a happening is one that there may be several of in a story."""
    return any(item.id == row and item.often for item in lexicon().happening)


@cache
def is_mixed(row: str) -> bool:
    """Whether a happening is one of people of all kinds."""
    return any(item.id == row and item.mixed for item in lexicon().happening)


@cache
def asks(row: str) -> str:
    """How a question of the number of those to whom something happened ends."""
    return next((item.asks for item in lexicon().happening if item.id == row), "")


@cache
def of_people(row: str) -> bool:
    """Whether a bare number beside the words of a happening is one of people."""
    return any(item.id == row and item.people for item in lexicon().happening)


@cache
def of_money(row: str) -> bool:
    """Whether what happens needs money, so that what is measured is a sum."""
    return any(item.id == row and item.money for item in lexicon().happening)


@cache
def is_lasting(row: str) -> bool:
    """Whether a time beside the words of a happening is how long that lasts: a sentence, a delay."""
    return any(item.id == row and item.lasts for item in lexicon().happening)


@cache
def of_damage(row: str) -> bool:
    """Whether things are broken, so that a bill is one for repair."""
    return any(item.id == row and item.damage for item in lexicon().happening)


@lru_cache(maxsize=1 << 14)
def thing(noun: str) -> str:
    """The row of nouns that a noun counts the same as; the noun itself if there is none."""
    return next((row.id for row in lexicon().thing if noun in row.words), noun)


@cache
def tally_thing(row: str) -> str:
    """What the number of a tally is of."""
    return next(item.thing for item in lexicon().tally if item.id == row)


@lru_cache(maxsize=1 << 14)
def implied(noun: str) -> str:
    """What a noun for people says that happened to them; empty if nothing."""
    return next((row.id for row in lexicon().implied if noun in row.words), "")


@lru_cache(maxsize=1 << 14)
def is_sum(noun: str) -> bool:
    """Whether a noun is itself a sum of money."""
    return any(noun in row.words for row in lexicon().sum)


@lru_cache(maxsize=1 << 14)
def is_any_sum(noun: str) -> bool:
    """Whether a noun may be any sum of money, so that it does not say which."""
    return any(noun in row.words for row in lexicon().sum if row.id == "any")


@lru_cache(maxsize=1 << 14)
def base_unit(unit: str) -> tuple[str, float]:
    """The unit in which amounts in a unit are compared, and how many of that one is; "tonne/day" in "kilogram/day"."""
    name, slash, rate = unit.partition("/")
    row = next((item for item in lexicon().unit if item.id == name), None)
    return (f"{row.base}{slash}{rate}", row.times) if row is not None and row.base else (unit, 1.0)


@lru_cache(maxsize=1 << 14)
def is_measure(noun: str) -> bool:
    """Whether a noun is a unit of how much there is of a thing, and none of time: "litre"."""
    return any(noun in row.words and row.kind in OF_THINGS for row in lexicon().unit)


@lru_cache(maxsize=1 << 14)
def plural_unit(unit: str) -> str:
    """The plural of a unit: "cubic metres"."""
    row = next((item for item in lexicon().unit if item.id == unit), None)
    *before, last = unit.split()
    return (row.plural if row is not None else "") or " ".join([*before, plural_noun(last)])


@lru_cache(maxsize=1 << 14)
def is_dimension(noun: str) -> bool:
    """Whether a noun says only how something is measured: "height"."""
    return any(noun in row.words for row in lexicon().dimension)
