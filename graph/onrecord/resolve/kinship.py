"""Words that are kin: in which one kind of deed is told or one kind of thing is named, as verbs and as nouns."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from onrecord.lexicon_files import entries
from onrecord.story.inflection import base, is_verb
from onrecord.word_sets import word_set


class _Row(Struct, frozen=True, forbid_unknown_fields=True):
    """Words that are kin."""

    id: str
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    example: str
    source: str
    loose: bool = False
    """Whether they are for dealings of every day, which say little of what was dealt with."""


@cache
def kin(word: str, *, noun: bool) -> frozenset[str]:
    """What a word in the base form is compared by: itself, the verb that a noun is made from, and the rows of both."""
    own = {word, *(_made_from(word) if noun else ())}
    rows = {row for one in own for row in _rows(noun=noun and one == word).get(one, ())}
    return frozenset(own | rows)


@cache
def has_kin(word: str, *, noun: bool) -> bool:
    """Whether the lexicon lists a word."""
    return word in _rows(noun=noun)


@cache
def loose() -> frozenset[str]:
    """What words for dealings of every day are compared by."""
    rows = [row for row in entries("kin.toml", "kin", _Row) if row.loose]
    return frozenset({f"{row.id}{_MARK}" for row in rows} | {word for row in rows for word in (*row.verbs, *row.nouns)})


@cache
def _rows(*, noun: bool) -> dict[str, tuple[str, ...]]:
    """The ids of the rows of each word, each with a mark."""
    found: dict[str, tuple[str, ...]] = {}
    for row in entries("kin.toml", "kin", _Row):
        for word in row.nouns if noun else row.verbs:
            found[word] = (*found.get(word, ()), f"{row.id}{_MARK}")
    return found


_MARK = " …"
"""What no word has."""


def _made_from(word: str) -> set[str]:
    """The verb that a noun for a deed is made from: "inspection", "refusal", "payment"."""
    found: set[str] = set()
    for ending in word_set("noun_of_deed_ending"):
        root = word.removesuffix(ending)
        if root != word and len(root) >= _SHORTEST:
            found |= {verb for verb in (root, f"{root}e", f"{root}ate") if is_verb(verb) and base(verb) == verb}
    return found


_SHORTEST = 3
"""Letters of the shortest verb that a noun is made from."""
