"""The command ``onrecord``."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from onrecord import articles, pipeline, record
from onrecord.errors import ArticleError
from onrecord.settings import Settings

app = typer.Typer(no_args_is_help=True, add_completion=False)


@app.callback()
def root() -> None:
    """Put on record who did what and who said what, with evidence."""


@app.command()
def extract(
    inputs: Annotated[list[str], typer.Argument(metavar="IN…")], output: Annotated[str, typer.Option("-o")]
) -> None:
    """Read articles and write one analysis record a line."""
    settings = Settings()
    with open(output, "wb") as stream:  # noqa: PTH123
        for item in pipeline.analyse_all(articles.read(inputs), settings):
            if isinstance(item, ArticleError):
                print(item, file=sys.stderr)  # noqa: T201
            else:
                record.write([item], stream)


def main() -> None:
    """Run the command."""
    app()
