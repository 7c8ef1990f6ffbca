"""``onrecord explain``: the evidence for a node, or what is found in a sentence."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli import options, terminal


def explain_command(
    node: Annotated[
        str | None, typer.Argument(metavar="NODE", help="An IRI, a prefixed name, or the exact name of an actor.")
    ] = None,
    folder: options.Folder = options.OUT,
    sentence: Annotated[
        str | None, typer.Option(help="Explain what is found in this text instead; - reads it.")
    ] = None,
    model: options.Model = None,
) -> None:
    """Show every passage, report, rule, confidence and judgement behind a node, or what is found in a sentence."""
    if (node is None) == (sentence is None):
        raise typer.BadParameter("give a node of the graph, or a --sentence")
    terminal.say(_node(node, folder) if node is not None else _sentence(sentence or "", model))


def _node(node: str, folder: Path) -> str:
    from onrecord.rdf import explain, read

    return explain.explain_node(read.store(folder), node)


def _sentence(text: str, model: str | None) -> str:
    from onrecord import pipeline
    from onrecord.cli import found

    given = sys.stdin.read() if text == "-" else text
    return "\n".join(found.lines(*pipeline.explain_sentence(given, options.settings_of(None, model=model))))
