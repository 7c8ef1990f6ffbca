"""Names as resolution compares them: folded words, acronyms, corporate forms, surnames. Pure functions of strings."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rigour.names import remove_org_types, remove_person_prefixes

_WORD = re.compile(r"\w+(?:[.&]\w+)*\.?", re.UNICODE)
_POSSESSIVE = re.compile(r"['’]s?\b")
_BRACKETS = re.compile(r"[(\[][^)\]]*[)\]]")
_LEADING = frozenset({"the", "a", "an"})
_FUNCTION = frozenset({"of", "the", "for", "and", "on", "in", "de", "to", "at", "a", "an", "&"})
_CORPORATE = frozenset({"co", "company", "corp", "corporation", "inc", "ltd", "limited", "plc", "group", "holdings"})
"""Words that a company's name may carry or not; `rigour` takes off the legal forms, these are left beside them."""

Words = tuple[str, ...]


def _fold(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in plain if not unicodedata.combining(char)).replace(".", "")


@lru_cache(maxsize=200_000)
def words(name: str) -> Words:
    """Folded words of `name`: no case, accents, brackets, possessives, leading article; hyphens part words."""
    bare = _POSSESSIVE.sub("", _BRACKETS.sub(" ", name))
    found = tuple(word for word in (_fold(item) for item in _WORD.findall(bare)) if word)
    return found[1:] if len(found) > 1 and found[0] in _LEADING else found


@lru_cache(maxsize=200_000)
def organisation_words(name: str) -> Words:
    """Words of an organisation's name without its legal form ("Boeing Co.", "Airbus S.A.S.")."""
    found = words(remove_org_types(name)) or words(name)
    while len(found) > 1 and found[-1] in _CORPORATE:
        found = found[:-1]
    return found


@lru_cache(maxsize=200_000)
def person_words(name: str) -> Words:
    """Words of a person's name without "Mr", "Dr" and the like."""
    return words(remove_person_prefixes(name)) or words(name)


def stem(word: str) -> str:
    """`word` without a plural's "s": "telecommunications" and "telecommunication" are one word in a name."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def bag(name_words: Words) -> str:
    """Stemmed words in alphabetical order, small words left out: "Ministry of Interior" = "interior ministry"."""
    return " ".join(sorted({stem(word) for word in name_words if word not in _FUNCTION}))


def compact(name_words: Words) -> str:
    """Words run together: "Inter-Services" and "Inter Services", "BlackBerry" and "Black Berry"."""
    return "".join(name_words)


def is_acronym(name: str) -> bool:
    """Whether `name` is printed like an acronym: two to seven letters, nearly all capitals."""
    letters = name.replace(".", "")
    return 2 <= len(letters) <= 7 and letters.isalnum() and sum(char.isupper() for char in letters) >= len(letters) - 1


def acronyms(name: str) -> tuple[str, ...]:
    """Acronyms that `name` can be shortened to: with its small words and without; empty for a single word."""
    found = words(name)
    if len(found) < 2:
        return ()
    short = "".join(word[0] for word in found if word not in _FUNCTION)
    full = "".join(word[0] for word in found)
    return tuple(sorted({item for item in (short, full) if len(item) >= 2}))


def surname(name_words: Words) -> str:
    """The last word of a person's name, leaving out "Jr" and numerals."""
    tail = [word for word in name_words if word not in {"jr", "sr", "ii", "iii", "iv"}]
    return tail[-1] if tail else ""
