"""``onrecord check``, ``verify`` and ``explain``: why a graph can be believed."""

from __future__ import annotations

import typer

from onrecord.cli import options, terminal


def check(folder: options.Folder = options.OUT) -> None:
    """Check the graph against the shapes of the ontology, and every term it uses against the vocabulary."""
    from onrecord.rdf import check

    problems = check.check(folder)
    closing = f"{len(problems)} problems" if problems else f"{folder} conforms: no problem found"
    terminal.say([*(f"{problem.node}: {problem.message}" for problem in problems), closing])
    raise typer.Exit(terminal.PARTLY if problems else 0)
