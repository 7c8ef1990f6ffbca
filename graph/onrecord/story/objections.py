"""Sentences of an article that say themselves that two accounts of something do not agree.

"The mayor disputes that", "one of the two documents must be wrong", "a week earlier the firm had said that it knew
nothing": whoever writes so has both accounts, and they stand right before or right behind.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.model import Analysis, Span
from onrecord.story.numerals import words_of_sentence
from onrecord.value_groups import TEXT
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import word_set

DENIED = "denied"
TOLD = "told"
ONE = "one account"
OTHER = "another account"
NOW = "said now"
BEFORE = "said before"


@dataclass(frozen=True, slots=True)
class Objection:
    """Two accounts that an article sets against each other."""

    sides: tuple[tuple[str, tuple[Span, ...]], tuple[str, tuple[Span, ...]]]
    """What each side is called, and its sentences."""
    told: Span
    """The words that say what is in dispute."""


def set_against(analysis: Analysis) -> Iterator[Objection]:
    """The accounts of an article that it sets against each other, in text order; a sentence is on one side once."""
    sentences = sentences_of_text(analysis)
    used: set[Span] = set()
    for at in range(len(sentences)):
        found = _found(analysis, sentences, at)
        if found is not None and used.isdisjoint(span for _, spans in found.sides for span in spans):
            used.update(span for _, spans in found.sides for span in spans)
            yield found


def _found(analysis: Analysis, sentences: Sequence[Span], at: int) -> Objection | None:
    text, here = analysis.article.text, sentences[at]
    before = sentences[at - 1] if at and not _asks(text, sentences[at - 1]) else None
    printed = text[slice(*here)]
    if before is not None and word_pattern("objects_to_that").search(printed):
        if not _are_of_one(analysis, before, here):
            return Objection(((TOLD, (before,)), (DENIED, (here, *rest_of(text, sentences, at)))), before)
    elif at > 1 and word_pattern("one_is_wrong").search(printed) and before is not None:
        return Objection(((ONE, (sentences[at - 2],)), (OTHER, (before,))), sentences[at - 2])
    elif before is not None and word_pattern("said_before").search(printed):
        if _denies(text, here) and not _denies(text, before):
            return Objection(((NOW, (before,)), (BEFORE, (here,))), before)
    elif claim := word_pattern("objects_to_claim").search(printed):
        if behind := _goes_on(text, sentences, at):
            return Objection(((TOLD, (here,)), (DENIED, behind)), (here[0] + claim.end(), here[1]))
    elif (claim := word_pattern("denies_having").search(printed)) and at + 1 < len(sentences):
        after = sentences[at + 1]
        if word_pattern("goes_against").match(text, *after) and _in_one_paragraph(text, here, after):
            return Objection(((DENIED, (here,)), (TOLD, (after,))), (here[0] + claim.end(), here[1]))
    return None


def sentences_of_text(analysis: Analysis) -> list[Span]:
    """The sentences of the article itself, without those that hold no word."""
    body = [(item.start, item.end) for item in analysis.passages if item.kind in TEXT]
    text = analysis.article.text
    return [
        span
        for span in analysis.sentences
        if (not body or any(first <= span[0] < last for first, last in body))
        and any(map(str.isalpha, text[slice(*span)]))
    ]


def rest_of(text: str, sentences: Sequence[Span], at: int) -> tuple[Span, ...]:
    """The next sentences of the paragraph of the one at index `at`: what whoever objects there says."""
    found = [span for span in sentences[at + 1 : at + 1 + _MOST] if _in_one_paragraph(text, sentences[at], span)]
    return tuple(found)


_MOST = 2
"""Sentences behind an objection that are shown with it."""


def _goes_on(text: str, sentences: Sequence[Span], at: int) -> tuple[Span, ...]:
    """The same, if they begin with a quotation or with whoever objects as a pronoun."""
    found = rest_of(text, sentences, at)
    words = words_of_sentence(text, *found[0]) if found else ()
    return found if words and (words[0].text in _OPENS or words[0].small in word_set("personal_pronoun")) else ()


_OPENS = "\"“'‘"


def _in_one_paragraph(text: str, one: Span, two: Span) -> bool:
    return "\n" not in text[one[1] : two[0]]


def _asks(text: str, span: Span) -> bool:
    return "?" in text[max(span[0], span[1] - 2) : span[1]]


def _denies(text: str, span: Span) -> bool:
    small = {word.small for word in words_of_sentence(text, *span)}
    joined = tuple(word_set("not_ending"))
    return not small.isdisjoint(word_set("denies_clause")) or any(word.endswith(joined) for word in small)


def _are_of_one(analysis: Analysis, one: Span, two: Span) -> bool:
    """Whether whoever is quoted in the first sentence is quoted in the second as well."""
    first, second = (
        {
            speaker
            for said in analysis.statements
            for speaker in said.speakers
            if any(start < span[1] and span[0] < end for start, end in (*said.content, *said.source))
        }
        for span in (one, two)
    )
    return bool(first) and first <= second
