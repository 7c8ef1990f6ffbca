"""Gold annotations beside the records of the same articles."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.errors import ArticleError, RecordError
from onrecord.evaluation.spans import Row, Rows


def load(path: str | Path) -> Rows:
    """A JSON Lines file. Raises RecordError naming file, line and fault."""
    rows = []
    try:
        with Path(path).open(encoding="utf-8") as stream:
            for number, line in enumerate(stream, 1):
                if line.strip():
                    rows.append(_row(line, str(path), number))
    except (OSError, UnicodeDecodeError) as error:
        raise RecordError(str(path), 1, str(error)) from error
    return rows


def _row(line: str, source: str, number: int) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        raise RecordError(source, number, f"is not JSON: {error}") from error
    if not isinstance(row, dict):
        raise RecordError(source, number, "is not a JSON object")
    return row


def gold_id(row: Row) -> str:
    """The id of the article that a line of gold annotates."""
    return str(row.get("doc_id") or row["id"])


def paired(gold: Rows, records: Rows) -> Iterator[tuple[dict[str, Any], dict[str, Any], str]]:
    """Each line of gold with its article's record and text.

    Raises ArticleError where the record is missing or speaks of another text: offsets would mean nothing.
    """
    by_id = {record["article"]["id"]: record for record in records}
    for row in gold:
        name = gold_id(row)
        record = by_id.get(name)
        if record is None:
            raise ArticleError(name, "has no analysis record; extract all articles of the gold file first")
        own = record["article"].get("text")
        if "text" in row and own is not None and own != row["text"]:
            raise ArticleError(name, "the record's text is not the gold text, so their offsets cannot be compared")
        yield row, record, row.get("text") or own
