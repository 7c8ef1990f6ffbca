"""The contract between the components and `onrecord.extract`: where each annotation is stored on a Doc.

Components write span groups with plain attributes and read those of earlier components; no objects are attached to a
Doc, so that it survives `to_bytes` and back with everything on it. Layout:

==========================  ==========================================================================================
``spans["onrecord_*"]``      content
==========================  ==========================================================================================
``passages``                 one span a passage, ``label_`` its kind. Set before the pipeline runs, or by
                             ``onrecord_passages`` from blank lines if nobody set it
``turns``                    one span a paragraph of somebody's turn in an interview or transcript, ``label_``
                             "question", "answer" or "speech", ``kb_id_`` the printed label of the turn, "" if it has
                             none; ``attrs`` hold the tokens [start, end) of the name of who speaks under the turn's
                             first character, as a string. Set before the pipeline runs; names by ``onrecord_turns``
``dates``                    ``label_`` TIMEX3 type, ``kb_id_`` the value, "" if unresolved; ``attrs`` hold what is
                             printed of a day without a year ("XXXX-11-30") under its first character, as a string;
                             under "verb " and that, the token of the verb it dates; "inexact " and that, if its value
                             dates no deed: an end of a stretch of time, "about two weeks ago"
``quotations``               stretches of quoted words with their marks; ``label_`` "closed", "unclosed", "unopened"
                             or "block" (no marks at all)
``names``                    proper names, repaired; ``label_`` one of spaCy's entity types, or "NAME" if unknown
``mentions``                 ``label_`` the form, ``kb_id_`` the id of the actor ("a3")
``statements``               ``label_`` a role (`StatementRole`), ``kb_id_`` the id of the statement ("s1")
``actions``                  ``label_`` a role (`ActionRole`), ``kb_id_`` the id of the action ("e1")
==========================  ==========================================================================================

The attributes of actors, statements and actions that are not spans stand as plain values in ``SpanGroup.attrs`` of the
same group, keyed by id. Ids inside attributes refer to one another within the Doc.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal, NotRequired, TypedDict, cast

from msgspec import Struct
from spacy.tokens import Doc, Span, SpanGroup

from onrecord.value_groups import TEXT

PASSAGES = "onrecord_passages"
TURNS = "onrecord_turns"
DATES = "onrecord_dates"
QUOTATIONS = "onrecord_quotations"
NAMES = "onrecord_names"
MENTIONS = "onrecord_mentions"
STATEMENTS = "onrecord_statements"
ACTIONS = "onrecord_actions"

PUBLISHED = "onrecord_published"
PUBLISHER = "onrecord_publisher"
ISSUER = "onrecord_issuer"

StatementRole = Literal["source", "cue", "content", "addressee", "outlet", "medium"]
ActionRole = Literal["trigger", "agent", "patient", "directive", "date", "place", "subject", "group", "completion"]


class ActorAttrs(TypedDict):
    """Attributes of one actor, in ``spans["onrecord_mentions"].attrs[id]``."""

    name: tuple[int, int]
    """Character span that the name is copied from."""
    type: str
    named: bool
    of_state: NotRequired[str | None]
    """ISO code of the state whose government it is."""
    members: list[str]


class StatementAttrs(TypedDict, total=False):
    """Attributes of one statement, in ``spans["onrecord_statements"].attrs[id]``; fields as in `model.Statement`."""

    kind: str
    mode: str
    stance: str
    speakers: list[str]
    on_behalf_of: list[str]
    addressee: str | None
    outlet: str | None
    date: str | None
    within: str | None
    about: list[str]
    confidence: float
    rule: str
    recorded: bool
    kept_back: str | None


class ActionAttrs(TypedDict, total=False):
    """Attributes of one action, in ``spans["onrecord_actions"].attrs[id]``; fields as in `model.Action`."""

    type: str
    plover: str | None
    lemma: str
    agents: list[str]
    patients: list[str]
    directors: list[str]
    polarity: str
    modality: str
    under: str | None
    date: str | None
    place: str | None
    within: str | None
    confidence: float
    rule: str
    recorded: bool
    kept_back: str | None
    voice: str
    """Voice of the action's wording (`model.Wording`)."""


def register_extensions() -> None:
    """Declare the Doc's scalars, "" if unknown: date of publication (ISO 8601), publisher, issuer of a release."""
    for name in (PUBLISHED, PUBLISHER, ISSUER):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default="")


def set_passages(doc: Doc, passages: Iterable[tuple[int, int, str]]) -> None:
    """Mark passages, given as (start, end, kind) in characters; an edge inside a token is moved to the token's edge."""
    found = (doc.char_span(start, end, label=kind, alignment_mode="expand") for start, end, kind in passages)
    doc.spans[PASSAGES] = SpanGroup(doc, name=PASSAGES, spans=[span for span in found if span is not None])


def set_turns(doc: Doc, turns: Iterable[tuple[int, int, str, str]]) -> None:
    """Mark turns of an interview, given as (start, end, role, label) in characters."""
    found = (doc.char_span(start, end, role, label, alignment_mode="expand") for start, end, role, label in turns)
    doc.spans[TURNS] = SpanGroup(doc, name=TURNS, spans=[span for span in found if span is not None])


def put(doc: Doc, group: str, spans: Iterable[Span], attrs: Mapping[str, Any] | None = None) -> None:
    """Write a span group of the contract, with the attributes of its ids."""
    doc.spans[group] = SpanGroup(doc, name=group, spans=list(spans), attrs=dict(attrs or {}))


def spans(doc: Doc, group: str) -> list[Span]:
    """The spans of a group; empty if no component wrote it."""
    return list(doc.spans[group]) if group in doc.spans else []


class Mark(Struct, frozen=True):
    """The values of a span as plain data, because every access to a spaCy `Span` goes through the Doc and is slow."""

    start: int
    end: int
    label_: str
    kb_id_: str
    start_char: int
    end_char: int


_listed: dict[str, tuple[SpanGroup, tuple[Mark, ...]]] = {}
"""Cache of the last span group of each name: consecutive components ask for the same ones."""


def marks(doc: Doc, group: str) -> tuple[Mark, ...]:
    """The spans of a group as plain values; empty if no component wrote it. `spans` gives them with their words."""
    if group not in doc.spans:
        return ()
    found = doc.spans[group]
    last = _listed.get(group)
    if last is None or last[0] is not found or len(last[1]) != len(found):
        listed = tuple(Mark(s.start, s.end, s.label_, s.kb_id_, s.start_char, s.end_char) for s in found)
        last = _listed[group] = found, listed
    return last[1]


def attrs(doc: Doc, group: str) -> dict[str, Any]:
    """The attributes of a group by id; empty if no component wrote it."""
    return cast("dict[str, Any]", doc.spans[group].attrs) if group in doc.spans else {}


def readable_tokens(doc: Doc) -> list[bool]:
    """For each token, whether it is in a passage that is analysed; true for all tokens if there are no passages."""
    passages = marks(doc, PASSAGES)
    if not passages:
        return [True] * len(doc)
    flags = [False] * len(doc)
    for passage in passages:
        if passage.label_ in TEXT:
            flags[passage.start : passage.end] = [True] * (passage.end - passage.start)
    return flags


def mention_at(doc: Doc) -> dict[int, list[tuple[int, int, str]]]:
    """For each token inside a mention: the mentions as (start token, end token, actor id), shortest first."""
    found: dict[int, list[tuple[int, int, str]]] = {}
    ordered = sorted(marks(doc, MENTIONS), key=lambda span: (span.end - span.start, span.start))
    for span in ordered:
        for token in range(span.start, span.end):
            found.setdefault(token, []).append((span.start, span.end, span.kb_id_))
    return found


register_extensions()  # whoever reads an annotation may be the first to load this module
