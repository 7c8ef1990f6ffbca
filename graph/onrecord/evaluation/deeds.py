"""Figures for published actions: how many lines are relevant and correct, how many chief deeds are found.

The gold file lists every deed that belongs on record once, with all its mentions (docs/reference/evaluation.md).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from onrecord.action_kinds import DENY, REFUSE, WITHDRAW
from onrecord.evaluation.pairing import paired
from onrecord.evaluation.resolved import Mentions, Wanted, is_wanted, mentions
from onrecord.evaluation.spans import Chars, Figures, Row, Rows, chars, dice, harmonic, parse_spans, same_phrase, share

_HAPPENED = {"done": "+", "ongoing": "+", "ended": "+", "refused": "-", "denied": "-"}
"""Status -> whether the deed happened ("+") or not ("-"); any other status means not yet, or only wanted."""
_REFUSALS = (REFUSE, DENY, WITHDRAW)
_LONGEST = 40
"""Most letters of a trigger that is compared."""


class _Line(NamedTuple):
    """How one recorded action compares with the best-matching mention of a deed."""

    deed: int
    agent: bool
    patient: bool
    status: bool
    voice: bool

    @property
    def right(self) -> bool:
        return self.agent and self.patient and self.status


def score_deeds(gold: Rows, records: Rows) -> Figures:
    """Precision of recorded actions, recall of chief deeds, and how much of the found ones is right.

    An action is relevant if its trigger matches one of an annotated deed; it is right if, in addition, its agents and
    patients resolve to the annotated ones and its status (done, not done, not yet) agrees. ``record.recall`` is the
    share of chief deeds with such an action.
    """
    count: Counter[str] = Counter()
    for row, record, text in paired(gold, records):
        _count(count, row["deeds"], record, text)
    figures = {
        "record.precision": share(count["right"], count["found"]),
        "record.recall": share(count["chief.right"], count["chief"]),
    }
    figures["record.f1"] = harmonic(figures["record.precision"], figures["record.recall"])
    figures["worth.precision"] = share(count["worth"], count["found"])
    figures["chief.found"] = share(count["chief.found"], count["chief"])
    figures["all.recall"] = share(count["all.right"], count["all"])
    for name in ("agent", "patient", "status", "voice"):
        figures[f"{name}.right_when_found"] = share(count[name], count["worth"])
    return figures | {"n.chief": count["chief"], "n.all": count["all"], "n.pred": count["found"]}


def _count(count: Counter[str], marked: Sequence[Row], record: Row, text: str) -> None:
    actors = mentions(record, text)
    found: set[int] = set()
    right: set[int] = set()
    for action in record.get("actions", []):
        trigger = chars(action["trigger"], text)
        if action.get("recorded") is False or not trigger or len(trigger) > _LONGEST:
            continue
        count["found"] += 1
        line = _best(action, trigger, marked, actors, text)
        if line is None:
            continue
        found.add(line.deed)
        right |= {line.deed} if line.right else set()
        count.update(name for name in ("agent", "patient", "status", "voice", "right") if getattr(line, name))
        count["worth"] += 1
    chief = {number for number, deed in enumerate(marked) if deed["tier"] == "chief"}
    count["chief"] += len(chief)
    count["chief.found"] += len(chief & found)
    count["chief.right"] += len(chief & right)
    count["all"] += len(marked)
    count["all.right"] += len(right)


def _best(action: Row, trigger: Chars, marked: Iterable[Row], actors: Mentions, text: str) -> _Line | None:
    best: tuple[tuple[bool, int, float], _Line] | None = None
    for number, deed in enumerate(marked):
        for mention in deed["mentions"]:
            wanted = chars(mention["trigger"], text)
            if not trigger & wanted:
                continue
            line = _Line(
                number,
                _role(mention["agent"], action.get("agents"), action.get("agent_spans"), actors, text),
                not mention["patient"]
                or _role(mention["patient"], action.get("patients"), action.get("patient_spans"), actors, text),
                _status(action, deed["status"]),
                bool(deed["said_by"]) == bool(action.get("within")),
            )
            score = (line.right, line.agent + line.patient + line.status, dice(trigger, wanted))
            if best is None or score > best[0]:
                best = score, line
    return best[1] if best else None


def _status(action: Row, marked: str) -> bool:
    """Whether the action's status agrees with the annotation: happened, did not, or not yet."""
    if marked == "refused" and action.get("type") in _REFUSALS:
        return True
    if action.get("polarity") == "negative":
        return _HAPPENED.get(marked) == "-"
    stands = "+" if action.get("modality") in {"asserted", "ended"} else "?"
    return _HAPPENED.get(marked, "?") == stands


def _role(marked: Sequence[Row], ids: Any, phrases: Any, actors: Mentions, text: str) -> bool:
    """Whether all fillers are annotated, and there is one if one is annotated; without an actor, words are compared."""
    named = list(ids or [])
    plain = [] if named else [chars([item], text) for item in parse_spans(phrases)]
    if not marked:
        return not named and not plain
    wanted = [_wanted(item, text) for item in marked]
    right = [any(is_wanted(actors.get(key, []), item) for item in wanted) for key in named]
    right += [any(same_phrase(one, item.words) or same_phrase(one, item.name) for item in wanted) for one in plain]
    return bool(right) and all(right)


def _wanted(item: Row, text: str) -> Wanted:
    words, name = tuple(item["words"]), tuple(item["name"])
    as_named = text[slice(*name)].lower() in text[slice(*words)].lower()
    return Wanted(chars([words], text), chars([name], text), as_named)
