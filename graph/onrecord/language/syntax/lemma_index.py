"""The model's word lists for lemmas, found by hash.

For every new word, spaCy's rule lemmatizer checks whether a form is in the list of known nouns, verbs, adjectives or
adverbs. The model ships these as lists of tens of thousands of words, which are searched from the front; as keys of a
dictionary they give the same answers without a search.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.pipeline import Lemmatizer

_INDEX = "lemma_index"


def index_by_hash(nlp: Language) -> None:
    """Make the rule lemmatizer of `nlp`, if it has one, look up words by hash instead of searching lists."""
    lemmatizer = nlp.get_pipe("lemmatizer") if "lemmatizer" in nlp.pipe_names else None
    if not isinstance(lemmatizer, Lemmatizer) or not lemmatizer.lookups.has_table(_INDEX):
        return
    table = lemmatizer.lookups.get_table(_INDEX)
    for key, words in table.items():
        if isinstance(words, list):
            table[key] = dict.fromkeys(words, 1)
