"""Countries and the like out of the box: `rigour`'s territories, each with its Wikidata item."""

from __future__ import annotations

from functools import lru_cache

from rigour.territories import get_territory, lookup_territory
from rigour.territories.territory import Territory

from onrecord.resolve.names import Words, acronyms, without_ends, words

WIKIDATA = "http://www.wikidata.org/entity/"


@lru_cache(maxsize=100_000)
def territory(name: str) -> str | None:
    """Code of the territory that `name` names ("U.K.", "Pakistan"); capitals and other cities do not count as it."""
    plain = " ".join(words(name))
    found = lookup_territory(plain) if len(plain) > 1 else None
    if found is None or any(" ".join(words(place)) == plain for place in found.places):
        return None
    if len(plain) <= 3 and not (name.replace(".", "").isupper() and _initials(plain, found)):
        return None  # "us" and "it" are words, "AZ" is a code that stands for many things
    return found.code


def _initials(plain: str, found: Territory) -> bool:
    """Whether `plain` shortens a name of the territory: "us" does, "az" only is its code."""
    return any(plain in acronyms(name) for name in (found.name, found.full_name, *_LONG.get(found.code, ())))


_LONG = {"us": ("United States of America",), "eu": ("European Union",)}


def _printed(name_words: Words) -> str:
    """Folded words as `territory` expects them: short ones in capitals."""
    return " ".join(name_words).upper() if len(name_words) == 1 and len(name_words[0]) <= 3 else " ".join(name_words)


def split(name_words: Words) -> tuple[str | None, Words]:
    """The territory that a name begins or ends with, and the rest ("us air force": us, "air force").

    None and all words where there is no such territory or the rest is a single word, which alone names nothing.
    """
    for size in (3, 2, 1):
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
    found = get_territory(code)
    return f"{WIKIDATA}{found.qid}" if found is not None and found.qid else None
