"""Sees to programs that are no Python packages: ``python3 scripts/system.py chromium rapper``.

What is missing is installed with apt-get where that is there and we are root; elsewhere one sentence says what to do.
Standard library only: it runs before anything is installed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

PROGRAMS = {"chromium": ("chromium", "chromium-browser", "google-chrome"), "rapper": ("rapper",)}
PACKAGES = {"chromium": ["chromium"], "rapper": ["raptor2-utils"]}
WHY = {
    "chromium": "the tests of the page open it in a real browser",
    "rapper": "the tests load the graph into a second RDF parser",
}


def missing(name: str) -> bool:
    """Whether the program `name` is not there."""
    return not any(shutil.which(program) for program in PROGRAMS[name])


def install(packages: list[str]) -> bool:
    """Install Debian packages; False where that is not ours to do or did not work."""
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        return False
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    apt = ["apt-get", "install", "--yes", "--no-install-recommends", "-qq", *packages]
    for command in (["apt-get", "update", "-qq"], apt):
        if subprocess.run(command, check=False, env=environment, stdout=subprocess.DEVNULL).returncode != 0:
            return False
    return True


def main(names: list[str]) -> None:
    """Install what is missing of `names`; a missing browser or parser is said, and only its tests are skipped."""
    for name in names:
        if not missing(name):
            continue
        packages = PACKAGES[name]
        print(f"Installing {' '.join(packages)} ({WHY[name]}) …")
        if not install(packages) or missing(name):
            print(f"{name} is missing: {WHY[name]}. Install it, on Debian with: apt-get install {' '.join(packages)}")


if __name__ == "__main__":
    os.chdir(Path(__file__).resolve().parents[1])
    main(sys.argv[1:])
