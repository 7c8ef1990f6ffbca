"""Turns an annotated Doc into model values. Later stages never see a Doc."""

from __future__ import annotations

from typing import Any

from spacy.attrs import IDX, IS_SPACE, LENGTH, SENT_START
from spacy.tokens import Doc

from onrecord.characters import Plain
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
    Voice,
    Wording,
)


def extract(
    doc: Doc, article: Article, passages: tuple[Passage, ...], model: str | None = None, plain: Plain | None = None
) -> Analysis:
    """Everything that the components wrote on `doc`, whose text is the plain text of `article`.

    `plain` maps offsets of that text back to the text as given; without it the two texts are the same. Ids are numbered
    in text order; actors without a mention are left out, and so are references to them.
    """
    found = _Extract(doc, plain or Plain(doc.text))
    return Analysis(
        article=article,
        passages=passages,
        actors=found.actors(),
        statements=found.statements(),
        actions=found.actions(),
        dates=found.dates(),
        sentences=found.sentences(),
        model=model,
    )


def _by_id(doc: Doc, group: str) -> dict[str, dict[str, list[ann.Mark]]]:
    """The spans of a group as id -> label -> spans, in text order."""
    found: dict[str, dict[str, list[ann.Mark]]] = {key: {} for key in ann.attrs(doc, group)}
    for span in sorted(ann.marks(doc, group), key=lambda item: (item.start, item.end)):
        found[span.kb_id_].setdefault(span.label_, []).append(span)
    return found


class _Extract:
    """Reads one Doc; all spans it returns are offsets in the text as given."""

    def __init__(self, doc: Doc, plain: Plain) -> None:
        self._doc = doc
        self._plain = plain

    def _chars(self, span: ann.Mark) -> Span:
        return self._plain.span(span.start_char, span.end_char)

    def _roles(self, roles: dict[str, list[ann.Mark]], role: str) -> Spans:
        return tuple(self._chars(span) for span in roles.get(role, []))

    def _first(self, roles: dict[str, list[ann.Mark]], role: str) -> Span | None:
        spans = self._roles(roles, role)
        return spans[0] if spans else None

    def actors(self) -> tuple[Actor, ...]:
        """The actors with their mentions; names are copied from the plain text."""
        attrs = ann.attrs(self._doc, ann.MENTIONS)
        text = self._plain.text
        actors = []
        for key, forms in _by_id(self._doc, ann.MENTIONS).items():
            values: dict[str, Any] = attrs[key]
            start, end = values["name"]
            mentions = {Mention(*self._chars(span), span.label_) for spans in forms.values() for span in spans}  # type: ignore[arg-type]  # labels are checked by the record's tests
            actors.append(
                Actor(
                    id=key,
                    name=text[start:end],
                    type=values["type"],
                    named=values["named"],
                    of_state=values.get("of_state"),
                    members=tuple(values["members"]),
                    mentions=tuple(sorted(mentions, key=lambda item: (item.start, item.end))),
                )
            )
        return tuple(actors)

    def statements(self) -> tuple[Statement, ...]:
        """The statements."""
        attrs = ann.attrs(self._doc, ann.STATEMENTS)
        text = self._plain.text
        statements = []
        for key, roles in _by_id(self._doc, ann.STATEMENTS).items():
            values: dict[str, Any] = dict(attrs[key])
            medium = self._first(roles, "medium")
            for name in ("speakers", "on_behalf_of", "about"):
                values[name] = tuple(values.get(name, ()))
            statements.append(
                Statement(
                    id=key,
                    source=self._roles(roles, "source"),
                    cue=self._roles(roles, "cue"),
                    content=self._roles(roles, "content"),
                    medium=text[roles["medium"][0].start_char : roles["medium"][0].end_char] if medium else None,
                    medium_span=medium,
                    **values,
                )
            )
        return tuple(statements)

    def actions(self) -> tuple[Action, ...]:
        """The actions."""
        attrs = ann.attrs(self._doc, ann.ACTIONS)
        actions = []
        for key, roles in _by_id(self._doc, ann.ACTIONS).items():
            values: dict[str, Any] = dict(attrs[key])
            for name in ("agents", "patients", "directors"):
                values[name] = tuple(values.get(name, ()))
            actions.append(
                Action(
                    id=key,
                    trigger=self._roles(roles, "trigger"),
                    agent_spans=self._roles(roles, "agent"),
                    patient_spans=self._roles(roles, "patient"),
                    directive_spans=self._roles(roles, "directive"),
                    date_span=self._first(roles, "date"),
                    wording=self._wording(roles, values.pop("voice", None)),
                    **values,
                )
            )
        return tuple(actions)

    def _wording(self, roles: dict[str, list[ann.Mark]], voice: Voice | None) -> Wording | None:
        if voice is None:
            return None
        subject, group, completion = (self._roles(roles, role) for role in ("subject", "group", "completion"))
        return Wording(voice=voice, subject=subject, group=group, completion=completion)

    def dates(self) -> tuple[TimeExpression, ...]:
        """The time expressions."""
        spans = sorted(ann.marks(self._doc, ann.DATES), key=lambda item: (item.start, item.end))
        partial = ann.attrs(self._doc, ann.DATES)
        return tuple(
            TimeExpression(
                start=self._chars(span)[0],
                end=self._chars(span)[1],
                type=span.label_,  # type: ignore[arg-type]  # labels are checked by the record's tests
                value=span.kb_id_ or None,
                partial=None if span.kb_id_ else partial.get(str(span.start_char)),
                aside=f"aside {span.start_char}" in partial,
            )
            for span in spans
        )

    def sentences(self) -> Spans:
        """The sentences, without the white space around them."""
        if not self._doc.has_annotation("SENT_START"):
            return ()
        found: list[list[int]] = []
        begins = True
        for opens, start, length, space in self._doc.to_array([SENT_START, IDX, LENGTH, IS_SPACE]).tolist():
            begins = begins or opens == 1
            if space:
                continue
            if begins:
                found.append([start, start + length])
                begins = False
            else:
                found[-1][1] = start + length
        return tuple(self._plain.span(start, end) for start, end in found)
