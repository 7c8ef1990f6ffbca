"""Component: no sentence crosses the boundary of a passage, nor goes on behind a sum that ends in a full stop.

It runs first, so that the parser treats the start of each passage as the start of a sentence. "Paid £6m. The firm" has
two sentences, although the tokenizer takes "m." for an abbreviation.
"""

from __future__ import annotations

import re
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import IS_BRACKET, IS_LOWER, IS_PUNCT, IS_SPACE, ORTH, SENT_START
from spacy.tokens import Doc

from onrecord.language import annotations as ann
from onrecord.word_sets import word_set

_WITHIN = np.uint64(2**64 - 1)
"""The mark, -1, of a token that the parser may not begin a sentence with."""
_PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*")


def mark_passages(doc: Doc) -> Doc:
    """Start a sentence at every passage; if no passages are given, paragraphs between blank lines are the body."""
    if ann.PASSAGES not in doc.spans:
        found = ((m.start(), m.start() + len(m.group().rstrip()), "body") for m in _PARAGRAPH.finditer(doc.text))
        ann.set_passages(doc, found)
    # One array for all passages: the setter of a token searches the whole Doc for a parse each time.
    starts = doc.to_array([SENT_START])
    starts[[passage.start for passage in ann.marks(doc, ann.PASSAGES)]] = 1
    starts[_within(doc) & (starts != 1)] = _WITHIN
    starts[_behind_sums(doc)] = 1
    return doc.from_array([SENT_START], cast(Any, starts))


def _within(doc: Doc) -> NDArray[np.bool_]:
    """For each token, whether no sentence can begin there.

    That is a word in lower case or a bracket behind a word, and anything behind a comma.
    """
    lower, bracket, mark, blank, orth = doc.to_array([IS_LOWER, IS_BRACKET, IS_PUNCT, IS_SPACE, ORTH]).T
    behind = np.zeros(len(doc), dtype=bool)
    word = (mark == 0) & (blank == 0)
    comma = orth == doc.vocab.strings.add(",")
    behind[1:] = (word[:-1] & ((lower | bracket)[1:] == 1)) | (comma[:-1] & (blank[1:] == 0))
    return behind


def _behind_sums(doc: Doc) -> list[int]:
    """The tokens before which a sum ends its sentence: a number, "m." and a capital that no name of a day has."""
    units = [doc.vocab.strings[unit] for unit in sorted(word_set("stopped_unit"))]
    found = [int(place) for place in np.flatnonzero(np.isin(doc.to_array([ORTH]), units))]
    return [
        place + 1
        for place in found
        if 0 < place < len(doc) - 1
        and doc[place - 1].like_num
        and doc[place + 1].is_title
        and doc[place + 1].text not in word_set("weekday")
    ]
