"""Whether the words of a line before a pronoun bring in what it stands for: "a bank ... its debts"."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.story.inflection import is_adjective, is_noun, is_plural, is_verb
from onrecord.story.noun_phrases import is_name
from onrecord.word_sets import word_set

_NEAR = 4
"""Most words from a determiner to its noun."""


def brings_in(before: Sequence[str], pronoun: str) -> bool:
    """Whether the words and marks `before` a pronoun in lower case have a noun, with its determiner, that it can mean.

    The object of a clause does not mean its subject: "the fund looked at it".
    """
    if pronoun in word_set("pronoun_done_to") or (pronoun in word_set("thing_done_to") and not _opens_clause(before)):
        before = _clauses_before(before)
    if pronoun in word_set("stands_for_several"):
        return any(_is_several(before, place) for place in range(len(before)))
    person = pronoun in word_set("stands_for_person")
    if pronoun == "its" and any(is_name(word) for word in before[1:]):
        return True
    return any(_is_one(before, place, person=person) for place in range(len(before)))


def _opens_clause(before: Sequence[str]) -> bool:
    return not before or not before[-1][0].isalnum() or before[-1].casefold() in word_set("before_subject")


def _clauses_before(before: Sequence[str]) -> Sequence[str]:
    """The words up to the beginning of the clause that the last of them stands in."""
    for place in reversed(range(len(before))):
        word = before[place]
        if not word[0].isalnum() or word.casefold() in word_set("before_subject") | word_set("relative"):
            return before[:place]
    return ()


def _is_several(words: Sequence[str], place: int) -> bool:
    word = words[place]
    small = word.casefold()
    if small in word_set("somebody", "means_a_person", "stands_for_anybody"):
        return True
    return (
        (word.islower() or place == 0) and is_plural(word) and (is_noun(small) or small in word_set("plural_without_s"))
    )


def _is_one(words: Sequence[str], place: int, *, person: bool) -> bool:
    """Whether a noun in the singular with a determiner stands at `place`, for a person or for a thing."""
    word = words[place]
    if (
        not word.islower()
        or not is_noun(word)
        or is_plural(word)
        or (is_verb(word) and place and _is_to(words[place - 1]))
    ):
        return False
    near = [one.casefold() for one in words[max(0, place - _NEAR) : place]]
    opens = word_set("indefinite_article") | word_set("one_of_them_all")
    if not person:
        opens |= word_set("determiner") | word_set("possessive_pronoun") | word_set("his_or_her_own")
    at = next((at for at in reversed(range(len(near))) if near[at] in opens), None)
    if at is None or any(not _is_modifier(one) for one in near[at + 1 :]):
        return False
    return _is_somebody(word) == person


def _is_to(word: str) -> bool:
    return word.casefold() in word_set("to_or_modal")


def _is_modifier(word: str) -> bool:
    return word[0].isalnum() and (is_adjective(word) or is_noun(word) or "-" in word or not word[0].islower())


def _is_somebody(noun: str) -> bool:
    return noun in word_set("anybody") | word_set("kin") or noun.endswith(tuple(word_set("agentive_ending")))
