"""Words that point to what was told before them, without a noun or a name: "this", "there", "as a result"."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache

from onrecord.punctuation import QUOTES
from onrecord.story import content_words
from onrecord.story.inflection import is_noun, is_plural, singular
from onrecord.word_sets import word_set

_NEAR = 5
"""Words behind "both" among which stands what joins the two."""


def points_as_phrase(words: Sequence[str]) -> str:
    """The first phrase of the words of a line, in lower case, that points to what was told before; else empty."""
    line = f" {' '.join(words)} "
    line = line.replace(" as well as ", " ")
    return next((one for one, padded in _phrases() if padded in line), "")


@cache
def _phrases() -> tuple[tuple[str, str], ...]:
    """The phrases that point to what was told before, alone and between spaces."""
    return tuple((one, f" {one} ") for one in sorted(word_set("points_back_as_phrase")))


def breaks_off(line: Sequence[str]) -> str:
    """The word with which a line goes on from what was told before, or breaks off; empty if it does not.

    "So was my grandfather", "No, they did". `line` has its words and marks in lower case.
    """
    words = [word for word in line if word[0].isalnum()]
    if words[:1] and words[0].partition("'")[0] in word_set("goes_on_from_before"):
        return words[0]
    opening = [word for word in line if word not in QUOTES][:2]
    if opening[:1] and opening[0] in word_set("answers_question") and not opening[-1][0].isalnum():
        return opening[0]
    return words[-1] if words and words[-1] in word_set("ends_open") else ""


def demonstrates(small: str, before: Sequence[str], behind: Sequence[str], nouns: Collection[str]) -> bool:
    """Whether a demonstrative points to what was said before: "this is wrong", "that bridge", not "said that it is".

    `nouns` are those of the line before it, in the singular.
    """
    after = behind[0].casefold() if behind and behind[0][0].isalnum() else ""
    if after and singular(after) in nouns and is_noun(after):
        return False
    if small == "that":
        return not after or _stands_for_all(after, before, behind)
    if small == "those":
        return after not in word_set("makes_out") | word_set("links_object")
    return after not in word_set("part_of_calendar")


def _stands_for_all(after: str, before: Sequence[str], behind: Sequence[str]) -> bool:
    """Whether a "that" before the word `after` is no conjunction: "that is why", "knew that man"."""
    opens = not before or not before[-1][0].isalnum()
    tensed = word_set("form_of_be") | word_set("auxiliary") | word_set("will") | word_set("can")
    if after in tensed and (opens or before[-1].casefold() in word_set("points_behind_preposition")):
        return True
    if not is_noun(after) or after in word_set("pronoun_in_label") | word_set("determiner") or is_plural(after):
        return after == "to"
    more = behind[1] if len(behind) > 1 else ""
    return opens or not more or not more[0].isalnum() or more.casefold() in word_set("joins_list")


def stands_alone(small: str, before: Sequence[str], behind: Sequence[str]) -> bool:
    """Whether an adverb or pronoun without a noun points out of the line: "there", "then", "so", "the one"."""
    last = before[-1].casefold() if before else ""
    ends = not behind or not behind[0][0].isalnum()
    after = [one.casefold() for one in behind]
    if small == "there":
        exists = content_words.exists(after)
        return not (exists or word_set("place_preposition") & {one.casefold() for one in before})
    points = {
        "then": last in word_set("bounds_time") | word_set("points_behind_preposition"),
        "so": ends or last in word_set("form_of_do"),
        "both": word_set("joins_list").isdisjoint(after[:_NEAR]),
        "one": ends and last not in word_set("nobody_or_each"),
        "here": after[:1] != ["to"],
    }
    return points.get(small, last == "the" or not before)
