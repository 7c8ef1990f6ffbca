"""Abbreviations that spaCy's English tokenizer does not know, as one token with their full stop.

The tokenizer knows "Gen." and splits "Col.", although its models were trained on texts in which both are one token, as
in the Penn Treebank. A full stop on its own then looks to the parser like the end of a sentence: "Col. | Reyes left."
"""

from __future__ import annotations

from typing import Any, cast

from spacy.attrs import ORTH
from spacy.language import Language

from onrecord.word_sets import word_set


def teach(nlp: Language) -> None:
    """Let the tokenizer of `nlp` keep the stop of titles and the like before names and numbers."""
    tokenizer = cast(Any, nlp.tokenizer)  # without stubs
    for word in sorted(word_set("stopped_abbreviation")):
        tokenizer.add_special_case(word, [{ORTH: word}])
