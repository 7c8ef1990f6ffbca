"""The words of spans and the sentences they stand in."""

from __future__ import annotations

import pytest

from onrecord.model import Analysis, Article
from onrecord.spans import Stretches, sentence_at, sentences_of, words_of

TEXT = "Moe sang.\nLee slept.   (caption) Voss ran."
"""Sentences at 0-9, 10-20 and 33-42; the caption is in none."""
SENTENCES = ((0, 9), (10, 20), (33, 42))


def analysis(*sentences: tuple[int, int]) -> Analysis:
    return Analysis(article=Article(id="a", text=TEXT, sha256="0", source="a.txt"), sentences=sentences)


def test_words_stand_on_one_line_unless_they_are_asked_for_as_printed() -> None:
    assert words_of(TEXT, [(4, 13), (33, 37)]) == "sang. Lee Voss"
    assert words_of(TEXT, [(4, 13), (33, 37)], " … ", exact=True) == "sang.\nLee … Voss"
    assert words_of(TEXT, []) == ""


@pytest.mark.parametrize(
    ("place", "expected"), [(0, (0, 9)), (9, (0, 9)), (10, (10, 20)), (25, (10, 20)), (41, (33, 42))]
)
def test_the_sentence_at_a_place_is_the_last_that_begins_there_or_before(place: int, expected: tuple[int, int]) -> None:
    assert sentence_at(analysis(*SENTENCES), place) == expected


def test_without_sentences_the_whole_text_is_one() -> None:
    assert sentence_at(analysis(), 5) == (0, len(TEXT))
    assert sentence_at(analysis((10, 20)), 5) == (0, len(TEXT))


@pytest.mark.parametrize(
    ("span", "expected"),
    [((0, 3), [(0, 9)]), ((4, 13), [(0, 9), (10, 20)]), ((9, 10), [(9, 10)]), ((23, 32), [(23, 32)]), ((5, 5), [])],
)
def test_spans_stand_in_every_sentence_they_touch_or_else_in_themselves(
    span: tuple[int, int], expected: list[tuple[int, int]]
) -> None:
    assert sentences_of(analysis(*SENTENCES), [span]) == expected


def test_stretches_hold_the_places_from_their_starts_up_to_their_ends() -> None:
    found = Stretches([(12, 14), (2, 10), (4, 6)])
    assert [place for place in range(16) if place in found] == [*range(2, 10), 12, 13]
    assert 0 not in Stretches([])
