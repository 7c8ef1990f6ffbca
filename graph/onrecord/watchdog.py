"""A limit on processor time, so that one article cannot hold up a run."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_AGAIN = 0.25
"""Seconds of processor time after which the signal is sent again to work that goes on."""


class OutOfTime(Exception):  # noqa: N818  # named for what happened
    """The work took more processor time than it was given."""


@contextmanager
def bounded(seconds: float) -> Iterator[None]:
    """Raise OutOfTime within the block once it has used `seconds` of processor time; 0 sets no limit.

    Signals reach only the main thread; in another thread, or on a system without such timers, there is no limit. An
    outer limit is restored at the end.
    """
    able = threading.current_thread() is threading.main_thread() and hasattr(signal, "setitimer")
    if not able or seconds <= 0:
        yield
        return
    before = signal.signal(signal.SIGPROF, _stop)
    # The signal is repeated: CPython can lose one signal to a race with another thread over the interpreter's lock, and
    # an exception raised within a finalizer is swallowed.
    signal.setitimer(signal.ITIMER_PROF, seconds, _AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise OutOfTime
