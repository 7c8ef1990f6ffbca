"""Whose a deed is, through the real model: cases as data."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from factory import make
from onrecord.language import annotations as ann
from onrecord.language.syntax.control import subjects
from onrecord.language.syntax.tree import tree_of

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "control.toml").read_text(encoding="utf-8"))["case"]


def roles(doc: Any, lemma: str, role: str) -> str:
    """The words and the actors' names of one role of the deeds of a lemma."""
    attrs, names = ann.attrs(doc, ann.ACTIONS), ann.attrs(doc, ann.MENTIONS)
    keys = [key for key, item in attrs.items() if item["lemma"] == lemma]
    assert keys, f"no deed {lemma}"
    words = [span.text for span in ann.spans(doc, ann.ACTIONS) if span.kb_id_ in keys and span.label_ == role]
    actors = [actor for key in keys for actor in attrs[key]["agents" if role == "agent" else "patients"]]
    return " | ".join([*words, *(doc.text[slice(*names[actor]["name"])] for actor in actors)])


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['about']}: {case['text'][:50]}")
def test_case(nlp: Any, case: dict[str, Any]) -> None:
    doc = nlp(case["text"])
    agents = roles(doc, case["deed"], "agent")
    assert case["agent"] in agents
    assert bool(case["agent"]) == bool(agents)
    assert case["never"] not in agents
    patients = roles(doc, case["deed"], "patient")
    assert case.get("patient", "") in patients
    assert "never_to" not in case or case["never_to"] not in patients


def test_in_order_to_orders_nothing(nlp: Any) -> None:
    found = ann.attrs(nlp("Halden Dairy bribed officials in order to win the contract."), ann.ACTIONS).values()
    assert [(item["lemma"], item["modality"]) for item in found] == [("bribe", "asserted"), ("win", "planned")]


def test_a_subject_is_worded_with_what_its_noun_is_for(nlp: Any) -> None:
    doc = nlp("The decision to close the mine was taken on the orders of the energy ministry.")
    found = {span.kb_id_: span.text for span in ann.spans(doc, ann.ACTIONS) if span.label_ == "subject"}
    assert "The decision to close the mine" in found.values()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The lid had been tampered with before it was weighed.", "with"),
        ("The pilots of Halden walked out on Monday.", "out"),
    ],
)
def test_a_word_behind_a_verb_that_is_part_of_it_is_told(nlp: Any, text: str, words: str) -> None:
    found = [span.text for span in ann.spans(nlp(text), ann.ACTIONS) if span.label_ == "completion"]
    assert words in found


ADVISED = """
Halden NNP nsubj 2 B-ORG
advised|advise VBD ROOT 0
closing|close VBG xcomp 2
the DT det 5
mine NN dobj 3
"""


def test_who_advises_a_deed_need_not_do_it() -> None:
    assert subjects(tree_of(make(ADVISED)), 2) == []
    assert subjects(tree_of(make(ADVISED.replace("advised|advise", "continued|continue"))), 2) == [0]
