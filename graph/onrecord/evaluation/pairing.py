"""Pairs gold annotations with the records of the same articles."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.errors import ArticleError, RecordError
from onrecord.evaluation.spans import Row, Rows


def load(path: str | Path) -> Rows:
    """The rows of a JSON Lines file or of a JSON array. Raises RecordError naming file, line and fault."""
    source = str(path)
    try:
        with Path(path).open(encoding="utf-8") as stream:
            if stream.read(1) == "[":
                return [_object(row, source, 1) for row in _json("[" + stream.read(), source, 1)]
            stream.seek(0)
            return [
                _object(_json(line, source, number), source, number)
                for number, line in enumerate(stream, 1)
                if line.strip()
            ]
    except (OSError, UnicodeDecodeError) as error:
        raise RecordError(source, 1, str(error)) from error


def _json(text: str, source: str, number: int) -> Any:
    try:
        return json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        raise RecordError(source, number, f"is not JSON: {error}") from error


def _object(row: Any, source: str, number: int) -> dict[str, Any]:
    if not isinstance(row, dict):
        raise RecordError(source, number, "is not a JSON object")
    return row


def gold_id(row: Row) -> str:
    """The id of the article that a gold row annotates."""
    return str(row.get("doc_id") or row["id"])


def paired(gold: Rows, records: Rows) -> Iterator[tuple[dict[str, Any], dict[str, Any], str]]:
    """Each gold row with its article's record and text.

    Raises ArticleError if the record is missing or has another text, for which the offsets would be meaningless.
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
