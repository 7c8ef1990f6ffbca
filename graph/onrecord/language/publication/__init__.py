"""Component: which statements and deeds belong on record, and why the others do not.

Reads the statements, the actions and what they rest on, and adds `recorded` and `kept_back` to their attributes.
Nothing is dropped: the analysis keeps all of them, the outputs show the recorded ones.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from spacy.tokens import Doc

from onrecord.language import annotations as ann
from onrecord.language.publication import statements
from onrecord.language.publication.facts import Facts
from onrecord.language.publication.reading import Reading
from onrecord.language.publication.rules import kept_back
from onrecord.language.publication.telling import never_said
from onrecord.language.syntax.tree import tree_of
from onrecord.word_sets import word_set

UNSAID = "unsaid"
"""The reason for a deed within a statement that is kept back: without the statement it would read as a fact."""


def mark_recorded(doc: Doc) -> Doc:
    """Say of each statement and each action of `doc` whether it belongs on record."""
    actors = ann.attrs(doc, ann.MENTIONS)
    marks = statements.marks(doc)
    for key, attrs in ann.attrs(doc, ann.STATEMENTS).items():
        facts = statements.facts(attrs, actors, marks[key])
        reason = statements.kept_back(facts)
        attrs["recorded"], attrs["kept_back"] = reason is None, reason
    reading = Reading(doc, tree_of(doc))
    said = ann.attrs(doc, ann.STATEMENTS)
    for key, attrs in reading.actions.items():
        attrs["within"] = _outward(attrs.get("within"), said)
        deed = reading.facts(key)
        reason = kept_back(deed)
        if reason is None and never_said(reading.tree, reading.roles[key, "verb"][0][0]):
            reason = UNSAID
        if _is_unsaid(attrs["within"], said):
            if reason is None and presupposed(deed):
                attrs["within"] = _recorded_outward(attrs["within"], said)
            else:
                reason = UNSAID
        attrs["recorded"], attrs["kept_back"] = reason is None, reason
    return doc


def presupposed(facts: Facts) -> bool:
    """Whether a deed is presupposed by whoever speaks of it, not said by them.

    What a relative clause, a participle beside a noun or a possessed noun tells of the past is presupposed: it holds
    whether or not the clause around it is somebody's ("he believes he could use it in his current bid").
    """
    told = facts.tense == "past" and facts.clause == "relative"
    named = facts.tense == "participle" and facts.clause == "participle"
    noun = facts.form == "noun" and facts.agent == "named" and facts.modality == "asserted"
    return facts.polarity == "positive" and not facts.harm and not facts.quoted and (told or named or noun)


def _is_unsaid(key: str | None, said: Mapping[str, Mapping[str, Any]]) -> bool:
    return key is not None and not said[key]["recorded"]


def _recorded_outward(key: str | None, said: Mapping[str, Mapping[str, Any]]) -> str | None:
    """The innermost statement around `key` that is on record."""
    while _is_unsaid(key, said):
        key = said[str(key)].get("within")
    return key


def _outward(key: str | None, said: Mapping[str, Mapping[str, Any]]) -> str | None:
    """The statement whose words a deed is told in, past those that are kept back and hold no clause of somebody's own.

    "The firm appears to have sold the mine": whoever says that also asserts the sale.
    """
    while key is not None and not said[key]["recorded"] and _frame(said[key]) in word_set("frame_without_clause"):
        key = said[key].get("within")
    return key


def _frame(statement: Mapping[str, Any]) -> str:
    return str(statement["rule"]).partition("@")[0]
