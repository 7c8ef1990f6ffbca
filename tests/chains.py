"""An article with a chain of command, for the graph, the labels and the report."""

from __future__ import annotations

from onrecord.model import Story
from onrecord.resolve import resolve
from onrecord.story.meaning import with_meaning
from resolution import action, actor, analysis

CHAIN = "On the directive of the Coast Ministry, the Harbour Board ordered Boxwood Air to close the pier."


def chain() -> Story:
    """One article that names who directs, who orders and who is to carry it out."""
    told = analysis(
        "a",
        CHAIN,
        actor(CHAIN, "a1", "Harbour Board", "RegulatoryAgency"),
        actor(CHAIN, "a2", "Boxwood Air", "Company"),
        actor(CHAIN, "a3", "Coast Ministry", "GovernmentBody"),
        action(
            CHAIN, "e1", "ordered", type="Order", lemma="order", agents=("a1",), patients=("a2",), directors=("a3",),
            directive_spans="On the directive of the Coast Ministry", agent_spans="the Harbour Board",
            patient_spans="Boxwood Air",
        ),
        action(
            CHAIN, "e2", "close", type="ShutDown", lemma="close", agents=("a2",), agent_spans="Boxwood Air",
            patient_spans="the pier", under="e1", modality="ordered",
        ),
    )  # fmt: skip
    return with_meaning(resolve([told]))
