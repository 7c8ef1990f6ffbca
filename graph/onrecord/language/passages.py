"""Component: sentences never run over the edge of a passage.

Runs first, so that the parser takes the start of each passage as the start of a sentence.
"""

from __future__ import annotations

import re

from spacy.tokens import Doc

from onrecord.language import annotations as ann

_PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*")


def mark_passages(doc: Doc) -> Doc:
    """Start a sentence at every passage; where no passages are given, paragraphs between blank lines are the body."""
    if ann.PASSAGES not in doc.spans:
        found = ((m.start(), m.start() + len(m.group().rstrip()), "body") for m in _PARAGRAPH.finditer(doc.text))
        ann.set_passages(doc, found)
    for passage in ann.spans(doc, ann.PASSAGES):
        doc[passage.start].is_sent_start = True
    return doc
