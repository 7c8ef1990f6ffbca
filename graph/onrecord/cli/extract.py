"""``onrecord extract``: articles in, one analysis record per line out."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli import options, terminal
from onrecord.errors import ArticleError
from onrecord.model import Analysis


def extract_command(
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
