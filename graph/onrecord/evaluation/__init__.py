"""Figures for analysis records against texts that people have annotated.

``evaluate("statements", gold, records)`` gives a dictionary of figures; both sides are JSON Lines as described in
docs/reference/evaluation.md. This package imports nothing from the reading stages: records of any origin will do.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from onrecord.errors import RecordError
from onrecord.evaluation.actions import plover, score_actions
from onrecord.evaluation.actors import score_actors
from onrecord.evaluation.consistency import agreement
from onrecord.evaluation.dates import score_dates
from onrecord.evaluation.deeds import score_deeds
from onrecord.evaluation.events import score_events
from onrecord.evaluation.nodes import score_nodes
from onrecord.evaluation.pages import score_pages
from onrecord.evaluation.pairing import load
from onrecord.evaluation.spans import Figures, Rows
from onrecord.evaluation.speakers import score_speakers
from onrecord.evaluation.statements import score_statements
from onrecord.evaluation.timelines import score_timelines

TASKS: dict[str, Callable[[Rows, Rows], Figures]] = {
    "statements": score_statements,
    "actions": score_actions,
    "plover": plover,
    "actors": score_actors,
    "nodes": score_nodes,
    "dates": score_dates,
    "events": score_events,
    "timelines": score_timelines,
    "deeds": score_deeds,
    "speakers": score_speakers,
    "pages": score_pages,
    "agreement": agreement,
}


def evaluate(task: str, gold: str | Path, analyses: str | Path) -> Figures:
    """The figures of `task`, one of `TASKS`, for the records in `analyses` against the annotations in `gold`.

    Raises RecordError if a file cannot be read or lacks what the task scores, ArticleError if an annotated
    article has no record or its record has another text.
    """
    wanted, found = load(gold), load(analyses)
    try:
        return TASKS[task](wanted, found)
    except (KeyError, TypeError, IndexError, AttributeError) as error:
        raise RecordError(str(gold), 1, f"these are no annotations for {task}: {error!r}") from error


def lines(figures: Figures) -> list[str]:
    """Figures as text, one per line: name, space, value; counts are whole numbers."""
    return [f"{name} {value:.3f}" if isinstance(value, float) else f"{name} {value}" for name, value in figures.items()]
