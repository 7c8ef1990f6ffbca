"""The nouns, name words and titles of actors from the lexicons, as sets and tables for quick look-up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from msgspec import Struct, field

from onrecord.lexicon_files import whole
from onrecord.model import ActorType
from onrecord.word_sets import word_set

ACTING = frozenset({"person", "group"})
"""Senses of nouns, and broad kinds, of people and groups of them."""


@dataclass(frozen=True, slots=True)
class ActorWords:
    """Word tables; all words in lower case."""

    noun_type: dict[str, str]
    """Kind of actor that a head noun refers to."""
    generic: frozenset[str]
    """Nouns that, on their own, can refer to any actor of their kind."""
    gender: dict[str, str]
    name_any: dict[str, str]
    name_first: dict[str, str]
    name_last: dict[str, str]
    name_whole: dict[str, str]
    """Kind of a body by its whole name, with its words separated by spaces."""
    titles: frozenset[str]
    """Words before a person's name."""
    offices: frozenset[str]
    posts: frozenset[str]
    """Offices that are never surnames: "CEO", "minister"."""
    things: frozenset[str]
    """Words that mark a name as a product's, an event's or a place's rather than a body's; singular only."""
    institutions: dict[str, frozenset[str]]
    """Heads of bodies' names without capitals, each with the words allowed before it; an empty set allows any noun."""
    institution_type: dict[str, str]
    evidence: dict[str, dict[str, str]]
    """By position (subject, comment, told, owns, asks, launched): the kind that a verb or noun is evidence for."""
    forenames: dict[str, str]
    """Gender of forenames that are given to one sex only."""
    senses: dict[str, str]
    """Commonest sense of other nouns: person, group, location, artifact."""
    common: frozenset[str]
    """Nouns whose commonest sense is none of these."""


class _Entry(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    id: str
    words: str = ""
    """Entries separated by spaces; the words of a multi-word entry are joined by underscores."""
    example: str
    source: str
    includes: tuple[str, ...] = ()
    """Names of word sets whose words all belong here too."""

    @property
    def listed(self) -> list[str]:
        return [*self.words.split(), *(word for name in self.includes for word in sorted(word_set(name)))]


class _Noun(_Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    type: ActorType
    gender: Literal["", "m", "f"] = ""
    generic: bool = False


class _Name(_Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    type: ActorType
    where: Literal["any", "first", "last", "whole"]


class _Title(_Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    office: bool = False
    post: bool = False


class _Institution(Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    head: str
    type: ActorType
    before: str = field(name="with")
    example: str
    source: str


class _Evidence(_Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    type: ActorType
    where: Literal["subject", "comment", "told", "owns", "asks", "launched"]


class _ActorNouns(Struct, frozen=True, forbid_unknown_fields=True):
    noun: tuple[_Noun, ...]
    name: tuple[_Name, ...]
    title: tuple[_Title, ...]
    institution: tuple[_Institution, ...]
    evidence: tuple[_Evidence, ...]


class _Forenames(_Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    gender: Literal["m", "f"]


class _ForenamesFile(Struct, frozen=True, forbid_unknown_fields=True):
    forename: tuple[_Forenames, ...]


class _SensesFile(Struct, frozen=True, forbid_unknown_fields=True):
    noun: tuple[_Entry, ...]


@cache
def words() -> ActorWords:
    """The tables, read once per process."""
    data = whole("actor_nouns.toml", _ActorNouns)
    return ActorWords(
        noun_type={word: entry.type for entry in reversed(data.noun) for word in entry.listed},
        generic=frozenset(word for entry in data.noun if entry.generic for word in entry.listed),
        gender={word: entry.gender for entry in data.noun if entry.gender for word in entry.listed},
        name_any=_names(data, "any"),
        name_first=_names(data, "first"),
        name_last=_names(data, "last"),
        name_whole={name.replace("_", " "): kind for name, kind in _names(data, "whole").items()},
        titles=frozenset(word for entry in data.title for word in entry.listed),
        offices=frozenset(word for entry in data.title if entry.office for word in entry.listed),
        posts=frozenset(word for entry in data.title if entry.post for word in entry.listed),
        institutions={entry.head: frozenset(entry.before.split()) for entry in data.institution},
        institution_type={entry.head: entry.type for entry in data.institution},
        evidence=_evidence(data),
        things=word_set("thing_of_name"),
        forenames={
            word: entry.gender for entry in whole("forenames.toml", _ForenamesFile).forename for word in entry.listed
        },
        senses={word: sense for sense, listed in noun_senses().items() for word in listed},
        common=frozenset(word for entry in whole("common_nouns.toml", _SensesFile).noun for word in entry.listed),
    )


@cache
def noun_senses() -> dict[str, tuple[str, ...]]:
    """Nouns by the type of their commonest sense: person, group, location, artifact."""
    found = whole("noun_senses.toml", _SensesFile).noun
    return {entry.id.removeprefix("noun."): tuple(entry.listed) for entry in found}


def _evidence(data: _ActorNouns) -> dict[str, dict[str, str]]:
    tables: dict[str, dict[str, str]] = {}
    for entry in reversed(data.evidence):
        tables.setdefault(entry.where, {}).update(dict.fromkeys(entry.listed, entry.type))
    return tables


def _names(data: _ActorNouns, where: str) -> dict[str, str]:
    return {word: entry.type for entry in reversed(data.name) if entry.where == where for word in entry.listed}
