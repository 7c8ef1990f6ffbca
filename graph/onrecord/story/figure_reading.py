"""Reads what stands around a number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.story.amount_words import is_sum, of_money, rows_at
from onrecord.story.comparisons import comparison
from onrecord.story.counted_things import counted
from onrecord.story.figure_parts import AS, COUNT, Parts, as_printed, compared, compared_behind, is_function, noun_run
from onrecord.story.figure_sources import given_directly, givers
from onrecord.story.measured import Measured
from onrecord.story.numerals import Numeral, Word
from onrecord.word_sets import in_order, word_set


def read(words: Sequence[Word], numeral: Numeral, told: Parts | None, at: int, currency: str) -> Parts | None:
    """What stands around a number; None if it is a name, a score, an age or counts nothing that is told.

    `told` is what stands around the number before it, which begins at `at` in the text; it is of the same if somebody
    gives the number and nothing else. With a `currency` it may be a sum of money in it.
    """
    parts = _read(words, numeral, told, at, currency)
    if parts is None or parts.comparison != "exactly":
        return parts
    how = compared_behind(words, parts.span[1]) or compared_behind(words, numeral.behind)
    return replace(parts, comparison=how) if how else parts


def _read(words: Sequence[Word], numeral: Numeral, told: Parts | None, at: int, currency: str) -> Parts | None:
    parts = _parts_of(words, numeral, "")
    if currency:
        sum_ = _parts_of(words, numeral, currency)
        like = _like(words, numeral, sum_, told, at)
        if like is not sum_ or (parts is None and sum_ is not None and _is_of_money(sum_)):
            return like
    return _like(words, numeral, parts, told, at)


def _parts_of(words: Sequence[Word], numeral: Numeral, currency: str) -> Parts | None:
    first, least = _begins(words, numeral)
    if first is None:
        return None
    unit = Measured.unit(words, numeral, first, currency)
    if unit is not None:
        return unit.parts(least)
    return None if _is_name(words, numeral) else counted(words, numeral, first, least)


def may_be_money(words: Sequence[Word], numeral: Numeral) -> bool:
    """Whether a number may be a sum whose currency is not printed: one of millions that no noun follows."""
    behind = numeral.behind
    scaled = words[behind - 1].small in in_order("number_scale") and numeral.value >= _MILLION
    return scaled and not noun_run(words, behind)


_MILLION = 1e6
"""Sums without a currency are printed from here on."""


def _is_of_money(parts: Parts) -> bool:
    """Whether what is measured is a sum or has a price: "the total came to 2 million"."""
    priced = any(is_sum(noun.removeprefix(AS)) for noun in parts.things)
    return priced or any(of_money(row) for row in parts.deeds)


def _like(words: Sequence[Word], numeral: Numeral, parts: Parts | None, told: Parts | None, at: int) -> Parts | None:
    """What stands around a number; if nobody says what it is of, then of what the number before it is.

    Somebody gives the number and nothing else: "The owner put the damage at $5 million, the insurer at $2 million".
    """
    alone = noun_run(words, numeral.behind) == [] and _ends_there(words, numeral.behind)
    bare = parts is None and alone and not numeral.joined
    if told is None or not (
        bare or (parts is not None and parts.kind != COUNT and _names_nothing(words, numeral, parts))
    ):
        return parts
    how, lead = compared(words, numeral.first) if parts is None else (parts.comparison, parts.span[0])
    unit = "" if parts is None else parts.unit
    if told.unit != unit or numeral.value <= 1 or not given_directly(words, lead):
        return parts
    return replace(
        told,
        comparison="about" if how == "exactly" and numeral.rough else how,
        least=None,
        around=frozenset(),
        printed=as_printed(words, lead, numeral.behind) if parts is None else parts.printed,
        telling="",
        span=(lead, numeral.behind),
        some=False,
        of_part=False,
        like=at,
    )


def _names_nothing(words: Sequence[Word], numeral: Numeral, parts: Parts) -> bool:
    """Whether an amount is of nothing but a number, or of whoever gives it: "the insurer put the figure at"."""
    given = givers(words, numeral.first, numeral.behind)
    return all(noun in given or noun in word_set("counting_noun") for noun in parts.things)


def _ends_there(words: Sequence[Word], behind: int) -> bool:
    """Whether nothing stands behind a number that it may count."""
    return behind == len(words) or not words[behind].is_word or is_function(words[behind])


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
