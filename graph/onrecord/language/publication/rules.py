"""The rules of ``lexicons/en/publication.toml``: which deeds do not belong on record."""

from __future__ import annotations

from functools import cache

from onrecord.language.publication import table
from onrecord.language.publication.facts import FILE, Facts, lexicon
from onrecord.language.publication.table import Rule


@cache
def reasons() -> dict[str, str]:
    """The closed list of reasons: what each says to a person."""
    return {item.id: item.says for item in lexicon().reason}


@cache
def publication_rules() -> tuple[Rule, ...]:
    """The rules in the order in which they are asked; the first one that holds gives the reason."""
    return table.rules(FILE, lexicon().rule, Facts, reasons())


def kept_back(facts: Facts) -> str | None:
    """Why a deed of these facts does not belong on record; None if it does."""
    return next((rule.reason for rule in publication_rules() if rule.holds(facts)), None)
