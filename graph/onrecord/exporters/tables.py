"""Nodes and edges as CSV for spreadsheets and pandas; no cell is read as a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import asdict, fields
from typing import TextIO

from onrecord.cells import plain
from onrecord.exporters.edges import Edge
from onrecord.exporters.edges import edges_of as all_edges
from onrecord.exporters.edges import nodes as all_nodes
from onrecord.model import Story


def nodes(story: Story, stream: TextIO) -> None:
    """Write one row for each actor, product, place or thing."""
    columns = ["id", "label", "type", "named", "also_called"]
    rows = (
        [item.iri, item.name, item.type, str(item.named).lower(), "; ".join(item.alt_names)]
        for item in all_nodes(story)
    )
    write(columns, rows, stream)


def edges(story: Story, stream: TextIO) -> None:
    """Write one row for each edge; see `Edge`."""
    columns = [field.name for field in fields(Edge)]
    write(columns, ([str(value) for value in asdict(edge).values()] for edge in all_edges(story)), stream)


def write(columns: list[str], rows: Iterable[list[str]], stream: TextIO) -> None:
    """Write a table as CSV (RFC 4180)."""
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([plain(cell) for cell in row] for row in rows)
