"""Heads of plain texts in the forms in which they are printed, as `tests/cases/heads.toml` lists them."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from onrecord.articles.jsonl import article_from_row
from onrecord.articles.layout import passages

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "heads.toml").read_text(encoding="utf-8"))["case"]
LEAD = "The harbour authority of Kelmar has closed the east quay after an inspection found cracks in its wall."
BODY = f"""{LEAD} Work will begin next week, the harbour master, Ada Renner, said on Tuesday.

"We had no choice," Renner said. "The wall would not have stood another winter."

The fishermen, who had asked for the inspection on 3 February, said that they wanted to know who would pay for it."""


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_a_printed_head_is_read(case: dict[str, Any]) -> None:
    body = f"{case.get('opening', '')}{BODY}{case.get('end', '')}"
    parts = (case["head"].strip("\n"), body, case.get("tail", ""))
    found = article_from_row({"id": "a", "text": "\n\n".join(part for part in parts if part)}, "a.jsonl")
    assert (found.title, found.publisher) == (case.get("title"), case.get("publisher"))
    assert (found.published, found.authors) == (case.get("published"), tuple(case.get("authors", ())))
    lines = [(item.kind, found.text[item.start : item.end]) for item in passages(found)]
    assert any(kind == "body" and line.startswith(LEAD) for kind, line in lines)
    assert "day" not in case or any(kind == "byline" and case["day"] in line for kind, line in lines)
