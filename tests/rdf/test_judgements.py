"""The named graph of judgements: what replaced what."""

from __future__ import annotations

from onrecord.rdf import judgements, terms

BASE = "https://example.org/id/"


def test_only_other_addresses_are_replaced_and_each_once() -> None:
    old = (f"{BASE}actor/b", f"{BASE}actor/a", f"{BASE}actor/c", f"{BASE}actor/b")
    found = list(judgements.replaced(old, f"{BASE}actor/a", BASE))
    assert [node.subject for node in found] == [f"{BASE}actor/b", f"{BASE}actor/c"]
    assert {node.graph for node in found} == {judgements.graph(BASE)}
    assert [[(name, value.value) for name, value in node.rows] for node in found] == [
        [(terms.DCTERMS_IS_REPLACED_BY, f"{BASE}actor/a")]
    ] * 2
