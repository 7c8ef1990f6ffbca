"""Entities and links in FollowTheMoney: one JSON object per line, which its tools and OpenAleph can load."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, TextIO

from onrecord import ids
from onrecord.exporters.edges import edges_of, nodes
from onrecord.model import Story, StoryActor

Entity = dict[str, Any]
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_SCHEMA = {
    "Person": "Person",
    "Organization": "Organization",
    "GovernmentBody": "PublicBody",
    "Ministry": "PublicBody",
    "RegulatoryAgency": "PublicBody",
    "IntelligenceAgency": "PublicBody",
    "Company": "Company",
    "CivilSocietyOrganization": "Organization",
    "Outlet": "Organization",
    "State": "PublicBody",
    "Group": "LegalEntity",
}
"""Schemata by actor class; products, places and things have no schema that does not claim more than is known."""


def write(story: Story, stream: TextIO) -> None:
    """Write actors, articles, and links between actors, each with the sentence that supports it."""
    stream.writelines(json.dumps(entity, ensure_ascii=False) + "\n" for entity in entities(story))


def entities(story: Story) -> Iterator[Entity]:
    """Actors, then articles, then links, each sorted by IRI."""
    known = {item.iri: item for item in nodes(story) if item.type in _SCHEMA}
    for actor in known.values():
        yield _actor(actor)
    articles = {item.article.id: ids.article_iri(story.base, item.article.id, item.article.sha256)
                for item in story.analyses}  # fmt: skip
    for analysis in sorted(story.analyses, key=lambda item: item.article.id):
        article = analysis.article
        yield _entity(
            articles[article.id],
            "Article",
            title=article.title or article.id,
            publisher=article.publisher,
            publishedAt=_date(article.published),
            sourceUrl=article.url,
            author=list(article.authors),
        )
    for edge in edges_of(story):
        if edge.source in known and edge.target in known:
            yield _entity(
                edge.iri + edge.source + edge.target,
                "UnknownLink",
                subject=_id(edge.source),
                object=_id(edge.target),
                role=edge.label,
                date=_date(edge.date),
                summary=edge.sentence,
                proof=_id(articles[edge.article]),
            )


def _actor(actor: StoryActor) -> Entity:
    return _entity(actor.iri, _SCHEMA[actor.type], name=actor.name, alias=list(actor.alt_names))


def _entity(key: str, schema: str, **properties: str | list[str] | None) -> Entity:
    found = {name: value if isinstance(value, list) else [value] for name, value in sorted(properties.items()) if value}
    return {"id": _id(key), "schema": schema, "properties": found}


def _id(iri: str) -> str:
    """An id without the characters of an IRI, which FollowTheMoney does not allow."""
    return ids.named("", "onrecord", "", iri).replace("/", "-")


def _date(value: str | None) -> str | None:
    """A date in FollowTheMoney's form: a year, month or day; None for durations, weeks and the like."""
    return value if value and _DATE.fullmatch(value) else None
