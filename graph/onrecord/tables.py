"""Statements and actions as CSV: one row per statement or report, with names, words, offsets in the text and IRIs."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from onrecord.cells import plain
from onrecord.model import Action, Actor, Analysis, Ref, Spans, Statement, Story, StoryActor
from onrecord.spans import words_of
from onrecord.story import labels
from onrecord.story.asserted import is_asserted
from onrecord.story.index import Index, build_index
from onrecord.story.own_record import lines, printings

Row = dict[str, object]
Names = Callable[[Iterable[str]], str]

STATEMENT_COLUMNS = [
    "article",
    "publisher",
    "published",
    "start",
    "end",
    "speakers",
    "on_behalf_of",
    "addressee",
    "outlet",
    "medium",
    "kind",
    "mode",
    "stance",
    "cue",
    "content",
    "about",
    "date",
    "within",
    "confidence",
    "rule",
    "statement",
    "label",
]
ACTION_COLUMNS = [
    "article",
    "publisher",
    "published",
    "start",
    "end",
    "kind",
    "plover",
    "trigger",
    "agents",
    "patients",
    "date",
    "place",
    "polarity",
    "modality",
    "within",
    "under",
    "asserted",
    "confidence",
    "rule",
    "action",
    "label",
]


def write(story: Story, folder: Path) -> None:
    """Write ``statements.csv`` and ``actions.csv`` (UTF-8, RFC 4180) into `folder`, in order of article and text."""
    _write(folder / "statements.csv", STATEMENT_COLUMNS, statements(story))
    _write(folder / "actions.csv", ACTION_COLUMNS, actions(story))


def statements(story: Story) -> Iterator[Row]:
    """One row per statement, labelled by what its article prints; ``within`` is the statement that contains it."""
    look = build_index(story)
    for analysis, name in _with_names(story):
        iris = {item.id: item.iri or item.id for item in analysis.statements}
        for item in printings(analysis):
            row = _place(analysis, item.source + item.cue + item.content)
            label = {"label": labels.own(look, Ref(analysis.article.id, item.id))}
            yield row | _statement(item, analysis, name) | label | {"within": iris.get(item.within or "", "")}


def actions(story: Story) -> Iterator[Row]:
    """One row per report of an action, labelled by that report alone and not by other reports of the same action.

    ``asserted`` is true if the article itself says that the action was done.
    """
    look = build_index(story)
    for analysis, name in _with_names(story):
        said = {item.id: item.iri or item.id for item in analysis.statements}
        above = {item.id: item.iri or item.id for item in analysis.actions}
        for item in lines(analysis):
            links = {"within": said.get(item.within or "", ""), "under": above.get(item.under or "", "")}
            label = {"label": labels.own(look, Ref(analysis.article.id, item.id))}
            yield _place(analysis, item.trigger) | _action(item, analysis, name) | label | links


def _statement(item: Statement, analysis: Analysis, name: Names) -> Row:
    text = analysis.article.text
    return {
        "speakers": name(item.speakers) or _words(text, item.source),
        "on_behalf_of": name(item.on_behalf_of),
        "addressee": name([item.addressee] if item.addressee else []),
        "outlet": name([item.outlet] if item.outlet else []),
        "medium": item.medium or "",
        "kind": item.kind,
        "mode": item.mode,
        "stance": item.stance,
        "cue": _words(text, item.cue),
        "content": _words(text, item.content),
        "about": name(item.about),
        "date": item.date or "",
        "confidence": f"{item.confidence:.2f}",
        "rule": item.rule,
        "statement": item.iri or "",
    }


def _action(item: Action, analysis: Analysis, name: Names) -> Row:
    text = analysis.article.text
    return {
        "kind": item.type,
        "plover": item.plover or "",
        "trigger": _words(text, item.trigger),
        "agents": name(item.agents) or _words(text, item.agent_spans),
        "patients": "" if _mutual(item) else name(item.patients) or _words(text, item.patient_spans),
        "date": item.date or "",
        "place": name([item.place] if item.place else []),
        "polarity": item.polarity,
        "modality": item.modality,
        "asserted": "true" if is_asserted(item) else "false",
        "confidence": f"{item.confidence:.2f}",
        "rule": item.rule,
        "action": item.iri or "",
    }


def _mutual(item: Action) -> bool:
    """Whether several doers do to one another what they do ("A and B met"); all are its patients, too."""
    return len(item.agents) > 1 and set(item.agents) == set(item.patients)


def _with_names(story: Story) -> Iterator[tuple[Analysis, Names]]:
    """Each analysis with a mapping from its local actor ids to their names in the story."""
    look = build_index(story)
    for analysis in story.analyses:
        yield analysis, partial(_joined, {actor.id: actor for actor in analysis.actors}, look)


def _joined(local: dict[str, Actor], look: Index, ids: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(_name(local[key], look) for key in ids if key in local))


def _name(actor: Actor, look: Index) -> str:
    found = look.things.get(actor.iri or "")
    return found.name if isinstance(found, StoryActor) else actor.name


def _place(analysis: Analysis, spans: Spans) -> Row:
    article = analysis.article
    start = min((span[0] for span in spans), default="")
    end = max((span[1] for span in spans), default="")
    return {
        "article": article.id,
        "publisher": article.publisher or "",
        "published": article.published or "",
        "start": start,
        "end": end,
    }


def _words(text: str, spans: Spans) -> str:
    return words_of(text, spans, " … ")


def _write(path: Path, columns: list[str], rows: Iterable[Row]) -> None:
    with path.open("w", encoding="utf-8", errors="backslashreplace", newline="") as stream:
        writer = csv.DictWriter(stream, columns, lineterminator="\r\n")
        writer.writeheader()
        writer.writerows(
            {key: plain(value) if isinstance(value, str) else value for key, value in row.items()} for row in rows
        )
