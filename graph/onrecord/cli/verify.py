"""``onrecord verify``: whether outputs say what their articles say."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli import options, terminal


def verify_command(
    folder: options.Folder = options.OUT,
    articles: Annotated[
        str | None, typer.Option("--articles", metavar="DIR", help="Where the articles are; else where they were read.")
    ] = None,
    corrections: options.Corrections = None,
    gazetteer: options.Gazetteer = None,
) -> None:
    """Verify that every passage stands in its article, that every triple has its evidence, and every other output."""
    from onrecord import pipeline

    chosen = options.settings_of(None, corrections=corrections, gazetteer=gazetteer)
    verdict, notes = pipeline.verify(folder, articles, chosen)
    problems = [f"{item.kind}: {item.where}: {item.message}" for item in verdict.problems]
    counted = ", ".join(f"{count} of {kind}" for kind, count in verdict.counts().items())
    closing = f"{terminal.many(len(problems), 'problem')}" + (f" ({counted})" if counted else "")
    counts = {"article": verdict.articles, "passage": verdict.passages, "triple": verdict.triples}
    verified = ", ".join(terminal.many(count, noun) for noun, count in counts.items())
    terminal.say([*problems, *notes, f"{verified}: {closing}"])
    raise typer.Exit(terminal.PARTLY if verdict.problems else 0)
