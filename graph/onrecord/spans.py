"""The words of spans, and the sentences they stand in: every reader of an analysis asks here for both."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from onrecord.model import Analysis, Span


def words_of(text: str, spans: Iterable[Span], gap: str = " ", *, exact: bool = False) -> str:
    """The words of `spans`, parted by `gap`: each on one line, or `exact`, with the line breaks of the text."""
    pieces = (text[start:end] for start, end in spans)
    return gap.join(pieces if exact else (" ".join(piece.split()) for piece in pieces))


def sentence_number(analysis: Analysis, place: int) -> int:
    """Number of the last sentence that begins at or before the character at `place`, -1 if there is none."""
    return bisect_right(analysis.sentences, (place, len(analysis.article.text))) - 1


def sentence_at(analysis: Analysis, place: int) -> Span:
    """The sentence that holds the character at `place`; the whole text if the record has no sentence up to there."""
    number = sentence_number(analysis, place)
    return analysis.sentences[number] if number >= 0 else (0, len(analysis.article.text))


def sentences_of(analysis: Analysis, spans: Iterable[Span]) -> list[Span]:
    """The sentences that `spans` reach over, in the order of the text; words that stand in none are their own.

    Such are the words of a caption that was taken for no sentence. An empty span stands in none.
    """
    found: set[Span] = set()
    for start, end in spans:
        if start < end:
            first = max(0, sentence_number(analysis, start))
            last = max(first, sentence_number(analysis, end - 1))
            touched = [item for item in analysis.sentences[first : last + 1] if item[1] > start and item[0] < end]
            found.update(touched or [(start, end)])
    return sorted(found)
