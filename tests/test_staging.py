"""Outputs appear whole or not at all."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from onrecord import staging
from onrecord.errors import OutputError

GRAPH = Path(__file__).parents[1] / "graph"


def contents(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in sorted(folder.iterdir())}


def fill(folder: Path, word: str, names=("a", "b")) -> None:
    with staging.folder(folder) as stage:
        for name in names:
            (stage / name).write_text(word)


def fail(folder: Path, error: Exception) -> None:
    with staging.folder(folder) as stage:
        (stage / "a").write_text("two")
        raise error


def beside(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.parent.iterdir())


def test_a_new_folder_and_its_parents_appear_with_all_files(tmp_path):
    out = tmp_path / "deep" / "out"
    fill(out, "one")
    assert contents(out) == {"a": "one", "b": "one"}
    assert beside(out) == ["out"]


def test_a_second_run_replaces_the_first_and_keeps_files_of_others(tmp_path):
    out = tmp_path / "out"
    fill(out, "one")
    fill(out, "two")
    assert contents(out) == {"a": "two", "b": "two"}
    (out / "notes").write_text("mine")
    fill(out, "three")
    assert contents(out) == {"a": "three", "b": "three", "notes": "mine"}
    assert beside(out) == ["out"]


def test_the_working_folder_itself_can_be_written(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    fill(Path(), "one")
    assert contents(tmp_path) == {"a": "one", "b": "one"}


def test_an_error_leaves_what_was_there(tmp_path):
    out = tmp_path / "out"
    fill(out, "one")
    with pytest.raises(RuntimeError):
        fail(out, RuntimeError())
    assert contents(out) == {"a": "one", "b": "one"}
    assert beside(out) == ["out"]


def test_what_a_killed_run_left_is_swept_away(tmp_path):
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    left = tmp_path / f".out.onrecord-{dead.pid}"
    left.mkdir()
    (left / "a").write_text("half")
    alive = tmp_path / f".out.onrecord-{os.getppid()}"
    alive.mkdir()
    fill(tmp_path / "out", "one")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([alive.name, "out"])


def test_a_file_in_the_place_of_the_folder_is_named(tmp_path):
    (tmp_path / "out").write_text("a file")
    with pytest.raises(OutputError, match="it is a file, not a folder"), staging.folder(tmp_path / "out"):
        pass
    with pytest.raises(OutputError, match="it is a file, not a folder"):
        staging.check(tmp_path / "out")
    assert (tmp_path / "out").read_text() == "a file"


def test_a_check_leaves_nothing(tmp_path):
    staging.check(tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_one_sentence(tmp_path):
    out = tmp_path / "out"
    fill(out, "one")
    with pytest.raises(OutputError, match="the disk is full; what was there is as it was"):
        fail(out, OSError(28, "No space left on device"))
    assert contents(out) == {"a": "one", "b": "one"}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_device_is_written_as_it_is():
    with pytest.raises(OutputError, match="/dev/full: the disk is full"), staging.file("/dev/full") as stream:
        stream.write(b"x" * 100_000)


def test_a_file_appears_whole_or_not_at_all(tmp_path):
    path = tmp_path / "records.jsonl"
    with staging.file(path) as stream:
        stream.write(b"one\n")
    with pytest.raises(ZeroDivisionError), staging.file(path) as stream:
        stream.write(b"two" * (1 // (stream.write(b"half") - 4)))
    assert path.read_bytes() == b"one\n"
    assert beside(path) == ["records.jsonl"]


WRITER = """
import itertools, sys
from pathlib import Path
from onrecord import staging
print("ready", flush=True)
for turn in itertools.count():
    with staging.folder(sys.argv[1]) as stage:
        for name in "abcdefgh":
            (stage / name).write_text(str(turn))
"""


def test_killed_at_random_moments_the_folder_is_always_whole(tmp_path):
    out = tmp_path / "out"
    for turn in range(12):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(out)], env={"PYTHONPATH": str(GRAPH)}, stdout=subprocess.PIPE
        )
        writer.stdout.readline()
        time.sleep(0.003 * turn)
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        writer.stdout.close()
        if out.exists():
            assert sorted(contents(out)) == list("abcdefgh")
            assert len(set(contents(out).values())) == 1
    fill(out, "last", "abcdefgh")
    assert beside(out) == ["out"]
