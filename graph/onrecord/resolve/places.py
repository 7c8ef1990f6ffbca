"""Countries and the like out of the box: `rigour`'s territories, each with its Wikidata item."""

from __future__ import annotations

from functools import lru_cache

from rigour.territories import get_territory, lookup_territory

from onrecord.resolve.names import words

WIKIDATA = "http://www.wikidata.org/entity/"


@lru_cache(maxsize=100_000)
def territory(name: str) -> str | None:
    """Code of the territory that `name` names ("U.K.", "Pakistan"); capitals and other cities do not count as it."""
    plain = " ".join(words(name))
    found = lookup_territory(plain) if len(plain) > 1 else None
    if found is None or any(" ".join(words(place)) == plain for place in found.places):
        return None
    if len(plain) <= 3 and not name.replace(".", "").isupper():
        return None  # "us", "it", "in" are words
    return found.code


@lru_cache(maxsize=10_000)
def wikidata(code: str) -> str | None:
    """IRI of the Wikidata item of the territory with `code`."""
    found = get_territory(code)
    return f"{WIKIDATA}{found.qid}" if found is not None and found.qid else None
