"""Verdicts on positions become judgements on references, each with an identifier of its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from onrecord import ids
from onrecord.model import Judgement
from onrecord.resolve.clusters import Verdict
from onrecord.resolve.local import LocalAction, LocalActor, LocalStatement

Subject = Literal["actor", "action", "statement"]


def judgements(
    subject: Subject,
    verdicts: Iterable[Verdict],
    locals_: Sequence[LocalActor] | Sequence[LocalStatement] | Sequence[LocalAction],
    base: str,
) -> list[Judgement]:
    """One judgement a verdict, in the order of the references."""
    found = []
    for verdict in verdicts:
        left, right = sorted((locals_[verdict.left], locals_[verdict.right]), key=lambda item: item.ref)
        parts = (left.iri, right.iri, verdict.by)
        found.append(
            Judgement(
                iri=ids.named(base, "judgement", subject, *parts),
                subject=subject,
                left=left.ref,
                right=right.ref,
                decision=verdict.decision,
                score=verdict.score,
                features=verdict.features,
                by=verdict.by,
                person=verdict.person,
            )
        )
    return sorted(found, key=lambda item: (item.left, item.right, item.by))
