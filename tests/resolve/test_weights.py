"""The numbers of resolution: each is asked for, and each number for names decides its example."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from onrecord.errors import LexiconError
from onrecord.resolve import names
from onrecord.resolve.actors import name_features
from onrecord.weights import Subject, Weight, table

SUBJECTS = get_args(Subject)
PACKAGE = Path(name_features.__file__).parents[2]
READERS = {subject: PACKAGE / "resolve" / subject for subject in SUBJECTS} | {
    "coreference": PACKAGE / "language" / "coreference",
    "confidence": PACKAGE / "language",
    **dict.fromkeys(
        (
            "candidates",
            "matters",
            "judgements",
            "names",
            "layout",
            "salience",
            "drawing",
            "accounts",
            "answers",
            "sides",
        ),
        PACKAGE,
    ),
}
NAMES = [item for item in table("actors") if item.id.startswith("name.") and item.id != "name.territory"]
BORNE_BY_SEVERAL = {"name.person.borne_by_others", "name.person.borne_by_several", "name.ambiguous_initials"}
BORNE = {
    ("falk",): frozenset({"ida falk", "otto falk"}),
    ("ida", "falk"): frozenset({"x", "y"}),
    ("fra",): frozenset({"x", "y"}),
    ("brandt",): frozenset({"x", "y"}),
}


@pytest.mark.parametrize("subject", SUBJECTS)
def test_every_number_is_asked_for_and_says_what_it_is(subject: Subject) -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in READERS[subject].rglob("*.py"))
    asked = set(re.findall(r'"([a-z_.]+)"', code)) | {
        f"context.{level}{end}" for level in ("most", "much", "half", "some", "little", "none") for end in ("", ".from")
    }
    for item in table(subject):
        assert item.id in asked
        assert item.meaning
        assert all(item.example)


@pytest.mark.parametrize("item", NAMES, ids=lambda item: item.id)
def test_a_number_for_names_decides_its_example(item: Weight) -> None:
    person = "person" in item.id or item.id == "name.ambiguous"
    one, two = (names.words(printed) if person else names.organisation_words(printed) for printed in item.example)
    uncertain = BORNE if item.id in BORNE_BY_SEVERAL else {}
    run = name_features.Run(articles_of={}, uncertain=uncertain, apart=frozenset())
    assert name_features._forms(one, two, person, run)[0] == item.value


def test_a_fault_names_its_number(monkeypatch: pytest.MonkeyPatch) -> None:
    row = {"id": "same", "value": "much", "meaning": "m", "example": ["a", "b"]}
    monkeypatch.setattr("onrecord.resources.toml", lambda *parts: {"number": [row]})
    with pytest.raises(LexiconError, match="'same': Expected `float`"):
        table("other")  # type: ignore[arg-type]  # a file that is not there
