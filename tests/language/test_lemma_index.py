"""Lemmas looked up by hash are those that the model's own lists give."""

import spacy

from onrecord.language.load import as_shipped
from onrecord.language.syntax.lemma_index import index_by_hash
from onrecord.settings import DEFAULT_MODEL

TEXT = (
    "The women were carrying lanterns, geese and two knives; the tallest of them had been running, and she left "
    "behind what nobody misses. Quicker answers were blorpier than the staged ones, says her wittiest colleague."
)


def test_the_lemmas_are_the_same_and_no_list_is_searched():
    stock, hashed = as_shipped(DEFAULT_MODEL), as_shipped(DEFAULT_MODEL)
    index_by_hash(hashed)
    assert [token.lemma_ for token in hashed(TEXT)] == [token.lemma_ for token in stock(TEXT)]
    table = hashed.get_pipe("lemmatizer").lookups.get_table("lemma_index")
    assert table
    assert all(isinstance(words, dict) for words in table.values())


def test_a_pipeline_without_such_lists_stays_as_it_is():
    nlp = spacy.blank("en")
    index_by_hash(nlp)
    nlp.add_pipe("lemmatizer", config={"mode": "lookup"})
    index_by_hash(nlp)
    assert nlp.pipe_names == ["lemmatizer"]
