"""Prints answers as a table with a line of provenance each, as CSV, JSON, Turtle or a SPARQL result format."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, Literal

from onrecord.errors import QueryError

if TYPE_CHECKING:
    from onrecord.rdf.query import Answer

Form = Literal["table", "csv", "tsv", "json", "sparql-json", "sparql-xml", "turtle"]
_GAP = "  "
_NARROWEST = 8
"""Least width of a column in characters; in a narrower one every word of a name would be broken."""


def shown(answer: Answer, form: Form, width: int, provenance: Sequence[str], short: Callable[[str], str]) -> str:
    """`answer` in `form`; a table is at most `width` characters wide. Raises QueryError if the form does not fit.

    In a table, the columns in `provenance` are printed on a line below each answer and IRIs are shortened by `short`;
    the other forms contain everything in full.
    """
    if form == "turtle" and answer.turtle is None:
        raise QueryError("only a CONSTRUCT or DESCRIBE question has an answer in Turtle: choose table, csv or json")
    if answer.turtle is not None:
        if form not in ("table", "turtle"):
            raise QueryError(f"a CONSTRUCT or DESCRIBE question is answered in Turtle, not as {form}")
        return answer.turtle.rstrip("\n")
    if form in _STANDARD:
        return _standard(answer, form)
    if answer.truth is not None:
        return json.dumps(answer.truth) if form == "json" else "yes" if answer.truth else "no"
    if form == "json":
        rows = [{name: value for name, value in zip(answer.columns, row, strict=True) if value} for row in answer.rows]
        return json.dumps(rows, ensure_ascii=False, indent=2)
    if form == "csv":
        from onrecord.rdf import results

        return results.as_csv(answer.columns, answer.rows, "\n").rstrip("\n")
    return "\n".join(_table(answer, width, provenance, short))


_STANDARD = ("tsv", "sparql-json", "sparql-xml")


def _standard(answer: Answer, form: Form) -> str:
    from onrecord.rdf import results

    if form == "sparql-xml":
        return results.as_xml(answer.columns, answer.values, answer.truth)
    if answer.truth is not None:
        return results.truth_as_json(truth=answer.truth) if form == "sparql-json" else str(answer.truth).lower()
    return (results.as_json if form == "sparql-json" else results.as_tsv)(answer.columns, answer.values)


def listed(entries: Iterable[tuple[str, str]], width: int) -> Iterator[str]:
    """Lines with a name and, next to it, its meaning, wrapped to `width` characters."""
    for name, meaning in entries:
        yield from textwrap.wrap(meaning, width, initial_indent=f"{name:24} ", subsequent_indent=" " * 25)


def _table(answer: Answer, width: int, provenance: Sequence[str], short: Callable[[str], str]) -> Iterator[str]:
    places = [place for place, name in enumerate(answer.columns) if name not in provenance]
    columns = [answer.columns[place] for place in places]
    rows = [[short(" ".join(row[place].split())) for place in places] for row in answer.rows]
    widths = _widths([columns, *rows], width)
    yield _line(columns, widths)
    yield _GAP.join("-" * size for size in widths)
    for row, origin in zip_longest(rows, answer.provenance, fillvalue=""):
        cells = [textwrap.wrap(value, size) or [""] for value, size in zip(row, widths, strict=True)]
        yield from (_line(parts, widths) for parts in zip_longest(*cells, fillvalue=""))
        if origin:
            yield "    " + textwrap.shorten(origin, width - 4, placeholder=" …")
    yield f"{len(rows)} answer" + ("" if len(rows) == 1 else "s")


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return _GAP.join(cell.ljust(size) for cell, size in zip(cells, widths, strict=True)).rstrip()


def _widths(rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """The width of each column: what it needs, unless the sum is too wide; then the widest columns share the rest."""
    needed = [max((len(row[place]) for row in rows), default=0) for place in range(len(rows[0]))]
    left, open_columns = width - len(_GAP) * (len(needed) - 1), sorted(range(len(needed)), key=needed.__getitem__)
    found = [0] * len(needed)
    while open_columns:
        place = open_columns.pop(0)
        share = max(_NARROWEST, left // (len(open_columns) + 1))
        found[place] = min(needed[place], share) or 1
        left -= found[place]
    return found
