"""Figures for analysis records against texts that people have annotated.

``evaluate("statements", gold, records)`` gives a dictionary of figures; both sides are JSON Lines as described in
docs/reference/evaluation.md. Standard library only, and nothing of the reading stages: a record of any origin will do.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from onrecord.errors import RecordError
from onrecord.evaluation.actions import actions, plover
from onrecord.evaluation.actors import actors
from onrecord.evaluation.consistency import agreement
from onrecord.evaluation.dates import dates
from onrecord.evaluation.deeds import deeds
from onrecord.evaluation.events import events
from onrecord.evaluation.nodes import nodes
from onrecord.evaluation.pages import pages
from onrecord.evaluation.pairing import load
from onrecord.evaluation.spans import Figures, Rows
from onrecord.evaluation.speakers import speakers
from onrecord.evaluation.statements import statements

TASKS: dict[str, Callable[[Rows, Rows], Figures]] = {
    "statements": statements,
    "actions": actions,
    "plover": plover,
    "actors": actors,
    "nodes": nodes,
    "dates": dates,
    "events": events,
    "deeds": deeds,
    "speakers": speakers,
    "pages": pages,
    "agreement": agreement,
}


def evaluate(task: str, gold: str | Path, analyses: str | Path) -> Figures:
    """The figures of `task`, one of `TASKS`, for the records in `analyses` against the annotations in `gold`.

    Raises RecordError where a file cannot be read or lacks what the task scores, ArticleError where an annotated
    article has no record or its record speaks of another text.
    """
    wanted, found = load(gold), load(analyses)
    try:
        return TASKS[task](wanted, found)
    except (KeyError, TypeError, IndexError, AttributeError) as error:
        raise RecordError(str(gold), 1, f"these are no annotations for {task}: {error!r}") from error


def lines(figures: Figures) -> list[str]:
    """Figures as text, one a line: name, blank, value; counts as whole numbers."""
    return [f"{name} {value:.3f}" if isinstance(value, float) else f"{name} {value}" for name, value in figures.items()]
