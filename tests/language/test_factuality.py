"""What is said not to be done, only asked, wished, alleged or dreamed is no fact: words as data, cases as data."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from onrecord import resources
from onrecord.language import annotations as ann
from onrecord.language import lexicon
from onrecord.language.actions.governors import operators

TABLE = resources.toml("lexicons", "en", "factuality.toml")
CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "factuality.toml").read_text(encoding="utf-8"))["case"]


def stands(nlp: Any, text: str, lemma: str) -> list[tuple[str, str]]:
    """Polarity and modality of the deeds of a lemma."""
    actions = ann.attrs(nlp(text), ann.ACTIONS).values()
    return [(item["polarity"], item["modality"]) for item in actions if item["lemma"] == lemma]


@pytest.mark.parametrize("entry", [entry for table in TABLE.values() for entry in table], ids=lambda entry: entry["id"])
def test_example_stands_as_its_entry_says(nlp: Any, entry: dict[str, Any]) -> None:
    assert entry["source"]
    want = (entry.get("polarity", "positive"), entry.get("modality", "asserted"))
    assert want in stands(nlp, entry["example"], entry["below"])


def test_no_operator_is_listed_twice() -> None:
    words = [word for entry in TABLE["operator"] for word in entry["words"]]
    assert len(words) == len(set(words))
    assert set(operators()) == set(lexicon.operators()) | set(words)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['about']}: {case['text'][:50]}")
def test_case(nlp: Any, case: dict[str, Any]) -> None:
    found = stands(nlp, case["text"], case["deed"])
    assert found, f"no deed {case['deed']}"
    facts = [one for one in found if one == ("positive", "asserted")]
    if case["stands"] == "fact":
        assert facts == found
    elif case["stands"] == "no fact":
        assert facts == []
    else:
        assert case["stands"] in {word for one in found for word in one}


def test_what_is_coordinated_with_a_reported_clause_is_reported(nlp: Any) -> None:
    doc = nlp("The mayor said on Monday that the council had agreed a truce and reached a deal with the drivers.")
    actions = ann.attrs(doc, ann.ACTIONS).values()
    assert {item["lemma"]: item["within"] is not None for item in actions if item["lemma"] in {"agree", "reach"}} == {
        "agree": True,
        "reach": True,
    }
