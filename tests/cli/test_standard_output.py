"""Standard output that is closed, full, or left by its reader: no traceback, and the status says what happened."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT

pytestmark = [pytest.mark.model, pytest.mark.slow]

GOOD = 'The regulator banned the service on Friday. "It is not safe," said Ann Lee, a spokeswoman for the agency.\n'
ONRECORD = f"{sys.executable} -m onrecord"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    rows = [{"id": f"a{number}", "text": f"Ben Cole told {number} people. {GOOD}"} for number in range(40)]
    (tmp_path / "many.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return tmp_path


def shell(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "graph")}
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", line], cwd=folder, env=environment, check=False,
        capture_output=True, text=True, timeout=300,
    )  # fmt: skip


@pytest.mark.parametrize(
    "line", ["extract many.jsonl | head -1", "extract many.jsonl | true", "build good.txt -o out | true"]
)
def test_a_reader_that_has_left_is_no_error(folder, line):
    done = shell(f"{ONRECORD} {line}", folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert line.startswith("extract") or (folder / "out" / "graph.ttl").is_file()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize(
    "line", ["query > /dev/full", "extract many.jsonl > /dev/full", "build good.txt -o out > /dev/full"]
)
def test_a_full_output_is_one_sentence(folder, line):
    done = shell(f"{ONRECORD} {line}", folder)
    assert done.returncode == 2
    assert done.stderr == "onrecord: standard output: cannot be written (No space left on device)\n"


@pytest.mark.parametrize("line", ["query >&-", "extract good.txt >&-", "build good.txt -o out >&-"])
def test_a_closed_output_is_one_sentence(folder, line):
    done = shell(f"{ONRECORD} {line}", folder)
    assert done.returncode == 2
    assert done.stderr == "onrecord: standard output: is closed, so there is nobody to tell\n"
