"""Numbers with what is printed as one without being so: shares ("two thirds", "one in five"), none and one alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from onrecord.story.amount_words import is_person, rows_at
from onrecord.story.inflection import is_comparative, is_plural, singular
from onrecord.story.numerals import Numeral, Word, begins_number, number_at, value_at
from onrecord.word_sets import in_order, word_set

_ALIKE = 2
"""Letters that a word for a part and its plural begin with."""
_ROUNDED = 6.0
"""How many hundredths a share in words may be off: "two thirds" of 64 per cent."""


def numbers_in(words: Sequence[Word]) -> Iterator[Numeral]:
    """The numbers among the words of a sentence, in their order; "one" is one only with a word for a person."""
    at = 0
    while at < len(words):
        found = None
        if begins_number(words[at].text):
            found = _share(words, at) or number_at(words, at) or _none(words, at) or _one(words, at)
        elif _may_begin(words[at].small):
            found = _fraction(words, at) or _none(words, at) or _one(words, at)
        if found is not None:
            yield found
        at = found.behind if found is not None else at + 1


@lru_cache(maxsize=1 << 12)
def _may_begin(small: str) -> bool:
    """Whether what is a number without being printed as one may begin with a word."""
    return small in word_set("counts_none") or small in word_set("one_alone") or _parts_of(small) > 0


def _share(words: Sequence[Word], at: int) -> Numeral | None:
    """A share in words that begins at `at`."""
    return _fraction(words, at) or _ratio(words, at)


def _fraction(words: Sequence[Word], at: int) -> Numeral | None:
    """As parts of a whole: "half the members", "a fifth of the votes", "two-thirds"."""
    parts, place = 1, at
    if not _part_of(words, at):
        counted = 1 if words[at].small in word_set("number_article") else value_at(words, at)
        place = at + 2 if at + 1 < len(words) and words[at + 1].text == "-" else at + 1
        if not counted:
            return None
        parts = counted
    of = _part_of(words, place)
    if not of or parts >= of or (parts > 1) is not (words[place].small != singular(words[place].small)):
        return None
    alone = place == at and (of > 2 or _picked(words, at))
    if alone or (parts == 1 and not _goes_on(words, place + 1)):
        return None
    return Numeral(at, place + 1, 100 * parts / of, _ROUNDED, of_hundred=True)


def _part_of(words: Sequence[Word], at: int) -> int:
    """In how many parts the word for a part at `at` divides the whole; 0 if there is none."""
    return _parts_of(words[at].small) if at < len(words) else 0


@lru_cache(maxsize=1 << 12)
def _parts_of(small: str) -> int:
    names = in_order("number_fraction")
    if not small.startswith(tuple([name[:_ALIKE] for name in names])):
        return 0  # to look up the singular of any word takes longer than all else
    part = singular(small)
    return names.index(part) + 2 if part in names else 0


def _picked(words: Sequence[Word], at: int) -> bool:
    """Whether the word before makes "half" one of two: "the second half"."""
    before = words[at - 1].small if at else ""
    return before in word_set("picks_some") or before in word_set("picks_one") or before in word_set("determiner")


def _goes_on(words: Sequence[Word], at: int) -> bool:
    """Whether what a share is of stands at `at`, and that is no unit: "a fifth of the votes"."""
    follows = words[at].small if at < len(words) else ""
    if follows not in word_set("measures_of") and follows not in word_set("whole_of_share"):
        return False
    at += 1
    while at < len(words) and words[at].small in word_set("determiner"):
        at += 1
    return at < len(words) and words[at].is_word and not any(rows_at("unit", words, at))


def _ratio(words: Sequence[Word], at: int) -> Numeral | None:
    """As some of so many: "one in five", "six of every ten", "nine out of ten"."""
    parts, place = value_at(words, at), at + 1
    if not parts:
        return None
    links: list[str] = []
    while place < len(words) and len(links) < _LINKS and words[place].small in word_set("links_ratio"):
        links.append(words[place].small)
        place += 1
    of = value_at(words, place)
    if not links or not of or not parts < of <= 100:
        return None
    if len(links) == 1 and (links[0] in word_set("measures_of") or (parts > 1 and not _is_share(words, at, place))):
        return None  # "four in 20 minutes", "three of nine"
    return Numeral(at, place + 1, 100 * parts / of, _ROUNDED, of_hundred=True)


def _is_share(words: Sequence[Word], at: int, place: int) -> bool:
    """Whether two numbers in words with "in" between them are a ratio of things: "two in three houses"."""
    behind = words[place + 1] if place + 1 < len(words) else None
    spelt = words[at].is_word and words[place].is_word
    return spelt and behind is not None and is_plural(behind.text) and not any(rows_at("unit", words, place + 1))


_LINKS = 3
"""Most words between the numbers of a ratio: "out of every"."""


def _none(words: Sequence[Word], at: int) -> Numeral | None:
    """None at all: "nobody", "no one", "no deaths"."""
    if words[at].small not in word_set("counts_none"):
        return None
    follows = words[at + 1].small if at + 1 < len(words) and words[at + 1].is_word else ""
    if follows in word_set("one_alone"):
        return Numeral(at, at + 2, 0.0, 1.0)
    if follows and is_comparative(follows):
        return None  # "no finer seaman lives" counts nothing
    if at and words[at - 1].small in word_set("links_object") and follows in word_set("denied_adverb"):
        return None  # "sailors had at no time been told"
    return Numeral(at, at + 1, 0.0, 1.0) if follows or words[at].small not in word_set("determines_none") else None


def _one(words: Sequence[Word], at: int) -> Numeral | None:
    """One person: "one person died", "one dead"."""
    if words[at].small not in word_set("one_alone") or at + 1 >= len(words):
        return None
    follows = words[at + 1]
    if follows.small in word_set("plight") or is_person(follows.small):
        return Numeral(at, at + 1, 1.0, 1.0)
    return None
