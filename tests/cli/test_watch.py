"""``onrecord watch``: a build that follows its input, in a process of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from conftest import ROOT

pytestmark = pytest.mark.model
FIRST = "Alder Foods sued Birch Bank on Monday, the bank said."
SECOND = "Norby fined Cedar Air in May 2020."


class Watching:
    """The running command and what it has said."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.said = folder.parent / "said.txt"
        with self.said.open("wb") as out:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "onrecord", "watch", str(folder), "-o", str(folder / "out"), "--every", "0.2",
                 *options],
                stdout=out, stderr=subprocess.STDOUT, env=os.environ | {"PYTHONPATH": str(ROOT / "graph")},
            )  # fmt: skip

    def text(self) -> str:
        return self.said.read_text(encoding="utf-8")

    def until(self, count: int) -> str:
        """Wait until it has built `count` times, or tried to; what it has said."""
        for _ in range(1200):
            if self.text().count("Waiting  for changes") >= count:
                return self.text()
            assert self.process.poll() is None, self.text()
            time.sleep(0.1)
        raise AssertionError(self.text())


def test_what_comes_goes_and_changes_is_built(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "one.txt").write_text(FIRST, encoding="utf-8")
    watching = Watching(folder)
    graph = folder / "out" / "graph.ttl"
    try:
        assert "1 article," in watching.until(1)
        (folder / "two.txt").write_text(SECOND, encoding="utf-8")
        watching.until(2)
        assert "Cedar Air" in graph.read_text(encoding="utf-8")
        (folder / "two.txt").unlink()
        watching.until(3)
        assert "Cedar Air" not in graph.read_text(encoding="utf-8")
        (folder / "one.txt").write_bytes(b"\xff\xfe\x00")
        said = watching.until(4)
        assert "one.txt: " in said.splitlines()[-3]
        assert "nothing was written" in said.splitlines()[-2]
        assert "Alder Foods" in graph.read_text(encoding="utf-8")
        time.sleep(1.5)
        assert watching.text() == said  # nothing changes, nothing is built: the output is no input
        watching.process.send_signal(signal.SIGTERM)
        assert watching.process.wait(20) == 128 + signal.SIGTERM
        assert "Traceback" not in watching.text()
    finally:
        watching.process.kill()


def test_settings_and_corrections_that_change_are_read_again(tmp_path: Path) -> None:
    folder, file, wrong = tmp_path / "in", tmp_path / "own.toml", tmp_path / "corrections.toml"
    folder.mkdir()
    (folder / "one.txt").write_text(FIRST, encoding="utf-8")
    file.write_text('[onrecord]\nbase = "https://one.example/id/"\n', encoding="utf-8")
    wrong.write_text("", encoding="utf-8")
    watching = Watching(folder, "--settings", str(file), "--corrections", str(wrong))
    graph = folder / "out" / "graph.ttl"
    try:
        watching.until(1)
        assert "https://one.example/id/" in graph.read_text(encoding="utf-8")
        file.write_text('[onrecord]\nbase = "https://other.example/id/"\n', encoding="utf-8")
        watching.until(2)
        assert "https://other.example/id/" in graph.read_text(encoding="utf-8")
        file.write_text("[onrecord]\nbase = 7\n", encoding="utf-8")
        assert "own.toml" in watching.until(3)
        file.write_text('[onrecord]\nbase = "https://one.example/id/"\n', encoding="utf-8")
        watching.until(4)
        assert "https://one.example/id/" in graph.read_text(encoding="utf-8")
    finally:
        watching.process.kill()
