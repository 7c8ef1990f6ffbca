"""Figures for actions: triggers with their agents and patients, and PLOVER root classes."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any, NamedTuple

from onrecord.evaluation.pairing import paired
from onrecord.evaluation.spans import (
    NOTHING,
    Chars,
    Figures,
    Row,
    Rows,
    chars,
    dice,
    harmonic,
    matching,
    parse_spans,
    same_phrase,
    scores,
    share,
)

_LONGEST_TRIGGER = 40
"""Most characters of a trigger that is compared; longer annotated triggers are whole clauses."""
_ROLES = {"Arg0": "agent", "Arg1": "patient"}
_DRAFT_ROOTS = {
    "DEMAND": "REQUEST",
    "DISAPPROVE": "ACCUSE",
    "INVESTIGATE": "ACCUSE",
    "FIGHT": "ASSAULT",
    "YIELD": "CONCEDE",
}
"""Names of root classes in PLOVER's draft -> their present names."""


class _Wanted(NamedTuple):
    triggers: set[Chars]
    events: list[Chars]
    roles: list[tuple[Chars, str, Chars]]
    entities: list[Chars]


class _Found(NamedTuple):
    trigger: Chars
    agent: list[Chars]
    patient: list[Chars]


def score_actions(gold: Rows, records: Rows) -> Figures:
    """Precision and recall of triggers, and of trigger-agent and trigger-patient pairs if the gold file has roles.

    Precision of a role is measured only on annotated triggers and annotated mentions.
    """
    count: Counter[str] = Counter()
    for row, record, text in paired(gold, records):
        limit = row.get("annotated_end", len(text))
        _count(count, _wanted(row, text, limit), _found(record, text, limit))
    figures = {
        "trigger.precision": share(count["trigger.good"], count["trigger.found"]),
        "trigger.recall": share(count["trigger.hit"], count["trigger.gold"]),
    }
    for role in ("agent", "patient"):
        if count[f"{role}.gold"]:
            figures |= scores(role, count[f"{role}.hit"], count[f"{role}.found"], count[f"{role}.gold"])
    return figures | {"n.triggers": count["trigger.gold"]}


def _wanted(row: Row, text: str, limit: int) -> _Wanted:
    if "events" not in row:  # only triggers are annotated
        triggers = {chars([item["trigger"]], text) for item in row["actions"]}
        return _Wanted(triggers, list(triggers), [], [])
    kinds = (row.get(kind) or [] for kind in ("entities", "events", "values"))
    marked = {item["id"]: chars(item["frags"], text) for kind in kinds for item in kind if item.get("frags")}
    events = {item["id"]: marked[item["id"]] for item in row["events"] if item["id"] in marked}
    inside = {key: span for key, span in events.items() if min(span, default=limit) < limit}
    roles = [
        (inside[role["event"]], _ROLES[role["role"]], marked.get(role["participant"], NOTHING))
        for role in row["roles"]
        if role["role"] in _ROLES and role["event"] in inside and role.get("participant_kind") == "ENTITY_MENTION"
    ]
    roles = [role for role in roles if role[2]]
    entities = [marked[item["id"]] for item in row["entities"] if item["id"] in marked]
    return _Wanted({trigger for trigger, _, _ in roles}, list(events.values()), roles, entities)


def _found(record: Row, text: str, limit: int) -> list[_Found]:
    found = [
        _Found(
            chars(item["trigger"], text),
            [chars([span], text) for span in parse_spans(item.get("agent_spans"))],
            [chars([span], text) for span in parse_spans(item.get("patient_spans"))],
        )
        for item in record.get("actions", [])
    ]
    return [
        item for item in found if item.trigger and min(item.trigger) < limit and len(item.trigger) <= _LONGEST_TRIGGER
    ]


def _count(count: Counter[str], wanted: _Wanted, found: list[_Found]) -> None:
    count["trigger.gold"] += len(wanted.triggers)
    count["trigger.hit"] += sum(any(trigger & item.trigger for item in found) for trigger in wanted.triggers)
    count["trigger.found"] += len(found)
    count["trigger.good"] += sum(any(item.trigger & event for event in wanted.events) for item in found)
    for role in ("agent", "patient"):
        gold = [(trigger, span) for trigger, name, span in wanted.roles if name == role]
        here = [
            (item.trigger, span)
            for item in found
            if any(item.trigger & trigger for trigger in wanted.triggers)
            for span in getattr(item, role)
            if any(span & entity for entity in wanted.entities)
        ]
        matched = matching(
            (dice(trigger, own) + dice(span, phrase), i, j)
            for i, (trigger, span) in enumerate(gold)
            for j, (own, phrase) in enumerate(here)
            if trigger & own and same_phrase(phrase, span)
        )
        count[f"{role}.gold"] += len(gold)
        count[f"{role}.found"] += len(here)
        count[f"{role}.hit"] += len(matched)


def plover(gold: Rows, records: Rows) -> Figures:
    """Figures for root class, source and target of the main action of single sentences, as in PLOVER's gold records."""
    count: Counter[str] = Counter()
    classes: dict[str, Counter[str]] = defaultdict(Counter)
    for row, record, text in paired([row for row in gold if row.get("text_equals_source", True)], records):
        root = _DRAFT_ROOTS.get(row["event"], row["event"])
        main = _main_action(row, record, text)
        guess = _DRAFT_ROOTS.get(main.get("plover") or "", main.get("plover"))
        count["n"] += 1
        count["trigger"] += bool(main)
        classes[root]["gold"] += 1
        classes[root]["hit"] += guess == root
        if guess:
            classes[guess]["found"] += 1
        for role, mark in (("agent", "SRC"), ("patient", "TAR")):
            _count_role(count, role, _marked(row, mark, text), main, text)
    f1s = [
        harmonic(share(one["hit"], one["found"]), share(one["hit"], one["gold"]))
        for one in classes.values()
        if one["gold"]
    ]
    return {
        "trigger.recall": share(count["trigger"], count["n"]),
        "root.macro_f1": share(sum(f1s), len(f1s)),
        "root.accuracy": share(sum(one["hit"] for one in classes.values()), count["n"]),
        "agent.recall": share(count["agent.hit"], count["agent"]),
        "target.recall": share(count["patient.hit"], count["patient"]),
        "n.sentences": count["n"],
    }


def _marked(row: Row, mark: str, text: str) -> list[Chars]:
    return [chars([(span["start"], span["end"])], text) for span in row["spans"] if mark in span["role"]]


def _main_action(row: Row, record: Row, text: str) -> dict[str, Any]:
    """The action whose trigger overlaps the annotated event most; it represents the sentence."""
    event = frozenset[int]().union(*_marked(row, "EVT", text))
    near = [
        (dice(trigger, event), -index, item)
        for index, item in enumerate(record.get("actions", []))
        if (trigger := chars(item["trigger"], text)) & event
    ]
    return max(near, key=lambda one: one[:2])[2] if near else {}


def _count_role(count: Counter[str], role: str, wanted: list[Chars], main: Row, text: str) -> None:
    if wanted:
        phrases = [chars([span], text) for span in parse_spans(main.get(f"{role}_spans"))]
        count[role] += 1
        count[f"{role}.hit"] += any(same_phrase(phrase, one) for phrase in phrases for one in wanted)
