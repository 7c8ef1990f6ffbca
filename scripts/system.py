"""Sees to programs that are no Python packages: ``python3 scripts/system.py chromium rapper graphology``.

What is missing is installed with apt-get if that is there and we are root, modules for Node with npm into .cache/npm;
elsewhere one sentence says what to do.
Standard library only: it runs before anything is installed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

PROGRAMS = {"chromium": ("chromium", "chromium-browser", "google-chrome"), "rapper": ("rapper",), "java": ("java",)}
PACKAGES = {"chromium": ["chromium"], "rapper": ["raptor2-utils"], "java": ["openjdk-17-jre-headless"]}
MODULES = {"graphology": ["graphology@0.26.0", "graphology-gexf@0.13.2", "graphology-graphml@0.5.2"]}
"""By npm: with these Gephi Lite reads GEXF and GraphML."""
NODE = Path(".cache/npm")
WHY = {
    "chromium": "the tests of the page open it in a real browser",
    "rapper": "the tests load the graph into a second RDF parser",
    "java": "Spark runs on it",
    "graphology": "the tests read the network as Gephi Lite does",
}


def missing(name: str) -> bool:
    """Whether the program or module `name` is not there."""
    if name in MODULES:
        found = (NODE / "node_modules" / module.rpartition("@")[0] for module in MODULES[name])
        return shutil.which("node") is None or not all(folder.is_dir() for folder in found)
    return not any(shutil.which(program) for program in PROGRAMS[name])


def how(name: str) -> list[str]:
    """The command that installs what is missing."""
    if name in MODULES:
        return ["npm", "install", "--prefix", str(NODE), "--ignore-scripts", "--silent", "--no-audit", *MODULES[name]]
    return ["apt-get", "install", *PACKAGES[name]]


def install(name: str) -> bool:
    """Install a program or module; False if that is not ours to do or did not work."""
    if name in MODULES:
        NODE.mkdir(parents=True, exist_ok=True)
        return bool(shutil.which("npm")) and subprocess.run(how(name), check=False).returncode == 0
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        return False
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    apt = ["apt-get", "install", "--yes", "--no-install-recommends", "-qq", *PACKAGES[name]]
    for command in (["apt-get", "update", "-qq"], apt):
        if subprocess.run(command, check=False, env=environment, stdout=subprocess.DEVNULL).returncode != 0:
            return False
    return True


def main(names: list[str]) -> None:
    """Install what is missing of `names`; what stays missing is said, and only its tests are skipped."""
    for name in names:
        if not missing(name):
            continue
        print(f"Installing {name} ({WHY[name]}) …")
        if not install(name) or missing(name):
            print(f"{name} is missing: {WHY[name]}. Install it, on Debian with: {' '.join(how(name))}")


if __name__ == "__main__":
    os.chdir(Path(__file__).resolve().parents[1])
    main(sys.argv[1:])
