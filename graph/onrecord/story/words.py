"""Closed classes of English words, from the lexicon of labels."""

from __future__ import annotations

from functools import cache

from onrecord.resources import toml


@cache
def listed(key: str) -> frozenset[str]:
    """The words of one entry. Raises KeyError if there is none."""
    return {row["id"]: frozenset(row["words"].split()) for row in toml("lexicons", "labels.toml")["words"]}[key]
