"""Sets of words that rules use by name, from the files in ``lexicons/en/words/``.

All stages may use this module, so that each of them gets its words in the same way.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from onrecord.lexicon_files import by_id


class WordSet(Struct, frozen=True, forbid_unknown_fields=True):
    """A set of words used by rules."""

    id: str
    meaning: str
    words: tuple[str, ...]
    """In lower case unless case matters; in the order of their values if they have values."""
    example: str
    source: str
    includes: tuple[str, ...] = ()
    """Ids of other sets whose words belong to this set too and need not be repeated."""


def all_sets() -> Mapping[str, WordSet]:
    """All word sets, by id."""
    return by_id("words", "set", WordSet)


@cache
def word_set(name: str, *more: str) -> frozenset[str]:
    """The words of the set `name`, such as "documents", with those of the sets `more`; KeyError if there is no such."""
    found = all_sets()[name]
    return frozenset(found.words).union(*map(word_set, (*found.includes, *more)))


@cache
def in_order(name: str) -> tuple[str, ...]:
    """The words of the set `name` in file order: "zero", "one", "two"."""
    return all_sets()[name].words
