"""``onrecord query`` and ``onrecord view``: answers out."""

from __future__ import annotations

import shutil
import sys
import webbrowser
from typing import Annotated

import typer

from onrecord.cli import answers, options, terminal
from onrecord.errors import OutputError, QueryError

_PLAIN_WIDTH = 120
"""Columns of a table that is not shown on a terminal."""


def query(
    question: Annotated[
        str | None, typer.Argument(help="A shipped question, a .rq file, SPARQL, or - for SPARQL on standard input.")
    ] = None,
    folder: options.Folder = options.OUT,
    form: Annotated[answers.Form, typer.Option("--format", "-f", help="How to print the answers.")] = "table",
    values: Annotated[
        list[str] | None, typer.Option("--with", metavar="NAME=VALUE", help="A value for a question that takes one.")
    ] = None,
) -> None:
    """Put a question to the graph; without one, list the questions that are shipped."""
    from onrecord.rdf import query, read, terms

    width = shutil.get_terminal_size().columns if sys.stdout and sys.stdout.isatty() else _PLAIN_WIDTH
    if question is None:
        terminal.say(answers.listed(((item.name, item.help) for item in query.questions()), width))
        return
    sparql = sys.stdin.read() if question == "-" else query.find(question)
    answer = query.ask(read.store(folder), sparql, dict(map(_pair, values or [])))
    prefixes = {"act": terms.ACTION_KIND, "rec": terms.REC}
    text = answers.shown(answer, form, width, query.PROVENANCE, prefixes)
    terminal.say(text) if form == "table" else terminal.give(text)


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise QueryError(f"--with {text!r}: give a name and a value, NAME=VALUE")
    return name, value


def view(folder: options.Folder = options.OUT) -> None:
    """Open the network page in a browser."""
    page = folder / "network.html"
    if not page.is_file():
        raise OutputError(str(page), "there is no page; onrecord build writes it")
    if not webbrowser.open(page.resolve().as_uri()):
        terminal.say(f"No browser could be started; open {page} in one")
