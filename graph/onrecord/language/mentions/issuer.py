"""The name of whoever issued a release, in the line above its text, which is not read otherwise."""

from __future__ import annotations

from spacy.tokens import Doc

from onrecord.language import annotations as ann
from onrecord.language.mentions.repairs import Name

_BODY = "ORG"


def names(doc: Doc) -> list[Name]:
    """The first place of the issuer's name; empty if the text is no release or has the name only in other words."""
    told = str(doc._.get(ann.ISSUER))
    start = doc.text.find(told) if told else -1
    span = doc.char_span(start, start + len(told), alignment_mode="contract") if start >= 0 else None
    return [Name(span.start, span.end, _BODY)] if span is not None and len(span) else []
