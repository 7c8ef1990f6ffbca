"""The state of one run, and the steps that actors, statements and actions have in common."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain

from onrecord.model import Analysis, Judgement
from onrecord.resolve import gazetteer, overrides
from onrecord.resolve.clusters import Verdict
from onrecord.resolve.comparing import HERE, Comparer
from onrecord.resolve.corrections import Subject
from onrecord.resolve.judgements import to_judgements
from onrecord.resolve.local import LocalAction, LocalActor, LocalStatement
from onrecord.shelf import Shelf

Locals = Sequence[LocalActor] | Sequence[LocalStatement] | Sequence[LocalAction]
Places = dict[tuple[str, str], str]
"""Story IRIs by article id and local id."""


@dataclass(slots=True)
class Work:
    """The state of one run, which every stage reads and adds to."""

    base: str
    analyses: list[Analysis]
    found: overrides.Found
    known: gazetteer.Index
    by: Comparer = HERE
    judgements: list[Judgement] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    actor_of: Places = field(default_factory=dict)
    statement_of: Places = field(default_factory=dict)
    action_of: Places = field(default_factory=dict)


def grouped(
    work: Work, subject: Subject, locals_: Locals, groups: Sequence[Sequence[int]], kept: Iterable[Verdict]
) -> Places:
    """The story IRI of every member, which is the smallest IRI in its cluster; explanatory verdicts are recorded."""
    story_of = iris(locals_, groups)
    work.judgements += to_judgements(subject, kept, locals_, work.base)
    work.notes += overrides.contradicted(work.found, subject, story_of)
    return story_of


def iris(locals_: Locals, groups: Sequence[Sequence[int]]) -> Places:
    """The smallest IRI of each group, for all its members."""
    found: Places = {}
    for group in groups:
        iri = min(locals_[item].iri for item in group)
        for ref in (locals_[item].ref for item in group):
            found[sys.intern(ref.article), sys.intern(ref.local)] = iri
    return found


_HELD = 2_000_000
"""Bytes of verdicts at hand: some 40,000 of them, which are always asked for in a row."""


def put_aside(*verdicts: Iterable[Verdict]) -> Shelf[Verdict]:
    """All verdicts, on disk: there are many times as many as things."""
    return Shelf(Verdict, chain.from_iterable(verdicts), held=_HELD)
