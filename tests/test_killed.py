"""``onrecord build``, killed at random moments: the outputs are whole, old or new; the next run heals.

The model is loaded once; the command is then forked for each run. Ten kills with the tests, fifty under ``make fuzz``.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

import fuzzing
from conftest import ROOT

pytestmark = [
    pytest.mark.model,
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork"),
]

TEXTS = (
    'The regulator banned the service on Friday. "It is not safe," said Ann Lee, a spokeswoman for the regulator.\n',
    "Ministers told the firm to close its plant by Nov. 30. Ben Cole, its chief executive, refused, he told Reuters.\n",
)
CODE = """
import hashlib, json, os, random, shutil, signal, sys, time
from pathlib import Path
from onrecord import pipeline
from onrecord.articles import read
from onrecord.cli import main
from onrecord.settings import DEFAULT_MODEL

KILLS = int(sys.argv[1])
out = Path("out")
nlp = pipeline.reader(DEFAULT_MODEL)
for article in read(["0.txt", "1.txt"]):
    pipeline.analyse(article, nlp)

def start(number):
    child = os.fork()
    if child:
        return child
    sys.argv = ["onrecord", "build", f"{number}.txt", "-o", "out"]
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    try:
        main()
    except SystemExit as done:
        os._exit(done.code or 0)
    os._exit(9)

def complete(number):
    return os.waitstatus_to_exitcode(os.waitpid(start(number), 0)[1])

def state():
    if not out.exists():
        return "absent"
    found = hashlib.sha256()
    for path in sorted(out.iterdir()):
        if path.name != "notes":
            found.update(path.name.encode() + b"/" + path.read_bytes() + b"/")
    return ("with notes " if (out / "notes").exists() else "") + found.hexdigest()

def stages():
    try:
        return [path for path in Path().glob(".out.*") if any(path.iterdir())]
    except FileNotFoundError:  # it took its place in between
        return []

def prepare(turn):
    shutil.rmtree(out, ignore_errors=True)
    if turn % 3:
        shutil.copytree(f"whole{1 - turn % 2}", out)
    if turn % 3 == 2:
        (out / "notes").write_text("mine")

def writes(child):  # waits until a run has written something, or ended
    while not stages() and os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
        time.sleep(0.001)

whole, took, wrote = [], [], []
for number in (0, 1):
    shutil.rmtree(out, ignore_errors=True)
    began = time.monotonic()
    child = start(number)
    writes(child)
    first = time.monotonic()
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    took.append(time.monotonic() - began)
    wrote.append(time.monotonic() - first)
    whole.append(state())
    shutil.copytree(out, f"whole{number}")
chance = random.Random(50)
for turn in range(KILLS):
    prepare(turn)
    before = state()
    child = start(turn % 2)
    if turn % 5 < 2:  # any moment of the run
        time.sleep(chance.uniform(0, min(took)))
    else:  # any moment from the first file that is written
        writes(child)
        time.sleep(chance.uniform(0, 0.7 * min(wrote)))  # a quick run ends before the others
    os.kill(child, signal.SIGTERM if turn % 10 == 3 else signal.SIGKILL)
    ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    after, left = state(), len(list(Path().glob(".out.*")))
    healed = complete(turn % 2)
    row = {"turn": turn, "ended": ended, "before": before, "after": after, "left": left, "healed": healed}
    row |= {"new": whole[turn % 2], "then": state(), "beside": sorted(os.listdir())}
    print(json.dumps(row), flush=True)
"""


KILLS = 50 if fuzzing.MINUTES else 6


def test_kills_leave_the_old_outputs_or_the_new_ones_never_both(tmp_path):
    for number, text in enumerate(TEXTS):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "graph")}
    done = subprocess.run(
        [sys.executable, "-c", CODE, str(KILLS)], cwd=tmp_path, env=environment,
        capture_output=True, text=True, timeout=900, check=False,
    )  # fmt: skip
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(rows) == KILLS, done.stderr
    for row in rows:
        new = ("with notes " if row["before"].startswith("with notes ") else "") + row["new"]
        assert row["after"] in (row["before"], new), row
        assert (row["healed"], row["then"]) == (0, new), row
        assert row["beside"] == ["0.txt", "1.txt", "out", "whole0", "whole1"], row
    killed = [row for row in rows if row["ended"] != 0]
    assert len(killed) >= KILLS / 5, "many runs were killed before their end"
    assert sum(bool(row["left"]) for row in killed) >= KILLS // 6, "many of them while they wrote"
