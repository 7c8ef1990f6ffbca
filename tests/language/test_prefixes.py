"""Words with a bound prefix are one token before the parser sees them."""

from __future__ import annotations

import pytest
import spacy

from onrecord.language import annotations as ann
from onrecord.language.prefixes import join_prefixes
from onrecord.language.syntax.lexical import without_prefix

NLP = spacy.blank("en")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The co-founder resigned", ["The", "co-founder", "resigned"]),
        ("Her Ex-husband, a vice-president", ["Her", "Ex-husband", ",", "a", "vice-president"]),
        ("was re-elected", ["was", "re-elected"]),
        ("a state-owned bank", ["a", "state", "-", "owned", "bank"]),
        ("the anti-Lund rally", ["the", "anti", "-", "Lund", "rally"]),
        ("a non-\nmember", ["a", "non-", "\n", "member"]),
        ("pre- and post-war", ["pre-", "and", "post", "-", "war"]),
    ],
)
def test_which_words_are_joined(text, words):
    doc = join_prefixes(NLP.make_doc(text))
    assert [token.text for token in doc] == words
    assert doc.text == text


def test_passages_keep_their_characters():
    doc = NLP.make_doc("The co-founder and the ex-wife met. It rained.")
    ann.register_extensions()
    ann.set_passages(doc, [(0, 35, "body"), (36, 46, "caption")])
    found = [(span.start_char, span.end_char, span.label_) for span in ann.spans(join_prefixes(doc), ann.PASSAGES)]
    assert found == [(0, 35, "body"), (36, 46, "caption")]


def test_turns_keep_their_characters():
    doc = NLP.make_doc("Q: Who is the co-founder? A: My ex-wife.")
    ann.register_extensions()
    ann.set_turns(doc, [(0, 25, "question", "Q"), (26, 40, "answer", "A")])
    found = [
        (span.start_char, span.end_char, span.label_, span.kb_id_) for span in ann.spans(join_prefixes(doc), ann.TURNS)
    ]
    assert found == [(0, 25, "question", "Q"), (26, 40, "answer", "A")]


@pytest.mark.parametrize(
    ("lemma", "known_as"),
    [
        ("ex-wife", "wife"),
        ("re-arrest", "arrest"),
        ("co-founder", "co-founder"),
        ("state-owned", "state-owned"),
        ("co-", "co-"),
    ],
)
def test_lemma_that_the_lexicons_know(lemma, known_as):
    assert without_prefix(lemma) == known_as
