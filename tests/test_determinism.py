"""The same input gives the same bytes: whatever its order, the hash seed, the number of processes, the folder."""

from __future__ import annotations

import shutil

import pytest

from conftest import ROOT, SEEDS, command

pytestmark = [pytest.mark.model, pytest.mark.slow]


def contents(folder):
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def assert_same(folder, built):
    here, there = contents(folder), contents(built)
    assert here.keys() == there.keys()
    assert [name for name in here if here[name] != there[name]] == []


def test_shuffled_input_other_hash_seed_two_processes(built, tmp_path):
    names = sorted((f"seeds/{path.name}" for path in SEEDS.glob("*.txt")), reverse=True)
    names = [*names[1::2], *names[::2]]
    done = command(
        "build", *names, "-o", tmp_path / "out", "--jobs", 2, cwd=ROOT, env={"PYTHONHASHSEED": "4711", "LC_ALL": "C"}
    )
    assert done.returncode == 0, done.stderr
    assert_same(tmp_path / "out", built)


def test_a_copied_checkout_in_another_folder(built, tmp_path):
    copy = tmp_path / "another place" / "copy"
    for name in ("graph", "ontology", "seeds"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    done = command(
        "build", "seeds/", "-o", "out", cwd=copy, env={"PYTHONPATH": str(copy / "graph"), "PYTHONHASHSEED": "1"}
    )
    assert done.returncode == 0, done.stderr
    assert_same(copy / "out", built)
