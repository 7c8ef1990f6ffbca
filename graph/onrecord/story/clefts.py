"""Who alone, or who first, did something: "it was the guard who rang the bell", "we were the first to ask"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.model import Analysis, Place, Span
from onrecord.story.denials import base_form
from onrecord.story.figure_parts import as_printed, telling_words
from onrecord.story.numerals import Word, words_of_sentence
from onrecord.story.objections import sentences_of_text
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import word_set


@dataclass(frozen=True, slots=True)
class Doer:
    """The one who did something, as a sentence picks them out."""

    place: Place
    span: Span
    """Where the words for them stand."""
    who: str
    """As printed."""
    names: frozenset[str]
    """The words that say who, in lower case."""
    done: frozenset[str]
    """The words that tell what was done, in the base form."""
    told: str
    """What was done, as printed."""
    first: bool
    """Whether others may have done it after."""


def doers_told(analysis: Analysis) -> Iterator[Doer]:
    """All who are picked out as those who did something, in text order."""
    text = analysis.article.text
    for start, end in sentences_of_text(analysis):
        for pattern in ("picks_doer", "picks_first"):
            found = word_pattern(pattern).search(text, start, end)
            if found is None:
                continue
            who = words_of_sentence(text, *found.span("who"))
            done = _up_to_mark(words_of_sentence(text, *found.span("done")))
            first = pattern == "picks_first" or not word_set("first_of_kind").isdisjoint(word.small for word in done)
            names = frozenset(word.small for word in who if word.is_word) - word_set("determiner")
            telling = _telling(words_of_sentence(text, start, end) if pattern == "picks_first" else done) - names
            if names and telling:
                yield Doer(
                    Place(analysis.article.id, start, end), found.span("who"), as_printed(who, 0, len(who)), names,
                    telling - word_set("first_of_kind"), as_printed(done, 0, len(done)), first,
                )  # fmt: skip
                break


def _telling(words: Sequence[Word]) -> frozenset[str]:
    return frozenset(base_form(words[at].small) for at in telling_words(words, range(len(words))))


def _up_to_mark(words: Sequence[Word]) -> Sequence[Word]:
    """The words up to a mark, no more than tell what was done."""
    stop = next((at for at, word in enumerate(words) if word.text in _MARKS), len(words))
    return words[: min(stop, _LONGEST)]


_MARKS = ',;:.!?()—–"“”'
_LONGEST = 12
"""Most words that tell what was done."""
