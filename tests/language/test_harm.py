"""Kinds of deed that harm somebody's name are published only if the sentence says them outright."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from onrecord.language import annotations as ann

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "harm.toml").read_text(encoding="utf-8"))["case"]
HARM = {"Sue", "Arrest", "Punish", "Kill", "Accuse", "Attack"}
LOOK_ALIKE = [case["text"] for case in CASES if case.get("look_alike")]
DEEDS = [case for case in CASES if not case.get("look_alike")]


def published(nlp: Any, text: str) -> list[tuple[str, str, str]]:
    """Agent, kind and patient of the recorded deeds of kinds that harm, which stand as facts."""
    doc = nlp(text)
    roles: dict[tuple[str, str], str] = {}
    for span in ann.spans(doc, ann.ACTIONS):
        roles.setdefault((span.kb_id_, span.label_), span.text)
    return [
        (roles.get((key, "agent"), ""), item["type"], roles.get((key, "patient"), ""))
        for key, item in ann.attrs(doc, ann.ACTIONS).items()
        if item["recorded"] and item["type"] in HARM and item["polarity"] == "positive"
    ]


def test_there_are_enough_look_alikes() -> None:
    assert len(set(LOOK_ALIKE)) == len(LOOK_ALIKE) >= 40


@pytest.mark.parametrize("text", LOOK_ALIKE)
def test_look_alike_publishes_no_harm(nlp: Any, text: str) -> None:
    assert published(nlp, text) == []


@pytest.mark.parametrize("case", DEEDS, ids=lambda case: case["text"])
def test_harm_said_outright_is_published(nlp: Any, case: dict[str, str]) -> None:
    assert (case["agent"], case["kind"], case["patient"]) in published(nlp, case["text"])
