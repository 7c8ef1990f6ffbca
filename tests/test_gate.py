"""The quality gate: its floors make sense, and those on the seeds hold."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib

import pytest

from conftest import ROOT
from onrecord import evaluation

FLOORS = tomllib.loads((ROOT / "scripts" / "gate.toml").read_text(encoding="utf-8"))["gold"]


def gate(*words: str, gold: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "graph"), "ONRECORD_GOLD": gold}
    command = [sys.executable, str(ROOT / "scripts" / "gate.py"), *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment, timeout=600)


def test_floors_are_of_tasks_that_are_and_between_nothing_and_all():
    assert {entry["task"] for entry in FLOORS} - set(evaluation.TASKS) == {"bodies"}
    values = [floor for entry in FLOORS for floor in entry["floors"].values()]
    assert len(values) > 10
    assert all(0 < floor <= 1 for floor in values)
    assert sum(entry["file"] == "seeds" for entry in FLOORS) >= 3


@pytest.mark.model
@pytest.mark.slow
def test_the_floors_on_the_seeds_hold_and_missing_gold_is_said(tmp_path):
    done = gate(gold=str(tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "IS UNDER" not in done.stdout
    assert "seeds statements: statement.f1" in done.stdout
    missing = {entry["file"] for entry in FLOORS if entry["file"] != "seeds"}
    assert all(f"{name} is not in" in done.stdout for name in missing)
