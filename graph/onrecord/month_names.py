"""The names of the months and their abbreviations."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from onrecord.lexicon_files import entries


class Month(Struct, frozen=True, forbid_unknown_fields=True):
    """The forms of one month, the full name first; abbreviations may end in a full stop."""

    id: str
    words: tuple[str, ...]
    abroad: tuple[str, ...]
    """Its names in other languages, as the lines above English texts have them: "4 de marzo"."""
    example: str
    source: str


@cache
def months() -> tuple[tuple[str, ...], ...]:
    """The forms of each month in lower case, January first."""
    return tuple(item.words for item in entries("months.toml", "month", Month))


@cache
def month_numbers() -> dict[str, int]:
    """The number of the month (1 to 12) for each of its forms."""
    return {form: number for number, forms in enumerate(months(), 1) for form in forms}


@cache
def months_abroad() -> dict[str, int]:
    """The number of the month for each of its names in other languages."""
    listed = entries("months.toml", "month", Month)
    return {form: number for number, item in enumerate(listed, 1) for form in item.abroad}
