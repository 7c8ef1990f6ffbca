"""Writes docs/reference/dependencies.md: every package that Onrecord installs or ships, its version and its licence.

    python scripts/licences.py [--check]

Packages and versions are those of requirements/runtime.txt, licences what the installed packages declare; what the page
ships is read from the manifest of its files. ``make lock`` runs it. With ``--check`` nothing is written, and the status
is 1 if the page is out of date.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from email.message import Message
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import cast

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "reference" / "dependencies.md"
MANIFEST = ROOT / "graph" / "onrecord" / "network" / "page" / "vendor" / "manifest.json"
_PIN = re.compile(r"^(?P<name>[a-z0-9.-]+)==(?P<version>[^ ;\\]+)", re.MULTILINE)
_SPDX = {
    "Apache 2.0": "Apache-2.0",
    "Apache License": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD": "BSD-3-Clause",
    "BSD License": "BSD-3-Clause",
    "BSD 3-Clause License": "BSD-3-Clause",
    "The BSD 2-Clause License": "BSD-2-Clause",
    "ISC license": "ISC",
    "ISC License": "ISC",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}
"""SPDX identifiers of licences that packages declare in other words."""
HEAD = """# Dependencies and their licences

What `pip install onrecord` installs, pinned and checked by hash in `requirements/runtime.txt`. Each package keeps its
own licence. `make audit` looks the pinned versions up among known vulnerabilities.

| package | version | licence |
|---|---|---|
"""
SHIPPED = """
The page that Onrecord writes contains, with their licences beside them in `graph/onrecord/network/page/vendor/`:

| package | version | licence |
|---|---|---|
"""


def main() -> int:
    """Write the page or, with ``--check``, compare it."""
    made = page()
    if "--check" in sys.argv[1:]:
        if PAGE.read_text(encoding="utf-8") != made:
            print(f"{PAGE.relative_to(ROOT)} is out of date: run scripts/licences.py")
            return 1
        return 0
    PAGE.write_text(made, encoding="utf-8")
    return 0


def page() -> str:
    """The page's text."""
    return HEAD + "".join(_row(*row) for row in installed()) + SHIPPED + "".join(_row(*row) for row in vendored())


def installed() -> Iterator[tuple[str, str, str]]:
    """Name, version and licence of every pinned package that this system needs."""
    for match in _PIN.finditer((ROOT / "requirements" / "runtime.txt").read_text(encoding="utf-8")):
        try:
            yield match["name"], match["version"], licence(cast("Message", metadata(match["name"])))
        except PackageNotFoundError:  # a package for another system
            continue


def vendored() -> Iterator[tuple[str, str, str]]:
    """Name, version and licence of every package in the page."""
    files = json.loads(MANIFEST.read_text(encoding="utf-8")).values()
    yield from sorted({(item["package"], item["version"], item["licence"]) for item in files})


def licence(of: Message) -> str:
    """The licence that a package declares, as an SPDX expression where it can be told."""
    printed = str(of.get("License") or "").strip().splitlines()
    named = [
        str(line).rpartition(" :: ")[2] for line in of.get_all("Classifier") or [] if str(line).startswith("License ::")
    ]
    declared = [str(of.get("License-Expression") or ""), *(printed if len(printed) == 1 else ()), *named]
    for one in declared:
        found: str = _SPDX.get(one, one)
        if found and found not in {"UNKNOWN", "OSI Approved"}:
            return found
    return "not declared"


def _row(name: str, version: str, said: str) -> str:
    return f"| {name} | {version} | {said} |\n"


if __name__ == "__main__":
    sys.exit(main())
