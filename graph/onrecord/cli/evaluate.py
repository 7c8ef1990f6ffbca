"""``onrecord evaluate``: figures against annotated texts."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from onrecord.cli import terminal

Task = Literal[
    "statements", "actions", "plover", "actors", "nodes", "dates", "events", "timelines", "pages", "deeds",
    "speakers", "agreement",
]  # fmt: skip


def evaluate_command(
    task: Annotated[Task, typer.Argument(help="What to score.")],
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Annotated texts, JSON Lines.")],
    analyses: Annotated[Path, typer.Argument(metavar="ANALYSES", help="What extract or build wrote of them.")],
) -> None:
    """Print precision, recall and F1 of analysis records against annotated texts."""
    from onrecord import evaluation

    terminal.say(evaluation.lines(evaluation.evaluate(task, gold, analyses)))
