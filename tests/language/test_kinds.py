from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from onrecord import resources
from onrecord.language import kinds
from onrecord.language.lexicon.actor_words import words
from onrecord.model import ActorType

TYPES = set(ActorType.__args__)
CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "kinds.toml").read_text(encoding="utf-8"))["case"]


def of_name(text: str, label: str = "ORG") -> str | None:
    return kinds.of_name(tuple(text.lower().split()), label, words())[0]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['name']} {case['label']}")
def test_case(case: dict[str, str]) -> None:
    assert of_name(case["name"], case["label"]) == case.get("kind")


def test_a_compound_says_more_than_its_head():
    assert kinds.of_head("agency", words(), "news") == "Outlet"
    assert kinds.of_head("agency", words(), "spy") == "IntelligenceAgency"
    assert kinds.of_head("agency", words()) == "Organization"
    assert kinds.of_head("hypothesis", words()) is None


def total(votes):
    tally = kinds.Tally()
    for vote in votes:
        tally.add(*vote)
    return tally.total()


def test_the_words_of_a_name_outweigh_the_models_labels():
    votes = [("Ministry", kinds.STRONG), *[("Person", kinds.WEAK)] * 9]
    assert kinds.decide(total(votes)) == "Ministry"


def test_a_special_kind_beats_the_general_one_of_the_same_broad_kind():
    votes = [("Organization", kinds.WEAK)] * 3 + [("Outlet", kinds.LIKELY)]
    assert kinds.decide(total(votes)) == "Outlet"
    assert kinds.decide({}) == "Thing"


def test_states_and_nationalities():
    assert kinds.state_of(("norwegian",)) == kinds.state_of(("norway",)) == "NO"
    assert kinds.state_of(("united", "states")) == kinds.state_of(("u.s.",)) == "US"
    assert kinds.state_of(("halden",)) is None
    assert kinds.is_state_name(("norway",))
    assert not kinds.is_state_name(("norwegian",))
    assert kinds.is_place("oslo")
    assert not kinds.is_place("haldeno")


def test_every_kind_in_the_lexicon_is_a_class_of_the_record():
    data = resources.toml("lexicons", "en", "actor_nouns.toml")
    for part in ("noun", "name", "evidence"):
        assert {entry["type"] for entry in data[part]} <= TYPES
    assert set(kinds.BROAD) == TYPES
