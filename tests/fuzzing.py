"""How many examples a property is tried with: a few with the tests, and as long as it is told under ``make fuzz``."""

from __future__ import annotations

import functools
import os
import time
from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, settings

MINUTES = float(os.environ.get("ONRECORD_FUZZ_MINUTES", "0"))
"""Minutes in all, for five properties in each of two files that run side by side; 0 for a fixed number of examples."""
PROPERTIES = 5


def bounded(examples: int) -> Callable[[Any], Any]:
    """Try a property with `examples` examples, or with new ones until its part of `MINUTES` is over."""
    if not MINUTES:
        return settings(max_examples=examples, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))

    def decorate(test: Any) -> Any:
        inner = test.hypothesis.inner_test
        end: list[float] = []

        @functools.wraps(inner)
        def timed(*args: Any, **kwargs: Any) -> None:
            end[:] = end or [time.monotonic() + 60 * MINUTES / PROPERTIES]
            if time.monotonic() < end[0]:
                inner(*args, **kwargs)

        test.hypothesis.inner_test = timed
        found = settings(
            max_examples=1_000_000, deadline=None, print_blob=True, suppress_health_check=list(HealthCheck)
        )
        return found(test)

    return decorate
