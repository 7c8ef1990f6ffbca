"""A Chromium to drive, and pages to open in it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from onrecord import rdf
from onrecord.model import Story
from onrecord.network import render_page
from onrecord.rdf.query import questions
from stories import seeds_story


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api")
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        pytest.skip("no Chromium on this machine: apt-get install chromium")
    with playwright.sync_playwright() as running:
        browser = running.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


def built(story: Story, folder: Path) -> Path:
    """The page of `story` with its graph and the shipped questions, written to a file."""
    rdf.write_graph(story, folder)
    turtle = (folder / "graph.ttl").read_text(encoding="utf-8")
    html = render_page(story, queries={q.name: q.sparql for q in questions()}, turtle=turtle)
    path = folder / "network.html"
    path.write_text(html, encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def seeds_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(seeds_story(), tmp_path_factory.mktemp("seeds"))


class Visit:
    """An open page, with everything it asked for and complained of."""

    def __init__(self, tab: Any) -> None:
        self.tab = tab
        self.requests: list[str] = []
        self.faults: list[str] = []
        tab.on("request", lambda request: self.requests.append(request.url))
        tab.on(
            "console",
            lambda message: self.faults.append(message.text) if message.type in ("error", "warning") else None,
        )
        tab.on("pageerror", lambda error: self.faults.append(str(error)))
        tab.on("dialog", lambda dialog: (self.faults.append(f"dialog {dialog.message}"), dialog.dismiss()))

    def outside(self) -> list[str]:
        """Requests other than for the file itself and what it holds in itself."""
        return [url for url in self.requests[1:] if not url.startswith(("data:", "blob:"))]


@pytest.fixture
def visit(chromium: Any) -> Iterator[Callable[..., Visit]]:
    """Opens a page: ``visit(path, "#view=table", width=360, height=740)``."""
    contexts = []

    def opened(path: Path, fragment: str = "", width: int = 1440, height: int = 900, **options: Any) -> Visit:
        context = chromium.new_context(viewport={"width": width, "height": height}, offline=True, **options)
        contexts.append(context)
        context.set_default_timeout(60_000)  # a wait ends when what it waits for comes, however busy the machine
        seen = Visit(context.new_page())
        seen.tab.goto(path.as_uri() + fragment)
        seen.tab.wait_for_selector("html[data-ready=true]")
        return seen

    yield opened
    for context in contexts:
        context.close()
