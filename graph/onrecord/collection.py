"""When Python looks for objects that refer to one another in a circle and are reached from nowhere else."""

from __future__ import annotations

import gc

_YOUNG, _MIDDLE, _OLD = 50_000, 20, 100
"""New objects after which the young are looked through, and rounds after which the older are.

Python's own 700 and 10 are for programs that leave such circles behind. A build makes millions of records that live to
its end and hardly a circle: looking through them again and again took a fifth of its time and freed nothing.
"""


def collect_rarely() -> None:
    """Look for such objects rarely, in the whole process: for a process of our own, not for a library's caller."""
    gc.set_threshold(_YOUNG, _MIDDLE, _OLD)
