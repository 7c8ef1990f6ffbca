"""The weights that decide whether two things are the same: one table per subject.

Each weight has a meaning and an example of a pair it decides. They were set by hand on the project's own stories and
are the same for every text; none is fitted on a corpus.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

from msgspec import Struct

from onrecord.lexicon_files import whole

Subject = Literal[
    "actors", "actions", "statements", "coreference", "confidence", "candidates", "matters", "judgements", "names",
    "layout", "salience", "drawing", "accounts", "answers", "sides",
]  # fmt: skip


class Weight(Struct, frozen=True, forbid_unknown_fields=True):
    """One weight or threshold."""

    id: str
    value: float
    meaning: str
    example: tuple[str, str]
    """Two things that this number helps to compare."""


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    number: tuple[Weight, ...]


def table(subject: Subject) -> tuple[Weight, ...]:
    """The numbers of a subject, in file order."""
    return whole(f"{subject}.toml", _File, ("numbers",)).number


@cache
def weights_of(subject: Subject) -> Mapping[str, float]:
    """The numbers of a subject, by id."""
    return {item.id: item.value for item in table(subject)}
