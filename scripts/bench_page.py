"""How long the page takes to make and to open at 50, 500 and 5,000 nodes, in headless Chromium.

Opening is measured from the start of navigation to the first picture after the data are read; then everything is
shown at once, and the page is dragged about and zoomed: pictures a second, and what one costs all processes of the
browser, which says more where the machine has other work.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from onrecord.network import project_story, render_page
from stories import large_story

LIMITS = {50: 1.0, 500: 2.0, 5000: 5.0}
"""Seconds that opening may take."""

_OPENED = "performance.getEntriesByName('onrecord-drawn')[0]?.startTime"
_MOVES = {
    "drag": "{ position: { x: 60 * Math.sin(pictures / 7), y: 40 * Math.cos(pictures / 9) } }",
    "zoom": "{ scale: start * (1 + 0.6 * Math.sin(pictures / 12)) }",
}
_MOVE = """async () => {{
  const network = onrecord.drawing(), start = network.getScale(), begin = performance.now();
  let pictures = 0;
  while (performance.now() - begin < 1500) {{
    network.moveTo({move});
    await new Promise(requestAnimationFrame);
    pictures += 1;
  }}
  return [pictures, (performance.now() - begin) / 1000];
}}"""
_SHOW_ALL = """async () => {
  const begin = performance.now();
  document.getElementById('show-all').click();
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return (performance.now() - begin) / 1000;
}"""


@dataclass(frozen=True)
class Measured:
    """Seconds to open and to show everything; for each way of moving pictures a second and CPU seconds a picture."""

    opened: float
    everything: float
    moves: dict[str, tuple[float, float]]


def measure(browser: Any, path: Path) -> Measured:
    """Open the page at `path`, show everything, drag it and zoom it."""
    tab = browser.new_page(viewport={"width": 1440, "height": 900})
    tab.goto(path.as_uri())
    tab.wait_for_selector("html[data-ready=true]", timeout=60_000)
    tab.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    opened = tab.evaluate(_OPENED) / 1000
    everything = tab.evaluate(_SHOW_ALL)
    moves = {}
    for name, move in _MOVES.items():
        before = _cpu(browser)
        pictures, seconds = tab.evaluate(_MOVE.format(move=move))
        moves[name] = pictures / seconds, (_cpu(browser) - before) / pictures
    tab.close()
    return Measured(opened, everything, moves)


def _cpu(browser: Any) -> float:
    """Seconds of processor time that all processes of the browser have used."""
    session = browser.new_browser_cdp_session()
    found = session.send("SystemInfo.getProcessInfo")["processInfo"]
    session.detach()
    return sum(float(process["cpuTime"]) for process in found)


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
            graph = project_story(large_story(nodes))
            begin = time.perf_counter()
            html = render_page(large_story(nodes), graph)
            made = time.perf_counter() - begin
            path = Path(folder) / f"{nodes}.html"
            path.write_text(html, encoding="utf-8")
            found = measure(browser, path)
            slow = slow or found.opened > limit
            moves = "  ".join(
                f"{name} {rate:.0f} pictures/s, {cpu * 1000:.0f} ms of CPU each"
                for name, (rate, cpu) in found.moves.items()
            )
            print(
                f"page  {len(graph):>5} nodes {graph.number_of_edges():>5} edges  {len(html) / 1e6:.2f} MB"
                f"  made {made:.1f} s  opens {found.opened:.2f} s (limit {limit:.0f})"
                f"  shows everything {found.everything:.2f} s  {moves}"
            )
        browser.close()
    return int(slow)


if __name__ == "__main__":
    sys.exit(main())
