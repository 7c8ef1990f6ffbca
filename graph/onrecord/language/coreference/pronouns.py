"""Person, number and gender of pronouns."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from onrecord.lexicon_files import entries


class Pronoun(Struct, frozen=True, forbid_unknown_fields=True):
    """The forms of a pronoun and what they show about whoever it refers to."""

    id: str
    words: tuple[str, ...]
    person: str
    """"first", "second", "third", "relative", or for one of the last two actors named "former" or "latter"."""
    example: str
    source: str
    plural: bool | None = None
    gender: str = ""
    """"m", "f", or "n" for things and bodies; "" if the pronoun does not show it."""
    kind: str | None = None


_ANY_RELATIVE = Pronoun("relative", (), "relative", "The mine that closed was old.", "closed class")


@cache
def _forms() -> dict[str, Pronoun]:
    return {word: item for item in entries("pronouns.toml", "pronoun", Pronoun) for word in item.words}


def pronoun(lower: str) -> Pronoun:
    """The features of a pronoun in lower case; one that is not in the lexicon may refer to things or people."""
    return _forms().get(lower, _ANY_RELATIVE)
