"""Words for outcomes that exclude one another: whoever died did not survive."""

from __future__ import annotations

from functools import cache, lru_cache

from msgspec import Struct

from onrecord.lexicon_files import entries


class Opposites(Struct, frozen=True, forbid_unknown_fields=True):
    """Two lists of verbs; what one says of somebody or something excludes what the other says."""

    id: str
    one: tuple[str, ...]
    other: tuple[str, ...]
    example: str
    source: str
    undergone_by_agent: tuple[str, ...] = ()
    """Those of the verbs whose agent is who undergoes the outcome ("she survived", "he resigned")."""
    final: bool = False
    """Whether what the first list says cannot be undone: nobody survives who has died before."""


@cache
def rows() -> tuple[Opposites, ...]:
    """The rows of the lexicon."""
    return entries("opposites.toml", "opposites", Opposites)


@lru_cache(maxsize=1 << 14)
def sides(lemma: str) -> frozenset[tuple[str, bool]]:
    """For each row that has the verb, its id and whether the verb stands in its first list."""
    return frozenset(
        (row.id, first) for row in rows() for words, first in ((row.one, True), (row.other, False)) if lemma in words
    )


@lru_cache(maxsize=1 << 14)
def by_agent(lemma: str) -> bool:
    """Whether the agent of the verb is who undergoes the outcome."""
    return any(lemma in row.undergone_by_agent for row in rows())


@lru_cache(maxsize=1 << 14)
def excluded(one: str, two: str) -> bool:
    """Whether what one verb tells excludes what the other tells of the same actor or thing."""
    return any((row, not first) in sides(two) for row, first in sides(one))


@lru_cache(maxsize=1 << 14)
def is_final(one: str, two: str) -> bool:
    """Whether what the verb `two` says cannot come after what `one` says."""
    return any(row.final and one in row.one and two in row.other for row in rows())
