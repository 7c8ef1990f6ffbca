"""An annotated Doc becomes model values. The last place that sees a Doc."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from onrecord.language import annotations as ann
from onrecord.model import (
    Action,
    Actor,
    Analysis,
    Article,
    Mention,
    Passage,
    Span,
    Spans,
    Statement,
    TimeExpression,
)


def extract(doc: Doc, article: Article, passages: tuple[Passage, ...], model: str | None = None) -> Analysis:
    """Everything the components wrote on `doc`, which holds the unchanged text of `article`.

    Ids are numbered in text order; actors without a mention and references to them do not occur.
    """
    return Analysis(
        article=article,
        passages=passages,
        actors=_actors(doc),
        statements=_statements(doc),
        actions=_actions(doc),
        dates=_dates(doc),
        sentences=_sentences(doc),
        model=model,
    )


def _chars(span: DocSpan) -> Span:
    return (span.start_char, span.end_char)


def _by_id(doc: Doc, group: str) -> dict[str, dict[str, list[DocSpan]]]:
    """The spans of a group as id -> label -> spans, in text order."""
    found: dict[str, dict[str, list[DocSpan]]] = {key: {} for key in ann.attrs(doc, group)}
    for span in sorted(ann.spans(doc, group), key=lambda item: (item.start, item.end)):
        found[span.kb_id_].setdefault(span.label_, []).append(span)
    return found


def _roles(roles: dict[str, list[DocSpan]], role: str) -> Spans:
    return tuple(_chars(span) for span in roles.get(role, []))


def _first(roles: dict[str, list[DocSpan]], role: str) -> Span | None:
    spans = _roles(roles, role)
    return spans[0] if spans else None


def _actors(doc: Doc) -> tuple[Actor, ...]:
    attrs = ann.attrs(doc, ann.MENTIONS)
    text = doc.text
    actors = []
    for key, forms in _by_id(doc, ann.MENTIONS).items():
        values: dict[str, Any] = attrs[key]
        start, end = values["name"]
        mentions = {Mention(*_chars(span), span.label_) for spans in forms.values() for span in spans}  # type: ignore[arg-type]  # labels are checked by the record's tests
        actors.append(
            Actor(
                id=key,
                name=text[start:end],
                type=values["type"],
                named=values["named"],
                members=tuple(values["members"]),
                mentions=tuple(sorted(mentions, key=lambda item: (item.start, item.end))),
            )
        )
    return tuple(actors)


def _statements(doc: Doc) -> tuple[Statement, ...]:
    attrs = ann.attrs(doc, ann.STATEMENTS)
    text = doc.text
    statements = []
    for key, roles in _by_id(doc, ann.STATEMENTS).items():
        values: dict[str, Any] = dict(attrs[key])
        medium = _first(roles, "medium")
        for name in ("speakers", "on_behalf_of", "about"):
            values[name] = tuple(values.get(name, ()))
        statements.append(
            Statement(
                id=key,
                source=_roles(roles, "source"),
                cue=_roles(roles, "cue"),
                content=_roles(roles, "content"),
                medium=text[slice(*medium)] if medium else None,
                medium_span=medium,
                **values,
            )
        )
    return tuple(statements)


def _actions(doc: Doc) -> tuple[Action, ...]:
    attrs = ann.attrs(doc, ann.ACTIONS)
    actions = []
    for key, roles in _by_id(doc, ann.ACTIONS).items():
        values: dict[str, Any] = dict(attrs[key])
        for name in ("agents", "patients"):
            values[name] = tuple(values.get(name, ()))
        actions.append(
            Action(
                id=key,
                trigger=_roles(roles, "trigger"),
                agent_spans=_roles(roles, "agent"),
                patient_spans=_roles(roles, "patient"),
                date_span=_first(roles, "date"),
                **values,
            )
        )
    return tuple(actions)


def _dates(doc: Doc) -> tuple[TimeExpression, ...]:
    spans = sorted(ann.spans(doc, ann.DATES), key=lambda item: (item.start, item.end))
    partial = ann.attrs(doc, ann.DATES)
    return tuple(
        TimeExpression(
            start=span.start_char,
            end=span.end_char,
            type=span.label_,  # type: ignore[arg-type]  # labels are checked by the record's tests
            value=span.kb_id_ or None,
            partial=None if span.kb_id_ else partial.get(str(span.start_char)),
        )
        for span in spans
    )


def _sentences(doc: Doc) -> Spans:
    """Sentences without the white space around them."""
    if not doc.has_annotation("SENT_START"):
        return ()
    found = []
    for sent in doc.sents:
        words = [token for token in sent if not token.is_space]
        if words:
            found.append((words[0].idx, words[-1].idx + len(words[-1])))
    return tuple(found)
