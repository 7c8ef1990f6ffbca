"""Takes the picture of the network page that the README shows: ``python scripts/picture.py out/network.html``."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

TARGET = Path(__file__).resolve().parents[1] / "docs" / "network.png"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def main(page: str) -> int:
    """Open `page` in Chromium at 1280 by 800 and write docs/network.png."""
    browser = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if browser is None:
        print("no Chromium is here: on Debian, apt-get install chromium")
        return 1
    with sync_playwright() as play:
        window = play.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        tab = window.new_page(viewport={"width": 1280, "height": 800})
        tab.goto(Path(page).resolve().as_uri())
        tab.wait_for_timeout(2_000)
        tab.screenshot(path=TARGET)
        window.close()
    print(f"wrote {TARGET.relative_to(TARGET.parents[1])}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
