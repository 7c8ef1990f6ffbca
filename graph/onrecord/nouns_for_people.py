"""Nouns that call a person, "the envoy", "a clerk", or a body: "the consultancy"."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from onrecord.actor_kinds import ORGANIZATIONS
from onrecord.lexicon_files import whole
from onrecord.word_sets import word_set


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


@cache
def body_nouns() -> frozenset[str]:
    """Those for firms and other bodies, in lower case and in the singular: of a type of them, or a band of people."""
    listed = (
        word
        for item in whole("actor_nouns.toml", _File).noun
        if item.type in ORGANIZATIONS
        for word in item.words.split()
    )
    return frozenset(listed) | word_set("calls_a_body")
