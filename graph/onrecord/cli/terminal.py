"""Output of the commands: answers on standard output, progress and errors on standard error."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from onrecord import staging
from onrecord.errors import ArticleError

if TYPE_CHECKING:
    from onrecord.model import Analysis

PARTLY = 1
"""Exit status: done, but an input or a correction was left out or something was found wrong; each case is named."""
NOTHING = 2
"""Exit status: nothing was done, because of wrong usage or an input or output that cannot be used."""

Watch = Callable[["Analysis | ArticleError"], None]


def say(lines: Iterable[str] | str) -> None:
    """Print lines for a person on standard output."""
    give(printable(lines if isinstance(lines, str) else "\n".join(lines)))


def many(count: int, noun: str) -> str:
    """A number of things in words: no problem, 1 problem, 2 problems."""
    return f"no {noun}" if count == 0 else f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def give(text: str) -> None:
    """Print text that another program may read, unchanged, on standard output.

    If the reader has closed the pipe, the rest is discarded and the command continues. Raises OutputError if standard
    output is closed or the disk is full.
    """
    with suppress(staging.ReaderLeft), staging.standard_output():
        sys.stdout.write(text + "\n")


def fault(sentence: object) -> None:
    """Print an error message on standard error, on one line."""
    with suppress(OSError, AttributeError):  # closed or full: there is no other place for the message
        sys.stderr.write(f"onrecord: {printable(' '.join(str(sentence).split()))}\n")


def printable(text: str) -> str:
    """`text` without what a terminal would interpret or cannot encode: control characters and lone surrogates."""
    shown = "".join(char if _harmless(char) else repr(char)[1:-1] for char in text)
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    return shown.encode(encoding, "backslashreplace").decode(encoding)


def _harmless(char: str) -> bool:
    return char.isprintable() or char in "\n\t" or unicodedata.category(char) == "Zs"


@contextmanager
def progress(what: str) -> Iterator[Watch]:
    """A function to call for each finished article: it shows a count on a terminal and always names what is left out.

    The count is drawn by the call itself: with a drawing thread, reading processes could not be forked safely.
    """
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TextColumn("{task.completed}"))
    with Progress(
        *columns,
        TimeElapsedColumn(),
        console=console,
        transient=True,
        auto_refresh=False,
        disable=not console.is_terminal,
    ) as bar:
        task = bar.add_task(what, total=None)

        def watch(item: Analysis | ArticleError) -> None:
            bar.advance(task)
            bar.refresh()
            if isinstance(item, ArticleError):
                fault(item)

        yield watch
