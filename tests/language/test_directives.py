"""On whose directive a deed is done, through the real model: cases as data."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from onrecord.language import annotations as ann

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "directives.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['deed']}: {case['text'][:50]}")
def test_case(nlp: Any, case: dict[str, Any]) -> None:
    doc = nlp(case["text"])
    names = ann.attrs(doc, ann.MENTIONS)
    [key] = [key for key, item in ann.attrs(doc, ann.ACTIONS).items() if item["lemma"] == case["deed"]]
    directors = ann.attrs(doc, ann.ACTIONS)[key]["directors"]
    assert [doc.text[slice(*names[actor]["name"])] for actor in directors] == case["directors"]
    marks = [item for item in ann.spans(doc, ann.ACTIONS) if item.kb_id_ == key and item.label_ == "directive"]
    assert "".join(item.text for item in marks) == case["words"]
    attrs = ann.attrs(doc, ann.ACTIONS)[key]
    assert attrs["recorded"] is case["recorded"]
    if "patients" in case:
        assert [doc.text[slice(*names[actor]["name"])] for actor in attrs["patients"]] == case["patients"]
        assert not [item for item in ann.spans(doc, ann.ACTIONS) if (item.kb_id_, item.label_) == (key, "patient")]
