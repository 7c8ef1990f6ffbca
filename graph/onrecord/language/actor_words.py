"""What the lexicons know about the nouns, name words and titles of actors, as sets and tables for quick look-up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from onrecord import resources
from onrecord.word_sets import word_set


@dataclass(frozen=True, slots=True)
class ActorWords:
    """Word tables; all words in small letters."""

    noun_type: dict[str, str]
    """Kind of actor a head noun stands for."""
    generic: frozenset[str]
    """Nouns that can stand on their own for any actor of their kind."""
    gender: dict[str, str]
    name_any: dict[str, str]
    name_first: dict[str, str]
    name_last: dict[str, str]
    titles: frozenset[str]
    """Words before a person's name."""
    offices: frozenset[str]
    posts: frozenset[str]
    """Offices that are no surnames: "CEO", "minister"."""
    things: frozenset[str]
    """Words of names that make them a product's, an event's or a place's rather than a body's; no plurals."""
    institutions: dict[str, frozenset[str]]
    """Heads of bodies named without capitals, and the words that can stand before each; none listed means any noun."""
    institution_type: dict[str, str]
    evidence: dict[str, dict[str, str]]
    """By place (subject, comment, told, owns): the kind that a verb or noun speaks for."""
    forenames: dict[str, str]
    """Gender of forenames given to one sex."""
    senses: dict[str, str]
    """Commonest sense of other nouns: person, group, location, artifact."""


@cache
def words() -> ActorWords:
    """The tables, read once a process."""
    data = resources.toml("lexicons", "actor_nouns.toml")
    senses = resources.toml("lexicons", "nouns.toml")["noun"]
    return ActorWords(
        noun_type={word: entry["type"] for entry in reversed(data["noun"]) for word in _split(entry)},
        generic=frozenset(word for entry in data["noun"] if entry.get("generic") for word in _split(entry)),
        gender={word: entry["gender"] for entry in data["noun"] if "gender" in entry for word in _split(entry)},
        name_any=_names(data, "any"),
        name_first=_names(data, "first"),
        name_last=_names(data, "last"),
        titles=frozenset(word for entry in data["title"] for word in _split(entry)),
        offices=frozenset(word for entry in data["title"] if entry.get("office") for word in _split(entry)),
        posts=frozenset(word for entry in data["title"] if entry.get("post") for word in _split(entry)),
        institutions={entry["head"]: frozenset(entry["with"].split()) for entry in data["institution"]},
        institution_type={entry["head"]: entry["type"] for entry in data["institution"]},
        evidence=_evidence(data),
        things=word_set("thing_of_name"),
        forenames={
            word: entry["gender"]
            for entry in resources.toml("lexicons", "forenames.toml")["forename"]
            for word in _split(entry)
        },
        senses={word: entry["id"].removeprefix("noun.") for entry in senses for word in _split(entry)},
    )


def _evidence(data: dict[str, Any]) -> dict[str, dict[str, str]]:
    tables: dict[str, dict[str, str]] = {}
    for entry in reversed(data["evidence"]):
        tables.setdefault(entry["where"], {}).update(dict.fromkeys(_split(entry), entry["type"]))
    return tables


def _names(data: dict[str, Any], where: str) -> dict[str, str]:
    return {
        word: entry["type"] for entry in reversed(data["name"]) if entry["where"] == where for word in _split(entry)
    }


def _split(entry: dict[str, Any]) -> list[str]:
    return str(entry["words"]).split()
