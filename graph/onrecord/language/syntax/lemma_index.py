"""The model's word lists for lemmas, found by hash.

spaCy's rule lemmatizer asks of every word it has not seen whether a form stands in the list of known nouns, verbs,
adjectives or adverbs. The model ships these as lists, tens of thousands of words long, that are searched from the
front; as keys of a dictionary the same words give the same answers at once.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.pipeline import Lemmatizer

_INDEX = "lemma_index"


def index_by_hash(nlp: Language) -> None:
    """Let the rule lemmatizer of `nlp`, if it has one, look its words up instead of searching for them."""
    lemmatizer = nlp.get_pipe("lemmatizer") if "lemmatizer" in nlp.pipe_names else None
    if not isinstance(lemmatizer, Lemmatizer) or not lemmatizer.lookups.has_table(_INDEX):
        return
    table = lemmatizer.lookups.get_table(_INDEX)
    for key, words in table.items():
        if isinstance(words, list):
            table[key] = dict.fromkeys(words, 1)
