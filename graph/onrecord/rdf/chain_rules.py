"""Rules for what supports the triples of courses and threads: events, accounts and dates in the graph."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.rdf import terms
from onrecord.rdf.digest import Triple
from onrecord.rdf.support import Ground


def _iri(term: str) -> str:
    return term.strip("<>")


def _chain(triple: Triple, ground: Ground) -> bool:
    return any(ground.is_a(triple[0], kind) for kind in (terms.CLASS_COURSE, terms.CLASS_THREAD))


def step(triple: Triple, ground: Ground) -> bool:
    """Whether the subject is a step."""
    return ground.is_a(triple[0], terms.CLASS_STEP)


def _of_node(kind: str) -> Callable[[Triple, Ground], bool]:
    """A rule: the course, thread or step (as `kind` says) is about a node that a record supports."""
    return lambda triple, ground: triple[2] in ground.nodes and ground.is_a(triple[0], kind)


def _course_of(triple: Triple, ground: Ground) -> bool:
    """A course is of a participant that a record knows, or of an action that is one of its steps."""
    subject, _, value = triple
    events = (terms.CLASS_ACTION, terms.CLASS_STATEMENT)
    if not any(ground.is_a(_iri(value), kind) for kind in events):
        return _of_node(terms.CLASS_COURSE)(triple, ground)
    steps = (_iri(name) for name in ground.get(subject, terms.HAS_STEP))
    return any(value in ground.get(name, terms.OF_EVENT) for name in steps)


def _told(triple: Triple, ground: Ground) -> bool:
    """The accounts of a step are accounts of its event."""
    subject, _, value = triple
    return bool(ground.get(subject, terms.OF_EVENT) & ground.homes.get(value, frozenset()))


def _dated(triple: Triple, ground: Ground) -> bool:
    """The date of a step is given by its accounts or its event."""
    subject, _, value = triple
    given = {
        day for account in ground.get(subject, terms.TOLD_IN) for day in ground.get(_iri(account), terms.REPORTED_DATE)
    }
    given |= {day for event in ground.get(subject, terms.OF_EVENT) for day in ground.get(_iri(event), terms.DATE)}
    return value in given


def _first_told(triple: Triple, ground: Ground) -> bool:
    """The date of a step's first report is that of an article of its accounts."""
    subject, _, value = triple
    articles = {
        article
        for account in ground.get(subject, terms.TOLD_IN)
        for article in ground.get(_iri(account), terms.IN_ARTICLE)
    }
    return any(value in ground.get(_iri(article), terms.SCHEMA_DATE_PUBLISHED) for article in articles)


def _met(triple: Triple, ground: Ground) -> bool:
    """The outcome of a foreseen step is a step of the same course."""
    subject, _, value = triple
    return step(triple, ground) and any(
        {f"<{subject}>", value} <= said.get(terms.HAS_STEP, frozenset()) for said in ground.values.values()
    )


MARKS = {
    terms.CLASS_COURSE: {terms.COURSE_OF, terms.HAS_STEP},
    terms.CLASS_THREAD: {terms.THREAD_OF, terms.THREAD_ABOUT, terms.HAS_STEP},
    terms.CLASS_STEP: {terms.STEP_NUMBER, terms.OF_EVENT, terms.TOLD_IN},
}
"""The properties that a node of each class has."""
RULES: dict[str, Callable[[Triple, Ground], bool]] = {
    terms.HAS_STEP: _chain,
    terms.COURSE_OF: _course_of,
    terms.THREAD_OF: _of_node(terms.CLASS_THREAD),
    terms.THREAD_ABOUT: _of_node(terms.CLASS_THREAD),
    terms.OF_EVENT: _of_node(terms.CLASS_STEP),
    terms.STEP_NUMBER: step,
    terms.STAGE: step,
    terms.FORESEEN: step,
    terms.STEP_DATE: _dated,
    terms.FIRST_TOLD: _first_told,
    terms.MET_BY: _met,
    terms.TOLD_IN: _told,
}
