"""The content of a report on one story as plain values: sections of lines, each with its evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.counts import counted
from onrecord.model import Story
from onrecord.report import limits, sections
from onrecord.report.lines import Line, Section, Source, Sources
from onrecord.report.part import Part
from onrecord.story.date_phrases import in_words
from onrecord.story.index import build_index
from onrecord.story.publication import as_reported
from onrecord.story.storylines import group_articles

_NAMES = 3
"""Number of actors in a story's heading; if two stories have the same ones, the month of the first article is added."""
_MONTH = len("2015-07")


@dataclass(frozen=True, slots=True)
class Account:
    """One story: its heading, the articles that tell it, its sections, and the numbered evidence of their lines."""

    heading: str
    since: str
    """The month in which its first article was published, ISO 8601; empty if unknown."""
    articles: tuple[str, ...]
    """The first of the articles that tell it."""
    total: int
    """How many articles tell it."""
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]


def accounts(story: Story, most: int = limits.SIZE) -> tuple[Account, ...]:
    """One account for each story of the collection, the one with most articles first.

    As many stories as have no more than `most` characters together, but at least one.
    """
    story = as_reported(story)
    look = build_index(story)
    found: list[Account] = []
    total = 0
    for keys in group_articles(story):
        sources = Sources(look, story.base)
        part = Part(story, look, frozenset(keys), sources)
        told = (item for item in sections.all_of(part) if item.lines or item.rows or item.note)
        made, cited = _numbered(tuple(limits.bounded(told)), sources)
        total += limits.size(made, (one.quote for one in cited))
        if total > most and found:
            break
        names = [actor.name for actor in part.chief_actors()[:_NAMES]]
        articles = tuple(sources.article(key) for key in keys[: limits.ARTICLES])
        days = [look.analyses[key].article.published for key in keys]
        since = min((day[:_MONTH] for day in days if day), default="")
        heading = ", ".join(names) or look.analyses[keys[0]].article.title or keys[0]
        found.append(Account(heading, since, articles, len(keys), made, cited))
    often = Counter(item.heading for item in found)
    return tuple(
        replace(item, heading=f"{item.heading}, {in_words(item.since)}")
        if item.since and often[item.heading] > 1
        else item
        for item in found
    )


def _numbered(made: Sequence[Section], sources: Sources) -> tuple[tuple[Section, ...], tuple[Source, ...]]:
    """The sections, and the sentences that their lines point at, numbered without gaps."""
    cells = [line for one in made for line in (*one.lines, *(cell for row in one.rows for cell in row))]
    used = sorted({number for line in cells for number in line.evidence})
    new = {number: place for place, number in enumerate(used, 1)}

    def changed(line: Line) -> Line:
        return replace(line, evidence=tuple(new[number] for number in line.evidence))

    if len(used) == len(sources.numbers):
        return tuple(made), sources.listed(new)
    return tuple(
        replace(
            one,
            lines=tuple(map(changed, one.lines)),
            rows=tuple(tuple(map(changed, row)) for row in one.rows),
        )
        for one in made
    ), sources.listed(new)


def further(item: Account) -> list[str]:
    """A line for the articles of a story that are not listed, if there are any."""
    left = item.total - len(item.articles)
    return [f"and {counted(left, 'more article')}; the question articles lists them"] if left else []


def left_out(story: Story, told: Sequence[Account]) -> str:
    """What a report does not tell of `story`, and why; empty if it tells everything."""
    shown = sum(item.total for item in told)
    if shown == len(story.analyses):
        return ""
    stories = "the story" if len(told) == 1 else f"the {len(told):,} stories"
    return (
        f"This report tells {stories} with most articles, {shown:,} of {len(story.analyses):,}, so that it can be "
        "opened and read; the others are in actions.csv, in statements.csv and in the graph, whose question articles "
        "lists them."
    )
