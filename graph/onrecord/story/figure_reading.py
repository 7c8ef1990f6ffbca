"""Reads what stands around a number."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.story.amount_words import rows_at
from onrecord.story.counted_things import counted
from onrecord.story.figure_parts import Parts
from onrecord.story.measured import Measured
from onrecord.story.numerals import Numeral, Word
from onrecord.story.quantities import comparison
from onrecord.word_sets import word_set


def parts_of(words: Sequence[Word], numeral: Numeral) -> Parts | None:
    """What stands around a number; None if it is a name, a score, an age or counts nothing that is told."""
    first, least = _begins(words, numeral)
    if first is None:
        return None
    unit = Measured.unit(words, numeral, first)
    if unit is not None:
        return unit.parts(least)
    return None if _is_name(words, numeral) else counted(words, numeral, first, least)


def _begins(words: Sequence[Word], numeral: Numeral) -> tuple[int | None, float | None]:
    """Where the number or its range begins, and the least of the range; None for the first number of a range."""
    first, behind = numeral.first, numeral.behind
    marks = ("-", "–", "—")
    if behind + 1 < len(words) and words[behind].text in (*marks, ":", "/") and words[behind + 1].text[0].isdigit():
        return None, None
    if first >= 2 and words[first - 1].text in (*marks, ":", "/") and words[first - 2].text[0].isdigit():
        least = float(words[first - 2].text.replace(",", "")) if words[first - 2].text.replace(",", "").isdigit() else 0
        return (first - 2, least) if 1 < least < numeral.value and words[first - 1].text != ":" else (None, None)
    link = words[first - 1].small if first else ""
    if first >= 2 and link in word_set("range_link") and words[first - 2].text.replace(",", "").isdigit():
        least = float(words[first - 2].text.replace(",", ""))
        opener = words[first - 3].small if first >= 3 else ""
        if least < numeral.value and (link not in word_set("number_and") or opener in word_set("range_opener")):
            return (first - 3 if opener in word_set("range_opener") else first - 2), least
    return first, None


_NO_NAME = 1000
"""Numbers from here on are not those of streets and gates."""


def _is_name(words: Sequence[Word], numeral: Numeral) -> bool:
    """Whether the number belongs to a name: "Gate 4", "No. 10"."""
    at = numeral.first - 1
    if at < 0 or not words[numeral.first].text[0].isdigit() or numeral.value >= _NO_NAME:
        return False
    before = words[at]
    if before.text == "." and at and words[at - 1].small in word_set("numbers_a_name"):
        return True
    if (
        not before.is_word
        or not before.text[0].isupper()
        or before.small.endswith(tuple(word_set("possessive_or_apostrophe_ending")))
    ):
        return False
    if any(rows_at("currency", words, at)):
        return False
    known = comparison(before.text)[0] != "exactly" or before.small in word_set("says_nothing_of_count")
    return not known and not (at == 0 and before.small in word_set("opens_number"))
