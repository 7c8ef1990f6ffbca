"""``onrecord view``: the page in a browser."""

from __future__ import annotations

import webbrowser

from onrecord.cli import options, terminal
from onrecord.errors import OutputError


def view_command(folder: options.Folder = options.OUT) -> None:
    """Open the network page in a browser."""
    page = folder / "network.html"
    if not page.is_file():
        raise OutputError(str(page), "there is no page; onrecord build writes it")
    if not webbrowser.open(page.resolve().as_uri()):
        terminal.say(f"No browser could be started; open {page} in one")
