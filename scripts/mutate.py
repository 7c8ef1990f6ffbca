"""Apply the mutations of ``scripts/mutations.toml`` one at a time and run the tests that should catch them.

    mutate.py [WORD…]     only mutations whose description or file holds one of the words

The tests run in a copy of the project, without those that load the model. Every mutation that no test catches is
named, and the status is 1.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
COPIED = ("graph", "ontology", "scripts", "seeds", "tests", "docs", "pyproject.toml")


@dataclass(frozen=True, slots=True)
class Mutation:
    """A change that breaks one promise, and the tests that hold it."""

    what: str
    file: str
    old: str
    new: str
    tests: list[str]


def main(words: Sequence[str]) -> int:
    """Run the chosen mutations, or all of them."""
    table = tomllib.loads((ROOT / "scripts" / "mutations.toml").read_text(encoding="utf-8"))
    chosen = [Mutation(**row) for row in table["mutation"]]
    chosen = [item for item in chosen if not words or any(word in item.what + item.file for word in words)]
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        for name in COPIED:
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
            copy(ROOT / name, place / name)
        if not passes(place, sorted({test for item in chosen for test in item.tests})):
            print("the tests fail without any mutation")
            return 1
        left = [item for item in chosen if not caught(place, item)]
    print(f"{len(chosen) - len(left)} of {len(chosen)} mutations are caught")
    return 1 if left else 0


def caught(place: Path, mutation: Mutation) -> bool:
    """Whether a test fails with the mutation."""
    path = place / "graph" / "onrecord" / mutation.file
    text = path.read_text(encoding="utf-8")
    if text.count(mutation.old) != 1:
        print(
            f"STALE     {mutation.file}: {mutation.what}: what it changes stands there {text.count(mutation.old)} times"
        )
        return False
    path.write_text(text.replace(mutation.old, mutation.new), encoding="utf-8")
    found = not passes(place, mutation.tests)
    path.write_text(text, encoding="utf-8")
    print(f"{'caught   ' if found else 'SURVIVES '} {mutation.file}: {mutation.what}", flush=True)
    return found


def passes(place: Path, tests: Sequence[str]) -> bool:
    """Whether the tests pass in the copy."""
    words = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-x",
        "-p",
        "no:cacheprovider",
        "-m",
        "not model and not slow",
        *tests,
    ]
    done = subprocess.run(words, cwd=place, check=False, capture_output=True, text=True)
    if done.returncode not in (0, 1):
        raise SystemExit(done.stdout + done.stderr)
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
