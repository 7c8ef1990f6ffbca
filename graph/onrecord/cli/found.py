"""Prints what was found in a text: actors, statements, actions, dates, and known words that gave no result."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from onrecord.model import Action, Analysis, Spans, Statement
from onrecord.spans import words_of

if TYPE_CHECKING:
    from onrecord.language.reasons import Reason


def lines(analysis: Analysis, reasons: Iterable[Reason]) -> Iterator[str]:
    """Lines for everything in `analysis` with the rules that found it, then for the words without a result and why."""
    text = analysis.article.text
    names = {actor.id: actor.name for actor in analysis.actors}
    yield from _section("Actors", (_actor_line(analysis, actor.id) for actor in analysis.actors))
    spoken = (line for item in analysis.statements for line in _statement(text, item, names))
    yield from _section("Statements", spoken)
    yield from _section("Actions", (line for item in analysis.actions for line in _action(text, item, names)))
    day = "not resolved" if analysis.article.published else "not resolved, as nothing gives the day it was printed"
    dates = (f"“{text[item.start : item.end]}”: {item.type} {item.value or day}" for item in analysis.dates)
    yield from _section("Dates", dates)
    without = (f"“{text[item.start : item.end]}”, known as a {item.could_be}: {item.why}" for item in reasons)
    yield from _section("Words that brought nothing", without)


def _section(title: str, entries: Iterable[str]) -> Iterator[str]:
    found = [f"  {entry}" for entry in entries]
    yield f"{title} ({sum(not entry.startswith('    ') for entry in found)})"
    yield from found


def _actor_line(analysis: Analysis, key: str) -> str:
    actor = next(item for item in analysis.actors if item.id == key)
    text = analysis.article.text
    mentions = ", ".join(f"“{text[item.start : item.end]}” {item.form}" for item in actor.mentions)
    return f"{actor.name} ({actor.type}{'' if actor.named else ', unnamed'}): {mentions}"


def _statement(text: str, item: Statement, names: dict[str, str]) -> Iterator[str]:
    source, cue, content = (_words(text, spans) for spans in (item.source, item.cue, item.content))
    yield f"{item.id}: {source or 'nobody in particular'} · {cue or 'no cue'} · {content}"
    roles = {
        "speaker": item.speakers,
        "on behalf of": item.on_behalf_of,
        "to": (item.addressee,),
        "via": (item.outlet,),
    }
    said = [f"{role} {names[key]}" for role, keys in roles.items() for key in keys if key in names]
    within = [f"within {item.within}"] if item.within else []
    yield f"  {', '.join([item.mode, item.kind, item.stance, *said, *within])}"
    yield f"  rule {item.rule}, confidence {item.confidence:.2f}"


def _action(text: str, item: Action, names: dict[str, str]) -> Iterator[str]:
    agent, trigger, patient = (_words(text, spans) for spans in (item.agent_spans, item.trigger, item.patient_spans))
    yield f"{item.id}: {agent or 'somebody'} · {trigger} · {patient or 'something'}"
    where = [f"at {names[item.place]}"] if item.place in names else []
    links = [f"within {item.within}"] if item.within else []
    links += [f"under {item.under}"] if item.under else []
    dated = [item.date] if item.date else []
    yield f"  {', '.join([item.type, item.plover or 'no root', item.polarity, item.modality, *dated, *where, *links])}"
    yield f"  rule {item.rule}, confidence {item.confidence:.2f}"


def _words(text: str, spans: Spans) -> str:
    return words_of(text, spans, " … ")
