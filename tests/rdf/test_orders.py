"""What stands under an order in the graph: what is ordered, not what it forbids or what others say of it."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.model import Ref
from onrecord.rdf import merged
from onrecord.rdf.names import index
from onrecord.resolve import resolve
from resolution import action, actor, analysis

TEXT = "The Harbour Board ordered Boxwood Air to close the pier."


def ordered(**values: Any) -> list[Ref]:
    """The reports under the order."""
    told = analysis(
        "a",
        TEXT,
        actor(TEXT, "a1", "Harbour Board", "RegulatoryAgency"),
        actor(TEXT, "a2", "Boxwood Air", "Company"),
        action(TEXT, "e1", "ordered", type="Order", lemma="order", agents=("a1",), patients=("a2",)),
        action(
            TEXT, "e2", "close", type="ShutDown", lemma="close", agents=("a2",), under="e1",
            **{"modality": "ordered", **values},
        ),
    )  # fmt: skip
    return [ref for refs in merged.under(index(resolve([told]))).values() for ref in refs]


def test_what_is_ordered_stands_under_the_order() -> None:
    assert ordered() == [Ref("a", "e2")]


@pytest.mark.parametrize("values", [{"polarity": "negative"}, {"within": "s1"}, {"modality": "asserted"}], ids=str)
def test_nothing_else_does(values: dict[str, Any]) -> None:
    assert ordered(**values) == []
