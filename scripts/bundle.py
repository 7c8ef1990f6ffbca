"""Bundle the page's modules with esbuild into graph/onrecord/network/page/bundle/; for developers, needs npm.

What it writes is committed and ships in the wheel, so that a user needs no Node. `scripts/bundle.py --check` needs none
either: it compares the sources and the bundles with the digests recorded when the bundles were made.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "graph/onrecord/network/page"
BUNDLE = PAGE / "bundle"
ESBUILD = "esbuild@0.28.2"
ENTRIES = {"main.js": "esm", "worker.js": "iife"}
LIBRARIES = {"lit-html": "lit-html.js", "minisearch": "minisearch.js", "oxigraph": "oxigraph.js"}


def bundle() -> None:
    """Bundle every entry; modules keep scopes of their own, and licences stand in the output."""
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("bundling needs npm: apt-get install npm")
    for entry, form in ENTRIES.items():
        options = [
            f"js/{entry}", "--bundle", f"--format={form}", "--target=es2022", "--charset=utf8",
            "--minify-whitespace", "--minify-syntax", "--legal-comments=inline", "--log-level=warning",
            '--define:import.meta.url=""', f"--outfile=bundle/{entry}",
        ]  # fmt: skip
        options += [f"--alias:{name}=./vendor/{file}" for name, file in LIBRARIES.items()]
        subprocess.run([npm, "exec", "--yes", f"--package={ESBUILD}", "--", "esbuild", *options], check=True, cwd=PAGE)


def manifest() -> dict[str, object]:
    """The bundler, the digest of every source and of every bundle."""
    sources = [*sorted((PAGE / "js").glob("*.js")), *(PAGE / "vendor" / file for file in LIBRARIES.values())]
    return {
        "bundler": ESBUILD,
        "licence": "that of this project; of what is bundled from vendor/ see vendor/manifest.json",
        "bundles": {name: _digest(BUNDLE / name) for name in ENTRIES},
        "sources": {path.relative_to(PAGE).as_posix(): _digest(path) for path in sources},
    }


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main() -> None:
    """Bundle, or with --check compare what is there with the manifest."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare with the recorded digests; bundle nothing")
    path = BUNDLE / "manifest.json"
    if parser.parse_args().check:
        if json.loads(path.read_text(encoding="utf-8")) != manifest():
            sys.exit(f"{os.path.relpath(BUNDLE)} was not made from the modules beside it: run scripts/bundle.py")
        return
    BUNDLE.mkdir(exist_ok=True)
    bundle()
    path.write_text(json.dumps(manifest(), indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
