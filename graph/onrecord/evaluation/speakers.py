"""Figures for the speaker (as an actor, by its fullest mention), the principal, the addressee and the outlet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

from onrecord.evaluation.pairing import paired
from onrecord.evaluation.resolved import Mentions, Wanted, is_wanted, mentions
from onrecord.evaluation.spans import (
    Chars,
    Figures,
    Row,
    Rows,
    chars,
    dice,
    harmonic,
    matching,
    parse_spans,
    scores,
    share,
)
from onrecord.spans import words_of

_PEOPLE = {"for": "on_behalf_of", "addressee": "addressee", "outlet": "outlet"}
"""Field of the annotation -> field of the record."""


class _Said(NamedTuple):
    row: Row
    content: Chars
    source: Chars
    cue: Chars


class _Hits(NamedTuple):
    """How many of the found actors are right, and how many of the annotated ones are found."""

    right: int
    given: int
    reached: int
    wanted: int

    @property
    def exact(self) -> bool:
        return self.given == 0 if not self.wanted else self.right == self.given and self.reached == self.wanted


def score_speakers(gold: Rows, records: Rows) -> Figures:
    """Statements found with exactly the right speakers (``said``), and the people around them.

    A statement counts as found if half of its content is; statements that the annotators marked as not worth recording
    are ignored, and so are statements in records that do not belong on record.
    """
    count: Counter[str] = Counter()
    for row, record, text in paired([row for row in gold if row.get("attributions")], records):
        _count(count, row, record, text)
    figures = scores("said", count["ok"], count["pred"], count["gold"])
    figures["speaker.right_when_found"] = share(count["ok"], count["found"])
    for kind in ("named", "unnamed"):
        figures[f"speaker.right_when_found.{kind}"] = share(count[f"ok.{kind}"], count[f"found.{kind}"])
    for name in _PEOPLE:
        precision = share(count[f"{name}.right"], count[f"{name}.given"])
        recall = share(count[f"{name}.reached"], count[f"{name}.wanted"])
        figures |= {f"{name}.precision": precision, f"{name}.recall": recall, f"{name}.f1": harmonic(precision, recall)}
    return figures | {"n.gold": count["gold"], "n.pred": count["pred"]}


def _count(count: Counter[str], row: Row, record: Row, text: str) -> None:
    actors, discarded = mentions(record, text), chars(row.get("discard"), text)
    wanted = [_said(item, text) for item in row["attributions"] if item.get("content")]
    recorded = [item for item in record.get("statements", []) if item.get("recorded") is not False]
    found = [_said(item, text) for item in recorded]
    found = [item for item in found if item.content and len(item.content & discarded) <= len(item.content) / 2]
    matched = matching(
        (_likeness(left, right), i, j)
        for i, left in enumerate(wanted)
        for j, right in enumerate(found)
        if dice(left.content, right.content) >= 0.5
    )
    spare = {i for i, item in enumerate(wanted) if item.row.get("worth") is False}
    count["pred"] += len(found) - sum(i in spare for i, _ in matched)
    count["gold"] += len(wanted) - len(spare)
    for i, j in matched:
        if i not in spare:
            _count_match(count, wanted[i].row, found[j].row, actors, text)


def _count_match(count: Counter[str], marked: Row, statement: Row, actors: Mentions, text: str) -> None:
    exact = _hits(statement.get("speakers"), marked["who"], marked.get("source"), actors, text).exact
    kind = "named" if marked.get("named") else "unnamed"
    count["found"] += 1
    count["ok"] += exact
    count[f"found.{kind}"] += 1
    count[f"ok.{kind}"] += exact
    for name, key in _PEOPLE.items():
        hits = _hits(statement.get(key), marked.get(name), None, actors, text)
        count[f"{name}.right"] += hits.right
        count[f"{name}.given"] += hits.given
        count[f"{name}.reached"] += hits.reached
        count[f"{name}.wanted"] += hits.wanted


def _hits(ids: Any, marked: Sequence[Any] | None, source: Any, actors: Mentions, text: str) -> _Hits:
    given = [ids] if isinstance(ids, str) else list(ids or [])
    near = chars(source, text)
    words = words_of(text, parse_spans(source), exact=True).lower()
    wanted = [Wanted(near, chars([tuple(item)], text), text[slice(*item)].lower() in words) for item in marked or ()]
    right = sum(any(is_wanted(actors.get(key, []), item) for item in wanted) for key in given)
    reached = sum(any(is_wanted(actors.get(key, []), item) for key in given) for item in wanted)
    return _Hits(right, len(given), reached, len(wanted))


def _said(item: Row, text: str) -> _Said:
    content, source, cue = (chars(item.get(role), text) for role in ("content", "source", "cue"))
    return _Said(item, content, source, cue)


def _likeness(left: _Said, right: _Said) -> float:
    shared = 0.2 * bool(left.source & right.source) + 0.1 * bool(left.cue & right.cue)
    return dice(left.content, right.content) + shared
