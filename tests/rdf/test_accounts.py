"""Reports of one article in the graph: negative ones say so, and each has an address of its own."""

from __future__ import annotations

from typing import Any

from onrecord.model import Ref
from onrecord.rdf import accounts, terms
from onrecord.rdf.names import index
from onrecord.rdf.passages import Passages
from onrecord.resolve import resolve
from resolution import action, actor, analysis

TEXT = "The Harbour Board met and fined Boxwood Air."


def report(**values: Any) -> dict[str, list[str]]:
    """What is said of the report of the fine."""
    told = analysis(
        "a",
        TEXT,
        actor(TEXT, "a1", "Harbour Board", "RegulatoryAgency"),
        actor(TEXT, "a2", "Boxwood Air", "Company"),
        action(TEXT, "e1", "fined", type="Fine", lemma="fine", agents=("a1",), patients=("a2",), **values),
    )
    look = index(resolve([told]))
    page = Passages(look, look.analyses["a"])
    ((_, node),) = accounts.reports(page)
    return {name: list(objects) for name, objects in node.grouped()}


def test_only_what_is_denied_has_a_polarity() -> None:
    assert terms.POLARITY not in report()
    assert report(polarity="negative")[terms.POLARITY] == [f"<{terms.VALUES['Polarity', 'negative']}>"]


def test_two_deeds_of_one_trigger_are_two_reports() -> None:
    told = analysis(
        "a",
        TEXT,
        actor(TEXT, "a1", "Harbour Board", "RegulatoryAgency"),
        *(
            action(TEXT, key, "met and fined", lemma=lemma, agents=("a1",))
            for key, lemma in (("e1", "meet"), ("e2", "fine"))
        ),
    )
    nodes = index(resolve([told])).nodes
    assert nodes[Ref("a", "e1")] != nodes[Ref("a", "e2")]
