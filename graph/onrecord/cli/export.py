"""``onrecord export``: a build as a file for another program."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli import answers, options, terminal


def export_command(
    form: Annotated[str | None, typer.Argument(metavar="FORMAT", help="A format; without one, list them.")] = None,
    folder: options.Folder = options.OUT,
    output: Annotated[str | None, typer.Option("-o", "--output", help="File to write; - for standard output.")] = None,
    corrections: options.Corrections = None,
    gazetteer: options.Gazetteer = None,
) -> None:
    """Write what is on record in a format of another program: networks, tables, entities, annotations, events."""
    from onrecord import pipeline, staging
    from onrecord.exporters import EXPORTERS

    if form is None:
        terminal.say(answers.listed(((name, item.help) for name, item in EXPORTERS.items()), 100))
        return
    if form not in EXPORTERS:
        raise typer.BadParameter(f"{form!r} is no format; there are {', '.join(EXPORTERS)}")
    story = pipeline.rebuilt(folder, options.settings_of(None, corrections=corrections, gazetteer=gazetteer))
    name = output or str(folder / EXPORTERS[form].file)
    with staging.file(name) as stream:
        pipeline.export(story, form, stream)
    for note in story.notes:
        terminal.fault(note)
    if name != "-":
        terminal.say(f"Wrote {name}")
    raise typer.Exit(terminal.PARTLY if story.notes else 0)
