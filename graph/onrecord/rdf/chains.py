"""Nodes of the default graph for courses and threads: steps in chronological order, each with its accounts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord import ids
from onrecord.model import Course, Step, Story, Thread
from onrecord.rdf import accounts, terms
from onrecord.rdf.names import Index
from onrecord.rdf.nodes import DEFAULT, Node, of_class
from onrecord.rdf.values import boolean, concept, count, english, when


def courses(story: Story, index: Index) -> Iterator[Node]:
    """The courses, each followed by its steps."""
    for item in sorted(story.courses, key=lambda one: one.iri):
        yield from course(item, index)


def threads(story: Story, index: Index) -> Iterator[Node]:
    """The threads, each followed by its steps."""
    for item in sorted(story.threads, key=lambda one: one.iri):
        yield from thread(item, index)


def course(value: Course, index: Index) -> Iterator[Node]:
    """A course and its steps."""
    node = of_class(value.iri, DEFAULT, "Course").add(terms.SKOS_PREF_LABEL, english(value.label))
    yield from _with_steps(node.link(terms.COURSE_OF, [value.about]), value.steps, index)


def thread(value: Thread, index: Index) -> Iterator[Node]:
    """A thread and its steps."""
    node = of_class(value.iri, DEFAULT, "Thread").add(terms.SKOS_PREF_LABEL, english(value.label))
    node.link(terms.THREAD_OF, [value.speaker]).link(terms.THREAD_ABOUT, [value.about])
    yield from _with_steps(node, value.steps, index)


def _with_steps(node: Node, steps: Sequence[Step], index: Index) -> Iterator[Node]:
    # not by number, so that the IRI of a step is stable when a step is added before it
    keys = (ids.digest(step.event, step.stage or "", str(step.foreseen)) for step in steps)
    names = [f"{node.subject}-step-{key}" for key in keys]
    yield node.link(terms.HAS_STEP, names)
    for number, (name, step) in enumerate(zip(names, steps, strict=True), 1):
        found = of_class(name, DEFAULT, "Step")
        found.add(terms.STEP_NUMBER, count(number, terms.XSD_POSITIVE_INTEGER)).link(terms.OF_EVENT, [step.event])
        if step.stage:
            found.add(terms.STAGE, concept("Stage", step.stage)).add(terms.FORESEEN, boolean(step.foreseen))
        found.add(terms.STEP_DATE, *(when(date) for date in step.dates))
        found.add(terms.FIRST_TOLD, *([when(step.told)] if step.told else []))
        found.link(terms.MET_BY, [None if step.met_by is None else names[step.met_by]])
        for ref in step.refs:
            found.link(terms.TOLD_IN, [index.evidence(ref)])
            found.link(terms.PROV_WAS_DERIVED_FROM, accounts.sentences_of(index, ref)[:1])
        yield found
