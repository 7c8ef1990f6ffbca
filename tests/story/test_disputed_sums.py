"""Amounts that reports of one deed give, and how the question is put."""

from __future__ import annotations

import pytest

from onrecord.model import Analysis
from onrecord.resolve import resolve
from onrecord.story.publication import on_record
from resolution import action, actor, analysis


def paid(key: str, sum_: str) -> Analysis:
    text = f"Ada Falk met Ivo Berg in Harbor Town. Ada Falk fined Ivo Berg {sum_}."
    people = [actor(text, f"a{at}", name, "Person", f"{name}#2") for at, name in enumerate(("Ada Falk", "Ivo Berg"))]
    fine = action(
        text, "e1", "fined", type="Punish", lemma="fine", agents=("a0",), agent_spans="Ada Falk#2",
        patients=("a1",), patient_spans="Ivo Berg#2",
    )  # fmt: skip
    return analysis(key, text, *people, fine)


@pytest.mark.parametrize(
    ("one", "two"),
    [("$2", "$25"), ("$25", "$2"), ("$4.1 million", "$4.9 million"), ("3 million euros", "9 million euros")],
)
def test_the_question_holds_neither_sum(one, two):
    story = on_record(resolve([paid("a", one), paid("b", two)]))
    assert [(item.label, sorted(side.value for side in item.positions)) for item in story.disagreements] == [
        ("How much money: Ada Falk fined Ivo Berg", sorted([one, two]))
    ]
