"""``onrecord build``: articles in, every output out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli import options, terminal


def build_command(
    inputs: options.Inputs,
    output: Annotated[Path, typer.Option("-o", "--output", help="Folder to write.")] = options.OUT,
    jobs: options.Jobs = 1,
    model: options.Model = None,
    base: options.Base = None,
    min_confidence: options.MinConfidence = None,
    record: options.Record = None,
    corrections: options.Corrections = None,
    gazetteer: options.Gazetteer = None,
    settings: options.SettingsFile = None,
    *,
    aligned: Annotated[
        bool, typer.Option("--aligned", help="Also the graph in the terms of PROV-O, SEM, schema.org, Web Annotation.")
    ] = False,
) -> None:
    """Read articles and write the graph, the tables and the page."""
    from onrecord import pipeline

    chosen = options.settings_of(
        settings,
        model=model,
        base=base,
        min_confidence=min_confidence,
        record=record,
        corrections=corrections,
        gazetteer=gazetteer,
    )
    with terminal.progress("Reading") as watch:
        summary = pipeline.build(inputs, output, chosen, jobs=jobs, watch=watch, aligned=aligned)
    for note in summary.notes:
        terminal.fault(note)
    terminal.say(summary.lines())
    terminal.say(f"Open     {output / 'network.html'} in a browser")
    raise typer.Exit(terminal.PARTLY if summary.skipped or summary.notes else 0)
