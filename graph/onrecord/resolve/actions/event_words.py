"""Which words can report the same event: lexicon rows of verbs and nouns for the same events."""

from __future__ import annotations

from functools import cache, lru_cache

from msgspec import Struct

from onrecord.actor_kinds import PEOPLE
from onrecord.lexicon_files import entries
from onrecord.resolve import names

TO_PEOPLE = "people"
TO_NOBODY = "nobody"


class EventWords(Struct, frozen=True, forbid_unknown_fields=True):
    """One row: words that can report the same event."""

    id: str
    words: tuple[str, ...]
    example: str
    source: str
    befalls: bool = False
    """Whether the grammatical agent undergoes the event, as with "fall" and "die"."""
    of_people: tuple[str, ...] = ()
    """Those of the words that tell it only of people: to seize a safe is no arrest."""
    of_things: tuple[str, ...] = ()
    """Those of the words that tell it only of what is no person: to suspend an officer is no closure."""


@cache
def rows() -> tuple[EventWords, ...]:
    """The rows of the lexicon."""
    return entries("event_words.toml", "event", EventWords)


@cache
def _by_word() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in rows():
        for word in row.words:
            for key in (word, names.root(word)):
                found.setdefault(key, set()).add(row.id)
    return {word: frozenset(ids) for word, ids in found.items()}


@lru_cache(maxsize=1 << 14)
def events(lemma: str) -> frozenset[str]:
    """Ids of the rows that contain a verb or noun; empty if none does."""
    return _by_word().get(lemma) or _by_word().get(names.root(lemma), frozenset())


def done_to(types: frozenset[str], *, is_told: bool) -> str:
    """Whether a deed was done to people, given the types of those who undergo it and whether a phrase names them.

    `TO_PEOPLE`, `TO_NOBODY`, or "" if unknown.
    """
    if types:
        return TO_PEOPLE if types <= PEOPLE else "" if types & PEOPLE else TO_NOBODY
    return TO_NOBODY if is_told else ""


@lru_cache(maxsize=1 << 14)
def events_of(lemma: str, *, to: str) -> frozenset[str]:
    """The `events` that a verb or noun can tell, given what it was done to: `TO_PEOPLE`, `TO_NOBODY`, "" if unknown."""
    found = events(lemma)
    if not to:
        return found
    return frozenset(
        row.id
        for row in rows()
        if row.id in found and lemma not in (row.of_things if to == TO_PEOPLE else row.of_people)
    )


@lru_cache(maxsize=1 << 14)
def befalls(lemma: str) -> bool:
    """Whether the grammatical agent of a verb or noun undergoes the event."""
    return any(row.befalls for row in rows() if row.id in events(lemma))


@lru_cache(maxsize=1 << 14)
def facets(lemma: str, kind: str | None) -> frozenset[str]:
    """What a report with this word can share with others of its event: its stem, its rows or, without any, its kind."""
    found = events(lemma)
    return frozenset({f"root {names.root(lemma)}"} | found | ({f"kind {kind}"} if kind and not found else set()))
