"""The words of spans and the sentences that contain them; all later stages use these functions."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from onrecord.characters import plain
from onrecord.model import Analysis, Span


def words_of(text: str, spans: Iterable[Span], gap: str = " ", *, exact: bool = False) -> str:
    """The words of `spans`, joined by `gap`; unless `exact`, line breaks become spaces and entities characters."""
    pieces = [text[start:end] for start, end in spans]
    return gap.join(pieces if exact else [" ".join(plain(piece).split()) for piece in pieces])


def sentence_number(analysis: Analysis, place: int) -> int:
    """Number (from 0) of the last sentence that begins at or before the character at `place`; -1 if there is none."""
    return bisect_right(analysis.sentences, (place, len(analysis.article.text))) - 1


def sentence_at(analysis: Analysis, place: int) -> Span:
    """The sentence with the character at `place`; the whole text if no sentence begins at or before it."""
    number = sentence_number(analysis, place)
    return analysis.sentences[number] if number >= 0 else (0, len(analysis.article.text))


def sentences_of(analysis: Analysis, spans: Iterable[Span]) -> list[Span]:
    """The sentences that `spans` overlap, in text order; a span outside all sentences is returned itself.

    A caption that was not read as a sentence gives such spans. Empty spans are ignored.
    """
    found: set[Span] = set()
    for start, end in spans:
        if start < end:
            first = max(0, sentence_number(analysis, start))
            last = max(first, sentence_number(analysis, end - 1))
            touched = [item for item in analysis.sentences[first : last + 1] if item[1] > start and item[0] < end]
            found.update(touched or [(start, end)])
    return sorted(found)


class Stretches:
    """Stretches [start, end) of a text or of its tokens, to be asked which places are in one of them."""

    def __init__(self, stretches: Iterable[Span]) -> None:
        found = sorted(stretches)
        self._starts = [start for start, _ in found]
        self._reach = list(accumulate((end for _, end in found), max))

    def __contains__(self, place: int) -> bool:
        number = bisect_right(self._starts, place) - 1
        return number >= 0 and place < self._reach[number]
