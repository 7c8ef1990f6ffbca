"""The command in a process of its own that need not start: forked off one that has loaded the model.

It has its own arguments, folder, environment and standard streams, and ends with its own status. How Python starts
(its hash seed, what a command imports) and what a shell does with its streams need `conftest.command`, which costs two
seconds more.
"""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import onrecord
from onrecord import cli

_FORKS = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload(["warming"])
_STREAMS = ("stdin", "stdout", "stderr")


def command(
    *arguments: object,
    cwd: Path | None = None,
    input: str = "",  # noqa: A002  # as `subprocess.run` calls it
    env: dict[str, str] | None = None,
    merged: bool = False,
    timeout: float = 300,
) -> subprocess.CompletedProcess[str]:
    """Run ``onrecord`` in the folder `cwd`; with `merged`, what it writes on standard error is in standard output."""
    words = [str(word) for word in arguments]
    with tempfile.TemporaryDirectory(prefix="warm-") as name:
        paths = [str(Path(name, stream)) for stream in (*_STREAMS[:2], _STREAMS[1] if merged else _STREAMS[2])]
        Path(paths[0]).write_text(input, encoding="utf-8")
        run = _FORKS.Process(target=_run, args=(words, str(cwd or Path.cwd()), {**os.environ, **(env or {})}, paths))
        run.start()
        run.join(timeout)
        if run.is_alive():
            run.kill()
            raise subprocess.TimeoutExpired(words, timeout)
        said = [Path(path).read_text(encoding="utf-8", errors="replace") for path in paths[1:]]
        return subprocess.CompletedProcess(words, run.exitcode or 0, said[0], "" if merged else said[1])


def _run(words: list[str], folder: str, environment: dict[str, str], paths: list[str]) -> None:
    """In the forked process: be the command."""
    os.chdir(folder)
    os.environ.clear()
    os.environ.update({"COLUMNS": "100", **environment})
    for number, path in enumerate(paths):
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND if number else os.O_RDONLY)
        os.dup2(file, number)
        setattr(sys, _STREAMS[number], os.fdopen(number, "w" if number else "r", encoding="utf-8", closefd=False))
    sys.argv = [str(Path(onrecord.__file__).with_name("__main__.py")), *words]
    sys.modules["__main__"].__package__ = "onrecord"
    cli.main()
