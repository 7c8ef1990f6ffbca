"""Reads actors off a Doc as plain values, for tests."""

from __future__ import annotations

from spacy.tokens import Doc

from onrecord.language import annotations as ann
from onrecord.language.coreference import link_mentions
from onrecord.language.mentions import find_mentions


def actors(doc: Doc) -> dict[str, list[str]]:
    """Texts of the mentions of each actor, by the actor's name; runs both components."""
    link_mentions(find_mentions(doc))
    values = ann.attrs(doc, ann.MENTIONS)
    found: dict[str, list[str]] = {}
    for span in ann.spans(doc, ann.MENTIONS):
        start, end = values[span.kb_id_]["name"]
        found.setdefault(doc.text[start:end], []).append(span.text)
    return found


def kinds(doc: Doc) -> dict[str, str]:
    """Kind of each actor by its name; the components have run."""
    text = doc.text
    return {text[slice(*value["name"])]: value["type"] for value in ann.attrs(doc, ann.MENTIONS).values()}
