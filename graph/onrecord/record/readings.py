"""Readings of a build kept for the next one, so that adding an article reads that article alone.

``readings.jsonl.gz`` holds, for each article, what reading it gave before anything was resolved. A reading counts again
only for the same article (its text and all that came with it), read by the same program and model.
"""

from __future__ import annotations

import gzip
import importlib.metadata
import importlib.util
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import msgspec

from onrecord import record
from onrecord.errors import RecordError
from onrecord.ids import bytes_sha256
from onrecord.model import Analysis, Article

NAME = "readings.jsonl.gz"
_READERS = ("spacy", "thinc", "numpy", "trafilatura")
"""Packages besides the model whose version decides what is read."""


class _Line(msgspec.Struct, frozen=True):
    key: str
    reading: msgspec.Raw


class Readings(Mapping[str, Analysis]):
    """Readings by the keys of their articles; each is decoded when it is asked for."""

    def __init__(self, lines: Mapping[str, bytes] | None = None) -> None:
        self._lines = lines or {}

    def __getitem__(self, key: str) -> Analysis:
        return record.loads(self._lines[key])

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)

    def of(self, article: Article, model: str) -> Analysis | None:
        """What reading `article` with `model` gave; None if it has not been read so, or its record is no record."""
        key = key_of(article, model)
        if key is None or key not in self._lines:
            return None
        try:
            return replace(self[key], article=article)  # it may come from another file
        except RecordError:
            return None


def key_of(article: Article, model: str) -> str | None:
    """The digest of an article and of what reads it; None if it cannot be told what the model is.

    Where the article comes from does not count.
    """
    edition = _edition(model)
    if edition is None:
        return None
    return bytes_sha256(edition.encode() + b"\n" + msgspec.json.encode(replace(article, source="")))


@cache
def _edition(model: str) -> str | None:
    """What reads: the files of this package, the model's package and the libraries under it."""
    if not model.isidentifier() or importlib.util.find_spec(model) is None:
        return None  # a pipeline in a folder may be trained anew under its name
    try:
        versions = [f"{name} {importlib.metadata.version(name)}" for name in (model.replace("_", "-"), *_READERS)]
    except importlib.metadata.PackageNotFoundError:
        return None
    return "\n".join([_program(), *versions])


@cache
def _program() -> str:
    """The digest of all modules and lexicons of this package."""
    root = Path(__file__).parents[1]
    files = sorted(item for item in root.rglob("*") if item.suffix in {".py", ".toml"})
    lines = (f"{item.relative_to(root).as_posix()} {bytes_sha256(item.read_bytes())}\n" for item in files)
    return bytes_sha256("".join(lines).encode())


def load(folder: str | Path) -> Readings:
    """The readings that a build kept in `folder`; none if there are none, or the file is not whole."""
    try:
        data = gzip.decompress((Path(folder) / NAME).read_bytes())
        lines = [msgspec.json.decode(line, type=_Line) for line in data.splitlines()]
    except (OSError, EOFError, ValueError, msgspec.MsgspecError):  # no file, half a file, another file
        return Readings()
    return Readings({line.key: bytes(line.reading) for line in lines})


def write(readings: Iterable[Analysis], model: str, folder: Path) -> None:
    """Write `readings` into `folder` in the order of their keys; nothing if they could not be told apart later."""
    found = {key: item for item in readings if (key := key_of(item.article, model))}
    if not found:
        return
    with (folder / NAME).open("wb") as file, gzip.GzipFile("", "wb", 6, file, mtime=0) as stream:
        for key, item in sorted(found.items(), key=lambda pair: pair[0]):
            stream.write(msgspec.json.encode(_Line(key, msgspec.Raw(record.dumps(item)))) + b"\n")
