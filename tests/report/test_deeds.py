"""Deeds that make lines of a report: in a clause or in their sentence, once, as done."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from onrecord.model import Analysis, Disagreement, Passage, Place, Position
from onrecord.report.account import accounts
from onrecord.report.part import tells_of
from onrecord.resolve import resolve
from onrecord.story.publication import on_record
from resolution import action, actor, analysis, wording


def sold(key: str, text: str, *, completion: str, **values: Any) -> Analysis:
    """An article of 19 May 2024 in which Alder Foods sells something."""
    fields: dict[str, Any] = {"type": "Sell", "lemma": "sell", "agents": ("a1",), "recorded": True, **values}
    words = wording(text, "active", "Alder Foods", "sold", completion)
    deed = action(text, "e1", "sold", agent_spans="Alder Foods", wording=words, **fields)
    return analysis(key, text, actor(text, "a1", "Alder Foods", "Company"), deed, published="2024-05-19")


def lines(*articles: Analysis, heading: str = "Chronology") -> list[str]:
    return [
        line.words
        for found in accounts(on_record(resolve(list(articles))))
        for item in found.sections
        if item.heading == heading
        for line in item.lines
    ]


def in_text(made: Analysis) -> Analysis:
    """The article with its words as running text, of which lines quote sentences."""
    return replace(made, passages=(Passage(start=0, end=len(made.article.text), kind="body"),))


def test_a_deed_is_told_in_its_sentence_or_in_a_clause_that_is_whole() -> None:
    text = "Alder Foods sold two mills to pay its debts."
    whole, part = (sold("one", text, completion=words) for words in ("two mills to pay its debts", "two mills"))
    assert lines(whole) == ["Alder Foods sold two mills to pay its debts"]
    assert lines(part) == []
    assert lines(in_text(whole)) == lines(in_text(part)) == [f"“{text}”"]


def test_a_sentence_that_points_elsewhere_tells_nothing_alone() -> None:
    assert lines(sold("one", "Then Alder Foods sold the mill to pay its debts.", completion="the mill")) == []


def test_a_sentence_is_not_told_beside_a_clause_of_its_own() -> None:
    text = "Alder Foods sold two mills to pay its debts, and Ost Bank lent 40 million."
    made = sold("one", text, completion="two mills")
    bank = actor(text, "a2", "Ost Bank", "Company")
    lent = action(
        text, "e2", "lent", type="Lend", lemma="lend", agents=("a2",), agent_spans="Ost Bank", recorded=True,
        wording=wording(text, "active", "Ost Bank", "lent", "40 million"),
    )  # fmt: skip
    both = Analysis(
        article=made.article, actors=(*made.actors, bank), actions=(*made.actions, lent), sentences=made.sentences
    )
    assert lines(both) == ["Ost Bank lent 40 million"]


def test_what_was_only_planned_for_no_day_is_no_line_of_what_was_done() -> None:
    text = "Alder Foods sold two mills."
    assert lines(sold("one", text, completion="two mills", modality="planned")) == []
    planned = sold("one", text, completion="two mills", modality="planned", date="2024-06-01")
    assert lines(planned) == []
    assert lines(planned, heading="Set for a day") != []


@pytest.mark.parametrize(("value", "marked"), [("two mills", False), ("12 mills", True), ("13 mills", False)])
def test_a_line_that_tells_one_side_of_a_dispute_says_so(value: str, marked: bool) -> None:
    text = "Alder Foods sold 12 mills to pay its debts."
    story = on_record(resolve([sold("one", text, completion="12 mills to pay its debts")]))
    place = Place("one", 0, len(text))
    sides = (Position(value, (), (place,)), Position("no mill", (), (Place("one", 0, 1),)))
    told = Disagreement(iri="d", about="x", aspect="number", positions=sides, label="How many were sold")
    (account,) = accounts(replace(story, disagreements=(told,)))
    (line,) = next(item.lines for item in account.sections if item.heading == "Chronology")
    assert line.support.endswith("disputed, see below") is marked


def test_another_deed_of_whom_a_dispute_names_is_not_disputed() -> None:
    found = Disagreement(
        iri="d", about="x", aspect="polarity", label="Whether Alder Foods closed two mills",
        positions=(Position("closed", ()), Position("kept", ())),
    )  # fmt: skip
    assert tells_of(found, "Alder Foods kept its mills")
    assert tells_of(found, "Alder Foods and Ost Bank closed mills")
    assert not tells_of(found, "Alder Foods was founded in a villa")


def test_an_article_that_denies_a_deed_is_no_article_more_for_it() -> None:
    text = "Alder Foods {} the mill of Ost to Ivo Roth for $4 million."
    one, two = (text.format(words) for words in ("sold", "has not sold"))
    found = [
        sold("one", one, completion="the mill of Ost to Ivo Roth for $4 million"),
        sold("two", two, completion="the mill of Ost to Ivo Roth for $4 million", polarity="negative"),
    ]
    story = on_record(resolve(found))
    (line,) = [
        line
        for told in accounts(story)
        for item in told.sections
        for line in item.lines
        if item.heading == "Chronology" or item.heading.startswith("Without")
    ]
    assert (line.support, len(line.evidence)) == ("disputed, see below", 1)
