"""Actions as event rows, with the fields that data sets in the PLOVER ontology have in common."""

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
"""event_type is a PLOVER root, event_mode our kind below it; asserted is whether this article itself says that it
happened; event_date is when it happened or, if it is only ordered or planned, is to happen."""


def write(story: Story, stream: TextIO) -> None:
    """Write one row for each report of an action that has a PLOVER root."""
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
