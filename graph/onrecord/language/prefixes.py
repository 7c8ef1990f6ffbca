"""Component: a word with a bound prefix ("co-founder", "ex-wife", "re-elected") is one token.

The tokenizers of spaCy's English models split words at hyphens, and their parsers have seen few prefixes in training:
"co", "-" and "founder" are parsed as three subjects of one verb. A prefix that is not a word by itself is therefore
joined to the next word before the parser runs. Compounds of two words ("state-owned") stay split, as in training.
"""

from __future__ import annotations

import re

from spacy.tokens import Doc

from onrecord.language import annotations as ann
from onrecord.word_sets import word_set

_PREFIXES = word_set("bound_prefix")
_REST = re.compile(r"[a-z]{3,}")
"""A lower-case word: names ("anti-Lund") and numbers ("pre-2016") keep their own token."""


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
    # Span groups use token indices, which merging does not update: passages and turns are set again by characters.
    passages = [(span.start_char, span.end_char, span.label_) for span in ann.spans(doc, ann.PASSAGES)]
    turns = [(span.start_char, span.end_char, span.label_, span.kb_id_) for span in ann.spans(doc, ann.TURNS)]
    with doc.retokenize() as retokenizer:
        for index in found:
            retokenizer.merge(doc[index : index + 3])
    if passages:
        ann.set_passages(doc, passages)
    if turns:
        ann.set_turns(doc, turns)
    return doc
