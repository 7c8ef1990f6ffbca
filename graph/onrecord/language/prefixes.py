"""Component: a word with a bound prefix ("co-founder", "ex-wife", "re-elected") is one token.

The tokenizers of spaCy's English models part words at a hyphen, and their parsers were trained on few prefixes: "co",
"-" and "founder" come out as three subjects of one verb. A prefix that is no word of its own is therefore joined to the
word after it before the parser runs. Compounds of two words ("state-owned") stay apart, as in the models' training.
"""

from __future__ import annotations

import re

from spacy.tokens import Doc

from onrecord.language import annotations as ann
from onrecord.word_sets import word_set

_PREFIXES = word_set("bound_prefix")
_REST = re.compile(r"[a-z]{3,}")
"""A word in small letters: names keep their own token ("anti-Lund"), and so do numbers ("pre-2016")."""


def join_prefixes(doc: Doc) -> Doc:
    """Merge each bound prefix with its hyphen and the word after it, if nothing stands between them."""
    texts = [token.text for token in doc]
    found = [
        index
        for index in range(len(texts) - 2)
        if texts[index + 1] == "-"
        and texts[index].lower() in _PREFIXES
        and _REST.fullmatch(texts[index + 2])
        and not doc[index].whitespace_
        and not doc[index + 1].whitespace_
        and (index == 0 or texts[index - 1] != "-" or doc[index - 1].whitespace_)
    ]
    if not found:
        return doc
    # Span groups count in tokens and are not moved by a merge: passages are given again by their characters.
    passages = [(span.start_char, span.end_char, span.label_) for span in ann.spans(doc, ann.PASSAGES)]
    with doc.retokenize() as retokenizer:
        for index in found:
            retokenizer.merge(doc[index : index + 3])
    if passages:
        ann.set_passages(doc, passages)
    return doc
