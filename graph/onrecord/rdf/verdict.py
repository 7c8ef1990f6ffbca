"""The results of verification: problems, and the verdict on all of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from onrecord.rdf import rebuild

Kind = Literal["article", "passage", "quotation", "evidence", "missing", "graph", "format"] | rebuild.Kind


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One problem: its kind, the article, passage or node at fault, and a sentence."""

    kind: Kind
    where: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Numbers of the things verified, and all problems found, sorted."""

    articles: int
    passages: int
    triples: int
    problems: tuple[Problem, ...]
    notes: tuple[str, ...] = ()
    """What could not be verified, and why."""

    def counts(self) -> dict[str, int]:
        """Number of problems of each kind."""
        return dict(sorted(Counter(problem.kind for problem in self.problems).items()))
