"""The default engine: this process, with further processes on this machine for reading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from onrecord import staging
from onrecord.errors import ArticleError
from onrecord.model import Analysis, Article, Story
from onrecord.outputs import write
from onrecord.reading import analyse_all
from onrecord.record import readings
from onrecord.resolve.comparing import HERE, Comparer
from onrecord.settings import Settings


@dataclass(slots=True)
class Processes:
    """Reads, in `jobs` processes, the articles that the folder's earlier build has not read; writes every output.

    With `aligned`, the graph is also written in terms of other vocabularies.
    """

    jobs: int = 1
    aligned: bool = False
    comparer: Comparer = HERE
    kept: readings.Readings = field(default_factory=readings.Readings)

    def check(self, folder: str) -> None:
        """Raise OutputError if `folder` cannot be written; takes over the analyses of an earlier build there."""
        staging.check(folder)
        self.kept = readings.load(folder)

    def read(self, given: Sequence[Article | ArticleError], settings: Settings) -> Iterator[Analysis | ArticleError]:
        """Yield the analyses of `given` in their order: those of the earlier build unchanged, the others read now."""
        kept = self.kept
        known = [
            (item, kept.of(item, settings.model) if kept and isinstance(item, Article) else None) for item in given
        ]
        new = [item for item, reading in known if reading is None]
        read = analyse_all(new, settings, self.jobs) if new else iter(())
        for _, reading in known:
            yield next(read) if reading is None else reading

    def write(self, story: Story, shown: Story, read: Sequence[Analysis], folder: str, settings: Settings) -> list[str]:
        """Write every output into `folder`, and the analyses for the next build there; returns the outputs' names."""
        return write(
            story,
            folder,
            shown,
            aligned=self.aligned,
            keep=lambda stage: readings.write(read, settings.model, stage),
        )
