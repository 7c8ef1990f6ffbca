"""How people's names are built, and when two names cannot belong to the same person. Pure functions of words.

Words are in lower case, without titles; full stops and accents are ignored.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from msgspec import Struct

from onrecord.lexicon_files import whole
from onrecord.word_sets import word_set

Words = tuple[str, ...]
_LEAST_SHORT = 3
"""Fewest letters in a short form of a given name: "Ben" for "Benjamin", but not "Al" for "Alma"."""


@dataclass(frozen=True, slots=True)
class PersonName:
    """The parts of a name; a single word counts as a surname."""

    given: Words
    surname: Words
    suffix: str = ""

    @property
    def full(self) -> bool:
        """Whether both a given name and a surname are present."""
        return bool(self.given)


class ShortForms(Struct, frozen=True, forbid_unknown_fields=True):
    """Abbreviations of words around a name, with their full forms."""

    id: str
    short: dict[str, str]
    example: str
    source: str


class Nicknames(Struct, frozen=True, forbid_unknown_fields=True):
    """Groups of given names used for one another; the words of a group are separated by spaces."""

    id: str
    groups: tuple[str, ...]
    example: str
    source: str


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    title: tuple[ShortForms, ...]
    suffix: tuple[ShortForms, ...]
    nickname: tuple[Nicknames, ...]


def _lexicon() -> _File:
    return whole("person_names.toml", _File)


@cache
def _nicknames() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, group in enumerate(_lexicon().nickname[0].groups):
        for word in group.split():
            found.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


@cache
def _titles() -> dict[str, str]:
    return dict(_lexicon().title[0].short)


def title(word: str) -> str:
    """A title written out: "sen" as "senator"."""
    return _titles().get(word, word)


@lru_cache(maxsize=1 << 14)
def folded(word: str) -> str:
    """A word without accents and stops: "Peña" as "pena", "J." as "j"."""
    plain = unicodedata.normalize("NFKD", word.lower().replace("’", "'"))
    return "".join(char for char in plain if not unicodedata.combining(char)).replace(".", "")


@lru_cache(maxsize=1 << 14)
def parsed(words: Words) -> PersonName:
    """The parts of a name: "Ludwig van der Berg", "bin Salman", "Kim Min-jun", "Ola Lund Jr.", "Ola Lund KC"."""
    parts = tuple(folded(word) for word in words if folded(word))
    suffix = ""
    while len(parts) > 1 and parts[-1] in word_set("after_name"):
        parts = parts[:-1]
    if len(parts) > 1 and parts[-1] in word_set("name_suffix"):
        suffix, parts = parts[-1], parts[:-1]
        suffix = _lexicon().suffix[0].short.get(suffix, suffix)
    if len(parts) < 2:
        return PersonName((), parts, suffix)
    if _family_first(parts):
        return PersonName(parts[1:], parts[:1], suffix)
    begin = len(parts) - 1
    least = 1 if parts[0] in word_set("particle_or_given_name") else 0
    while begin > least and parts[begin - 1] in word_set("surname_particle"):
        begin -= 1
    return PersonName(parts[:begin], parts[begin:], suffix)


def _family_first(parts: Words) -> bool:
    """Whether the surname stands first: a family name of East Asia before a hyphened or a double given name."""
    if parts[0] not in word_set("family_name_first") or parts[-1] in word_set("family_name_first"):
        return False
    return "-" in parts[1] if len(parts) == 2 else len(parts) == 3 and all(len(part) > 1 for part in parts)


def family_first(word: str) -> bool:
    """Whether a word is a surname that stands before the given name: "Kim"."""
    return folded(word) in word_set("family_name_first")


def is_particle(word: str) -> bool:
    """Whether a word can begin a surname: "van", "bin"."""
    return folded(word) in word_set("surname_particle")


def given_fit(one: str, other: str) -> bool:
    """Whether two given names can be the same: equal, an initial, a short form or a nickname."""
    short, long = sorted((one, other), key=len)
    if long.startswith(short) and (len(short) == 1 or len(short) >= _LEAST_SHORT):
        return True
    return not _nicknames().get(one, frozenset()).isdisjoint(_nicknames().get(other, frozenset()))


def surnames_fit(one: Words, other: Words) -> bool:
    """Whether two surnames match, with or without a particle ("bin Salman", "Salman") or half of a double surname."""
    if one == other or (one[-1:] == other[-1:] and (len(one) == 1 or len(other) == 1)):
        return True
    short, long = sorted((one, other), key=lambda item: len("".join(item)))
    return len(short) == len(long) == 1 and "-" in long[0] and short[0] in long[0].split("-")


def is_double_surname(one: Words, other: Words) -> bool:
    """Whether one name is the two or more surnames of the other: "Brekke Lund" of "Ola Brekke Lund"."""
    left, right = parsed(one), parsed(other)
    short, long = sorted((left.given + left.surname, right.given + right.surname), key=len)
    return len(short) > 1 and long[1:] == short


@lru_cache(maxsize=1 << 14)
def conflict(one: Words, other: Words) -> str | None:
    """Why two names cannot belong to the same person, in words; None if they can.

    They cannot if their surnames differ, or if both have a suffix, given name or middle initial and these differ.
    """
    left, right = parsed(one), parsed(other)
    if left.suffix and right.suffix and left.suffix != right.suffix:
        return f"one is {left.suffix!r}, the other {right.suffix!r}"
    if not left.full or not right.full or left.given + left.surname == right.surname:
        return None
    if right.given + right.surname == left.surname or is_double_surname(one, other):
        return None  # "Van Dijk" of "Virgil van Dijk"
    if not surnames_fit(left.surname, right.surname):
        return "the surnames differ"
    if not given_fit(left.given[0], right.given[0]):
        return "the given names differ"
    middle = [(a, b) for a, b in zip(left.given[1:], right.given[1:], strict=False) if not given_fit(a, b)]
    return "the middle names differ" if middle else None


@lru_cache(maxsize=1 << 14)
def short_for(short: Words, long: Words) -> str:
    """How `short` can be a shorter form of the full name `long`: "surname", "given", "full", or "" if it cannot."""
    one, two = parsed(short), parsed(long)
    if not two.full or short == long or (not one.full and one.suffix not in ("", two.suffix)):
        return ""
    if one.given + one.surname == two.surname or (len(short) > 1 and short == long[1:]):
        return "surname"  # also "Okonedo-Reyes" of "Ada Okonedo-Reyes"
    if one.full:
        return "full" if conflict(short, long) is None and len(short) <= len(long) else ""
    if surnames_fit(one.surname, two.surname):
        return "surname"
    alone = len(one.surname) == 1 < len(one.surname[0]) and given_fit(one.surname[0], two.given[0])
    middle = len(one.surname) == 1 and len(one.surname[0]) >= _LEAST_SHORT and one.surname[0] in two.given[1:]
    return "given" if alone or middle or one.surname == two.given else ""  # "Skip" of "Ola “Skip” Lund"
