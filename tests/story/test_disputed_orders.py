"""Who ordered something, and why two who are told to have ordered it may both have done so."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.model import Action, Analysis
from onrecord.resolve import resolve
from onrecord.story.notes import CHAIN, STATE
from onrecord.story.publication import on_record
from resolution import action, actor, analysis

MEETING = "Norland, Sudland, Alder Net and Birch Bank met in Harbor Town."
NAMES = {"Norland": "State", "Sudland": "State", "Alder Net": "Company", "Birch Bank": "Company"}


def met(text: str, *agents: str) -> Action:
    """Who is but named is not on record."""
    return action(text, "met", "met", type="Meet", lemma="meet", agents=agents)


def order(key: str, who: str, kind: str, thing: str = "Blimp") -> Analysis:
    text = f"{MEETING} {who} ordered shops to close {thing}."
    people = [actor(text, f"n{at}", name, NAMES[name]) for at, name in enumerate(NAMES) if name != who]  # type: ignore[arg-type]
    return analysis(
        key, text, *people, actor(text, "a8", who, kind), actor(text, "a9", thing, "Product"),  # type: ignore[arg-type]
        met(text, *(item.id for item in people)),
        action(text, "e1", "ordered", lemma="order", type="Order", agents=("a8",)),
        action(
            text, "e2", "close", lemma="close", type="ShutDown", patients=("a9",), patient_spans=thing,
            under="e1", modality="ordered",
        ),
    )  # fmt: skip


def directive(key: str, thing: str) -> Analysis:
    text = f"{MEETING} The decision on {thing} was taken on the directive of the Home Ministry."
    people = [actor(text, f"n{at}", name, NAMES[name]) for at, name in enumerate(NAMES)]  # type: ignore[arg-type]
    return analysis(
        key, text, *people, actor(text, "a8", "Home Ministry", "Ministry"), actor(text, "a9", thing, "Product"),
        met(text, *(item.id for item in people)),
        action(text, "e1", "decision", lemma="decision", type="Decide", directors=("a8",), rule="noun"),
    )  # fmt: skip


def notes(*analyses: Analysis) -> list[tuple[str, str]]:
    return [(item.label, item.note) for item in on_record(resolve(analyses)).disagreements]


BODIES: tuple[Any, ...] = (order("a", "Telecom Board", "RegulatoryAgency"), order("b", "Home Ministry", "Ministry"))
LABEL = "Who ordered Blimp to be shut down"


@pytest.mark.parametrize(
    ("others", "note"),
    [
        pytest.param((), "", id="no directive"),
        pytest.param((directive("c", "Blimp"),), CHAIN, id="a directive on this"),
        pytest.param((directive("c", "Zeppel"),), "", id="a directive on something else"),
    ],
)
def test_a_directive_explains_only_orders_on_what_it_is_about(others, note):
    assert notes(*BODIES, *others) == [(LABEL, note)]


@pytest.mark.parametrize(
    ("body", "note"),
    [
        pytest.param("Telecom Board", STATE, id="of no state that is told"),
        pytest.param("Telecom Board of Norland", STATE, id="of this state"),
        pytest.param("Telecom Board of Sudland", "", id="of another state"),
    ],
)
def test_a_state_orders_through_bodies_of_its_own(body, note):
    state = order("a", "Norland", "State")
    assert notes(state, order("b", body, "RegulatoryAgency")) == [(LABEL, note)]
