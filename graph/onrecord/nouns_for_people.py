"""Nouns that call a person: "the envoy", "a clerk"."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from onrecord.lexicon_files import whole


class _Nouns(Struct, frozen=True):
    type: str
    words: str = ""


class _File(Struct, frozen=True):
    noun: tuple[_Nouns, ...]


@cache
def person_nouns() -> frozenset[str]:
    """All of them, in lower case and in the singular."""
    return frozenset(
        word for item in whole("actor_nouns.toml", _File).noun if item.type == "Person" for word in item.words.split()
    )
