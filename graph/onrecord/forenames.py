"""Known forenames, by which a name is that of a person."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from onrecord.lexicon_files import whole


class _Forenames(Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    gender: str
    words: str
    example: str
    source: str


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    forename: tuple[_Forenames, ...]


@cache
def known() -> frozenset[str]:
    """All of them, in lower case."""
    return frozenset(word for item in whole("forenames.toml", _File).forename for word in item.words.split())


def is_forename(words: str) -> bool:
    """Whether the first of several words is a known forename."""
    parts = words.casefold().split()
    return len(parts) > 1 and parts[0] in known()
