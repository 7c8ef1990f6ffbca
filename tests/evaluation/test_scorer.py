"""The same figures as the scorer that the project is measured by, on gold files where both are at hand."""

from __future__ import annotations

import importlib.util
import itertools
import os
from pathlib import Path

import pytest

from onrecord import evaluation
from onrecord.evaluation import pairing
from onrecord.evaluation.spans import parse_spans

SHARED = Path(os.environ.get("ONRECORD_SHARED", Path(__file__).resolve().parents[3] / "shared"))
FILES = {
    "statements": "statements/polnear_200.jsonl",
    "actions": "actions/meantime_airbus_apple.jsonl",
    "plover": "actions/plover_half.jsonl",
    "actors": "actors/gum_news.jsonl",
    "dates": "actors/gum_news.jsonl",
    "events": "events/ecbplus_dev.jsonl",
    "pages": "pages/pages_60.jsonl",
    "deeds": "record/record_dev.jsonl",
    "speakers": "record/record_dev.jsonl",
}
PAIRS = [*FILES.items(), ("actors", FILES["actions"]), ("dates", FILES["actions"])]


def scorer():
    spec = importlib.util.spec_from_file_location("score", SHARED / "score" / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def of_record(row):
    """A record made from deeds and speakers as marked: some left out, some given to others, some not recorded."""
    turn = itertools.count()
    named: dict[tuple[int, int], str] = {}

    def actor(span):
        if next(turn) % 7 == 0:
            return "a0"
        return named.setdefault(tuple(span), f"a{len(named) + 1}")

    actions = [
        {
            "id": f"e{next(turn)}",
            "trigger": parse_spans(mention["trigger"]),
            "type": "Refuse" if next(turn) % 3 else "Act",
            "polarity": "negative" if next(turn) % 6 == 0 else "positive",
            "modality": "planned" if next(turn) % 4 == 0 else "asserted",
            "within": "s1" if next(turn) % 3 == 0 else None,
            "agents": [actor(item["name"]) for item in mention["agent"]],
            "patients": [],
            "patient_spans": [item["words"] for item in mention["patient"]],
            "recorded": next(turn) % 5 != 0,
        }
        for deed in row["deeds"]
        for mention in deed["mentions"]
    ]
    statements = [
        {
            "content": item["content"],
            "source": item.get("source"),
            "cue": item.get("cue"),
            "speakers": [actor(span) for span in item["who"]],
            "on_behalf_of": [actor(span) for span in item.get("for") or []],
            "addressee": next((actor(span) for span in item.get("addressee") or []), None),
            "outlet": next((actor(span) for span in item.get("outlet") or []), None),
            "recorded": next(turn) % 5 != 0,
        }
        for item in row.get("attributions", [])
        if item.get("content")
    ]
    spots = [*named.items(), ((0, 9), "a0")]
    actors = [{"id": key, "mentions": [{"start": start, "end": end}]} for (start, end), key in spots]
    article = {"id": pairing.gold_id(row), "text": row["text"]}
    return {"article": article, "actions": actions, "statements": statements, "actors": actors}


def noisy(row):
    """A record made from annotations: some left out, some moved, some doubled, always the same ones."""
    text = row.get("text") or row.get("body")
    turn = itertools.count()

    def moved(value):
        step = next(turn) % 5
        return [[max(0, start - 3 * step), end + 2 * step] for start, end in parse_spans(value)]

    def some(items):
        return [item for item in items or [] if next(turn) % 4]

    timexes = [
        item
        for item in row.get("timexes") or row.get("dates") or []
        if item.get("frags") or item.get("start") is not None
    ]
    marked = [item for item in [*row.get("entities", []), *row.get("mentions", [])] if item.get("start") is not None]
    return {
        "article": {
            "id": pairing.gold_id(row),
            "text": text[: -30 * (len(text) % 2) or None] if "body" in row else text,
        },
        "statements": [
            {"content": moved(item["content"]), "source": moved(item.get("source")), "cue": item.get("cue")}
            for item in some(row.get("attributions"))
            if item.get("content")
        ],
        "actions": [
            {
                "id": f"e{number}",
                "iri": f"u{number % 7}",
                "trigger": moved(item.get("frags") or [[item["start"], item["end"]]]),
                "plover": ("COERCE", row.get("event"), None)[len(text) % 3],
                "agent_spans": [[other["start"], other["end"]] for other in marked[number : number + 2]],
                "patient_spans": [span[:2] for other in row.get("spans", []) for span in parse_spans([other])],
            }
            for number, item in enumerate(some(row.get("events") or row.get("spans") or row.get("mentions")))
            if isinstance(item, dict) and (item.get("frags") or item.get("start") is not None)
        ],
        "actors": [
            {
                "id": f"a{number % 9}",
                "iri": f"i{number % 11}",
                "mentions": [{"start": item["start"], "end": item["end"]}],
            }
            for number, item in enumerate(some(marked))
        ],
        "dates": [
            {
                "start": start,
                "end": end,
                "type": item.get("type", "DATE"),
                "value": (item.get("value") or item.get("when")),
            }
            for item in some(timexes)
            for start, end in moved(item.get("frags") or [[item["start"], item["end"]]])[:1]
        ],
    }


@pytest.mark.parametrize(("task", "name"), PAIRS, ids=[f"{task}-{Path(name).stem}" for task, name in PAIRS])
def test_same_figures_as_the_scorer(task, name):
    path = SHARED / "gold" / name
    if not path.exists():
        pytest.skip(f"{path} is not at hand")
    gold = pairing.load(path)[::3][:30]
    gold = [row for row in gold if row.get("primary", True)]
    records = [of_record(row) if "deeds" in row else noisy(row) for row in gold]
    theirs = scorer().TASKS[task](gold, records)
    ours = evaluation.TASKS[task](gold, records)
    assert ours == pytest.approx(theirs)
    assert any(0 < value < 1 for value in ours.values()), "the noise must leave something to tell apart"
