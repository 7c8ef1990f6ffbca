"""``onrecord build`` and ``onrecord extract``: articles in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli import options, terminal
from onrecord.errors import ArticleError
from onrecord.model import Analysis


def build(
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
    terminal.say(summary.lines())
    terminal.say(f"Open     {output / 'network.html'} in a browser")
    raise typer.Exit(terminal.PARTLY if summary.skipped else 0)


def extract(
    inputs: options.Inputs,
    output: Annotated[str, typer.Option("-o", "--output", help="File to write; - for standard output.")] = "-",
    jobs: options.Jobs = 1,
    model: options.Model = None,
    min_confidence: options.MinConfidence = None,
    settings: options.SettingsFile = None,
) -> None:
    """Read articles and write one analysis record a line, in the order of the inputs."""
    from onrecord import pipeline, record, staging

    chosen = options.settings_of(settings, model=model, min_confidence=min_confidence)
    left_out = 0
    with staging.file(output) as stream, terminal.progress("Reading") as watch:
        for item in pipeline.extract_all(inputs, chosen, jobs):
            watch(item)
            if isinstance(item, Analysis):
                record.write([item], stream)
            left_out += isinstance(item, ArticleError)
    raise typer.Exit(terminal.PARTLY if left_out else 0)
