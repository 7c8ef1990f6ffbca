"""Component: no sentence crosses the boundary of a passage.

It runs first, so that the parser treats the start of each passage as the start of a sentence.
"""

from __future__ import annotations

import re
from typing import Any, cast

from spacy.attrs import SENT_START
from spacy.tokens import Doc

from onrecord.language import annotations as ann

_PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*")


def mark_passages(doc: Doc) -> Doc:
    """Start a sentence at every passage; if no passages are given, paragraphs between blank lines are the body."""
    if ann.PASSAGES not in doc.spans:
        found = ((m.start(), m.start() + len(m.group().rstrip()), "body") for m in _PARAGRAPH.finditer(doc.text))
        ann.set_passages(doc, found)
    # One array for all passages: the setter of a token searches the whole Doc for a parse each time.
    starts = doc.to_array([SENT_START])
    starts[[passage.start for passage in ann.marks(doc, ann.PASSAGES)]] = 1
    return doc.from_array([SENT_START], cast(Any, starts))
