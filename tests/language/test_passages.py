"""Where the parser may begin no sentence."""

import pytest
import spacy

from onrecord.language.passages import mark_passages


@pytest.fixture(scope="module")
def tokenizer():
    return spacy.blank("en")


def starts(tokenizer, text):
    """The words that a sentence begins with, and those that none can begin with; the parser is free about the rest."""
    doc = mark_passages(tokenizer(text))
    fixed = [token for token in doc if token.is_sent_start is not None]
    return (
        [token.text for token in fixed if token.is_sent_start],
        [token.text for token in fixed if not token.is_sent_start],
    )


def test_no_sentence_begins_with_a_small_word_behind_a_word(tokenizer):
    assert starts(tokenizer, "Clerks at banks confirmed it") == (["Clerks"], ["at", "banks", "confirmed", "it"])


def test_no_sentence_begins_with_a_bracket_behind_a_word(tokenizer):
    assert starts(tokenizer, "The Board [sic] met. (Nobody came.)") == (["The"], ["[", "]", "came"])


def test_no_sentence_begins_behind_a_comma(tokenizer):
    assert starts(tokenizer, "Here, Ida Moss slept") == (["Here"], ["Ida", "slept"])


def test_a_small_word_behind_a_mark_is_left_to_the_parser(tokenizer):
    assert starts(tokenizer, "iPods sell. eBay knows: it lists") == (["iPods"], ["sell", "knows", "lists"])


def test_a_paragraph_begins_a_sentence_even_behind_a_comma_and_in_small_letters(tokenizer):
    assert starts(tokenizer, "Dear reader,\n\nwe moved") == (["Dear", "we"], ["reader", "moved"])
