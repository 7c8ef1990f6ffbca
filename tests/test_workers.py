"""Work shared out among processes: results in order, processes that die, runs that are stopped."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import ROOT
from onrecord.workers import Workers

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")


def doubled(items: list[int]) -> list[int | str]:
    return [2 * item for item in items]


def fatal(items: list[int], of: frozenset[int]) -> list[int | str]:
    """Dies of some numbers, after others were done."""
    for item in items:
        if item in of:
            os.kill(os.getpid(), signal.SIGKILL)
    return doubled(items)


def fatal_once(items: list[int], mark: Path) -> list[int | str]:
    if 11 in items and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return doubled(items)


def slow(items: list[int], at: Path) -> list[int | str]:
    (at / str(os.getpid())).touch()
    time.sleep(60)
    return doubled(items)


def lost(item: int) -> str:
    return f"lost {item}"


def nothing() -> None:
    pass


def results(work, items, jobs=2) -> list[int | str]:
    return list(Workers(jobs, work, lost, nothing).map(items))


@settings(max_examples=6)
@given(st.integers(0, 90), st.integers(1, 3))
def test_results_come_in_the_order_of_the_items(count: int, jobs: int) -> None:
    assert results(doubled, range(count), jobs) == [2 * item for item in range(count)]
    assert multiprocessing.active_children() == []


@settings(max_examples=5)
@given(st.frozensets(st.integers(0, 39), max_size=4), st.integers(1, 3))
def test_a_dying_process_costs_only_the_item_it_died_of(deadly: frozenset[int], jobs: int) -> None:
    found = results(partial(fatal, of=deadly), range(40), jobs)
    assert found == [f"lost {item}" if item in deadly else 2 * item for item in range(40)]
    assert multiprocessing.active_children() == []


def test_what_was_killed_once_is_done_again(tmp_path: Path) -> None:
    assert results(partial(fatal_once, mark=tmp_path / "mark"), range(30)) == [2 * item for item in range(30)]


def test_a_process_that_cannot_begin_loses_its_items() -> None:
    assert list(Workers(2, doubled, lost, partial(os._exit, 3)).map(range(3))) == ["lost 0", "lost 1", "lost 2"]


def test_items_are_taken_only_a_little_ahead() -> None:
    taken: list[int] = []

    def items():
        for number in range(10_000):
            taken.append(number)
            yield number

    found = Workers(2, doubled, lost, nothing).map(items())
    assert next(found) == 0
    assert len(taken) < 200
    found.close()
    assert multiprocessing.active_children() == []


def test_a_reader_that_leaves_ends_processes_at_work(tmp_path: Path) -> None:
    found = Workers(2, partial(slow, at=tmp_path), lost, nothing).map(range(40))

    class Left(Exception):  # noqa: N818  # named for what happened
        pass

    def leave(_number, _frame):
        raise Left

    before = signal.signal(signal.SIGALRM, leave)
    signal.setitimer(signal.ITIMER_REAL, 1)
    start = time.monotonic()
    try:
        with pytest.raises(Left):
            next(found)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    assert time.monotonic() - start < 30
    assert multiprocessing.active_children() == []


RUN = """
import os, signal, sys, time
sys.path[:0] = {paths!r}
import test_workers
from functools import partial
from pathlib import Path
from onrecord.workers import Workers
signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
signal.signal(signal.SIGINT, signal.default_int_handler)  # what a shell starts in the background ignores it
work = partial(test_workers.{work}, at=Path({at!r}))
found = Workers(2, work, test_workers.lost, test_workers.nothing).map(range(40))
next(found)
time.sleep(60)
"""


def running(work: str, at: Path) -> subprocess.Popen[bytes]:
    """A run whose two processes have begun to work."""
    code = RUN.format(paths=[str(ROOT / "tests"), str(ROOT / "graph")], at=str(at), work=work)
    run = subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.DEVNULL, start_new_session=True)
    while len(list(at.iterdir())) < 2:
        assert run.poll() is None
        time.sleep(0.05)
    return run


def left(at: Path) -> list[str]:
    return [path.name for path in at.iterdir() if Path(f"/proc/{path.name}").exists()]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_stopped_run_leaves_no_process_behind(tmp_path: Path, number: signal.Signals) -> None:
    run = running("slow", tmp_path)
    os.killpg(run.pid, number)  # as a terminal does: to all processes of the run
    assert run.wait(30) != 0
    assert left(tmp_path) == []


def test_a_run_told_to_end_alone_ends_its_processes(tmp_path: Path) -> None:
    run = running("slow", tmp_path)
    run.terminate()
    assert run.wait(30) == 128 + signal.SIGTERM
    assert left(tmp_path) == []


def test_processes_of_a_run_that_was_killed_end(tmp_path: Path) -> None:
    run = running("doubled_at", tmp_path)
    run.kill()
    run.wait()
    end = time.monotonic() + 30
    while left(tmp_path):
        assert time.monotonic() < end
        time.sleep(0.05)


def doubled_at(items: list[int], at: Path) -> list[int | str]:
    time.sleep(0.3)  # so that one process does not do it all
    (at / str(os.getpid())).touch()
    return doubled(items)
