"""``onrecord build``: articles in, every output out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from onrecord.cli import options, terminal
from onrecord.errors import SettingsError
from onrecord.settings import Settings

if TYPE_CHECKING:
    from onrecord.engines import Engine
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
    engine: options.Engine = "processes",
    master: options.Master = None,
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
    summary = build_once(inputs, output, chosen, jobs, aligned=aligned, engine=_engine(engine, jobs, master))
    if engine == "processes":
        terminal.say(f"Open     {output / 'network.html'} in a browser")
    raise typer.Exit(terminal.PARTLY if summary.skipped or summary.notes else 0)


def _engine(name: str, jobs: int, master: str | None) -> Engine | None:
    """The engine `name`; None for that of this machine. Raises SettingsError for one that is not there."""
    if name == "processes":
        return None
    if name != "spark":
        raise SettingsError(f"engine {name!r}: give processes or spark")
    try:
        from onrecord.engines.spark import Spark, start
    except ImportError as error:
        raise SettingsError("engine spark: pyspark is missing; install it with: pip install onrecord[spark]") from error
    return Spark(start(jobs, master))


def build_once(
    inputs: list[str],
    output: Path,
    settings: Settings,
    jobs: int,
    *,
    aligned: bool,
    engine: Engine | None = None,
) -> Summary:
    """Build, and print what was read, found and left out. Raises the same errors as `pipeline.build`."""
    from onrecord import pipeline

    with terminal.progress("Reading") as watch:
        summary = pipeline.build(inputs, output, settings, jobs=jobs, watch=watch, aligned=aligned, engine=engine)
    for note in summary.notes:
        terminal.fault(note)
    terminal.say(summary.lines())
    return summary
