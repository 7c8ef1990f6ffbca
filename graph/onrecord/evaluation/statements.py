"""Figures for reported speech: content, source and cue, as PARC 3.0 and PolNeAR annotate them."""

from __future__ import annotations

from collections import Counter
from typing import Any, NamedTuple

from onrecord.evaluation.pairing import paired
from onrecord.evaluation.spans import Chars, Figures, Row, Rows, chars, dice, matching, same_phrase, scores, share


class _Statement(NamedTuple):
    content: Chars
    source: Chars
    cue: Chars
    mode: str


def score_statements(gold: Rows, records: Rows) -> Figures:
    """Precision, recall and F1 of contents and of whole statements (content and source), and recall by mode.

    Two contents match if they share half of their letters (`content`) or nine tenths (`content_tight`). Statements that
    the annotators marked as optional, or that are in discarded text, are ignored.
    """
    count: Counter[str] = Counter()
    for row, record, text in paired([row for row in gold if row.get("primary", True)], records):
        _count(count, row, record, text)
    figures = scores("content", count["content"], count["found"], count["gold"])
    figures |= scores("content_tight", count["tight"], count["found"], count["gold"])
    figures |= scores("statement", count["right"], count["found"], count["gold"])
    figures["source.accuracy_when_content_found"] = share(count["source.right"], count["source"])
    for mode in ("direct", "mixed", "indirect"):
        if count[f"gold.{mode}"]:
            figures[f"statement.recall.{mode}"] = count[f"right.{mode}"] / count[f"gold.{mode}"]
    return figures | {"n.gold": count["gold"], "n.pred": count["found"]}


def _count(count: Counter[str], row: Row, record: Row, text: str) -> None:
    discarded = chars(row.get("discard"), text)
    optional = [chars([span], text) for span in row.get("optional_statements", [])]
    marked = row.get("attributions") or row.get("statements") or []
    wanted = [_statement(item, text) for item in marked if item.get("content")]
    found = [_statement(item, text) for item in record.get("statements", [])]
    found = [item for item in found if item.content and len(item.content & discarded) <= len(item.content) / 2]
    matched = matching(
        (_likeness(left, right), i, j)
        for i, left in enumerate(wanted)
        for j, right in enumerate(found)
        if dice(left.content, right.content) >= 0.5
    )
    used = {j for _, j in matched}
    count["gold"] += len(wanted)
    count["found"] += len(used) + sum(
        j not in used and not any(len(item.content & free) > 0.5 * len(item.content) for free in optional)
        for j, item in enumerate(found)
    )
    count.update(f"gold.{item.mode}" for item in wanted)
    for i, j in matched:
        _count_match(count, wanted[i], found[j])


def _count_match(count: Counter[str], wanted: _Statement, found: _Statement) -> None:
    right = same_phrase(found.source, wanted.source) if wanted.source else True
    count["content"] += 1
    count["tight"] += dice(wanted.content, found.content) >= 0.9
    count["right"] += right
    count[f"right.{wanted.mode}"] += right
    if wanted.source:
        count["source"] += 1
        count["source.right"] += right


def _statement(item: dict[str, Any], text: str) -> _Statement:
    content, source, cue = (chars(item.get(role), text) for role in ("content", "source", "cue"))
    return _Statement(content, source, cue, str(item.get("kind") or item.get("mode")))


def _likeness(left: _Statement, right: _Statement) -> float:
    shared = 0.2 * bool(left.source & right.source) + 0.1 * bool(left.cue & right.cue)
    return dice(left.content, right.content) + shared
