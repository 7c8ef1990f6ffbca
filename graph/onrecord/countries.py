"""Countries, parts of countries and unions of countries: one table, read once per process."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from onrecord.lexicon_files import FOLDER, whole


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
