"""SHA256SUMS: the digest of every file of an output, as ``sha256sum --check`` reads it.

It reveals files that were changed by accident or by somebody who did not update the sums. Anybody who can change the
output can also write new sums; only a copy of the sums kept elsewhere protects against that.
"""

from __future__ import annotations

import re
from pathlib import Path

from onrecord.ids import stream_sha256

NAME = "SHA256SUMS"
_LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)")


def write(folder: Path) -> None:
    """Write the digests of the files in `folder`, sorted by name, into its SHA256SUMS."""
    files = sorted(item for item in folder.iterdir() if item.is_file() and item.name != NAME)
    lines = (f"{_digest(item)}  {item.name}\n" for item in files)
    (folder / NAME).write_text("".join(lines), encoding="utf-8", newline="\n")


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return stream_sha256(stream)


def altered(folder: Path) -> list[str]:
    """Names of the files that do not have the digest that SHA256SUMS gives; empty if there is no SHA256SUMS."""
    return [
        name
        for name, digest in _given(folder).items()
        if (folder / name).is_file() and _digest(folder / name) != digest
    ]


def missing(folder: Path) -> list[str]:
    """A sentence for each missing file that SHA256SUMS names, or for SHA256SUMS itself."""
    given = _given(folder)
    if not given:
        return [f"{NAME}: there are no digests of the files"]
    return [f"{name}: was written and is not there" for name in given if not (folder / name).is_file()]


def _given(folder: Path) -> dict[str, str]:
    try:
        lines = (folder / NAME).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return {}
    found = (_LINE.fullmatch(line) for line in lines)
    return {match[2]: match[1] for match in found if match and "/" not in match[2]}
