"""The only definition of what an article asserts, which all outputs use for facts."""

from __future__ import annotations

from onrecord.model import Action, Shown

MENTION = "mention"
"""The reason for keeping back a noun for a deed reported elsewhere: it mentions that deed again."""
NO_CLAUSE = "no_clause"
"""Why a deed that was to be on record is kept back: with the names of the story it gives no clause."""

LINES: frozenset[Shown] = frozenset({"line", "sentence"})
"""What a report or printing is marked with that makes a line of its own: by its clause, or by its sentence."""

QUOTED: Shown = "quoted"
"""What a printing is marked with of which only a report tells, which quotes its sentences beside those of others."""
READING: Shown = "reading"
"""What stands in the readings alone."""
HIDDEN: frozenset[Shown] = frozenset({QUOTED, READING})
"""What makes no line of graph, tables and page."""


def is_asserted(report: Action) -> bool:
    """Whether the article itself says, in its own voice, that the deed was done.

    A deed is not asserted if it is inside a statement, negative, ordered, planned, demanded, threatened, attempted,
    possible or conditional, or if a noun only presupposes it.
    """
    if report.kept_back == MENTION:
        return False
    return report.within is None and report.polarity == "positive" and report.modality == "asserted"
