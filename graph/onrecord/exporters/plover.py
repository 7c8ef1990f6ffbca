"""Actions as rows of events, with the fields that event data sets under the PLOVER ontology share."""

from __future__ import annotations

from typing import TextIO

from onrecord.exporters import tables
from onrecord.exporters.edges import sentence
from onrecord.model import Story
from onrecord.story.asserted import is_asserted
from onrecord.story.index import build_index

COLUMNS = [
    "event_id",
    "event_date",
    "event_type",
    "event_mode",
    "source_actor",
    "target_actor",
    "asserted",
    "modality",
    "polarity",
    "text",
    "article",
    "publisher",
    "publication_date",
]
"""event_type is a root of PLOVER, event_mode our kind below it; asserted is whether this article itself says that it
happened, and event_date is when it did or, of what is only ordered or planned, is to."""


def write(story: Story, stream: TextIO) -> None:
    """Write one row for each report of an action that falls under a root of PLOVER."""
    look = build_index(story)
    rows = []
    for action in sorted(story.actions, key=lambda item: item.iri):
        for ref in action.refs:
            report = look.actions[ref]
            article = look.analyses[ref.article].article
            if not (report.plover or action.plover):
                continue
            rows.append(
                [
                    action.iri,
                    report.date or "",
                    report.plover or action.plover or "",
                    report.type,
                    "; ".join(look.named(ref.article, report.agents)),
                    "; ".join(look.named(ref.article, report.patients)),
                    str(is_asserted(report)).lower(),
                    report.modality,
                    report.polarity,
                    sentence(look, ref),
                    article.id,
                    article.publisher or "",
                    article.published or "",
                ]
            )
    tables.write(COLUMNS, rows, stream)
