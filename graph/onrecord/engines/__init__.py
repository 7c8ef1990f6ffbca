"""The engines that run a build: processes on this machine, or Spark on many machines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from onrecord.engines.processes import Processes
from onrecord.errors import ArticleError
from onrecord.model import Analysis, Article, Story
from onrecord.resolve.comparing import Comparer
from onrecord.settings import Settings

__all__ = ["Engine", "Processes"]


class Engine(Protocol):
    """Reads, compares and writes; the analyses and the story are the same with every engine."""

    @property
    def comparer(self) -> Comparer:
        """Runs the expensive steps of resolution."""
        ...

    def check(self, folder: str) -> None:
        """Raise OutputError if `write` could not write into `folder`; to be called before long work."""
        ...

    def read(self, given: Sequence[Article | ArticleError], settings: Settings) -> Iterator[Analysis | ArticleError]:
        """Yield the analyses of `given` in their order; an article that fails yields its error."""
        ...

    def write(self, story: Story, shown: Story, read: Sequence[Analysis], folder: str, settings: Settings) -> list[str]:
        """Write all outputs into `folder`, or none if one fails; returns their names.

        The analyses written are those of `story`, and all other outputs describe `shown`; `read` are the analyses as
        returned by `read`.
        """
        ...
