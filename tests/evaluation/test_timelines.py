"""Timelines: the order in time of what one actor does, held against a timeline that a person has made."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.evaluation.timelines import score_timelines

TEXT = "Blimp opened. Blimp sold boats. Blimp closed. Ann Poe left Blimp."
WORDS = {"opened": "e1", "sold": "e2", "closed": "e3", "left": "e4"}


def record(key: str = "one", *, published: str | None = "2021-05-09", **dates: str | None) -> dict[str, Any]:
    """A record of TEXT with the deeds of `dates`, all done by Blimp."""
    actions = []
    for word, day in dates.items():
        start = TEXT.index(word)
        actions.append({
            "id": WORDS[word], "trigger": [[start, start + len(word)]], "agents": ["a1"], "patients": [],
            "polarity": "positive", "modality": "asserted", "date": day,
        })  # fmt: skip
    mentions = [{"start": 0, "end": 5, "form": "name"}]
    return {
        "article": {"id": key, "text": TEXT, "published": published},
        "actors": [{"id": "a1", "name": "Blimp", "mentions": mentions}],
        "actions": actions,
    }


def timeline(*events: tuple[int, str, str], entity: str = "Blimp") -> dict[str, Any]:
    told = []
    for order, day, word in events:
        start = TEXT.index(word)
        mentions = [{"doc_id": "one", "start": start, "end": start + len(word)}]
        told.append({"order": order, "date": day, "mentions": mentions})
    return {"entity": entity, "events": told}


THREE = timeline((1, "2021-03-XX", "opened"), (2, "2021-04-02", "sold"), (3, "2021-05-09", "closed"))


def figures(gold: dict[str, Any], *records: dict[str, Any]) -> tuple[float, float]:
    found = score_timelines([gold], list(records))
    return round(found["order.precision"], 2), round(found["order.recall"], 2)


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        pytest.param({"opened": "2021-03", "sold": "2021-04-02", "closed": "2021-05-09"}, (1.0, 1.0), id="all right"),
        pytest.param({"opened": "2021-03", "closed": None}, (1.0, 0.4), id="without a date: when it was told"),
        pytest.param({"opened": "2021-06", "closed": "2021-05-09"}, (0.33, 0.2), id="the wrong order, one date right"),
        pytest.param({}, (0.0, 0.0), id="nothing found"),
    ],
)
def test_the_relations_that_hold_count(dates, expected):
    assert figures(THREE, record(**dates)) == expected


def test_what_follows_from_others_is_neither_missed_nor_counted_twice():
    together = timeline((1, "2021-03-XX", "opened"), (1, "2021-03-XX", "sold"), (1, "2021-03-XX", "closed"))
    same = record(opened="2021-03", sold="2021-03", closed="2021-03")
    assert figures(together, same) == (1.0, 1.0)  # three dates, two of the three pairs


def test_what_is_annotated_without_a_date_is_not_scored():
    gold = timeline((0, "XXXX-XX-XX", "sold"), (1, "2021-03-XX", "opened"))
    found = score_timelines([gold], [record(opened="2021-03")])
    assert (found["n.events"], found["order.f1"]) == (1, 1.0)


def test_what_is_not_done_is_in_no_timeline():
    item = record(opened="2021-03")
    item["actions"][0]["polarity"] = "negative"
    assert figures(THREE, item) == (0.0, 0.0)


@pytest.mark.parametrize(("name", "recall"), [("Blimp", 0.2), ("Blimpp of Norby", 0.0), ("blimp", 0.2)])
def test_the_actor_is_found_by_name(name, recall):
    assert figures(THREE | {"entity": name}, record(opened="2021-03"))[1] == recall
