"""What a run read, found and left out: as numbers and as the lines shown in the terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.counts import counted
from onrecord.model import Story
from onrecord.story.asserted import is_asserted
from onrecord.story.own_record import lines, printings


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """One build. `skipped` has a sentence for each input that was left out, `files` the names of the files written.

    `passed_over` has one for each folder with files that are no articles by their kinds, which is no fault.
    """

    articles: int = 0
    words: int = 0
    furniture: int = 0
    """Number of passages (page furniture, bylines) that are kept in the text but not analysed."""
    undated: int = 0
    without_date: tuple[str, ...] = ()
    """Ids of the first articles without a date of publication."""
    actors: int = 0
    named: int = 0
    merged: int = 0
    """Number of named actors that more than one article mentions."""
    statements: int = 0
    printings: int = 0
    modes: tuple[tuple[str, int], ...] = ()
    actions: int = 0
    asserted: int = 0
    reports: int = 0
    left_out: tuple[int, int] = (0, 0)
    """Number of statements and of reports of actions that only the readings hold: no line of them is clear alone."""
    disagreements: int = 0
    apparent: int = 0
    """Disagreements of which all positions may hold."""
    skipped: tuple[str, ...] = ()
    passed_over: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    folder: str = ""
    files: tuple[str, ...] = ()

    def lines(self) -> list[str]:
        """The summary in sentences, in a fixed order."""
        modes = f" ({', '.join(f'{count} {mode}' for mode, count in self.modes)})" if self.modes else ""
        left_out = f"{counted(self.furniture, 'passage')} of bylines and page furniture left out"
        named = f"{self.named} of them named, {self.merged} in more than one article"
        said = f"{self.asserted} asserted by an article itself"
        lines = [
            f"Read     {counted(self.articles, 'article')}, {self.words:,} words; {left_out}",
            f"         {self.articles - self.undated} with a date of publication, {self.undated} without",
            f"Found    {counted(self.actors, 'actor')}, {named}",
            f"         {counted(self.statements, 'statement')} printed {counted(self.printings, 'time')}{modes}",
            f"         {counted(self.actions, 'action')} reported {counted(self.reports, 'time')} ({said})",
        ]
        if any(self.left_out):
            both = [counted(*pair) for pair in zip(self.left_out, ("statement", "report"), strict=True)]
            lines.append(f"         {both[0]} and {both[1]} only in the readings: no line of them is clear alone")
        if self.undated:
            names = ", ".join(self.without_date)
            lines.insert(2, f"         undated: {names}; their weekdays and days without a year may stay open")
        if self.disagreements:
            only = f", {self.apparent} of which may all hold, as a note explains" if self.apparent else ""
            lines.append(f"         {counted(self.disagreements, 'disagreement')} between accounts{only}")
        lines += [f"Skipped  {sentence}" for sentence in (*self.skipped, *self.passed_over)] or ["Skipped  nothing"]
        lines += [f"Note     {sentence}" for sentence in self.notes]
        if self.files:
            lines.append(f"Wrote    {' '.join(self.files)}")
        return lines


def of(  # noqa: PLR0913  # what a run knows, each by name
    story: Story,
    skipped: Iterable[str],
    folder: str,
    files: Iterable[str],
    left_out: tuple[int, int] = (0, 0),
    *,
    passed_over: Iterable[str] = (),
) -> Summary:
    """The summary of a story and of the inputs that were left out; for `left_out` see `Summary`."""
    analyses = story.analyses
    statements = [item for analysis in analyses for item in printings(analysis)]
    reports = [item for analysis in analyses for item in lines(analysis)]
    return Summary(
        articles=len(analyses),
        words=sum(len(analysis.article.text.split()) for analysis in analyses),
        furniture=sum(item.kind in ("furniture", "byline") for analysis in analyses for item in analysis.passages),
        undated=sum(analysis.article.published is None for analysis in analyses),
        without_date=_first(analysis.article.id for analysis in analyses if analysis.article.published is None),
        actors=len(story.actors),
        named=sum(actor.named for actor in story.actors),
        merged=sum(actor.named and len({ref.article for ref in actor.refs}) > 1 for actor in story.actors),
        statements=len(story.statements),
        printings=len(statements),
        modes=tuple(sorted(Counter(item.mode for item in statements).items())),
        actions=len(story.actions),
        asserted=sum(is_asserted(item) for item in reports),
        reports=len(reports),
        left_out=left_out,
        disagreements=len(story.disagreements),
        apparent=sum(bool(item.note) for item in story.disagreements),
        skipped=tuple(skipped),
        passed_over=tuple(passed_over),
        notes=story.notes,
        folder=folder,
        files=tuple(files),
    )


def _first(keys: Iterable[str]) -> tuple[str, ...]:
    found = list(keys)
    return (*found[:_NAMED], f"and {len(found) - _NAMED} more") if len(found) > _NAMED else tuple(found)


_NAMED = 5
"""Most articles without a date that the summary names."""
