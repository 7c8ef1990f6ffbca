"""Phrases of a lexicon in any form: "lose … footing" stands for "lost his footing"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from onrecord.story.inflection import base, is_verb, singular
from onrecord.story.numerals import Word
from onrecord.word_sets import word_set

GAP = "…"
_BETWEEN = 4
"""Most words that the gap of a phrase stands for."""
Phrase = tuple[frozenset[str], ...]
"""For each word of a phrase those that may stand there, in the base form."""


def phrase_of(printed: str) -> Phrase:
    """A phrase as a lexicon has it: `a|b` is one word or the other, `…` stands for up to four words."""
    return tuple(frozenset(part.split("|")) for part in printed.replace("-", " - ").split())


@lru_cache(maxsize=1 << 14)
def forms(small: str) -> frozenset[str]:
    """A word in lower case with its singular and its base form as a verb."""
    return frozenset({small, singular(small)} | ({base(small)} if is_verb(small) else set()))


def behind_phrase(words: Sequence[Word], at: int, parts: Sequence[frozenset[str]]) -> int:
    """Index behind the rest of a phrase whose words are looked for from `at` on; 0 if it does not stand there.

    A determiner may stand between two words of a phrase: "told the police" is "tell police".
    """
    gap = 0
    for number, part in enumerate(parts):
        if GAP in part:
            gap = _BETWEEN
            continue
        at = at if gap else _past_determiner(words, at, part)
        last = min(len(words), at + gap + 1)
        found = next((place for place in range(at, last) if not part.isdisjoint(forms(words[place].small))), -1)
        if found < 0 or any(_breaks(words[place]) for place in range(at, found)):
            found = at + 1 if not gap and at + 1 < len(words) and number and words[at].text == "-" else -1
            if found < 0 or part.isdisjoint(forms(words[found].small)):
                return 0
        at, gap = found + 1, 0
    return at


def _past_determiner(words: Sequence[Word], at: int, part: frozenset[str]) -> int:
    passed = at < len(words) and words[at].small in word_set("passed_in_phrase") and words[at].small not in part
    return at + 1 if passed else at


_MARKS = ",;:()—–."


def _breaks(word: Word) -> bool:
    """Whether a gap cannot go over a word: a mark, or what denies the rest of the phrase."""
    return word.text in _MARKS or word.small in word_set("denies_verb")
