"""How often Python's garbage collector looks for reference cycles."""

from __future__ import annotations

import gc

_YOUNG, _MIDDLE, _OLD = 5_000_000, 10, 100
"""Thresholds of the three generations: new objects, then collections of the generation below.

Python's defaults, 700 and 10, suit programs that create cycles. A build makes millions of records that live to its end
and hardly any cycle: collecting at the defaults took a fifth of its time and freed nothing.
"""


def collect_rarely() -> None:
    """Make garbage collection rare in the whole process; call it only in a process that belongs to Onrecord."""
    gc.set_threshold(_YOUNG, _MIDDLE, _OLD)
