"""``onrecord build``: articles in, every output out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from onrecord.cli import options, terminal
from onrecord.settings import Settings

if TYPE_CHECKING:
    from onrecord.summary import Summary


def build_command(
    inputs: options.Inputs,
    output: options.Output = options.OUT,
    jobs: options.Jobs = 1,
    model: options.Model = None,
    base: options.Base = None,
    min_confidence: options.MinConfidence = None,
    record: options.Record = None,
    corrections: options.Corrections = None,
    gazetteer: options.Gazetteer = None,
    settings: options.SettingsFile = None,
    *,
    aligned: options.Aligned = False,
) -> None:
    """Read articles and write the graph, the tables and the page."""
    chosen = options.settings_of(
        settings,
        model=model,
        base=base,
        min_confidence=min_confidence,
        record=record,
        corrections=corrections,
        gazetteer=gazetteer,
    )
    summary = build_once(inputs, output, chosen, jobs, aligned=aligned)
    terminal.say(f"Open     {output / 'network.html'} in a browser")
    raise typer.Exit(terminal.PARTLY if summary.skipped or summary.notes else 0)


def build_once(inputs: list[str], output: Path, settings: Settings, jobs: int, *, aligned: bool) -> Summary:
    """Build, and say what was read, found and left out. Raises OnrecordError as `pipeline.build` does."""
    from onrecord import pipeline

    with terminal.progress("Reading") as watch:
        summary = pipeline.build(inputs, output, settings, jobs=jobs, watch=watch, aligned=aligned)
    for note in summary.notes:
        terminal.fault(note)
    terminal.say(summary.lines())
    return summary
