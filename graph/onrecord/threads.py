"""How many threads matrix products use."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from threadpoolctl import ThreadpoolController


@contextmanager
def in_one_thread() -> Iterator[None]:
    """Within the block, or the function so decorated, matrix products use one thread: their last digits depend on it.

    Before and after they use as many as the process has set.
    """
    with _controller().limit(limits=1, user_api="blas"):
        yield


@cache
def _controller() -> ThreadpoolController:
    """The libraries loaded; cached, because looking for them takes a millisecond."""
    return ThreadpoolController()
