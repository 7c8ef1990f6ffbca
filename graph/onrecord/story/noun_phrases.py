"""Noun phrases behind "the", by the order of words alone: where they end, and whether they say which one is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.month_names import month_numbers
from onrecord.story.date_phrases import PRINTED_YEAR
from onrecord.story.inflection import base, is_common, is_noun, is_verb, singular, verb
from onrecord.word_sets import word_set

WORD = re.compile(r"[^\W\d_]+(?:[’'.-][^\W\d_]+)*[’']?|\d[\d.,:]*(?:-[^\W\d_]+)*|[^\w\s]")
"""A word, a number or a mark."""
_LONGEST = 6
"""Most words of a noun phrase behind its article."""


class Phrase(NamedTuple):
    """A noun phrase without its determiner."""

    words: tuple[str, ...]
    head: str
    """The noun, as printed, without the ending of a possessor."""
    size: int
    """How many of the words behind the determiner it takes."""


def phrase(behind: Sequence[str]) -> Phrase | None:
    """The noun phrase with which the words `behind` a determiner begin; None if they begin with none."""
    found: list[str] = []
    for word in behind[:_LONGEST]:
        if not word[0].isalnum() or _ends_before(word, found):
            break
        found.append(word)
        if _owner(word):
            break
    if not found:
        return None
    return Phrase(tuple(found), without_owner(found[-1]), len(found))


def _ends_before(word: str, found: Sequence[str]) -> bool:
    """Whether a phrase has ended before `word`."""
    small = word.casefold()
    if small in word_set("behind_noun", "makes_out", "links_object", "relative"):
        return True
    if small in word_set("pronoun_in_label", "auxiliary", "will", "can"):
        return True
    if not found or not word[0].islower() or not (is_noun(found[-1]) or not found[-1][0].islower()):
        return False
    if small in word_set("relative_day") or small in word_set("ends_noun_phrase"):
        return True
    if is_verb(small):
        lemma = base(small)
        told = small == verb(lemma, "VBZ") and singular(found[-1]) == found[-1].casefold()
        return not is_noun(small) or told or (small == verb(lemma, "VBD") and small != lemma)
    return not is_noun(small)


def _owner(word: str) -> bool:
    return word.endswith(tuple(word_set("possessive_ending"))) or word[-1] in "’'"


def without_owner(word: str) -> str:
    """A word without the ending of a possessor."""
    ending = next((mark for mark in word_set("possessive_ending") if word.endswith(mark)), "")
    return word.removesuffix(ending).rstrip("’'")


def is_made_out(found: Phrase, behind: Sequence[str]) -> bool:
    """Whether the words of a phrase, or those `behind` it, say which one is meant.

    As in "the Orla dam", "the 1993 law", "the worst storm in years", "the bridge at Brod" and "the man who left".
    """
    *modifiers, _ = found.words
    if any(_tells(word) for word in modifiers) or found.head[0].isupper() or found.head[0].isdigit():
        return True
    if not behind or _owner(found.words[-1]):
        return False
    after, more = behind[0].casefold(), behind[1:2]
    if after in word_set("makes_out"):
        return True
    if after == "to" and singular(found.head) in word_set("noun_to_do") and any(is_verb(word) for word in more):
        return True  # "the decision to close it"
    if after in word_set("limits_noun") and any(_opens_what_is_new(word) for word in more):
        return True
    named = [word for word in behind[1:3] if word[0].isalpha()]
    if named[:1] and named[0].casefold() in word_set("article"):
        named = named[1:]
    return after in word_set("places_noun") and bool(named) and is_name(named[0])


def _tells(word: str) -> bool:
    small = word.casefold()
    if small in word_set("one_of_its_kind") or PRINTED_YEAR.fullmatch(word):
        return True
    if word[0].isupper() and not is_common(word):
        return True
    return small.endswith(tuple(word_set("superlative_ending"))) and not is_noun(small) and not is_verb(small)


def is_name(word: str) -> bool:
    """Whether a word begins with a capital and is no month and no weekday."""
    return word[0].isupper() and word.casefold() not in month_numbers() and word not in word_set("weekday")


def _opens_what_is_new(word: str) -> bool:
    return word[0].isdigit() or word.casefold() in word_set("brings_in_anew")
