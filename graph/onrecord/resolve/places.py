"""Countries and other territories, from the table that ships with the package, each with its Wikidata item."""

from __future__ import annotations

from functools import cache, lru_cache

from onrecord.countries import Territory, territories
from onrecord.resolve.names import Words, acronyms, without_ends, words
from onrecord.weights import weights_of

WIKIDATA = "http://www.wikidata.org/entity/"
LONGEST = int(weights_of("names")["territory.longest"])
"""Most words in the name of a territory inside another name."""
_CODE = int(weights_of("names")["code.longest"])
"""A word with at most this many letters is a code only if it is in capitals."""


@cache
def _by_name() -> dict[str, Territory]:
    """The territories by folded name or code; a name takes precedence over a weak name, and that over a code."""
    found: dict[str, Territory] = {}
    rows = territories().values()
    for kind in ("names", "weak", "codes"):
        for row in rows:
            cities = {_key(place) for place in row.places}
            for name in getattr(row, kind):
                if (key := _key(name)) not in cities:
                    found.setdefault(key, row)
    return found


def _key(name: str) -> str:
    return " ".join(words(name))


@lru_cache(maxsize=1 << 15)
def territory(name: str) -> str | None:
    """Code of the territory called `name` ("U.K.", "Norway"); None for anything else, including capitals and cities."""
    plain = _key(name)
    found = _by_name().get(plain) if len(plain) > 1 else None
    if found is None:
        return None
    if len(plain) <= _CODE and not (name.replace(".", "").isupper() and _initials(plain, found)):
        return None  # "us" and "it" are words, "AZ" is a code that stands for many things
    return found.id


def _initials(plain: str, found: Territory) -> bool:
    """Whether `plain` is the initials of a name of the territory: "us" is, "az" is only a code."""
    return any(plain in acronyms(name) for name in (*found.names, *found.weak))


def _printed(name_words: Words) -> str:
    """Folded words as `territory` expects them: short ones in capitals."""
    printed = " ".join(name_words)
    return printed.upper() if len(name_words) == 1 and len(printed) <= _CODE else printed


def split(name_words: Words) -> tuple[str | None, Words]:
    """The territory that a name begins or ends with, and the rest ("us air force": us, "air force").

    None and all words if there is no such territory, or if the rest is a single word, which is too little for a name.
    """
    for size in range(LONGEST, 0, -1):
        if len(name_words) - size < 2:
            continue
        for place, rest in ((name_words[:size], name_words[size:]), (name_words[-size:], name_words[:-size])):
            bare = without_ends(rest)
            if len(bare) > 1 and territory(_printed(place)):
                return territory(_printed(place)), bare
    return None, name_words


@lru_cache(maxsize=10_000)
def wikidata(code: str) -> str | None:
    """IRI of the Wikidata item of the territory with `code`."""
    found = territories().get(code)
    return f"{WIKIDATA}{found.qid}" if found is not None and found.qid else None
