"""What several tests share: the checkout, the command in a process of its own, one build of the seeds a session."""

from __future__ import annotations

import gc
import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy: threads that wait for a product wait at full speed

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from onrecord import pipeline
from onrecord.settings import DEFAULT_MODEL

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"

# How long an example takes tells of the machine and what else runs on it, not of the property.
settings.register_profile(  # the same examples in every run; `make fuzz` tries new ones
    "tests", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("tests")


def command(*arguments: object, **options) -> subprocess.CompletedProcess[str]:
    """Run ``onrecord`` in a process of its own, in the folder `cwd`."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "graph"), "COLUMNS": "100", **options.pop("env", {})}
    words = [sys.executable, "-m", "onrecord", *map(str, arguments)]
    settings = {"capture_output": True, "text": True, "timeout": 300, "encoding": "utf-8", "errors": "replace"}
    return subprocess.run(words, check=False, env=environment, **(settings | options))


@pytest.fixture(scope="module", autouse=True)
def _kept_by_earlier_tests() -> None:
    """What the modules before keep is not searched for garbage again, and forked processes leave it where it is.

    Models, graphs and stories of thousands of tests are millions of objects: to search them takes a second each time.
    """
    gc.freeze()


@pytest.fixture(scope="session")
def onrecord_command():
    """The command as a user runs it; see `command`."""
    return command


@pytest.fixture(scope="session")
def nlp() -> Any:
    """The whole pipeline, loaded once a process."""
    return pipeline.reader(DEFAULT_MODEL)


@pytest.fixture(scope="session")
def built(tmp_path_factory) -> Path:
    """The output folder of one build of the seeds, made by the command in the checkout; not to be changed."""
    folder = tmp_path_factory.mktemp("built") / "out"
    done = command("build", "seeds/", "-o", folder, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    (folder.parent / "stdout.txt").write_text(done.stdout, encoding="utf-8")
    return folder
