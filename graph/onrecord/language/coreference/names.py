"""When two names are one actor's: equal, short for the other, or its initials. Pure functions over words.

Words are as `name_words` gives them: small letters, no article, no possessive.
"""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.language import kinds
from onrecord.weights import weights_of
from onrecord.word_sets import word_set

_LEAST_PLURAL = int(weights_of("coreference")["plural.least"])
"""Letters beyond which a last "s" is a plural's."""
_EDGE = re.compile(r"^[^\w]+|[^\w.]+$")
_POSSESSIVES = word_set("possessive_or_apostrophe_ending")
_PREPOSITIONS = word_set("body_preposition")
SMALL = word_set("small")
DESIGNATORS = word_set("designator")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word without plural ending, stops and hyphens: "telecommunications" as "telecommunication"."""
    plain = word.replace(".", "").replace("-", "")
    return plain[:-1] if len(plain) > _LEAST_PLURAL and plain.endswith("s") and not plain.endswith("ss") else plain


def equal(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """The same name, however it is spaced, hyphenated, or put in the plural."""
    return bool(left) and key(left) == key(right)


@lru_cache(maxsize=65536)
def key(words: tuple[str, ...]) -> str:
    """What equal names have in common."""
    bare = [word for word in words if word not in DESIGNATORS] or list(words)
    return "".join(stem(word) for word in bare)


def same_words(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """The same content words in another order: "ministry of interior", "interior ministry"."""
    found = content(left)
    return len(found) > 1 and found == content(right)


@lru_cache(maxsize=65536)
def content(words: tuple[str, ...]) -> frozenset[str]:
    """Stems of the words of a name but the small ones."""
    return frozenset(stem(word) for word in words if word not in SMALL)


@lru_cache(maxsize=65536)
def initials(words: tuple[str, ...]) -> frozenset[str]:
    """The acronyms a name can have: of its content words, and of all of them; parts of hyphenated words count."""
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


def short_person(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether one person's name is part of another's: surname, forename, or both without what stands between."""
    if len(short) >= len(long):
        return False
    if len(short) == 1:
        return short[0] in (long[-1], long[0])
    return short[0] == long[0] and short[-1] == long[-1]


@lru_cache(maxsize=65536)
def without_state(words: tuple[str, ...]) -> tuple[str, ...]:
    """A body's name without the state it begins with: "united states air force" as "air force"."""
    for size in (3, 2, 1):
        if len(words) > size and kinds.state_of(words[:size]):
            rest = words[size:]
            return rest if len(rest) > 1 else ()
    return ()


def of_body(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the long name only says what kind of body the short one is: "church of haldenism"."""
    return len(long) > 2 and long[-len(short) :] == short and len(long) == len(short) + 2 and long[1] == "of"


def name_words(tokens: list[str]) -> tuple[str, ...]:
    """The words of a name for comparison: small letters, no article, no possessive, no edge punctuation."""
    out: list[str] = []
    for token in tokens:
        if token in _POSSESSIVES:
            continue
        word = _EDGE.sub("", token.lower()).removesuffix("'s").removesuffix("’s")
        if word and not (word == "the" and not out):
            out.append(word)
    return tuple(out)


def capitals(tokens: list[str]) -> str:
    """Capital letters of a name that has small ones too: "HN" of "HaldenNet"."""
    text = "".join(tokens)
    return "" if text.isupper() else "".join(letter for letter in text if letter.isupper()).lower()


def name_heads(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words that a description of the bearer can repeat: the last one, and the one before a preposition.

    The last one is what the body is of if nothing but "of" stands between: "Department of State" is no state.
    """
    before = next((place for place, word in enumerate(words) if place and word in _PREPOSITIONS), 0)
    last = () if 0 < before == len(words) - 2 and words[before] == "of" else words[-1:]
    return (*last, *words[before - 1 : before])
