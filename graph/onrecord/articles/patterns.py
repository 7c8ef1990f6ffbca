"""The patterns of lexicons/bylines.toml: how lines around an article tell of its author, outlet and day."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from onrecord import resources


@cache
def pattern(name: str) -> re.Pattern[str]:
    """The pattern `name` of the lexicon, compiled."""
    item = _lexicon()["pattern"][name]
    full = item["pattern"].replace("{name}", _lexicon()["name"]).replace("{month}", month_forms())
    return re.compile(full, re.NOFLAG if item.get("cased") else re.IGNORECASE)


@cache
def month_forms() -> str:
    """The names of the months and their abbreviations, as one alternative."""
    forms = [form for names in _lexicon()["months"] for form in names]
    return f"(?:{'|'.join(sorted(forms, key=len, reverse=True))})"


@cache
def months() -> dict[str, int]:
    """The number of each month by each of its names, lower case."""
    return {form: number for number, names in enumerate(_lexicon()["months"], 1) for form in names}


def _lexicon() -> dict[str, Any]:
    return resources.toml("lexicons", "bylines.toml")
