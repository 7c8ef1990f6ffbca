"""Auxiliaries of labels: short forms written out, singular and plural, from ``lexicons/en/auxiliaries.toml``."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from onrecord.lexicon_files import entries


class ShortForm(Struct, frozen=True, forbid_unknown_fields=True):
    """A short form of an auxiliary or of "not", written with a straight apostrophe, and the word it stands for."""

    id: str
    full: str
    example: str
    source: str


class Number(Struct, frozen=True, forbid_unknown_fields=True):
    """An auxiliary and its forms in the third person."""

    id: str
    singular: str
    plural: str
    example: str
    source: str


@cache
def _short_forms() -> dict[str, str]:
    return {item.id: item.full for item in entries("auxiliaries.toml", "short", ShortForm)}


@cache
def _numbers() -> dict[str, Number]:
    found = entries("auxiliaries.toml", "number", Number)
    return {form: item for item in reversed(found) for form in (item.plural, item.id)}


def written_out(word: str) -> str:
    """A short form as the word it stands for; any other word as it is."""
    return _short_forms().get(word.replace("’", "'"), word)


def agreeing(word: str, *, plural: bool) -> str | None:
    """The auxiliary `word` in the number of its subject, a third person; None for another word."""
    known = _numbers().get(word)
    return None if known is None else known.plural if plural else known.singular
