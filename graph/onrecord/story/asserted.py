"""The one definition of what an article asserts: what every output calls a fact."""

from __future__ import annotations

from onrecord.model import Action

MENTION = "mention"
"""Why a noun is kept back that refers to a deed told elsewhere: it is a further report of it, and no line by itself."""


def is_asserted(report: Action) -> bool:
    """Whether the article itself says, in its own voice, that the deed was done.

    Nothing that stands within a statement, that is negative, or that is ordered, planned, demanded, threatened,
    attempted, possible or conditional is asserted; nor does a noun assert the deed that it takes for granted.
    """
    if report.kept_back == MENTION:
        return False
    return report.within is None and report.polarity == "positive" and report.modality == "asserted"
