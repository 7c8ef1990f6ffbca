"""``onrecord load``: a build into a running store."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli import options, terminal


def load_command(
    url: Annotated[
        str,
        typer.Argument(metavar="URL", help="Where it speaks the graph store protocol; with --update, answers."),
    ],
    folder: options.Folder = options.OUT,
    update: Annotated[
        str, typer.Option("--update", metavar="URL", help="Where it takes SPARQL Update, if it speaks that.")
    ] = "",
    token: Annotated[str | None, typer.Option("--token", envvar="ONRECORD_TOKEN", help="Bearer token.")] = None,
    user: Annotated[str | None, typer.Option("--user", metavar="NAME:PASSWORD", help="Login, if it wants one.")] = None,
    default: Annotated[
        str, typer.Option("--default-graph", metavar="IRI", help="Graph for the default graph, if the store has none.")
    ] = "",
) -> None:
    """Put a build into any running SPARQL 1.1 store, graph by graph, replacing only what changed."""
    from onrecord.rdf import remote

    found = remote.load(folder, url, update=update, token=token, user=user, default=default)
    told = [(found.put, "put"), (found.same, "unchanged"), (found.removed, "removed")]
    terminal.say(", ".join(f"{terminal.many(len(graphs), 'graph')} {words}" for graphs, words in told))
