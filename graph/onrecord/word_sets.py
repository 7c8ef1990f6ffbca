"""Sets of words that the rules ask for by name, from the files of ``lexicons/en/words/``.

They stand below all stages: what reads articles, compares them or labels what they tell asks for words in the same way.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from onrecord.lexicon_files import by_id


class WordSet(Struct, frozen=True, forbid_unknown_fields=True):
    """A set of words that rules ask for."""

    id: str
    meaning: str
    words: tuple[str, ...]
    """In small letters unless the case tells; in the order of their values if they have one."""
    example: str
    source: str
    includes: tuple[str, ...] = ()
    """Other sets all of whose words belong to this one too, so that no word of theirs is listed again."""


def all_sets() -> Mapping[str, WordSet]:
    """All sets of words by their ids."""
    return by_id("words", "set", WordSet)


@cache
def word_set(name: str) -> frozenset[str]:
    """The words of the set `name`, such as "documents"; raises KeyError if no file has one."""
    found = all_sets()[name]
    return frozenset(found.words).union(*map(word_set, found.includes))


@cache
def in_order(name: str) -> tuple[str, ...]:
    """The words of the set `name` in the order of its file: "zero", "one", "two"."""
    return all_sets()[name].words
