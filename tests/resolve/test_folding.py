"""One event, one node: a directive with what it orders, a decision with what is decided, a deed with its nouns."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.model import Analysis, Story
from onrecord.resolve import resolve
from onrecord.story.own_record import lines
from onrecord.story.publication import on_record
from resolution import action, actor, analysis

ORDERED = "The Harbour Board ordered Boxwood Air to close the pier. The order was read to the crews."


def directive(text: str, order: str = "ordered", kind: str = "Order", **below: Any) -> Analysis:
    """An article in which the Harbour Board orders or decides that Boxwood Air or itself closes the pier."""
    ordered = {"modality": "ordered", "agents": ("a2",), "agent_spans": "Boxwood Air", **below}
    return analysis(
        "a",
        text,
        actor(text, "a1", "Harbour Board", "RegulatoryAgency"),
        actor(text, "a2", "Boxwood Air", "Company"),
        action(text, "e1", order, type=kind, lemma=order, agents=("a1",), agent_spans="Harbour Board"),
        action(text, "e2", "close", type="ShutDown", lemma="close", under="e1", **ordered),
        *(
            [action(text, "e3", "order was", type="Order", lemma="order", rule="noun:order", recorded=False,
                    kept_back="topic_noun")]
            if "order was" in text else []
        ),
    )  # fmt: skip


def homes(story: Story, article: str = "a") -> dict[str, str | None]:
    return {one.id: one.iri for item in story.analyses if item.article.id == article for one in item.actions}


def test_an_order_and_what_it_orders_are_one() -> None:
    found = homes(resolve([directive(ORDERED)]))
    assert found["e1"] == found["e2"]


def test_a_noun_for_the_order_is_a_further_report_and_no_line() -> None:
    story = resolve([directive(ORDERED)])
    found = homes(story)
    assert found["e3"] == found["e1"]
    (shown,) = on_record(story).actions
    assert {ref.local for ref in shown.refs} == {"e1", "e2", "e3"}
    assert [item.id for item in lines(on_record(story).analyses[0])] == ["e1"]


def test_a_noun_asserts_nothing() -> None:
    story = on_record(resolve([directive(ORDERED)]))
    assert story.actions[0].chief is not None
    assert story.actions[0].chief.local == "e1"


def test_a_second_order_is_another() -> None:
    text = ORDERED.replace("The order was", "Another order was")
    found = homes(on_record(resolve([directive(text)])))
    assert set(found) == {"e1", "e2"}


def test_a_mark_from_another_run_is_taken_away() -> None:
    first = resolve([directive(ORDERED)])
    text = "The order was read to the crews by Boxwood Air and the Harbour Board."
    noun = action(text, "e3", "order was", type="Order", lemma="order", rule="noun:order", recorded=False,
                  kept_back="mention")  # fmt: skip
    again = resolve([analysis("b", text, noun)])
    assert {one.kept_back for item in first.analyses for one in item.actions} == {None, "mention"}
    assert [one.kept_back for item in again.analyses for one in item.actions] == ["topic_noun"]


def test_what_was_done_is_an_event_of_its_own() -> None:
    text = "Boxwood Air closed the pier."
    done = analysis(
        "b", text, actor(text, "a2", "Boxwood Air", "Company"),
        action(text, "e9", "closed", type="ShutDown", lemma="close", agents=("a2",), agent_spans="Boxwood Air"),
    )  # fmt: skip
    story = resolve([directive(ORDERED, modality="asserted"), done])
    found = homes(story)
    assert found["e1"] != found["e2"]


def test_a_decision_of_somebody_else_is_not_the_deed() -> None:
    text = "The Harbour Board decided that Boxwood Air should close the pier."
    apart = homes(resolve([directive(text, "decided", "Decide", modality="planned")]))
    own = homes(resolve([directive(text, "decided", "Decide", modality="planned", agents=("a1",))]))
    assert apart["e1"] != apart["e2"]
    assert own["e1"] == own["e2"]


def test_two_words_for_leaving_are_one_plan() -> None:
    text = "Boxwood Air decided to quit the island. Boxwood Air will shut its island office."
    plan = analysis(
        "a", text, actor(text, "a1", "Boxwood Air", "Company"),
        action(text, "e1", "quit", type="Withdraw", lemma="quit", agents=("a1",), agent_spans="Boxwood Air",
               modality="planned"),
        action(text, "e2", "shut", type="ShutDown", lemma="shut", agents=("a1",), agent_spans="Boxwood Air",
               modality="planned"),
    )  # fmt: skip
    found = homes(resolve([plan]))
    assert found["e1"] == found["e2"]


@pytest.mark.parametrize(
    ("sentence", "noun", "lemma", "kind", "one"),
    [
        pytest.param("The talks last.", "talks", "talk", "Negotiate", True, id="the noun for it"),
        pytest.param("She says that talks last.", "talks", "talk", "Negotiate", False, id="any of its kind"),
        pytest.param("She hates that talk.", "talk", "talk", "Negotiate", True, id="that one"),
        pytest.param("The bidding lasts.", "bidding", "bidding", "Negotiate", False, id="of its kind alone"),
    ],
)
def test_a_definite_noun_is_for_the_deed_that_its_word_tells(sentence, noun, lemma, kind, one):
    text = f"Boxwood Air negotiated a sale. {sentence}"
    told = analysis(
        "a", text, actor(text, "a1", "Boxwood Air", "Company"),
        action(text, "e1", "negotiated", type="Negotiate", lemma="negotiate", agents=("a1",),
               agent_spans="Boxwood Air"),
        action(text, "e2", noun, type=kind, lemma=lemma, rule="noun", recorded=False, kept_back="topic_noun"),
    )  # fmt: skip
    marked = {item.id: item.kept_back for found in resolve([told]).analyses for item in found.actions}
    assert (marked["e2"] == "mention") is one
