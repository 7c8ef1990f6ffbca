"""Printed numbers of things: the number, its precision, the noun counted, and the phrase's other words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import inf

from msgspec import Struct

from onrecord.lexicon_files import whole
from onrecord.model import Analysis, Place
from onrecord.story.inflection import base, is_plural, is_verb, singular, verb
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import in_order, word_set

_NUMBERS = {word: value for value, word in enumerate(in_order("number_word")) if value > 1}
"""Numbers in words; without "one", which is often not a count."""
_SCALES = {word: 1000**power for power, word in enumerate(in_order("number_scale"), 1)}
_DECIMALS = rf"(?:\.\d+(?= (?:{'|'.join(_SCALES)})\b))?"
_NUMBER = re.compile(
    r"(?<![\w.$€£%,:-])(?<!\d, )(?<!: )"  # no money, no part of a number, a score or a time of day
    rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}{_DECIMALS}|{'|'.join(_NUMBERS)})"
    r"(?![\w.%,:]|-\w| -| [AaPp]\.?[Mm]\b)",
    re.IGNORECASE,
)
_FOLLOWING = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[.,;:!?()“”\"\n—–]")
_REACH = 5
"""Most words between the number and the noun that it counts."""
_ABOUT = 0.1
"""Tolerance of "about", as a share of the number."""


class _Words(Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    words: tuple[str, ...]
    example: str
    source: str


class _Happening(_Words, frozen=True, forbid_unknown_fields=True):
    undergone: tuple[str, ...] = ()
    """Those of the verbs that are of what is counted as a participle alone: "five miners killed in a blast"."""


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    comparison: tuple[_Words, ...]
    """How a number is compared: the id is a value of `Quantity.comparison`."""
    counted: tuple[_Words, ...]
    """Nouns that count the same; the id is the one that stands for all."""
    happening: tuple[_Happening, ...]
    """Verbs that say the same of what is counted; the id is the one that stands for all."""
    measure: tuple[_Words, ...]
    """Nouns that measure instead of counting."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """One printed number of things."""

    value: int
    comparison: str
    """"exactly", "about", "under", "over", "at_most" or "at_least"."""
    counted: str
    """The noun in the singular; nouns that count the same have the same one."""
    qualifiers: frozenset[str]
    """What the phrase says of the things: its other words and those after it, in lower case and in the singular."""
    thing: str
    """What it counts, as printed: "mobile operators"."""
    printed: str
    """Number and things as printed: "five mobile operators"."""
    place: Place
    beside: tuple[str, str] = ("", "")
    """The verbs before the number and after the things, in the base form: "arrested" 43 miners gives "arrest"."""
    passive: bool = False
    """Whether the verb after the things is passive."""
    some: bool = False
    """Whether the phrase picks out some of the things: "the three main operators", "another four people"."""
    chief: bool = False
    """Whether it picks out the chief ones: "the three main operators"."""
    year: str = ""
    """The year that its sentence prints, if any."""
    least: int | None = None
    """Where the number is the end of a range ("4,000 to 5,000"): its beginning."""

    @property
    def bounds(self) -> tuple[float, float]:
        """The lowest and highest value compatible with the words."""
        if self.least is not None:
            return self.least, self.value
        return {
            "about": (self.value * (1 - _ABOUT), self.value * (1 + _ABOUT)),
            "under": (-inf, self.value - 1),
            "at_most": (-inf, self.value),
            "over": (self.value + 1, inf),
            "at_least": (self.value, inf),
        }.get(self.comparison, (self.value, self.value))

    def alike(self, other: Quantity) -> bool:
        """Whether both give the same number in the same way."""
        return (self.comparison, self.value, self.least) == (other.comparison, other.value, other.least)

    def excludes(self, other: Quantity) -> bool:
        """Whether the two contradict each other: no number is within the bounds of both."""
        (low, high), (least, most) = self.bounds, other.bounds
        return high < least or most < low

    @property
    def happenings(self) -> frozenset[str]:
        """What happened to the things; verbs that say the same are one of them."""
        return frozenset(_same_happening(word) for word in self.beside if word)

    @property
    def suffers(self) -> bool:
        """Whether it happened to the things: their number is its object or passive subject."""
        return bool(self.beside[0]) or self.passive


def quantities_of(analysis: Analysis) -> Iterator[Quantity]:
    """All numbers of things in the sentences of an article, without years, sums of money and measures."""
    text = analysis.article.text
    for start, end in analysis.sentences:
        years = [item.value[:4] for item in analysis.dates if item.value and start <= item.start < end]
        year = next((value for value in years if value.isdigit() and value in text[start:end]), "")
        for match in _NUMBER.finditer(text, start, end):
            found = _quantity(text, match, Place(analysis.article.id, start, end))
            if found is not None:
                yield replace(found, year=year)


def _quantity(text: str, match: re.Match[str], place: Place) -> Quantity | None:
    words = [found[0] for found in _FOLLOWING.finditer(text, match.end(), place.end)][: _REACH + 6]
    scale = words.pop(0) if words and words[0].casefold() in _SCALES else ""
    head = _head(words)
    if head is None or (scale and _is_sum(text, match, place)):
        return None
    if words[head + 1 : head + 2] == ["and"] and not _tells_on(words[head + 2 : head + 3]):
        return None  # "420 passengers and crew": not passengers alone
    number = match[0].casefold().replace(",", "")
    times = _SCALES.get(scale.casefold(), 1)
    value = round((_NUMBERS.get(number) or float(number)) * times)
    if "," not in match[0] and 1900 <= value <= 2100 and match[0].isdigit():
        return None
    noun = singular(words[head])
    if noun in _lexicon().measure[0].words:
        return None
    begins = word_pattern("begins_range").search(text, place.start, match.start())
    least = round(int(begins["least"].replace(",", "")) * times) if begins else None
    how, lead = ("exactly", match.start() - begins.start()) if begins else comparison(text[place.start : match.start()])
    how = "about" if scale and how == "exactly" else how  # it is rounded
    before = text[place.start : match.start() - lead].split()[-1:]
    after = [word for word in words[head + 1 :] if not _is_auxiliary(word)]
    picked = {word.casefold() for word in (*before, *words[:head])}
    around = [*before, *words[:head], *words[head + 1 : head + 7]]
    return Quantity(
        value=value,
        comparison=how,
        counted=_family(noun),
        qualifiers=frozenset(
            singular(word)
            for word in around
            if len(word) > 2 and word[0].isalpha() and word.casefold() not in word_set("says_nothing_of_count")
        ),
        thing=" ".join(words[: head + 1]),
        printed=" ".join([*text[match.start() - lead : match.end()].split(), *scale.split(), *words[: head + 1]]),
        place=place,
        beside=(_happening(before[-1:]), _happening(after[:1])),
        passive=_is_passive(words[head + 1 :]),
        some=not word_set("picks_some").isdisjoint(picked),
        chief=not word_set("picks_chief").isdisjoint(picked),
        least=least if least is not None and least < value else None,
    )


def _is_sum(text: str, match: re.Match[str], place: Place) -> bool:
    """Whether a number is that of a sum of money: "12 million crowns"."""
    sums = word_pattern("sum_of_money").finditer(text, place.start, place.end)
    return any(found.start() <= match.start() < found.end() for found in sums)


def _is_passive(behind: list[str]) -> bool:
    """Whether the things are told to undergo what the words behind them say: "were killed", "killed in a blast"."""
    if any(word.casefold() in word_set("makes_passive") for word in behind[:2]):
        return True
    alone = behind[1:2] == [] or not behind[1][0].isalpha() or behind[1].casefold() in word_set("links_object")
    verb_ = _happening(behind[:1])
    return alone and any(verb_ in row.undergone for row in _lexicon().happening)


def _is_auxiliary(word: str) -> bool:
    return word.casefold() in word_set("makes_passive") | word_set("so_far") | word_set("will") | word_set("can")


def _tells_on(words: list[str]) -> bool:
    """Whether a verb stands behind the "and", and not another thing: "killing two people and sinking the boat"."""
    word = words[0].casefold() if words else ""
    return bool(_happening(words)) or (is_verb(word) and base(word) != word == verb(base(word), "VBG"))


def _happening(words: list[str]) -> str:
    """The first word in the base form, if it says what happened: a verb of the lexicon, or another one in the past."""
    word = words[0].casefold() if words else ""
    if not word.isalpha():
        return ""
    known = next((one for row in _lexicon().happening for one in row.words if word in (one, *_forms(one))), "")
    past = is_verb(word) and word in {verb(base(word), "VBD"), verb(base(word), "VBN")}
    return known or (base(word) if past and word != base(word) else "")


def _forms(lemma: str) -> tuple[str, ...]:
    return tuple(verb(lemma, tag) for tag in ("VBD", "VBN", "VBG", "VBZ"))


def _same_happening(lemma: str) -> str:
    return next((row.id for row in _lexicon().happening if lemma in row.words), lemma)


def _head(words: list[str]) -> int | None:
    """Index of the counted noun: the last plural before a preposition or punctuation mark; None if there is none."""
    found = None
    for place, word in enumerate(words[:_REACH]):
        small = word.casefold()
        if (
            not word[0].isalpha()
            or small in word_set("links_object")
            or small in word_set("says_nothing_of_count")
            or small in word_set("makes_passive")
        ):
            break
        if is_plural(word):
            found = place
    return found


def comparison(before: str) -> tuple[str, int]:
    """How the number is compared, and how many characters before it say so."""
    small = before.casefold().rstrip()
    gap = len(before) - len(small)
    found = [(len(word), kind.id) for kind in _lexicon().comparison for word in kind.words if _ends(small, word)]
    length, kind = max(found, default=(-gap, "exactly"))
    return kind, length + gap


def _ends(text: str, word: str) -> bool:
    return text == word or text.endswith(" " + word)


def _family(noun: str) -> str:
    return next((item.id for item in _lexicon().counted if noun in item.words), noun)


def _lexicon() -> _File:
    return whole("quantities.toml", _File)
