"""The command ``onrecord``: parsing, progress and exit codes.

Exit status 0: done. 1: done, but an input or a correction was left out or something was found wrong, each named on
standard error. 2: nothing was done, because of wrong usage or an input or output that cannot be used.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable
from types import FrameType
from typing import Annotated, NoReturn

import typer

from onrecord import __version__, staging
from onrecord.cli import (
    build,
    check,
    diff,
    evaluate,
    explain,
    export,
    extract,
    load,
    query,
    serve,
    terminal,
    verify,
    view,
    watch,
)
from onrecord.collection import collect_rarely
from onrecord.errors import OnrecordError

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)
"""Without rich: importing it takes as long as everything else that ``--help`` needs."""
_COMMANDS: dict[str, Callable[..., None]] = {
    "build": build.build_command,
    "extract": extract.extract_command,
    "query": query.query_command,
    "watch": watch.watch_command,
    "view": view.view_command,
    "export": export.export_command,
    "serve": serve.serve_command,
    "load": load.load_command,
    "check": check.check_command,
    "verify": verify.verify_command,
    "diff": diff.diff_command,
    "explain": explain.explain_command,
    "evaluate": evaluate.evaluate_command,
}
for name, command in _COMMANDS.items():
    app.command(name)(command)


def _print_version(value: bool) -> None:  # noqa: FBT001  # the signature typer calls
    if value:
        terminal.say(f"onrecord {__version__}")
        raise typer.Exit


@app.callback(epilog="Exit status: 0 done; 1 done, but something was left out or found wrong; 2 nothing was done.")
def root(
    version: Annotated[  # handled by its callback
        bool | None, typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version.")
    ] = None,
) -> None:
    """Put on record who did what and who said what, with the evidence."""


def main() -> None:
    """Run the command; an OnrecordError is printed as one sentence on standard error."""
    signal.signal(signal.SIGTERM, _stop)
    collect_rarely()
    try:
        app()
    except staging.ReaderLeft:  # a reader such as `| head` has finished
        sys.exit(0)
    except OnrecordError as error:
        terminal.fault(error)
        sys.exit(terminal.NOTHING)
    except MemoryError:
        terminal.fault("not enough memory for this input; give fewer articles at a time or fewer --jobs")
        sys.exit(terminal.NOTHING)


def _stop(number: int, _frame: FrameType | None) -> NoReturn:
    """Exit as on an interrupt, so that no partial files are left behind."""
    sys.exit(128 + number)
