"""Whether a sentence says that something is so, denies it, or leaves it open, as what is asked or planned."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from onrecord.story.inflection import base, is_noun, is_verb
from onrecord.story.numerals import Word
from onrecord.story.question_words import Answer, questions
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import word_set

_NEAR = 8
"""Most words before a phrase among which one that denies it stands."""
_FAR = 18
"""The same of one that opens the clause: "not one of the sirens on poles around the plant made a sound"."""
_HELD = 5
"""Most words before a phrase among which a verb stands by which it was not done."""
_UNDONE = 3
"""Most words before a phrase among which one stands by which it is not done yet: "before he apologised"."""
_MODAL = 7
"""Most words from a modal to a verb that it holds for."""
_LED = 4
"""Most words before an infinitive among which the verb stands that leads to it."""


def breaks_off(words: Sequence[Word], item: Answer) -> bool:
    """Whether a word that denies stands in the gap of a phrase: "asked not to be named"."""
    inner = words[item.start + 1 : item.behind - 1]
    return words[item.start].small not in word_set("nobody_at_all") and any(
        word.small in word_set("denies_verb") for word in inner
    )


def _clause(words: Sequence[Word], at: int) -> int:
    """Index of the first word of the clause that holds the word at `at`."""
    for place in range(at - 1, -1, -1):
        if words[place].text in ";:—–" or words[place].small in word_set("opens_clause", "breaks_denial"):
            return place + 1
    return 0


def denied_at(words: Sequence[Word], item: Answer) -> int | None:
    """Where the word stands that denies the answer, plus one; 0 if none does and None if it is left open."""
    at, question = item.start, questions()[item.id]
    clause = _clause(words, at)
    denying = [place for place in range(max(clause, at - _FAR), at) if _denies(words[place])]
    opening = word_set("nobody_at_all")
    denying = [place for place in denying if at - place <= _NEAR or (place == clause and words[place].small in opening)]
    holding = [place for place in range(max(clause, at - _HELD), at) if words[place].small in word_set("holds_back")]
    if (denying and holding) or left_open(words, at, supposed=question.supposed):
        return None
    infinitive = at > 0 and words[at - 1].small in word_set("infinitive_mark") and is_verb(words[at].small)
    if infinitive and not question.supposed:
        if holding and at - holding[-1] == _TO:
            return holding[-1] + 1
        led = {base(word.small) for word in words[max(0, at - _LED) : at - 1]}
        if led.isdisjoint(word_set("brings_to_do")):
            return None
    if denying:
        if any(word.small in word_set("others_but_these") for word in words[denying[0] : denying[0] + 3]):
            return None  # "no one else" leaves out whoever it was
        return denying[0] + 1 if _reaches(words, denying[0], at) else None
    return holding[-1] + 1 if holding and words[at].small.endswith(tuple(word_set("gerund_ending"))) else 0


_TO = 2
"""Words from a verb to the infinitive that it leads to: "refused to sell"."""


def _denies(word: Word) -> bool:
    return word.small in word_set("denies_clause") or word.small.endswith(tuple(word_set("not_ending")))


def left_open(words: Sequence[Word], at: int, *, supposed: bool = False) -> bool:
    """Whether what the words at `at` tell is supposed, asked, doubted or still to be done."""
    clause = _clause(words, at)
    before = words[clause:at]
    small = {word.small for word in before}
    if any(word.small in word_set("supposing") for word in words[:at]):
        return True
    if any(word.small in word_set("opens_undone") for word in words[max(0, clause - 1) : clause]):
        return True
    if not small.isdisjoint(word_set("doubts") - word_set("holds_back")):
        return True
    if word_pattern("denies_nothing").search(" ".join(word.text for word in before)):
        return True
    if supposed:
        return False
    near = {word.small for word in words[max(0, at - _UNDONE) : at]}
    modals = {word.small for word in words[max(clause, at - _MODAL) : at]}
    open_ = word_set("modal_of_supposition") | word_set("must_or_can")
    return not (modals.isdisjoint(open_) and near.isdisjoint(word_set("leaves_undone")))


def is_universal(words: Sequence[Word], item: Answer, denied: int) -> bool:
    """Whether an answer is denied of everybody or everything, by the word before the index `denied` or its own."""
    own = words[denied - 1 : denied] if denied else words[item.start : item.start + 1]
    if any(word.small in word_set("nobody_at_all") - word_set("denies_verb") for word in own):
        return True
    return (
        bool(denied)
        and {words[denied - 1].small} <= word_set("denies_verb")
        and (words[denied].small in word_set("single_one"))
    )


def points_back(words: Sequence[Word]) -> bool:
    """Whether a sentence names with a noun for anything what the one before it tells: "this step"."""
    return any(
        two.small in word_set("sums_up") and one.small in word_set("definite_opening") for one, two in pairwise(words)
    )


def _reaches(words: Sequence[Word], denial: int, at: int) -> bool:
    """Whether a word that denies is about the words at `at`, and about nothing that is done before."""
    between = [word.small for word in words[denial + 1 : at] if word.small not in word_set("helps_verb")]
    if any(is_verb(small) and base(small) in word_set("leaves_open") for small in between):
        return False
    single = words[denial + 1 : denial + 2]
    if words[denial].small in word_set("nobody_at_all") - word_set("denies_verb") or (
        single and single[0].small in word_set("single_one")
    ):
        return True
    return not any(
        is_verb(small) and (base(small) != small or not is_noun(small)) and base(small) not in word_set("brings_to_do")
        for small in between
    )


def is_so_far(words: Sequence[Word]) -> bool:
    """Whether a sentence tells of the time up to now: "has not been handed in"."""
    return not word_set("so_far").isdisjoint(word.small for word in words)
