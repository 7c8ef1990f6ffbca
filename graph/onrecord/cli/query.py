"""``onrecord query``: answers out."""

from __future__ import annotations

import shutil
import sys
from typing import Annotated

import typer

from onrecord.cli import answers, options, terminal
from onrecord.errors import QueryError

_PLAIN_WIDTH = 120
"""Columns of a table that is not shown on a terminal."""


def query_command(
    question: Annotated[
        str | None, typer.Argument(help="A shipped question, a .rq file, SPARQL, or - for SPARQL on standard input.")
    ] = None,
    folder: options.Folder = options.OUT,
    form: Annotated[answers.Form, typer.Option("--format", "-f", help="How to print the answers.")] = "table",
    values: Annotated[
        list[str] | None, typer.Option("--with", metavar="NAME=VALUE", help="A value for a question that takes one.")
    ] = None,
    limit: Annotated[int | None, typer.Option("--limit", min=0, help="At most so many answers.")] = None,
    timeout: Annotated[float, typer.Option("--timeout", min=0.1, help="Seconds to wait for the answer.")] = 60.0,
) -> None:
    """Put a question to the graph; without one, list the questions that are shipped."""
    from onrecord.rdf import query, read, sparql

    width = shutil.get_terminal_size().columns if sys.stdout and sys.stdout.isatty() else _PLAIN_WIDTH
    if question is None:
        terminal.say(answers.listed(((item.name, item.help) for item in query.questions()), width))
        return
    asked = sys.stdin.read() if question == "-" else query.find(question)
    store = read.store(folder, evidence=sparql.needs_evidence(asked))
    given = dict(map(_pair, values or []))
    answer = query.ask(store, asked, given, limit=limit, seconds=timeout)
    if not answer.rows:
        query.known_name(store, question, given)
    text = answers.shown(answer, form, width, query.PROVENANCE, query.shortened(store))
    terminal.say(text) if form == "table" else terminal.give(text)


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise QueryError(f"--with {text!r}: give a name and a value, NAME=VALUE")
    return name, value
