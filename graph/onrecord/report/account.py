"""What a report says of one story, as plain values: sections of lines, each line with the evidence it rests on."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model import Story
from onrecord.report import sections
from onrecord.report.lines import Section, Source, Sources
from onrecord.story.index import build_index
from onrecord.story.storylines import group_articles

_NAMES = 3
"""Actors that name a story."""


@dataclass(frozen=True, slots=True)
class Account:
    """One story: its heading, the articles that tell it, sections, and the evidence that lines point at by number."""

    heading: str
    articles: tuple[str, ...]
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]


def accounts(story: Story) -> tuple[Account, ...]:
    """One account for each story of the collection, that of most articles first."""
    look = build_index(story)
    found = []
    for keys in group_articles(story):
        sources = Sources(look, story.base)
        part = sections.Part(story, look, frozenset(keys), sources)
        made = tuple(item for item in sections.all_of(part) if item.lines or item.rows or item.note)
        names = [actor.name for actor in part.chief_actors()[:_NAMES]]
        articles = tuple(sources.article(key) for key in keys)
        found.append(Account(", ".join(names) or keys[0], articles, made, sources.listed()))
    return tuple(found)
