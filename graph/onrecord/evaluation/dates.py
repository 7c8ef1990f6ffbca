"""Figures for time expressions: their TIMEX3 values at the granularity printed."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from onrecord.evaluation.pairing import paired
from onrecord.evaluation.spans import Chars, Figures, Row, Rows, chars, dice, matching, parse_spans, scores, share

_KINDS = (("DATE", r"\d{4}"), ("DURATION", r"P"))
"""The types that are scored, and how their values begin; other types are ignored."""
_LEAST_OVERLAP = 0.3
"""Least share of common characters for two dates to count as the same phrase, as in the standard scorer."""
_Timex = tuple[Chars, str, str]


def score_dates(gold: Rows, records: Rows) -> Figures:
    """Precision, recall and F1 of dates with the right value, and of durations if the gold file has any."""
    count: Counter[str] = Counter()
    for row, record, text in paired(gold, records):
        limit = row.get("annotated_end", len(text))
        marked = [(chars([span], text), value, kind) for span, value, kind in _marked(row) if span[0] < limit]
        given = [item for item in record.get("dates", []) if item["start"] < limit]
        found = [(chars([(item["start"], item["end"])], text), *_value(item)) for item in given]
        for kind, begins in _KINDS:
            _count(count, kind, begins, marked, found)
    figures = scores("date", count["DATE.right"], count["DATE.found"], count["DATE.gold"])
    figures["value.accuracy_when_found"] = share(count["DATE.right"], count["DATE.matched"])
    figures["granularity_only_wrong"] = count["DATE.coarser"]
    if count["DURATION.gold"]:
        figures |= scores("duration", count["DURATION.right"], count["DURATION.found"], count["DURATION.gold"])
    return figures | {"n.gold": count["DATE.gold"]}


def _marked(row: Row) -> list[tuple[tuple[int, int], str, str]]:
    if "timexes" not in row:
        return [((item["start"], item["end"]), item.get("when") or "", "DATE") for item in row["dates"]]
    marked = []
    for item in row["timexes"]:
        if item.get("frags") or item.get("start") is not None:
            span = parse_spans(item["frags"])[0] if item.get("frags") else (item["start"], item["end"])
            kind = "SKIP" if item.get("function") == "CREATION_TIME" else item.get("type", "DATE")
            marked.append((span, item.get("value") or "", kind))
    return marked


def _value(item: dict[str, Any]) -> tuple[str, str]:
    return item.get("value") or "", item.get("type", "DATE")


def _count(count: Counter[str], kind: str, begins: str, marked: list[_Timex], found: list[_Timex]) -> None:
    def scored(item: _Timex) -> bool:
        return item[2] == kind and re.match(begins, item[1]) is not None

    wanted = [item for item in marked if scored(item)]
    free = [item[0] for item in marked if not scored(item)]
    here = [item for item in found if scored(item)]
    matched = matching(
        (dice(one[0], other[0]) + (one[1] == other[1]), i, j)
        for i, one in enumerate(wanted)
        for j, other in enumerate(here)
        if dice(one[0], other[0]) >= _LEAST_OVERLAP
    )
    used = {j for _, j in matched}
    extra = sum(j not in used and not any(item[0] & span for span in free) for j, item in enumerate(here))
    count[f"{kind}.gold"] += len(wanted)
    count[f"{kind}.found"] += len(used) + extra
    count[f"{kind}.matched"] += len(matched)
    for i, j in matched:
        value, own = wanted[i][1], here[j][1]
        count[f"{kind}.right"] += value == own
        count[f"{kind}.coarser"] += value != own and (value.startswith(own) or own.startswith(value))
