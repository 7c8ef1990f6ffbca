"""Component: which deeds belong on record, and of the others, why not.

Reads the actions and what they rest on, and adds `recorded` and `kept_back` to their attributes. Nothing is dropped:
the analysis keeps every action, the outputs show the recorded ones.
"""

from __future__ import annotations

from spacy.tokens import Doc

from onrecord.language.publication.facts import Reading
from onrecord.language.publication.rules import kept_back
from onrecord.language.syntax.tree import tree


def mark_recorded(doc: Doc) -> Doc:
    """Say of each action of `doc` whether it belongs on record."""
    reading = Reading(doc, tree(doc))
    for key, attrs in reading.actions.items():
        reason = kept_back(reading.facts(key))
        attrs["recorded"], attrs["kept_back"] = reason is None, reason
    return doc
