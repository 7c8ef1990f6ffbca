"""How many examples a property is tried with: a few with the tests, and as long as it is told under ``make fuzz``."""

from __future__ import annotations

import functools
import os
import time
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.errors import FlakyStrategyDefinition

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
            if time.monotonic() > end[0]:
                pytest.skip("its time is over")  # what Hypothesis lets through at once
            inner(*args, **kwargs)

        test.hypothesis.inner_test = timed
        asked = {"max_examples": 10_000_000, "deadline": None, "print_blob": True}
        endless = settings(**asked, suppress_health_check=list(HealthCheck))(test)

        @functools.wraps(endless)
        def ended(*args: Any, **kwargs: Any) -> None:
            try:
                endless(*args, **kwargs)
            except (pytest.skip.Exception, FlakyStrategyDefinition):  # the latter where a test draws as it goes
                if time.monotonic() < end[0]:
                    raise

        return ended

    return decorate
