"""Whether two names can be one actor's: equal, a short form, or initials. Pure functions over words.

Words are as returned by `name_words`: lower case, no article, no possessive.
"""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.language import kinds
from onrecord.weights import weights_of
from onrecord.word_sets import word_set

_LEAST_PLURAL = int(weights_of("coreference")["plural.least"])
"""A final "s" is taken for a plural ending only in words longer than this many letters."""
_EDGE = re.compile(r"^[^\w]+|[^\w.]+$")
_POSSESSIVES = word_set("possessive_or_apostrophe_ending")
_PREPOSITIONS = word_set("body_preposition")
SMALL = word_set("small")
DESIGNATORS = word_set("designator")
_BODY_ENDINGS = word_set("body_ending")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word without its plural ending, full stops and hyphens: "telecommunications" as "telecommunication"."""
    plain = word.replace(".", "").replace("-", "")
    return plain[:-1] if len(plain) > _LEAST_PLURAL and plain.endswith("s") and not plain.endswith("ss") else plain


def equal(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two names are the same apart from spaces, hyphens and plural endings."""
    return bool(left) and key(left) == key(right)


@lru_cache(maxsize=65536)
def key(words: tuple[str, ...]) -> str:
    """A string that is the same for all names that are `equal`."""
    bare = [word for word in words if word not in DESIGNATORS and word not in _BODY_ENDINGS] or list(words)
    return "".join(stem(word) for word in bare)


def same_words(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two names have the same content words in any order: "ministry of interior", "interior ministry"."""
    found = content(left)
    return len(found) > 1 and found == content(right)


@lru_cache(maxsize=65536)
def content(words: tuple[str, ...]) -> frozenset[str]:
    """Stems of the words of a name without function words such as "of"."""
    return frozenset(stem(word) for word in words if word not in SMALL)


@lru_cache(maxsize=65536)
def initials(words: tuple[str, ...]) -> frozenset[str]:
    """The acronyms a name can have: from its content words or all its words, with parts of hyphenated words."""
    parts = [part for word in words for part in word.replace("–", "-").split("-") if part]
    full = [part for part in parts if part not in SMALL]
    short = [part for part in full if part not in DESIGNATORS]
    return frozenset("".join(part[0] for part in side) for side in (parts, full, short) if len(side) > 1)


def acronym_of(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether a one-word name is made of the other's initials."""
    if len(short) != 1 or len(long) < 2:
        return False
    letters = short[0].replace(".", "")
    return len(letters) > 1 and letters in initials(long)


@lru_cache(maxsize=65536)
def without_state(words: tuple[str, ...]) -> tuple[str, ...]:
    """A body's name without a state at its beginning: "united states air force" as "air force"."""
    for size in (3, 2, 1):
        if len(words) > size and kinds.state_of(words[:size]):
            rest = words[size:]
            return rest if len(rest) > 1 else ()
    return ()


def name_words(tokens: list[str]) -> tuple[str, ...]:
    """The words of a name for comparison: lower case, no article, no possessive, no punctuation at the edges."""
    out: list[str] = []
    for token in tokens:
        if token in _POSSESSIVES:
            continue
        word = _EDGE.sub("", token.lower()).removesuffix("'s").removesuffix("’s")
        if word and not (word == "the" and not out):
            out.append(word)
    return tuple(out)


def capitals(tokens: list[str]) -> str:
    """Capital letters of a name that also has lower-case letters: "HN" of "HaldenNet"; else ""."""
    text = "".join(tokens)
    return "" if text.isupper() else "".join(letter for letter in text if letter.isupper()).lower()


def name_heads(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name that a description of its bearer can repeat: the last, and the one before a preposition.

    The last word is left out if it directly follows an "of": a "Department of State" is no state.
    """
    before = next((place for place, word in enumerate(words) if place and word in _PREPOSITIONS), 0)
    last = () if 0 < before == len(words) - 2 and words[before] == "of" else words[-1:]
    return (*last, *words[before - 1 : before])
