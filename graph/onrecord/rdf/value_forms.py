"""The form that the value of a property must have, for properties whose rule checks the subject alone."""

from __future__ import annotations

import re
from collections.abc import Callable

from onrecord.rdf import terms
from onrecord.rdf.digest import Triple
from onrecord.rdf.support import Ground

Form = Callable[[str], bool]
"""Whether a term in N-Triples is allowed as a value."""


def well_formed(triple: Triple, ground: Ground) -> bool:
    """Whether the value has the form its property requires, and is the only one if the property has a single value."""
    subject, predicate, value = triple
    if predicate in _SINGLE and len(ground.get(subject, predicate)) > 1:
        return False
    part = _PARTS.get(predicate)
    if part is not None:  # parts are named after their whole
        return value.startswith(f"<{subject}-") and ground.is_a(value.strip("<>"), part)
    if predicate in _OF_ACTORS and any(ground.is_a(value.strip("<>"), kind) for kind in _EVENTS):
        return False
    form = _FORMS.get(predicate)
    return form is None or form(value)


def _literal(pattern: str, datatype: str) -> Form:
    """A literal of `datatype` whose text matches `pattern`."""
    shape = re.compile(f'"(?:{pattern})"{re.escape(f"^^<{datatype}>")}')
    return lambda value: shape.fullmatch(value) is not None


def _concept(scheme: str) -> Form:
    """A concept of one of our schemes."""
    known = frozenset(f"<{iri}>" for (own, _), iri in terms.VALUES.items() if own == scheme)
    return known.__contains__


def _string(value: str) -> bool:
    """Whether a term is a string, with or without a language tag."""
    return value.startswith('"') and "^^" not in value[value.rindex('"') :]


def _node(value: str) -> bool:
    return value.startswith("<")


_POSITIVE = _literal("[1-9][0-9]*", terms.XSD_POSITIVE_INTEGER)
_DECIMAL = _literal(r"-?[0-9]+\.[0-9]+", terms.XSD_DECIMAL)
_FORMS: dict[str, Form] = {
    terms.STEP_NUMBER: _POSITIVE,
    terms.STAGE: _concept("Stage"),
    terms.FORESEEN: _literal("true|false", terms.XSD_BOOLEAN),
    terms.ORIGIN_KIND: _concept("OriginKind"),
    terms.ORIGIN_REASON: _string,
    terms.RELIANCE_KIND: _concept("RelianceKind"),
    terms.SHARED_WORDS: _DECIMAL,
    terms.SHARED_SENTENCES: _POSITIVE,
    terms.WORD_FOR_WORD: _literal("true|false", terms.XSD_BOOLEAN),
    terms.ORDER_KNOWN: _literal("true|false", terms.XSD_BOOLEAN),
    terms.DECISION: _concept("Decision"),
    terms.SCORE: _DECIMAL,
    terms.REASON: _string,
    terms.PROV_WAS_ATTRIBUTED_TO: _node,
    terms.ASPECT: _concept("Aspect"),
    terms.RELATION: _concept("Relation"),
    terms.ORDINAL: _POSITIVE,
    terms.LEFT_WORDS: _string,
    terms.RIGHT_WORDS: _string,
}
_PARTS = {
    terms.HAS_STEP: terms.CLASS_STEP,
    terms.HAS_POSITION: terms.CLASS_POSITION,
    terms.HAS_CHANGE: terms.CLASS_CHANGE,
}
_EVENTS = (terms.CLASS_ACTION, terms.CLASS_STATEMENT)
_OF_ACTORS = frozenset({terms.THREAD_OF, terms.THREAD_ABOUT, terms.ORIGIN_ACTOR, terms.RELIES_ON, terms.RELIED_ON})
_SINGLE = frozenset(
    {
        terms.SKOS_NOTE,
        terms.GOES_BACK_TO,
        terms.ORIGIN_ACTOR,
        terms.RELIED_ON,
        terms.COURSE_OF,
        terms.THREAD_OF,
        terms.THREAD_ABOUT,
        terms.OF_EVENT,
        terms.FIRST_TOLD,
        terms.MET_BY,
        terms.STEP_NUMBER,
        terms.STAGE,
        terms.FORESEEN,
        terms.ORIGIN_KIND,
        terms.RELIANCE_KIND,
        terms.SHARED_WORDS,
        terms.SHARED_SENTENCES,
        terms.WORD_FOR_WORD,
        terms.ORDER_KNOWN,
        terms.DECISION,
        terms.SCORE,
        terms.ASPECT,
        terms.RELATION,
        terms.ORDINAL,
    }
)
