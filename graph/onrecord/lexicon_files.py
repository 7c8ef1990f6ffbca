"""Reads lexicon files into typed records.

A key or value that the type does not allow raises `LexiconError`, which names the file, the entry and the fault.
"""

from __future__ import annotations

import re
from collections.abc import Hashable
from functools import cache
from typing import Any, TypeVar, cast

import msgspec

from onrecord import resources
from onrecord.errors import LexiconError

_T = TypeVar("_T")
FOLDER = ("lexicons",)
ENGLISH = (*FOLDER, "en")
_PLACE = re.compile(r"at `\$\.?(?P<table>\w*)(?:\[(?P<number>\d+)\])?")


def entries(file: str, table: str, kind: type[_T]) -> tuple[_T, ...]:
    """The entries ``[[table]]`` of an English file, in file order; raises LexiconError if two have the same id."""
    return _entries(file, table, cast("Hashable", kind))


@cache
def _entries(file: str, table: str, kind: Hashable) -> tuple[Any, ...]:
    read = resources.toml(*ENGLISH, *file.split("/"))
    found = tuple(
        convert(file, row.get("id", f"entry {number}"), row, kind) for number, row in enumerate(read[table], 1)
    )
    _told_apart(file, table, [getattr(item, "id", None) for item in found])
    return found


def whole(file: str, kind: type[_T], folder: tuple[str, ...] = ENGLISH) -> _T:
    """A file as one `kind`, whose fields are its tables; raises LexiconError if two entries of a table share an id."""
    return cast("_T", _whole(file, cast("Hashable", kind), folder))


@cache
def _whole(file: str, kind: Hashable, folder: tuple[str, ...]) -> Any:
    read = resources.toml(*folder, *file.split("/"))
    try:
        found = msgspec.convert(read, cast("Any", kind))
    except msgspec.ValidationError as error:
        raise LexiconError(file, _entry(read, str(error)), str(error)) from error
    for table, rows in read.items():
        if isinstance(rows, list):
            _told_apart(file, table, [row.get("id") for row in rows if isinstance(row, dict)])
    return found


def _entry(read: dict[str, Any], fault: str) -> str:
    """The id of the entry that a msgspec message is about, or the position it gives if there is no id."""
    place = _PLACE.search(fault)
    if place is None:
        return "the file"
    rows = read.get(place["table"])
    if place["number"] is None or not isinstance(rows, list):
        return place["table"]
    row = rows[int(place["number"])]
    return str(row.get("id", f"entry {int(place['number']) + 1}")) if isinstance(row, dict) else str(row)


def _told_apart(file: str, table: str, ids: list[str | None]) -> None:
    twice = next((key for number, key in enumerate(ids) if key is not None and key in ids[:number]), None)
    if twice is not None:
        raise LexiconError(file, twice, f"there are two [[{table}]] with this id")


def by_id(folder: str, table: str, kind: type[_T]) -> dict[str, _T]:
    """The entries ``[[table]]`` of all files in an English folder, by id; raises LexiconError if an id occurs twice."""
    return _by_id(folder, table, cast("Hashable", kind))


@cache
def _by_id(folder: str, table: str, kind: Hashable) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name in sorted(item.name for item in resources.find(*ENGLISH, folder).iterdir()):
        file = f"{folder}/{name}"
        other = next((key for key in resources.toml(*ENGLISH, folder, name) if key != table), None)
        if other is not None:
            raise LexiconError(file, other, f"there are only [[{table}]] here")
        for item in _entries(file, table, kind):
            if item.id in found:
                raise LexiconError(file, item.id, f"another file has a [[{table}]] with this id")
            found[item.id] = item
    return found


def by_word(file: str, kind: type[_T]) -> dict[str, _T]:
    """The entries of an English file whose keys are words, by word."""
    return _by_word(file, cast("Hashable", kind))


@cache
def _by_word(file: str, kind: Hashable) -> dict[str, Any]:
    return {word: convert(file, word, row, kind) for word, row in resources.toml(*ENGLISH, file).items()}


def convert(file: str, entry: str, row: Any, kind: Any) -> Any:
    """`row` as a `kind`; raises LexiconError if it does not fit that type."""
    try:
        return msgspec.convert(row, kind)
    except msgspec.ValidationError as error:
        raise LexiconError(file, entry, str(error)) from error
