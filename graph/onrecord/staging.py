"""Outputs appear complete or not at all, even if the run is killed or the disk is full.

Everything is written next to its target and moved there at the end, a folder with all its files at once; other files
in the folder are kept. The next run removes whatever a killed run left behind.
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
    """The reader of standard output has closed it."""


def check(path: str | Path) -> None:
    """Raise OutputError if `folder` could not write into `path`; for use before long work."""
    with _faults(path):
        _make(_target(path)).rmdir()


@contextmanager
def folder(path: str | Path) -> Iterator[Path]:
    """A folder to write into; its files appear in `path` if the block ends without an error, else `path` is unchanged.

    Other files in `path` are kept. Raises OutputError if `path` cannot be written or the disk is full.
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
    """A binary stream that becomes the file `path` if the block ends without an error; ``-`` is standard output.

    Pipes and devices are written directly. Raises OutputError if `path` cannot be written or the disk is full.
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
    """Standard output as a binary stream, flushed at the end.

    Raises ReaderLeft if its reader has closed it, OutputError if it was closed from the start or the disk is full.
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
    """Discard what is still buffered, so that flushing it at exit does not fail a second time."""
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
    except OutputError as error:  # raised by the writer, which knows only the temporary path
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
    """An empty folder next to `target`, or inside it if nothing can be created next to it."""
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
    """Remove what dead runs left behind; put back what one of them had moved aside."""
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
    """Whether a process other than this one has the id `pid`."""
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return pid != os.getpid()


def _publish(stage: Path, target: Path) -> None:
    """Move the files of `stage` into `target`, all at once if possible."""
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
    """Replace `target` by `stage`; False, with `target` unchanged, if it is a mount point or has subfolders.

    Such a folder may be more than an output: a home directory, for example, that other programs use.
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
    for item in sorted(stage.iterdir()):  # files that another program created at the last moment
        if not os.path.lexists(target / item.name):
            item.rename(target / item.name)
    return True


def _exchange(stage: Path, target: Path) -> None:
    """Swap two folders: in one step on Linux, elsewhere in two, between which `target` is missing for a moment."""
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
    """Swap two folders in one step; returns False if the system cannot."""
    try:
        renameat2 = ctypes.CDLL(None).renameat2
    except (OSError, AttributeError, TypeError):
        return False
    here, exchange = -100, 2  # AT_FDCWD, RENAME_EXCHANGE
    return bool(renameat2(here, os.fsencode(left), here, os.fsencode(right), exchange) == 0)
