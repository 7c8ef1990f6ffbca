"""The one definition of what an article asserts: what every output calls a fact."""

from __future__ import annotations

from onrecord.model import Action

MENTION = "mention"
"""Why a noun for a deed told elsewhere is kept back: it reports that deed once more and is no line of its own."""
NO_CLAUSE = "no_clause"
"""Why a deed that was to be on record is kept back: with the names of the story it gives no clause."""


def is_asserted(report: Action) -> bool:
    """Whether the article itself says, in its own voice, that the deed was done.

    Nothing that stands within a statement, that is negative, or that is ordered, planned, demanded, threatened,
    attempted, possible or conditional is asserted; nor does a noun that takes a deed for granted assert it.
    """
    if report.kept_back == MENTION:
        return False
    return report.within is None and report.polarity == "positive" and report.modality == "asserted"
