"""Pictures of a built page at three sizes, to be looked at; the middle one is the README's.

scripts/screenshots.py [out/network.html] [--folder out/screenshots] [--readme docs/network.png]
"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

SIZES = {"phone": (360, 740), "desktop": (1440, 900), "wide": (3840, 2160)}
LARGEST = 400_000
"""Bytes the README's picture may take."""


def main() -> int:
    """Take the pictures; exit code 1 where there is no Chromium or the README's picture is too large."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("page", nargs="?", default="out/network.html", type=Path)
    parser.add_argument("--folder", default="out/screenshots", type=Path)
    parser.add_argument("--readme", type=Path, help="where to put a copy of the desktop picture")
    chosen = parser.parse_args()
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        print("no Chromium on this machine: apt-get install chromium", file=sys.stderr)
        return 1
    if not chosen.page.is_file():
        print(f"{chosen.page} is not there: run make graph first", file=sys.stderr)
        return 1
    chosen.folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for scheme in ("light", "dark"):
            for name, (width, height) in SIZES.items():
                tab = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
                tab.goto(chosen.page.resolve().as_uri())
                tab.wait_for_selector("html[data-ready=true]")
                tab.wait_for_timeout(300)
                tab.screenshot(path=chosen.folder / f"{name}-{scheme}.png")
                tab.close()
        browser.close()
    print(f"six pictures in {chosen.folder}")
    if chosen.readme:
        chosen.readme.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(chosen.folder / "desktop-light.png", chosen.readme)
        size = chosen.readme.stat().st_size
        print(f"{chosen.readme}: {size:,} bytes")
        return int(size > LARGEST)
    return 0


if __name__ == "__main__":
    sys.exit(main())
