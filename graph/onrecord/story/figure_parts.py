"""What stands around a number: its unit, what it counts or measures, and what is told of that."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from onrecord.month_names import months
from onrecord.story.amount_lexicon import lexicon
from onrecord.story.amount_words import OF_THINGS, rows_at, tells_deed
from onrecord.story.comparisons import comparison
from onrecord.story.inflection import is_common, is_noun, is_plural, is_verb, singular
from onrecord.story.numerals import Word
from onrecord.word_sets import in_order, word_set

COUNT = "count"
MONEY = "money"
SHARE = "share"
DURATION = "duration"
SUMMED = OF_THINGS | {SHARE}
"""Kinds of amounts that something comes to."""
SPEED = "speed"
TEMPERATURE = "temperature"
TELLING = frozenset({SPEED, TEMPERATURE})
"""Kinds of amounts whose unit says what is measured."""
AS = "as "
"""What stands before the row of a happening that a measured noun is of."""
QUOTES = "\"'“”‘’"
REACH = 5
"""Most words between a number and the noun that it counts."""
VERB_REACH = 14
"""Most words before an amount in which the verb is looked for by which something is put at it."""
BEFORE = 9
"""Most words before a number in which what happened is looked for."""
AFTER = 10
"""Most words behind what is counted in which what happened is looked for."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What the words around one number say."""

    kind: str
    unit: str
    comparison: str
    least: float | None
    things: frozenset[str]
    """What is counted or measured: rows of nouns, or nouns."""
    deeds: frozenset[str]
    """What happens to it: rows of happenings."""
    around: frozenset[str]
    """The other words of the sentence that say something, in the base form."""
    printed: str
    thing: str
    """What is counted or measured, as printed."""
    telling: str = ""
    """What is printed of it behind it: "had joined the walkout"."""
    some: bool = False
    of_part: bool = False
    names: frozenset[str] = field(default=frozenset())
    """The names in the same clause."""
    agents: frozenset[str] = field(default=frozenset())
    """Those of them that stand before the verb whose object is counted."""
    places: frozenset[tuple[str, str]] = field(default=frozenset())
    """Names behind what is counted, each with the preposition before it."""
    ordinals: frozenset[str] = field(default=frozenset())
    """Words of the clause that pick one of several: "the first explosion"."""
    attributive: bool = False
    """Whether the amount stands before what it measures: "a $5 million yacht"."""
    span: tuple[int, int] = (0, 0)
    """Index of the first of the words printed, and of the first behind them."""
    among: frozenset[str] = field(default=frozenset())
    """The people that a share is of."""
    near: frozenset[str] = field(default=frozenset())
    """The words of the phrase for what is counted and those around it, in lower case and in the singular."""
    verbs: tuple[str, str] | None = None
    """The verbs right before the number and right behind the things, in the base form; None without a noun."""
    undergone: bool = False
    """Whether the things undergo what the words behind them say."""
    chief: bool = False
    """Whether it counts the chief ones of more: "the three main operators"."""
    link: str = ""
    """The word before what is printed."""
    like: int = -1
    """Where the number begins that it is of the same as, if the words around it do not say of what it is."""


def stretch(words: Sequence[Word], at: int, step: int, most: int) -> list[int]:
    """Indexes from `at` on in steps of `step` up to the next clause."""
    found: list[int] = []
    while 0 <= at < len(words) and len(found) < most:
        if words[at].text in ",;:()—–" or words[at].small in word_set("opens_clause"):
            break
        if not words[at].is_word and words[at].text in ".!?":
            break
        found.append(at)
        at += step
    return found


def before_next_number(words: Sequence[Word], span: Sequence[int]) -> list[int]:
    """The indexes up to where another number is joined: "were killed" of "were killed and 61 hurt"."""
    joints = (place for place, at in enumerate(span) if at + 1 < len(words) and _joins_number(words, at))
    return list(span[: next(joints, len(span))])


def _joins_number(words: Sequence[Word], at: int) -> bool:
    return words[at].small in word_set("number_and") and is_number(words[at + 1])


def is_number(word: Word) -> bool:
    """Whether a word is a number in digits, or one of those that begin a number in words."""
    return word.text[0].isdigit() or word.small in in_order("number_word") or word.small in in_order("number_tens")


def telling_words(words: Sequence[Word], span: Iterable[int]) -> list[int]:
    """Those of the indexes that are nouns, verbs or adjectives."""
    return [at for at in span if words[at].is_word and len(words[at].text) > 2 and not is_function(words[at])]


def is_function(word: Word) -> bool:
    """Whether a word is one of those that say nothing by themselves."""
    return word.small in word_set("says_nothing") or word.small in word_set("links_object")


def names_in(words: Sequence[Word], span: Sequence[int]) -> frozenset[str]:
    """The names among the words at the indexes, each as a whole, without days and months."""
    found: list[list[str]] = []
    last = -2
    for at in sorted(set(span)):
        word = words[at]
        common = at == 0 and is_common(word.small)
        if word.text[0].isupper() and not _is_time(word.small) and not common:
            name = _without_possessive(word.text)
            found = [*found[:-1], [*found[-1], name]] if found and last == at - 1 else [*found, [name]]
            last = at
    return frozenset(" ".join(name) for name in found)


def _without_possessive(printed: str) -> str:
    endings = sorted(word_set("possessive_or_apostrophe_ending"), key=len, reverse=True)
    return next((printed.removesuffix(one) for one in endings if printed.endswith(one)), printed)


def places_in(words: Sequence[Word], span: Iterable[int]) -> frozenset[tuple[str, str]]:
    """The first word of the names among those at the indexes that stand behind a preposition, and the latter."""
    found = [at for at in span if at and words[at].text[0].isupper() and not _is_time(words[at].small)]
    links = word_set("links_object")
    return frozenset((words[at - 1].small, words[at].text) for at in found if words[at - 1].small in links)


def ordinals_in(words: Sequence[Word], span: Iterable[int]) -> frozenset[str]:
    """The words among those at the indexes that pick one of several things."""
    return frozenset(words[at].small for at in span) & word_set("picks_one")


def _is_time(small: str) -> bool:
    return small in word_set("no_noun") or any(small in form for form in months())


NEARBY = 40
"""Words before and behind a number that are looked at in a sentence of any length."""


def other_words(words: Sequence[Word], left_out: range) -> frozenset[str]:
    """The words of the sentence that say something, without those of the indexes `left_out`, in the base form."""
    near = range(max(0, left_out.start - NEARBY), min(len(words), left_out.stop + NEARBY))
    told = (at for at in telling_words(words, near) if at not in left_out and words[at].text[0].islower())
    return frozenset(singular(words[at].small) for at in told if not tells_deed(words[at].small))


def as_printed(words: Sequence[Word], first: int, behind: int) -> str:
    """The words from `first` to before `behind`, with the gaps that the text has between them."""
    out = ""
    for at in range(first, behind):
        gap = " " if out and words[at].start > words[at - 1].end else ""
        out += gap + words[at].text
    return out


def compared(words: Sequence[Word], first: int) -> tuple[str, int]:
    """How a number that begins at `first` is compared, and where the words that say so begin; verbs are not of them."""
    if first and words[first - 1].small in word_set("tops"):
        denied = any(word.small in word_set("denies_verb") for word in words[max(0, first - 4) : first - 1])
        return "at_most" if denied else "over", first
    before = [word for word in words[max(0, first - 5) : first] if word.is_word]
    how, length = comparison(" ".join(word.text for word in before))
    at = first
    while length > 0 and at:
        at -= 1
        length -= len(words[at].text) + 1 if words[at].is_word else 0
    return how, at


def compared_behind(words: Sequence[Word], behind: int) -> str:
    """How a number is compared by what stands from `behind` on: "at most", "or more"; empty if by nothing."""
    small = " ".join(word.small for word in words[behind : behind + 3])
    return next(
        (row.id for row in lexicon().behind for phrase in row.words if f"{small} ".startswith(f"{phrase} ")), ""
    )


def near_words(words: Sequence[Word], at: Iterable[int]) -> frozenset[str]:
    """The words at the indexes that say something of what is counted, in lower case and in the singular."""
    told = (words[place] for place in at if 0 <= place < len(words) and words[place].is_word)
    return frozenset(
        singular(word.small) for word in told
        if len(word.text) > 2 and word.small not in word_set("says_nothing_of_count")
    )  # fmt: skip


def past_determiners(words: Sequence[Word], at: int) -> int:
    """The first index from `at` on that holds no determiner."""
    while at < len(words) and words[at].small in word_set("determiner"):
        at += 1
    return at


def noun_run(words: Sequence[Word], at: int) -> list[int]:
    """Indexes of the words of a noun phrase without determiner that begins at `at`, up to its last noun."""
    found: list[int] = []
    while at < len(words) and len(found) < REACH:
        joint = words[at].text == "-" and found
        if not joint and (
            not words[at].is_word or is_function(words[at]) or words[at].small in word_set("opens_clause")
        ):
            break
        if words[at].small in word_set("no_noun"):
            break
        found.append(at)
        at += 1
    while found and not (is_noun(words[found[-1]].small) and words[found[-1]].text[0].islower()):
        found.pop()
    return found


def phrase(words: Sequence[Word], head: int, floor: int) -> str:
    """The noun phrase without determiner that ends in a noun and begins at `floor` or later."""
    at = head
    while at > floor and head - at < 3 and words[at - 1].is_word and not is_function(words[at - 1]):
        before = words[at - 1]
        if (is_verb(before.small) and not is_noun(before.small)) or any(rows_at("amounting", words, at - 1)):
            break
        at -= 1
    return as_printed(words, at, head + 1)


def head_of(words: Sequence[Word], begin: int) -> int | None:
    """Index of the counted noun: the last plural before a preposition, mark or verb; None if there is none."""
    found = None
    for at in range(begin, min(len(words), begin + REACH)):
        word = words[at]
        if not word.is_word or is_function(word) or word.small in word_set("opens_clause"):
            break
        if found is not None and is_verb(word.small) and (not is_plural(word.text) or _amounts(words, at)):
            break
        if is_plural(word.text):
            found = at
    return found


def _amounts(words: Sequence[Word], at: int) -> bool:
    """Whether a verb stands at `at` that says what something comes to: "infections stands at 19"."""
    return any(behind > at + 1 for _, behind in rows_at("amounting", words, at))


def is_part(words: Sequence[Word], behind: int) -> bool:
    """Whether the words behind say that it is of a part alone, or of a place told before: "were injured there"."""
    near = range(behind, min(len(words), behind + 6))
    there = next((at for at in near if words[at].small in word_set("in_that_place")), None)
    elsewhere = there is not None and (there + 1 == len(words) or not is_helping(words[there + 1]))
    return elsewhere or any(words[at].small in word_set("part_of_it") for at in near)


def ending(word: Word) -> str:
    """The letters right behind the digits of a number that are no word of magnitude: "90km"."""
    letters = word.text.lstrip("0123456789.,").casefold()
    return letters if letters != word.small and letters not in word_set("number_scale_short") else ""


def is_helping(word: Word) -> bool:
    """Whether a word is an auxiliary."""
    return word.small in word_set("helps_verb")
