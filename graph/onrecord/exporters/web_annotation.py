"""Exact spans as Web Annotations, which annotation tools load together with the texts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from onrecord import ids
from onrecord.model import Analysis, Ref, Span, Story
from onrecord.story.index import Index, build_index

Json = dict[str, Any]
_AROUND = 32
"""Characters of context before and after a quotation in its TextQuoteSelector."""


def write(story: Story, stream: TextIO) -> None:
    """Write one annotation page: mentions identify actors, triggers actions, contents statements."""
    look = build_index(story)
    items = [item for analysis in story.analyses for item in _annotations(story.base, analysis, look)]
    page = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"{story.base}annotations",
        "type": "AnnotationPage",
        "items": items,
    }
    json.dump(page, stream, ensure_ascii=False, indent=1)
    stream.write("\n")


def _annotations(base: str, analysis: Analysis, look: Index) -> Iterator[Json]:
    article = analysis.article
    iri = ids.article_iri(base, article.id, article.sha256)
    for motivation, local, spans in _marked(analysis):
        body = look.homes.get(Ref(article.id, local))
        for start, end in spans if body is not None else ():
            yield {
                "id": ids.named(base, "annotation", "", iri, str(start), str(end), str(body)),
                "type": "Annotation",
                "motivation": motivation,
                "body": body,
                "target": {"source": ids.text_iri(iri), "selector": _selectors(article.text, start, end)},
            }


def _marked(analysis: Analysis) -> Iterator[tuple[str, str, Iterable[Span]]]:
    """Motivation, local id and spans of everything that is annotated."""
    for actor in analysis.actors:
        yield "identifying", actor.id, [(mention.start, mention.end) for mention in actor.mentions]
    for action in analysis.actions:
        yield "classifying", action.id, action.trigger
    for said in analysis.statements:
        yield "highlighting", said.id, said.content


def _selectors(text: str, start: int, end: int) -> list[Json]:
    quote = {
        "type": "TextQuoteSelector",
        "exact": text[start:end],
        "prefix": text[max(0, start - _AROUND) : start],
        "suffix": text[end : end + _AROUND],
    }
    return [{"type": "TextPositionSelector", "start": start, "end": end}, quote]
