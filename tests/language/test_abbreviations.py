"""Abbreviations that keep their full stop."""

from __future__ import annotations

import pytest
from spacy.lang.en import English

from onrecord.language import abbreviations


@pytest.mark.parametrize("word", ["Col.", "Engr.", "Rs.", "Smt."])
def test_an_abbreviation_before_a_name_is_one_token(word: str) -> None:
    nlp = English()
    abbreviations.teach(nlp)
    assert [token.text for token in nlp(f"It hit {word} Lund.")] == ["It", "hit", word, "Lund", "."]


def test_the_word_alone_is_not_one() -> None:
    nlp = English()
    abbreviations.teach(nlp)
    assert [token.text for token in nlp("They were in the hon.")][-2:] == ["hon", "."]
