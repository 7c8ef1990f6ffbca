"""Outputs appear whole or not at all, even when the run is killed or the disk is full.

Everything is written beside its place and moved there at the end: a folder in one step where the system can, else its
files one by one, each of them whole. What a killed run left behind is swept away by the next one.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from onrecord.errors import OutputError

_MARK = ".onrecord-"


def check(path: str | Path) -> None:
    """Raise OutputError where `folder` could not write into `path`; for use before long work."""
    with _faults(path):
        _make(_target(path)).rmdir()


@contextmanager
def folder(path: str | Path) -> Iterator[Path]:
    """A folder to write into; when the block ends well its files stand in `path`, otherwise `path` is untouched.

    Other files that are in `path` stay there. Raises OutputError where `path` cannot be written or the disk is full.
    """
    with _faults(path):
        target = _target(path)
        stage = _make(target)
    try:
        with _faults(path):
            yield stage
            _publish(stage, target)
    finally:
        shutil.rmtree(stage, ignore_errors=True)


@contextmanager
def file(path: str | Path) -> Iterator[BinaryIO]:
    """A binary stream whose bytes stand in the file `path` when the block ends well; ``-`` is standard output.

    Pipes and devices are written as they are. Raises OutputError where `path` cannot be written or the disk is full.
    """
    if str(path) == "-":
        yield sys.stdout.buffer
        return
    target = Path(os.path.realpath(path))
    with _faults(path):
        if target.exists() and not target.is_file():
            with target.open("wb") as stream:
                yield stream
            return
        _sweep(target)
        part = target.with_name(f".{target.name}{_MARK}{os.getpid()}")
        try:
            with part.open("wb") as stream:
                yield stream
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)


@contextmanager
def _faults(path: str | Path) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OutputError as error:  # a writer's own, which knows only the place beside
        if not isinstance(error.__cause__, OSError):
            raise
        raise OutputError(str(path), _fault(error.__cause__)) from error
    except OSError as error:
        raise OutputError(str(path), _fault(error)) from error


def _fault(error: OSError) -> str:
    full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
    fault = "the disk is full" if full else f"cannot be written: {error.strerror or error}"
    return f"{fault}; what was there is as it was"


def _target(path: str | Path) -> Path:
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, "it is a file, not a folder")
    return target


def _make(target: Path) -> Path:
    """An empty folder beside `target`, or inside it where nothing may be made beside it."""
    _sweep(target)
    name = f".{target.name}{_MARK}{os.getpid()}"
    target.parent.mkdir(parents=True, exist_ok=True)
    for place in (target.parent, target):
        stage = place / name
        try:
            shutil.rmtree(stage, ignore_errors=True)
            stage.mkdir()
        except OSError:
            if place == target or not target.is_dir():
                raise
        else:
            return stage
    raise AssertionError("one of the two places was tried last")


def _sweep(target: Path) -> None:
    """Remove what runs that no longer live left behind."""
    for place in (target.parent, target):
        for left in place.glob(f".{target.name}{_MARK}*") if place.is_dir() else ():
            pid = left.name.rpartition("-")[2]
            if pid.isdecimal() and not _lives(int(pid)):
                if left.is_dir():
                    shutil.rmtree(left, ignore_errors=True)
                else:
                    left.unlink(missing_ok=True)


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True


def _publish(stage: Path, target: Path) -> None:
    """Move the files of `stage` into `target`: at once where `target` is new or holds nothing but such files."""
    names = sorted(item.name for item in stage.iterdir())
    there = {item.name for item in target.iterdir() if item != stage} if target.is_dir() else set()
    at_once = stage.parent != target and not Path.cwd().is_relative_to(target)
    if at_once and not there:
        try:
            stage.rename(target)
        except OSError:  # a mount point, say: the files go one by one
            pass
        else:
            return
    if at_once and there <= set(names) and _exchange(stage, target):
        return
    target.mkdir(exist_ok=True)
    for name in names:
        (stage / name).replace(target / name)


def _exchange(left: Path, right: Path) -> bool:
    """Swap two folders in one step, as Linux can; False elsewhere."""
    try:
        renameat2 = ctypes.CDLL(None).renameat2
    except (OSError, AttributeError, TypeError):
        return False
    here, exchange = -100, 2  # AT_FDCWD, RENAME_EXCHANGE
    return bool(renameat2(here, os.fsencode(left), here, os.fsencode(right), exchange) == 0)
