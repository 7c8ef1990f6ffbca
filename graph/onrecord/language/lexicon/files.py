"""Reads the files of the English lexicon into their types.

A file is a fault of the installation or of who edits it: a key or value that its type does not know raises
`LexiconError`, which names the file, the entry and what is wrong with it.
"""

from __future__ import annotations

from collections.abc import Hashable
from functools import cache
from typing import Any, TypeVar, cast

import msgspec

from onrecord import resources
from onrecord.errors import LexiconError

_T = TypeVar("_T")
FOLDER = ("lexicons", "en")


def entries(file: str, table: str, kind: type[_T]) -> tuple[_T, ...]:
    """The entries ``[[table]]`` of `file`, in their order; ids are told apart."""
    return _entries(file, table, cast("Hashable", kind))


@cache
def _entries(file: str, table: str, kind: Hashable) -> tuple[Any, ...]:
    read = resources.toml(*FOLDER, *file.split("/"))
    found = tuple(
        convert(file, row.get("id", f"entry {number}"), row, kind) for number, row in enumerate(read[table], 1)
    )
    ids = [getattr(item, "id", None) for item in found]
    twice = next((key for number, key in enumerate(ids) if key is not None and key in ids[:number]), None)
    if twice is not None:
        raise LexiconError(file, twice, f"there are two [[{table}]] with this id")
    return found


def by_word(file: str, kind: type[_T]) -> dict[str, _T]:
    """The entries of a file whose keys are words."""
    return _by_word(file, cast("Hashable", kind))


@cache
def _by_word(file: str, kind: Hashable) -> dict[str, Any]:
    return {word: convert(file, word, row, kind) for word, row in resources.toml(*FOLDER, file).items()}


def convert(file: str, entry: str, row: Any, kind: Any) -> Any:
    """`row` as a `kind`; raises LexiconError if it is none."""
    try:
        return msgspec.convert(row, kind)
    except msgspec.ValidationError as error:
        raise LexiconError(file, entry, str(error)) from error
