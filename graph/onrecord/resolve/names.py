"""Names as resolution compares them: folded words, acronyms, corporate forms, surnames. Pure functions of strings."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from cleanco import basename

from onrecord import person_names
from onrecord.resources import toml

_WORD = re.compile(r"\d+(?:,\d{3})+|\w+(?:[.&]\w+)*\.?", re.UNICODE)
_POSSESSIVE = re.compile(r"['’]s?\b")
_BRACKETS = re.compile(r"[(\[][^)\]]*[)\]]")
_LEADING = frozenset({"the", "a", "an"})
Words = tuple[str, ...]


@cache
def listed_in_order(key: str) -> tuple[str, ...]:
    """The words of one entry of the lexicon of resolution, in its order."""
    entries = toml("lexicons", "resolution.toml")["words"]
    return tuple(word for entry in entries if entry["id"] == key for word in entry["words"].split())


@cache
def listed(key: str) -> frozenset[str]:
    """The words of one entry of the lexicon of resolution."""
    return frozenset(listed_in_order(key))


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
    found = words(basename(name)) or words(name)
    while len(found) > 1 and found[-1] in listed("corporate"):
        found = found[:-1]
    return found


@lru_cache(maxsize=200_000)
def person_words(name: str) -> Words:
    """Words of a person's name without "Mr", "Dr" and the like."""
    found = words(name)
    while len(found) > 1 and found[0] in listed("prefix"):
        found = found[1:]
    return found


def proper(phrase: str) -> str:
    """The name at the end of a noun phrase ("the airline giant Example Air"); empty where it holds none."""
    parts = phrase.split()
    if len(parts) > 12 or "," in phrase:
        return ""
    lower = [place for place, word in enumerate(parts) if word[:1].islower() and word not in listed("small")]
    kept = parts[lower[-1] + 1 :] if lower else parts
    while kept and kept[0] in listed("small"):
        kept = kept[1:]
    return " ".join(kept) if len(kept) <= 8 else ""


def without_ends(name_words: Words) -> Words:
    """Words without small ones at either end."""
    kept = [place for place, word in enumerate(name_words) if word not in listed("small")]
    return name_words[kept[0] : kept[-1] + 1] if kept else ()


def head(phrase: str) -> str:
    """The word that a noun phrase is built on, stemmed: the last one before a preposition; empty for a pronoun."""
    found = words(phrase)
    relations = listed("relation")
    cut = next((place for place, word in enumerate(found) if place and word in relations), len(found))
    last = found[cut - 1] if found else ""
    return "" if last in listed("pronoun") else stem(last)


_COUNTED = re.compile(
    r"(?:(?:the|all|these|those|a total of)\s+)?(?P<number>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?|[a-z]+)"
    r"(?:\s+(?P<scale>[a-z]+))?(?P<rest>\s+[^\d,;:()&/-]+)",
    re.IGNORECASE,
)
"""A number at the head of a phrase, and what is counted: no list, no age, no hour, no model of a rifle."""


def count(phrase: str) -> int | None:
    """The number of things that a noun phrase gives ("the 23 pirates", "three ships", "3.5 million users").

    None where it gives none, or more than one, or only about so many ("about 300", "at least five").
    """
    match = _COUNTED.match(phrase.strip())
    if match is None:
        return None
    scales = {word: 1000**power for power, word in enumerate(listed_in_order("scale"), 1)}
    scale = scales.get((match["scale"] or "").casefold(), 1)
    counted = words(match["rest"] if scale > 1 else f"{match['scale'] or ''}{match['rest']}")
    written = listed_in_order("number")
    other = {*written[2:], "and", "or", "year", "years", "percent", "per", "pm", "am", *listed("month")}
    after = words(phrase.strip()[match.end() :])
    if not counted or not other.isdisjoint(counted) or any(word.isdigit() or word in written for word in after):
        return None
    number = match["number"].casefold()
    value = written.index(number) if number in written else _number(number)
    return None if value is None else round(value * scale)


def _number(printed: str) -> float | None:
    """What digits give; a year is no count."""
    digits = printed.replace(",", "")
    if not digits.replace(".", "").isdigit() or len(digits) >= 10 or (digits.isdigit() and 1800 <= int(digits) <= 2100):
        return None
    return float(digits)


@lru_cache(maxsize=100_000)
def root(word: str) -> str:
    """What a verb and the noun made of it share: "appointment" and "appoint", "nomination" and "nominate"."""
    for ending in sorted(listed("ending"), key=lambda item: (-len(item), item)):
        least = 5 if ending.startswith("ion") else 4  # "station" is not what one does who states
        if word.endswith(ending) and len(word) - len(ending) >= least:
            word = word[: -len(ending)]
            break
    bare = word.removesuffix("e")
    return bare[:-2] if bare.endswith("at") and len(bare) > 6 else bare


def stem(word: str) -> str:
    """`word` without a plural's "s": "telecommunications" and "telecommunication" are one word in a name."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def bag(name_words: Words) -> str:
    """Stemmed words in alphabetical order, small words left out: "Ministry of Interior" = "interior ministry"."""
    return " ".join(sorted({stem(word) for word in name_words if word not in listed("small")}))


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
    short = "".join(word[0] for word in found if word not in listed("small"))
    full = "".join(word[0] for word in found)
    return tuple(sorted({item for item in (short, full) if len(item) >= 2}))


def shortens(short: Words, long: Words) -> bool:
    """Whether one of two folded names is the other's: some of its words, all of them, or its initials."""
    if not short or not long:
        return False
    initials = (len(short) == 1 and short[0] in acronyms(" ".join(long))) or (
        len(long) == 1 and long[0] in acronyms(" ".join(short))
    )
    return initials or compact(short) == compact(long) or set(short) <= set(long) or bag(short) == bag(long)


def is_generic(name_words: Words) -> bool:
    """Whether a name is made of words that name bodies of many countries alike ("First National Bank")."""
    return all(
        word in listed("generic") or stem(word) in listed("generic") or word in listed("small") for word in name_words
    )


def surname(name_words: Words) -> str:
    """The surname's last word in a person's name, leaving out "Jr" and numerals; the first of "Kim Min-jun"."""
    return person_names.parsed(name_words).surname[-1] if name_words else ""
