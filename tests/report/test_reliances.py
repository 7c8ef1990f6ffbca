"""What an article rests on is told apart from what two articles print and either may have from elsewhere."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from onrecord.model import Place, Reliance, Story
from onrecord.report import reliances


def told(*items: Reliance) -> dict[str, list[tuple[str, ...]]]:
    sources = SimpleNamespace(outlet=lambda article: article, at=lambda places: ())
    story = Story(base="https://x/", analyses=(), reliances=items)
    part: Any = SimpleNamespace(story=story, keys={"a"}, sources=sources)
    return {one.heading: [tuple(line.words for line in row) for row in one.rows] for one in reliances.sections(part)}


def reliance(kind: Any, **values: Any) -> Reliance:
    place = Place("a", 0, 9)
    return Reliance(
        iri=f"https://x/{kind}", article="a", on="b", on_label="Fjord Post", kind=kind, places=(place,), **values
    )


def test_citing_crediting_and_repeating_later_is_reliance() -> None:
    found = told(reliance("credit"), reliance("told"), reliance("passage", exact=True, share=0.1))
    assert [row[2] for row in found["Who relies on whom"]] == [
        "credits it", "cites it", "repeats 1 sentence of it word for word (10% of its words)",
    ]  # fmt: skip
    assert "Printed by both" not in found


def test_a_quotation_and_sentences_without_a_day_are_printed_by_both() -> None:
    found = told(reliance("quotation", dated=True), reliance("passage", exact=True, dated=False, share=0.1))
    assert found["Who relies on whom"] == []
    assert [row[2] for row in found["Printed by both"]] == [
        "a quotation in 1 sentence; each may have it from whoever said it",
        "1 sentence word for word (10% of its words); no date tells which was first",
    ]
