"""Countries, parts of countries and unions of countries: one table, read once per process."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from msgspec import Struct

from onrecord.lexicon_files import FOLDER, whole
from onrecord.word_sets import word_set


class Territory(Struct, frozen=True, forbid_unknown_fields=True):
    """A country, a part of a country or a union of countries."""

    id: str
    """ISO 3166 code in lower case if the territory is a state."""
    name: str
    codes: tuple[str, ...]
    qid: str = ""
    """Its Wikidata item; empty if there is none."""
    english: tuple[str, ...] = ()
    """Names by which it is recognized in articles; states only."""
    adjectives: tuple[str, ...] = ()
    """Words for its nationality: "Norwegian", "Norwegians"."""
    capital: str = ""
    names: tuple[str, ...] = ()
    """Its names in the Latin letters that English texts use."""
    weak: tuple[str, ...] = ()
    """Names that mean another territory if that territory has them too."""
    places: tuple[str, ...] = ()
    """Cities and other places that contain one of its names but are not this territory."""


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    source: str
    territory: tuple[Territory, ...]


@cache
def territories() -> Mapping[str, Territory]:
    """All territories by their ids, in the order of the table."""
    return {item.id: item for item in whole("countries.toml", _File, FOLDER).territory}


@lru_cache(maxsize=1_000)
def government(code: str | None) -> str:
    """The name of the government of the state with the ISO code `code`; empty if there is none."""
    found = territories().get((code or "").lower())
    return f"Government of {_with_article(found.name)}" if found is not None else ""


def _with_article(name: str) -> str:
    """A state's name in the form used after "of": "the United States"."""
    return (
        f"the {name}"
        if name.split(maxsplit=1)[0] in word_set("state_with_article") or (name.endswith("s") and " " in name)
        else name
    )
