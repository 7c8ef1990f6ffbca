"""The commands, queries and programs that the documentation shows, run as a reader would run them.

Fenced blocks of README.md and docs/ are read in order; each file has a folder of its own, with the seeds in it.

* ``console``: lines after ``$`` are run by a shell; what follows them is their output and must be what they print.
  A line ``…`` stands for any number of lines.
* ``sh``: every line is run and must end with status 0. Lines that call make are checked by a dry run.
* ``python``: run in one interpreter a file; must not raise. ``sparql``: asked of the graph; must have an answer.
* ``toml``, ``csv`` and ``json`` blocks with a ``title="NAME"`` are the file of that name.
* Other languages are not run; ``bash`` shows commands for programs that are not part of this project.

``scripts/sessions.py README.md docs/…`` writes the outputs of ``console`` blocks anew.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_FENCE = re.compile(r"^```(\w+)([^\n`]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_TITLE = re.compile(r'title="([^"]+)"')
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: its language, what else its first line says, its text, and where it begins in the file."""

    language: str
    attributes: str
    text: str
    start: int
    line: int

    @property
    def title(self) -> str | None:
        """The name of the file that the block shows, where it shows one."""
        found = _TITLE.search(self.attributes)
        return found[1] if found else None


def pages() -> list[Path]:
    """README.md and the pages of docs/ that are written by hand, sorted."""
    generated = {ROOT / "docs" / "reference" / f"{name}.md" for name in ("ontology", "questions", "command")}
    docs = sorted((ROOT / "docs").rglob("*.md"))
    return [ROOT / "README.md", *(path for path in docs if path not in generated)]


def blocks(text: str) -> list[Block]:
    """The fenced blocks of a page, in order."""
    return [
        Block(match[1], match[2], match[3], match.start(3), text.count("\n", 0, match.start()) + 1)
        for match in _FENCE.finditer(text)
    ]


@contextmanager
def folder(out: Path | None = None) -> Iterator[Path]:
    """A folder as a reader has it: the seeds, and `out` as the output of the main job where it is given."""
    with tempfile.TemporaryDirectory(prefix="docs-") as name:
        place = Path(name, "reader")
        place.mkdir()
        for shared in ("seeds", "ontology"):
            (place / shared).symlink_to(ROOT / shared)
        (place / "bin").mkdir()
        command = place / "bin" / "onrecord"
        command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m onrecord "$@"\n', encoding="utf-8")
        command.chmod(0o755)
        (place / "bin" / "python").symlink_to(sys.executable)
        if out is not None:
            _copy(out, place / "out")
        yield place


def _copy(source: Path, target: Path) -> None:
    target.mkdir()
    for path in source.iterdir():
        (target / path.name).write_bytes(path.read_bytes())


def shell(command: str, place: Path) -> subprocess.CompletedProcess[str]:
    """Run a command line in `place` as a reader would, standard error behind standard output."""
    environment = {
        **os.environ,
        "PATH": f"{place / 'bin'}{os.pathsep}{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT / "graph"),
        "COLUMNS": "100",
    }
    if command.startswith("make "):
        command, place = f"make --dry-run {command.removeprefix('make ')}", ROOT
    return subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=place,
        env=environment,
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        timeout=300,
    )


def turns(text: str) -> list[tuple[str, str]]:
    """The commands of a console block, each with the output that the block shows."""
    found: list[tuple[str, list[str]]] = []
    for line in text.splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        elif found[-1][0].endswith("\\") and not found[-1][1]:
            found[-1] = (f"{found[-1][0]}\n{line}", [])
        else:
            found[-1][1].append(line)
    return [(command, "\n".join(lines)) for command, lines in found]


def agrees(shown: str, printed: str) -> bool:
    """Whether `printed` is what the block shows, with ``…`` on a line of its own for lines left out."""
    parts = ["".join(f"{re.escape(line)}\n" for line in part.splitlines()) for part in _parts(shown)]
    return re.fullmatch("(?:.*\n)*?".join(parts), _lines(printed)) is not None


def _parts(shown: str) -> list[str]:
    return re.split(rf"^{_ELLIPSIS}\n", f"{shown}\n" if shown else "", flags=re.MULTILINE)


def _lines(printed: str) -> str:
    return "".join(f"{line.rstrip()}\n" for line in printed.splitlines())


def rewritten(text: str, place: Path) -> str:
    """The page `text` with the outputs of its console blocks as they are now; blocks with ``…`` stay."""
    parts, end = [], 0
    for block in blocks(text):
        if block.title:
            (place / block.title).write_text(block.text, encoding="utf-8")
        if block.language == "console":
            said = [(command, shown, _lines(shell(command, place).stdout)) for command, shown in turns(block.text)]
            new = "".join(f"$ {command}\n{_kept(shown, printed)}" for command, shown, printed in said)
            parts += [text[end : block.start], new]
            end = block.start + len(block.text)
    return "".join(parts) + text[end:]


def _kept(shown: str, printed: str) -> str:
    if _ELLIPSIS not in shown.splitlines():
        return printed
    if agrees(shown, printed):
        return f"{shown}\n"
    head = shown.splitlines().index(_ELLIPSIS)
    tail = len(shown.splitlines()) - head - 1
    lines = printed.splitlines()
    return "".join(f"{line}\n" for line in [*lines[:head], _ELLIPSIS, *lines[len(lines) - tail :]])


def main(names: list[str]) -> int:
    """Write the outputs of the console blocks of the named pages anew, or of all pages."""
    with folder() as first:
        shell("onrecord build seeds/ -o out/", first)
        for path in [Path(name) for name in names] or pages():
            text = path.read_text(encoding="utf-8")
            if not any(block.language == "console" for block in blocks(text)):
                continue
            with folder(first / "out") as place:
                new = rewritten(text, place)
            if new != text:
                path.write_text(new, encoding="utf-8")
                print(f"{path}: outputs written anew")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
