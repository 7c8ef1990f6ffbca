"""``onrecord diff``: how a newer build differs from an older one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli import terminal

if TYPE_CHECKING:
    from onrecord.rdf.comparison import Comparison, Note

_FORMS = ("words", "patch")
_WIDTH = 160
"""Width of a line of evidence in characters."""


def diff_command(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="Folder that build wrote, or a graph file.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The same of a later build.")],
    form: Annotated[
        str, typer.Option("-f", "--format", help="words, or patch: the triples as an RDF Patch.")
    ] = "words",
) -> None:
    """Say what NEW adds to OLD, confirms more or less, contradicts and takes back, in words or in triples."""
    from onrecord.rdf.comparison import compare

    if form not in _FORMS:
        raise typer.BadParameter(f"{form!r} is no format; there are {', '.join(_FORMS)}")
    found = compare(old, new)
    if form == "patch":
        terminal.give("\n".join(_patch(found)))
    else:
        terminal.say(_words(found))


def _words(found: Comparison) -> Iterator[str]:
    parts = (
        ("Articles", found.articles),
        ("Added", found.added),
        ("Confirmed", found.confirmed),
        ("Less confirmed", found.less_confirmed),
        ("Contradicted", found.contradicted),
        ("Taken back", found.taken_back),
    )
    for title, notes in parts:
        if notes:
            yield f"{title} ({len(notes):,})"
            yield from _lines(notes)
    yield f"{terminal.many(len(found.more), 'triple')} more, {terminal.many(len(found.fewer), 'triple')} fewer"


def _lines(notes: Iterable[Note]) -> Iterator[str]:
    for note in notes:
        yield f"  {note.label}" + (f" ({note.reason})" if note.reason else "")
        for line in note.evidence:
            yield f"      {line}" if len(line) <= _WIDTH else f"      {line[:_WIDTH].rpartition(' ')[0]} …"


def _patch(found: Comparison) -> Iterator[str]:
    """An RDF Patch of the default graph: D takes a triple out, A adds one."""
    yield "TX ."
    yield from (f"D {triple}" for triple in found.fewer)
    yield from (f"A {triple}" for triple in found.more)
    yield "TC ."
