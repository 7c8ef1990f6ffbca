"""Analyses that a build keeps for the next one, so that only new articles have to be read.

``readings.jsonl.gz`` has the analysis of each article before resolution. It is reused only for the same article (the
same text and metadata) and the same program and model.
"""

from __future__ import annotations

import gzip
import importlib.metadata
import importlib.util
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

import msgspec
from msgspec.structs import replace

from onrecord import record
from onrecord.errors import RecordError
from onrecord.ids import bytes_sha256
from onrecord.model import Analysis, Article

NAME = "readings.jsonl.gz"
_READERS = ("spacy", "thinc", "numpy", "trafilatura")
"""Packages besides the model whose versions affect the result of reading."""


class _Line(msgspec.Struct, frozen=True):
    key: str
    reading: msgspec.Raw


class Readings(Mapping[str, Analysis]):
    """Kept analyses by `key_of` their articles; each is decoded only when it is looked up."""

    def __init__(self, lines: Mapping[str, bytes] | None = None) -> None:
        self._lines = lines or {}

    def __getitem__(self, key: str) -> Analysis:
        return record.loads(self._lines[key])

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)

    def of(self, article: Article, model: str) -> Analysis | None:
        """The kept analysis of `article` by `model`; None if there is none or it cannot be decoded."""
        key = key_of(article, model)
        if key is None or key not in self._lines:
            return None
        try:
            return replace(self[key], article=article)  # the same article may now come from another file
        except RecordError:
            return None


def key_of(article: Article, model: str) -> str | None:
    """A digest of the article, the program and the model; None if the model cannot be identified.

    The path of the article is not included.
    """
    edition = _edition(model)
    if edition is None:
        return None
    return bytes_sha256(edition.encode() + b"\n" + msgspec.json.encode(replace(article, source="")))


@cache
def _edition(model: str) -> str | None:
    """Versions of what affects reading: this package's files, the model's package and the libraries it uses."""
    if not model.isidentifier() or importlib.util.find_spec(model) is None:
        return None  # a pipeline in a folder may be retrained under the same name
    try:
        versions = [f"{name} {importlib.metadata.version(name)}" for name in (model.replace("_", "-"), *_READERS)]
    except importlib.metadata.PackageNotFoundError:
        return None
    return "\n".join([_program(), *versions])


@cache
def _program() -> str:
    """A digest of all modules and lexicons of this package."""
    root = Path(__file__).parents[1]
    files = sorted(item for item in root.rglob("*") if item.suffix in {".py", ".toml"})
    lines = (f"{item.relative_to(root).as_posix()} {bytes_sha256(item.read_bytes())}\n" for item in files)
    return bytes_sha256("".join(lines).encode())


def load(folder: str | Path) -> Readings:
    """The analyses that a build kept in `folder`; empty if there are none or the file is damaged."""
    try:
        data = gzip.decompress((Path(folder) / NAME).read_bytes())
        lines = [msgspec.json.decode(line, type=_Line) for line in data.splitlines()]
    except (OSError, EOFError, ValueError, msgspec.MsgspecError):  # the file is missing, truncated or of another kind
        return Readings()
    return Readings({line.key: bytes(line.reading) for line in lines})


def write(readings: Sequence[Analysis], model: str, folder: Path) -> None:
    """Write `readings` into `folder` in the order of their keys; write nothing if the model cannot be identified."""
    found = {key: place for place, item in enumerate(readings) if (key := key_of(item.article, model))}
    if not found:
        return
    with (folder / NAME).open("wb") as file, gzip.GzipFile("", "wb", 6, file, mtime=0) as stream:
        for key, place in sorted(found.items()):
            stream.write(msgspec.json.encode(_Line(key, msgspec.Raw(record.dumps(readings[place])))) + b"\n")
