"""``onrecord check``: whether a graph conforms to the ontology."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli import options, terminal


def check_command(
    folder: options.Folder = options.OUT,
    *,
    logic: Annotated[
        bool, typer.Option("--logic", help="Also by the reasoner HermiT, which needs Java and owlready2.")
    ] = False,
) -> None:
    """Check the graph against the shapes of the ontology, and every term it uses against the vocabulary."""
    from onrecord.rdf import check
    from onrecord.rdf import logic as reasoning

    problems = [f"{problem.node}: {problem.message}" for problem in check.check_graph(folder)]
    reasoned = reasoning.consistency(folder) if logic else None
    if reasoned is not None and reasoned.holds is False:
        problems.append(f"logic: {reasoned.note}")
    closing = terminal.many(len(problems), "problem") if problems else f"{folder} conforms: no problem found"
    notes = [f"logic: {reasoned.note}"] if reasoned is not None and reasoned.holds is not False else []
    terminal.say([*problems, *notes, closing])
    raise typer.Exit(terminal.PARTLY if problems else 0)
