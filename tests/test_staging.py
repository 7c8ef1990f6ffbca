"""Outputs appear whole or not at all."""

from __future__ import annotations

import itertools
import os
import shutil
import signal
import subprocess
import sys
from functools import partial
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


def test_rights_and_files_of_others_stay_and_a_folder_in_the_way_is_named(tmp_path):
    out = tmp_path / "out"
    fill(out, "one")
    out.chmod(0o700)
    (out / "notes").write_text("mine")
    (out / "notes").chmod(0o640)
    (out / "broken").symlink_to("nowhere")
    fill(out, "two")
    assert out.stat().st_mode & 0o777 == 0o700
    assert (out / "notes").stat().st_mode & 0o777 == 0o640
    assert (out / "broken").readlink() == Path("nowhere")
    assert (out / "a").read_text() == "two"
    (out / "a").unlink()
    (out / "a").mkdir()
    (out / "a" / "kept").write_text("mine")
    with pytest.raises(OutputError, match="a in it is a folder; what was there is as it was"):
        fill(out, "three")
    assert (out / "a" / "kept").read_text() == "mine"
    assert (out / "b").read_text() == "two"
    assert beside(out) == ["out"]


STEPS = ("open", "os.mkdir", "os.rename", "os.rmdir", "os.remove", "os.link", "shutil.rmtree", "ctypes.dlsym")
"""What a process does to files, as Python tells its audit hooks."""


def dies_at(step: int, work) -> bool:
    """Whether the process that does `work` was killed before its step number `step` on the file system."""
    child = os.fork()
    if child == 0:
        left = itertools.count(step, -1)

        def step_on(event: str, _: object) -> None:
            if event in STEPS and next(left) == 0:
                os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(step_on)
        work()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0
    return os.WIFSIGNALED(status)


def nothing(out: Path) -> None:
    pass


def ours(out: Path) -> None:
    fill(out, "old", "abc")


def others(out: Path) -> None:
    fill(out, "old", "abc")
    (out / "notes").write_text("mine")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
@pytest.mark.parametrize("swaps", [True, False], ids=["one step", "two steps"])
@pytest.mark.parametrize("before", [nothing, ours, others], ids=lambda given: given.__name__)
def test_killed_at_any_step_the_folder_is_whole_and_the_next_run_heals_it(tmp_path, monkeypatch, before, swaps):
    if not swaps:
        monkeypatch.setattr(staging, "_swap", lambda *_: False)
    out = tmp_path / "out"
    step, dies = 0, True
    while dies:
        shutil.rmtree(out, ignore_errors=True)
        before(out)
        old = contents(out) if out.exists() else {}
        new = {**old, "a": "new", "b": "new"} | ({"c": "new"} if old else {})
        dies = dies_at(step, partial(fill, out, "new", sorted(new.keys() - {"notes"})))
        found = contents(out) if out.exists() else {}
        assert found in ([old, new] if swaps else [old, new, {}]), f"killed before step {step}"
        staging.check(out)
        assert beside(out) == (["out"] if found or old else []), f"killed before step {step}"
        if old and not found:
            assert contents(out) == old, "what was moved aside comes back"
        step += 1
    assert found == new
    assert step >= 8, "there were steps to be killed at"
