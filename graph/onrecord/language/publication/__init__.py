"""Component: which statements and deeds belong on record, and of the others, why not.

Reads the statements, the actions and what they rest on, and adds `recorded` and `kept_back` to their attributes.
Nothing is dropped: the analysis keeps all of them, the outputs show the recorded ones.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from spacy.tokens import Doc

from onrecord.language import annotations as ann
from onrecord.language.publication import statements
from onrecord.language.publication.facts import Reading
from onrecord.language.publication.rules import kept_back
from onrecord.language.syntax.tree import tree_of
from onrecord.word_sets import word_set

UNSAID = "unsaid"
"""The reason for a deed that is told within a statement which is kept back: without it, it would read as a fact."""


def mark_recorded(doc: Doc) -> Doc:
    """Say of each statement and each action of `doc` whether it belongs on record."""
    actors = ann.attrs(doc, ann.MENTIONS)
    names = statements.mere_names(doc)
    for key, attrs in ann.attrs(doc, ann.STATEMENTS).items():
        reason = statements.kept_back(statements.facts(attrs, actors, names=key in names))
        attrs["recorded"], attrs["kept_back"] = reason is None, reason
    reading = Reading(doc, tree_of(doc))
    said = ann.attrs(doc, ann.STATEMENTS)
    unsaid = {key for key, attrs in said.items() if not attrs["recorded"]}
    for key, attrs in reading.actions.items():
        attrs["within"] = _outward(attrs.get("within"), said)
        reason = UNSAID if attrs.get("within") in unsaid else kept_back(reading.facts(key))
        attrs["recorded"], attrs["kept_back"] = reason is None, reason
    return doc


def _outward(key: str | None, said: Mapping[str, Mapping[str, Any]]) -> str | None:
    """The statement whose words a deed is told in, past those that are kept back and hold no clause of somebody's own.

    "The firm appears to have sold the mine": whoever tells that tells the sale.
    """
    while key is not None and not said[key]["recorded"] and _frame(said[key]) in word_set("frame_without_clause"):
        key = said[key].get("within")
    return key


def _frame(statement: Mapping[str, Any]) -> str:
    return str(statement["rule"]).partition("@")[0]
