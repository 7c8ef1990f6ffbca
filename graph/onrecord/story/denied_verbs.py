"""What somebody is told to deny: "she denied that she had sold it", "he denies selling it"."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.story.inflection import base, is_verb
from onrecord.story.numerals import Word
from onrecord.word_sets import word_set

_MARKS = ',;:—–()"“”.'
_BEFORE = 3
"""Words before a verb of denying among which one that denies it stands: "would not deny"."""


def refuted_part(words: Sequence[Word]) -> Sequence[Word]:
    """The clause of a sentence that somebody denies; empty if nobody denies a clause."""
    at = next((at for at, word in enumerate(words) if word.small in word_set("denies_told")), None)
    if at is None or at + 1 >= len(words) or _is_denied(words, at):
        return ()
    opens = words[at + 1].small in word_set("opens_told_clause") | word_set("pronoun_of_clause")
    first = at + 1 if words[at + 1].small not in word_set("opens_told_clause") else at + 2
    if not opens and not _is_gerund(words[at + 1].small):
        return ()
    end = next((place for place in range(first, len(words)) if words[place].text in _MARKS), len(words))
    return words[first:end]


def _is_denied(words: Sequence[Word], at: int) -> bool:
    small = [word.small for word in words[max(0, at - _BEFORE) : at]]
    joined = tuple(word_set("not_ending"))
    return any(word in word_set("denies_clause") or word.endswith(joined) for word in small)


def _is_gerund(small: str) -> bool:
    return small.endswith(tuple(word_set("gerund_ending"))) and is_verb(small) and base(small) != small
