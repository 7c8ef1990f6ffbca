"""Countries, their parts and unions of them: the one table, read once a process."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from onrecord.lexicon_files import FOLDER, whole


class Territory(Struct, frozen=True, forbid_unknown_fields=True):
    """A country, a part of one or a union of several."""

    id: str
    """ISO 3166 code in small letters if it is a state."""
    name: str
    codes: tuple[str, ...]
    qid: str = ""
    """Its Wikidata item; empty if it has none."""
    english: tuple[str, ...] = ()
    """Names by which the reader of articles knows it, for states alone."""
    adjectives: tuple[str, ...] = ()
    """Words for its nationality: "Norwegian", "Norwegians"."""
    capital: str = ""
    names: tuple[str, ...] = ()
    """Its names in the letters that English prints."""
    weak: tuple[str, ...] = ()
    """Names that give way to another territory's."""
    places: tuple[str, ...] = ()
    """Cities and the like that bear one of its names and are not it."""


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    source: str
    territory: tuple[Territory, ...]


@cache
def territories() -> Mapping[str, Territory]:
    """All territories by their ids, in the order of the table."""
    return {item.id: item for item in whole("countries.toml", _File, FOLDER).territory}
