"""Names in the form in which resolution compares them: folded words, acronyms, surnames. Pure functions of strings."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from cleanco import basename

from onrecord import person_names
from onrecord.month_names import month_numbers
from onrecord.weights import weights_of
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import in_order, word_set

_WORD = re.compile(r"\d+(?:,\d{3})+|\w+(?:[.&]\w+)*\.?", re.UNICODE)
_POSSESSIVE = re.compile(r"['’]s?\b")
_BRACKETS = re.compile(r"[(\[][^)\]]*[)\]]")
_NUMBERS = {name: int(value) for name, value in weights_of("names").items()}
_LEAST_ROOT, _LEAST_ION, _LEAST_AT = _NUMBERS["root.least"], _NUMBERS["root.least_ion"], _NUMBERS["root.least_at"]
_LEAST_PLURAL, _LEAST_IES = _NUMBERS["plural.least"], _NUMBERS["plural.least_ies"]
Words = tuple[str, ...]


def _fold(word: str) -> str:
    if word.isascii():
        return word.casefold().replace(".", "")
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in plain if not unicodedata.combining(char)).replace(".", "")


@lru_cache(maxsize=1 << 14)
def words(name: str) -> Words:
    """Folded words of `name`: no case, accents, brackets, possessives or leading article; hyphens separate words."""
    bare = _POSSESSIVE.sub("", _BRACKETS.sub(" ", name))
    found = tuple(word for word in (_fold(item) for item in _WORD.findall(bare)) if word)
    return found[1:] if len(found) > 1 and found[0] in word_set("article") else found


@lru_cache(maxsize=1 << 14)
def organisation_words(name: str) -> Words:
    """Words of an organisation's name without its legal form ("Boeing Co.", "Airbus S.A.S.")."""
    found = words(basename(name)) or words(name)
    while len(found) > 1 and found[-1] in word_set("legal_form"):
        found = found[:-1]
    return found


@lru_cache(maxsize=1 << 14)
def person_words(name: str) -> Words:
    """Words of a person's name without "Mr", "Dr" and the like."""
    found = words(name)
    while len(found) > 1 and found[0] in word_set("prefix_of_person"):
        found = found[1:]
    return found


def proper(phrase: str) -> str:
    """The name at the end of a noun phrase ("the airline giant Example Air"); empty if it holds none."""
    parts = phrase.split()
    if len(parts) > _NUMBERS["phrase.longest"] or "," in phrase:
        return ""
    lower = [place for place, word in enumerate(parts) if word.islower() and not _small_in_name(word)]
    kept = parts[lower[-1] + 1 :] if lower else parts
    while kept and (kept[0] in word_set("small_in_names") or not any(map(str.isalnum, kept[0]))):
        kept = kept[1:]
    return " ".join(kept) if len(kept) <= _NUMBERS["name.longest"] else ""


def _small_in_name(word: str) -> bool:
    """Whether a lower-case word can be part of a name: "of", and "van" and "al" in people's names."""
    return word in word_set("small_in_names") or person_names.is_particle(word)


def without_ends(name_words: Words) -> Words:
    """Words without function words at either end."""
    kept = [place for place, word in enumerate(name_words) if word not in word_set("small_in_names")]
    return name_words[kept[0] : kept[-1] + 1] if kept else ()


@lru_cache(maxsize=1 << 14)
def head(phrase: str) -> str:
    """The stemmed head of a noun phrase: the last word before a preposition; empty for a pronoun."""
    found = words(phrase)
    relations = word_set("after_head")
    cut = next((place for place, word in enumerate(found) if place and word in relations), len(found))
    last = found[cut - 1] if found else ""
    return "" if last in word_set("pronoun_alone") else stem(last)


def count(phrase: str) -> int | None:
    """The number in a noun phrase ("the 23 pirates", "three ships", "3.5 million users").

    None if there is no number, more than one, or only an approximate one ("about 300", "at least five").
    """
    match = word_pattern("counted").match(phrase.strip())
    if match is None:
        return None
    scales = {word: 1000**power for power, word in enumerate(in_order("number_scale"), 1)}
    scale = scales.get((match["scale"] or "").casefold(), 1)
    counted = words(match["rest"] if scale > 1 else f"{match['scale'] or ''}{match['rest']}")
    written = in_order("number_word")
    other = {*written[2:], *word_set("no_count"), *month_numbers()}
    after = words(phrase.strip()[match.end() :])
    if not counted or not other.isdisjoint(counted) or any(word.isdigit() or word in written for word in after):
        return None
    number = match["number"].casefold()
    value = written.index(number) if number in written else _number(number)
    return None if value is None else round(value * scale)


def is_indefinite(phrase: str) -> bool:
    """Whether a noun phrase may be any of its kind: it opens with "a" or a number ("at least five ships")."""
    first, *others = [*phrase.casefold().split(), ""]
    if not first or first in word_set("definite_opening"):
        return False
    numbers = (word for word in (first, *others[:2]) if word)
    return first in word_set("indefinite_article") or any(
        word[0].isdigit() or word in word_set("number_word") for word in numbers
    )


def is_of_none(phrase: str) -> bool:
    """Whether a noun phrase says that it is about none of its kind: "no ransom", "any ransom"."""
    return phrase.casefold().partition(" ")[0] in word_set("none_of_a_kind")


def _number(printed: str) -> float | None:
    """The value of digits; None for a year, which is not a count."""
    digits = printed.replace(",", "")
    if not digits.replace(".", "").isdigit() or len(digits) > _NUMBERS["count.longest"]:
        return None
    year = digits.isdigit() and _NUMBERS["year.first"] <= int(digits) <= _NUMBERS["year.last"]
    return None if year else float(digits)


@lru_cache(maxsize=1 << 15)
def root(word: str) -> str:
    """The common stem of a verb and its noun: "appointment" and "appoint", "nomination" and "nominate"."""
    for ending in sorted(word_set("deverbal_ending"), key=lambda item: (-len(item), item)):
        least = _LEAST_ION if ending.startswith("ion") else _LEAST_ROOT
        if word.endswith(ending) and len(word) - len(ending) >= least:
            word = word[: -len(ending)]
            break
    bare = word.removesuffix("e")
    return bare[:-2] if bare.endswith("at") and len(bare) > _LEAST_AT else bare


def stem(word: str) -> str:
    """`word` without a plural's "s": "telecommunications" and "telecommunication" are one word in a name."""
    if len(word) > _LEAST_IES and word.endswith("ies"):
        return word.removesuffix("ies") + "y"
    return word[:-1] if len(word) > _LEAST_PLURAL and word.endswith("s") and not word.endswith("ss") else word


def bag(name_words: Words) -> str:
    """Stemmed words in alphabetical order without function words: "Ministry of Interior" = "interior ministry"."""
    return " ".join(sorted({stem(word) for word in name_words if word not in word_set("small_in_names")}))


def compact(name_words: Words) -> str:
    """Words without spaces, equal for "Inter-Island" and "Inter Island", "HaldenNet" and "Halden Net"."""
    return "".join(name_words)


def is_acronym(name: str) -> bool:
    """Whether `name` is printed like an acronym: two to seven letters, nearly all capitals."""
    letters = name.replace(".", "")
    if not _NUMBERS["acronym.shortest"] <= len(letters) <= _NUMBERS["acronym.longest"] or not letters.isalnum():
        return False
    return sum(char.isupper() for char in letters) >= len(letters) - 1


def acronyms(name: str) -> tuple[str, ...]:
    """Possible acronyms of `name`, with and without its function words; empty for a single word."""
    found = words(name)
    if len(found) < 2:
        return ()
    short = "".join(word[0] for word in found if word not in word_set("small_in_names"))
    full = "".join(word[0] for word in found)
    return tuple(sorted({item for item in (short, full) if len(item) >= 2}))


def shortens(short: Words, long: Words) -> bool:
    """Whether `short` can be a form of `long`: some of its words, all of them, or its initials."""
    if not short or not long:
        return False
    initials = (len(short) == 1 and short[0] in acronyms(" ".join(long))) or (
        len(long) == 1 and long[0] in acronyms(" ".join(short))
    )
    return initials or compact(short) == compact(long) or set(short) <= set(long) or bag(short) == bag(long)


def is_generic(name_words: Words) -> bool:
    """Whether a name consists of words that occur in names in many countries ("First National Bank")."""
    return all(
        word in word_set("generic_in_names")
        or stem(word) in word_set("generic_in_names")
        or word in word_set("small_in_names")
        for word in name_words
    )


def surname(name_words: Words) -> str:
    """The last word of a person's surname, without "Jr" and numerals; for "Kim Min-jun" the first word."""
    return person_names.parsed(name_words).surname[-1] if name_words else ""
