"""``onrecord serve``: a build over HTTP."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli import options, terminal
from onrecord.errors import OutputError


def serve_command(
    folder: options.Folder = options.OUT,
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="Port on this machine; 0 for any.")] = 7878,
    host: Annotated[str, typer.Option("--host", help="Address to listen at.")] = "127.0.0.1",
    store: Annotated[Path | None, typer.Option("--store", help="Folder of the store; else beside the build.")] = None,
    token: Annotated[
        str | None, typer.Option("--token", envvar="ONRECORD_TOKEN", help="What changes must bear; none: read-only.")
    ] = None,
    timeout: Annotated[float, typer.Option("--timeout", min=0.1, help="Seconds an answer may take.")] = 60.0,
) -> None:
    """Serve a build: SPARQL at /sparql, graphs at /store, the page at /, and every IRI of the graph at its path."""
    import uvicorn

    from onrecord.rdf import endpoint
    from onrecord.serve.app import application

    listening = _listening(host, port)
    place = store or folder.resolve().with_name(f"{folder.resolve().name}.store")
    graph = endpoint.opened(folder, place, timeout)
    app = application(graph, folder / "network.html", token)
    terminal.say(f"Serving {folder} at http://{host}:{listening.getsockname()[1]}/ (SPARQL at /sparql)")
    config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False)
    uvicorn.Server(config).run(sockets=[listening])


def _listening(host: str, port: int) -> socket.socket:
    """A socket that is bound before anything is loaded. Raises OutputError if the port is in use."""
    found = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        found.bind((host, port))
    except OSError as error:
        raise OutputError(f"{host}:{port}", f"cannot be listened at: {error.strerror or error}") from error
    return found
