"""What carries a build out: processes on this machine, or Spark on many."""

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
    """Reads, compares and writes; what is read and resolved is the same with every engine."""

    @property
    def comparer(self) -> Comparer:
        """Carries out the costly steps of resolution."""
        ...

    def check(self, folder: str) -> None:
        """Raise OutputError if `write` could not write into `folder`; for use before long work."""
        ...

    def read(self, given: Sequence[Article | ArticleError], settings: Settings) -> Iterator[Analysis | ArticleError]:
        """The analyses of `given` in their order; errors come out as values."""
        ...

    def write(self, story: Story, shown: Story, read: Sequence[Analysis], folder: str, settings: Settings) -> list[str]:
        """Write the outputs into `folder`, all or none; their names.

        The analyses are those of `story`, everything else tells of `shown`; `read` is what reading gave.
        """
        ...
