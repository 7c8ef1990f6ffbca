"""The state of one run, and the steps that actors, statements and actions have in common."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from onrecord.model import Analysis, Article, Judgement
from onrecord.resolve import gazetteer, overrides
from onrecord.resolve.clusters import Verdict
from onrecord.resolve.comparing import HERE, Comparer
from onrecord.resolve.corrections import Subject
from onrecord.resolve.homes import Homes, Locals, tabled
from onrecord.resolve.judgements import to_judgements
from onrecord.shelf import Shelf

Places = Mapping[tuple[str, str], str]
"""Story IRIs by article id and local id."""


_JUDGED = 8_000_000
"""Bytes of judgements that are at hand."""


_TEXTS = 4_000_000
"""Bytes of texts that are at hand: those of a thousand articles."""


def _no_judgements() -> Shelf[Judgement]:
    return Shelf(Judgement, held=_JUDGED)


@dataclass
class Work:
    """The state of one run, which every stage reads and adds to."""

    base: str
    analyses: Shelf[Analysis]
    """Those of all articles, in order; what else of an article than its text and date is asked for here."""
    found: overrides.Found
    known: gazetteer.Index
    by: Comparer = HERE
    judgements: Shelf[Judgement] = field(default_factory=_no_judgements)
    notes: list[str] = field(default_factory=list)
    actor_of: Homes = field(default_factory=Homes.none)
    statement_of: Homes = field(default_factory=Homes.none)
    action_of: Homes = field(default_factory=Homes.none)

    @cached_property
    def texts(self) -> Shelf[Article]:
        """The articles themselves, in order, with the dates that they are to have: many steps ask for no more."""
        return Shelf(Article, (item.article for item in self.analyses), held=_TEXTS, row=1)

    @cached_property
    def articles(self) -> Mapping[str, int]:
        """Article ids with their places in the run."""
        return {item.id: place for place, item in enumerate(self.texts)}


def grouped(
    work: Work, subject: Subject, locals_: Locals, groups: Sequence[Sequence[int]], kept: Iterable[Verdict]
) -> Homes:
    """The story IRI of every member, which is the smallest IRI in its cluster; explanatory verdicts are recorded."""
    story_of = tabled(locals_, groups, work.articles)
    for item in to_judgements(subject, kept, locals_, work.base):
        work.judgements.add(item)
    work.notes += overrides.contradicted(work.found, subject, story_of)
    return story_of


_HELD = 1_000_000
"""Bytes of verdicts at hand: some 20,000 of them, which are always asked for in a row."""
_ROW = 64
"""Verdicts that stand together."""


def put_aside(*verdicts: Iterable[Verdict]) -> Shelf[Verdict]:
    """All verdicts, on disk: there are many times as many as things."""
    return Shelf(Verdict, chain.from_iterable(verdicts), held=_HELD, row=_ROW)
