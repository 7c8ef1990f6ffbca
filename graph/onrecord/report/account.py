"""The content of a report on one story as plain values: sections of lines, each with its evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.model import Story
from onrecord.report import sections
from onrecord.report.lines import Section, Source, Sources
from onrecord.report.part import Part
from onrecord.story.date_phrases import in_words
from onrecord.story.index import build_index
from onrecord.story.storylines import group_articles

ARTICLES = 1_000
"""So many articles a report tells of: some 10 MB, which a browser opens at once."""
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
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]


def accounts(story: Story, most: int = ARTICLES) -> tuple[Account, ...]:
    """One account for each story of the collection, the one with most articles first.

    Of more than `most` articles, only as many stories as have no more together, but at least one.
    """
    look = build_index(story)
    found: list[Account] = []
    total = 0
    for keys in group_articles(story):
        total += len(keys)
        if total > most and found:
            break
        sources = Sources(look, story.base)
        part = Part(story, look, frozenset(keys), sources)
        made = tuple(item for item in sections.all_of(part) if item.lines or item.rows or item.note)
        names = [actor.name for actor in part.chief_actors()[:_NAMES]]
        articles = tuple(sources.article(key) for key in keys)
        days = [look.analyses[key].article.published for key in keys]
        since = min((day[:_MONTH] for day in days if day), default="")
        heading = ", ".join(names) or look.analyses[keys[0]].article.title or keys[0]
        found.append(Account(heading, since, articles, made, sources.listed()))
    often = Counter(item.heading for item in found)
    return tuple(
        replace(item, heading=f"{item.heading}, {in_words(item.since)}")
        if item.since and often[item.heading] > 1
        else item
        for item in found
    )


def left_out(story: Story, told: Sequence[Account]) -> str:
    """What a report does not tell of `story`, and why; empty if it tells everything."""
    shown = sum(len(item.articles) for item in told)
    if shown == len(story.analyses):
        return ""
    stories = "the story" if len(told) == 1 else f"the {len(told):,} stories"
    return (
        f"This report tells {stories} with most articles, {shown:,} of {len(story.analyses):,}, so that it can be "
        "opened and read; the others are in the graph and in the tables."
    )
