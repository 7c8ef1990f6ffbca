"""Outputs appear whole or not at all, even when the run is killed or the disk is full.

Everything is written beside its place and moved there at the end, a folder with all its files at once; what else is in
the folder stays. What a killed run left behind is swept away by the next one.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from onrecord.errors import OutputError

_MARK = ".onrecord-"
_ASIDE = "aside-"


class ReaderLeft(Exception):  # noqa: N818  # nothing is wrong: `| head` has what it wanted
    """Whoever read standard output has closed it."""


def check(path: str | Path) -> None:
    """Raise OutputError if `folder` could not write into `path`; for use before long work."""
    with _faults(path):
        _make(_target(path)).rmdir()


@contextmanager
def folder(path: str | Path) -> Iterator[Path]:
    """A folder to write into; when the block ends well its files stand in `path`, otherwise `path` is untouched.

    Other files that are in `path` stay there. Raises OutputError if `path` cannot be written or the disk is full.
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

    Pipes and devices are written as they are. Raises OutputError if `path` cannot be written or the disk is full.
    """
    if str(path) == "-":
        with standard_output() as stream:
            yield stream
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
def standard_output() -> Iterator[BinaryIO]:
    """The bytes of standard output, flushed at the end.

    Raises ReaderLeft if whoever read it has closed it, OutputError if it is closed from the start or full.
    """
    if sys.stdout is None:
        raise OutputError("standard output", "is closed, so there is nobody to tell")
    try:
        yield sys.stdout.buffer
        sys.stdout.flush()
    except BrokenPipeError as error:
        _discard_output()
        raise ReaderLeft from error
    except OSError as error:
        _discard_output()
        raise OutputError("standard output", f"cannot be written ({error.strerror or error})") from error


def _discard_output() -> None:
    """Let what is still to be written vanish, so that leaving the program does not fail over it once more."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


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
    """An empty folder beside `target`, or inside it if nothing may be made beside it."""
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
    """Remove what runs that no longer live left behind; what one of them had moved aside goes back to its place."""
    for place in (target.parent, target):
        for left in place.glob(f".{target.name}{_MARK}*") if place.is_dir() else ():
            pid = left.name.rpartition("-")[2]
            if not pid.isdecimal() or _lives(int(pid)):
                continue
            if left.name.endswith(f"{_ASIDE}{pid}") and not target.exists():
                left.rename(target)
            elif left.is_dir():
                shutil.rmtree(left, ignore_errors=True)
            else:
                left.unlink(missing_ok=True)


def _lives(pid: int) -> bool:
    """Whether a process other than this one has the number `pid`."""
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return pid != os.getpid()


def _publish(stage: Path, target: Path) -> None:
    """Move the files of `stage` into `target`, all at once if that can be."""
    names = sorted(item.name for item in stage.iterdir())
    for name in names:
        if (target / name).is_dir() and not (target / name).is_symlink():
            raise IsADirectoryError(errno.EISDIR, f"{name} in it is a folder")
    if stage.parent != target and not Path.cwd().is_relative_to(target) and _at_once(stage, target):
        return
    target.mkdir(exist_ok=True)
    for name in names:
        (stage / name).replace(target / name)


def _at_once(stage: Path, target: Path) -> bool:
    """Put `stage` in the place of `target`; False, with `target` as it was, if it is a mount point or has folders.

    Such a folder may be more than an output: somebody's home, where other programs work.
    """
    try:
        if not target.exists():
            stage.rename(target)
            return True
        others = [item for item in sorted(target.iterdir()) if not (stage / item.name).exists()]
        if any(item.is_dir() and not item.is_symlink() for item in others):
            return False
        there, here = target.stat(), stage.stat()
        if (there.st_uid, there.st_gid) != (here.st_uid, here.st_gid):
            os.chown(stage, there.st_uid, there.st_gid)
        shutil.copymode(target, stage)
        for item in others:
            os.link(item, stage / item.name, follow_symlinks=False)
        _exchange(stage, target)
    except OSError:
        return False
    for item in sorted(stage.iterdir()):  # what somebody else put there at the last moment
        if not os.path.lexists(target / item.name):
            item.rename(target / item.name)
    return True


def _exchange(stage: Path, target: Path) -> None:
    """Swap two folders: in one step, as Linux can, else in two, so that `target` is missing for a moment."""
    if _swap(stage, target):
        return
    aside = target.with_name(f".{target.name}{_MARK}{_ASIDE}{os.getpid()}")
    target.rename(aside)
    try:
        stage.rename(target)
    except OSError:
        aside.rename(target)
        raise
    aside.rename(stage)


def _swap(left: Path, right: Path) -> bool:
    """Swap two folders in one step, as Linux can; False elsewhere."""
    try:
        renameat2 = ctypes.CDLL(None).renameat2
    except (OSError, AttributeError, TypeError):
        return False
    here, exchange = -100, 2  # AT_FDCWD, RENAME_EXCHANGE
    return bool(renameat2(here, os.fsencode(left), here, os.fsencode(right), exchange) == 0)
