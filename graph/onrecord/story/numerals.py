"""Printed numbers: in digits and in words, with their scale and how exact they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from msgspec import Struct

from onrecord.word_sets import in_order, word_set


class Word(Struct, frozen=True):
    """A word, a number or a mark of a text, with its place."""

    start: int
    end: int
    text: str
    small: str
    """It in lower case."""

    @property
    def is_word(self) -> bool:
        """Whether it is a word and no number or mark."""
        return self.text[0].isalpha()


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as printed."""

    first: int
    """Index of its first word in the sentence."""
    behind: int
    """Index of the first word behind it."""
    value: float
    exact_to: float
    """The value of one unit in the last digit that is not rounded: 12,000 is exact to a thousand."""
    rough: bool = False
    """Whether its words make it rough: "three dozen"."""
    joined: bool = False
    """Whether a hyphen joins it to the next word: "a four-year deal"."""
    of_hundred: bool = False
    """Whether it is a share, as so many hundredths: "two thirds"."""


_WORD = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?(?:[a-zA-Z]{1,3}\b(?!-))?|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s]")
_DIGITS = re.compile(r"(\d+(?:,\d{3})*(?:\.\d+)?)([a-zA-Z]{0,3})")
_RECENT = 1 << 8
"""Sentences whose words are at hand: an article that names no currency with a sum is read again."""
_SMALL = 100
"""Numbers below this are not rounded."""
_OF_HALF = 6
"""Most words and hyphens of an "and a half" with the hyphen before it."""
_HALF = 0.5
"""How exact tens of millions are, as a share of the ten: 30 million is not 36 million."""


@lru_cache(maxsize=_RECENT)
def words_of_sentence(text: str, start: int, end: int) -> tuple[Word, ...]:
    """The words, numbers and marks of a stretch of text."""
    return tuple(
        [
            Word(found.start(), found.end(), printed := found[0], printed.casefold())
            for found in _WORD.finditer(text, start, end)
        ]
    )


@cache
def _values() -> dict[str, int]:
    """The value of each number word below a thousand."""
    ones = {word: value for value, word in enumerate(in_order("number_word"))}
    tens = {word: 10 * value for value, word in enumerate(in_order("number_tens"), 2)}
    return ones | tens


@cache
def _scales() -> dict[str, int]:
    return {word: 1000**power for power, word in enumerate(in_order("number_scale"), 1)} | {
        word: 1000 ** (power + 1) for power, word in enumerate(in_order("number_scale_short"))
    }


@cache
def _number_mark() -> re.Pattern[str]:
    words = [*_values(), *word_set("number_group"), *in_order("number_scale"), *in_order("number_fraction")]
    words += word_set("counts_none")
    return re.compile(rf"\d|\b(?:{'|'.join(words)})", re.IGNORECASE)


def has_number(text: str, start: int, end: int) -> bool:
    """Whether a stretch of text may hold a number: most do not, and need not be taken apart."""
    return _number_mark().search(text, start, end) is not None


@lru_cache(maxsize=1 << 12)
def begins_number(printed: str) -> bool:
    """Whether a word or number can be the first of a number; of most words nothing else need be looked at."""
    small = printed.casefold()
    return printed[0].isdecimal() or small in _values() or small in word_set("number_article")


def number_at(words: Sequence[Word], at: int) -> Numeral | None:
    """The number that begins at `at`; "one" alone is none."""
    return _digits(words, at) or _in_words(words, at)


def value_at(words: Sequence[Word], at: int) -> int | None:
    """The value of the whole number of one word at `at`, "one" among them."""
    if not 0 <= at < len(words):
        return None
    return int(words[at].text) if words[at].text.isdecimal() else _values().get(words[at].small)


def _digits(words: Sequence[Word], at: int) -> Numeral | None:
    match = _DIGITS.fullmatch(words[at].text)
    if match is None:
        return None
    printed, ending = match[1].replace(",", ""), match[2].casefold()
    behind, times = at + 1, _scales().get(ending, 1)
    if times == 1 and not ending:
        behind, times = _scaled(words, behind)
    whole, _, decimals = printed.partition(".")
    value = float(printed) * times
    zeros = 0 if decimals else len(whole) - len(whole.rstrip("0"))
    exact_to = float(times) * 10.0 ** (-len(decimals) if decimals else zeros)
    exact_to *= _HALF if zeros and times > 1 and float(printed) < _SMALL else 1
    return Numeral(at, behind, value, _exactness(value, exact_to), joined=_is_joined(words, behind))


def _exactness(value: float, exact_to: float) -> float:
    return exact_to if value >= _SMALL or exact_to < 1 else 1.0


def _scaled(words: Sequence[Word], at: int) -> tuple[int, int]:
    """Where the word of magnitude at `at` ends, and its value; a hyphen may stand before it."""
    for place in (at, at + 1):
        if place < len(words) and words[place].small in _scales() and (place == at or words[at].text == "-"):
            return place + 1, _scales()[words[place].small]
    return at, 1


def _in_words(words: Sequence[Word], at: int) -> Numeral | None:
    """A number in words: "twenty-three", "a hundred and eighty", "two dozen", "three million"."""
    total, rough = 0.0, False
    coefficient = 1.0
    first, share = _share(words, at)
    opened = _opening(words, at)
    if opened is None:
        return None
    part, place = opened
    while place < len(words):
        small = words[place].small
        if small in _values():
            if part is not None and not _continues(part, _values()[small]):
                break
            part = (part or 0) + _values()[small]
        elif part is not None and small in word_set("number_group"):
            dozen = small in word_set("number_dozen")
            rough, part = dozen and part != 1, part * (12 if dozen else 100)
        elif part is not None and small in in_order("number_scale"):
            coefficient = part
            total, part = total + part * _scales()[small], None
        elif part is not None and (behind := _half(words, place)):
            part, place = part + _HALF, behind - 1
        elif not _links(words, place, part, total):
            break
        place += 1
    value = total + (part or 0)
    if place == at or value <= 1:
        return None
    digits = str(int(value))
    exact_to = _exactness(value, 10.0 ** (len(digits) - len(digits.rstrip("0"))))
    exact_to *= _HALF if value % 1 else 1
    exact_to *= _HALF if 1 < coefficient < _SMALL and coefficient % 10 == 0 else 1
    return Numeral(
        first, place, value * share, exact_to * share, rough=rough or share != 1, joined=_is_joined(words, place)
    )


def _share(words: Sequence[Word], at: int) -> tuple[int, float]:
    """Where a share of a number that begins at `at` begins, and the share: "half a million"."""
    if words[at].small in word_set("number_article") and at:
        halves, quarters = in_order("number_share")
        if words[at - 1].small == halves:
            return at - 1, 0.5
        if at > 1 and words[at - 2].small == quarters:
            return at - (3 if at > 2 and words[at - 3].small in word_set("number_article") else 2), 0.25
    return at, 1.0


def _links(words: Sequence[Word], place: int, part: float | None, total: float) -> bool:
    """Whether the hyphen or "and" at `place` stands inside a number: "twenty-three", "a hundred and eighty"."""
    follows = words[place + 1].small if place + 1 < len(words) else ""
    if follows not in _values():
        return False
    if words[place].text == "-":
        return part is not None and _continues(part, _values()[follows])
    return words[place].small in word_set("number_and") and ((part or 0) >= _SMALL or total > 0)


def _opening(words: Sequence[Word], at: int) -> tuple[float | None, int] | None:
    """What an article at `at` counts as, and where the number goes on: "a dozen"; None if no number follows it."""
    if words[at].small not in word_set("number_article"):
        return None, at
    follows = words[at + 1].small if at + 1 < len(words) else ""
    return (1.0, at + 1) if follows in word_set("number_group") or follows in in_order("number_scale") else None


def _half(words: Sequence[Word], place: int) -> int:
    """The index behind an "and a half" that begins at `place`, with hyphens or without; 0 if none does."""
    small = [(word.small, at) for at, word in enumerate(words[place : place + _OF_HALF], place) if word.text != "-"]
    halves, _ = in_order("number_share")
    match small[:3]:
        case [(joins, _), (article, _), (half, at)]:
            told = joins in word_set("number_and") and article in word_set("number_article") and half == halves
            return at + 1 if told else 0
    return 0


def _continues(part: float, value: int) -> bool:
    """Whether a number may go on with `value`: "twenty" with "three", "a hundred" with "eighty"."""
    return (part % 100 == 0 and value < _SMALL) or (part % 100 >= 20 and part % 10 == 0 and 0 < value < 10)


def _is_joined(words: Sequence[Word], behind: int) -> bool:
    return behind + 1 < len(words) and words[behind].text == "-" and words[behind].start == words[behind - 1].end
