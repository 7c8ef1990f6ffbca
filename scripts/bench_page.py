"""How long the page takes to make and to open at 50, 500 and 5,000 nodes, in headless Chromium.

Opening is measured from the start of navigation to the first picture after the data are read; then everything is
shown at once, and the page is dragged about, which gives pictures a second.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from network.stories import large_story
from onrecord.network import page, project

LIMITS = {50: 1.0, 500: 2.0, 5000: 5.0}
"""Seconds that opening may take."""

_OPENED = "performance.getEntriesByName('onrecord-drawn')[0]?.startTime"
_DRAG = """async () => {
  const network = onrecord.drawing(), begin = performance.now();
  let pictures = 0;
  while (performance.now() - begin < 1500) {
    network.moveTo({ position: { x: 40 * Math.sin(pictures / 5), y: 0 }, scale: 0.2 + (pictures % 20) / 40 });
    await new Promise(requestAnimationFrame);
    pictures += 1;
  }
  return pictures / ((performance.now() - begin) / 1000);
}"""
_SHOW_ALL = """async () => {
  const begin = performance.now();
  document.getElementById('show-all').click();
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return (performance.now() - begin) / 1000;
}"""


def measure(browser: Any, path: Path) -> tuple[float, float, float]:
    """Seconds to open, seconds to show everything, pictures a second while it is dragged and zoomed."""
    tab = browser.new_page(viewport={"width": 1440, "height": 900})
    tab.goto(path.as_uri())
    tab.wait_for_function(_OPENED, timeout=60_000)
    opened = tab.evaluate(_OPENED) / 1000
    everything = tab.evaluate(_SHOW_ALL)
    rate = tab.evaluate(_DRAG)
    tab.close()
    return opened, everything, rate


def main() -> int:
    """Print one line a size; the exit code is 1 where a size takes longer to open than it may."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  # only this script needs it at run time

    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        print("page: no Chromium on this machine, not measured")
        return 0
    slow = False
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for nodes, limit in LIMITS.items():
            graph = project(large_story(nodes))
            begin = time.perf_counter()
            html = page(large_story(nodes), graph)
            made = time.perf_counter() - begin
            path = Path(folder) / f"{nodes}.html"
            path.write_text(html, encoding="utf-8")
            opened, everything, rate = measure(browser, path)
            slow = slow or opened > limit
            print(
                f"page  {len(graph):>5} nodes {graph.number_of_edges():>5} edges  {len(html) / 1e6:.2f} MB"
                f"  made {made:.1f} s  opens {opened:.2f} s (limit {limit:.0f})"
                f"  shows everything {everything:.2f} s  {rate:.0f} pictures/s"
            )
        browser.close()
    return int(slow)


if __name__ == "__main__":
    sys.exit(main())
