"""What an article says that somebody is, and what a line adds of it to a name."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from onrecord.model import Analysis, Mention, Passage, Ref
from onrecord.resolve import resolve
from onrecord.story import labels, line_offices, offices
from onrecord.story.index import Index, build_index
from resolution import action, actor, analysis, span, statement


def body(text: str, *items: Any, **values: Any) -> Analysis:
    made = analysis("one", text, *items, **values)
    return replace(made, passages=(Passage(0, len(text), "body"),))


def look(text: str, *items: Any, **values: Any) -> Index:
    return build_index(resolve([body(text, *items, **values)]))


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Mayor Ida Falk slept.", "Mayor"),
        ("Education Minister Dr Ida Falk slept.", "Education Minister"),
        ("Chief judge Ida Falk slept.", "chief judge"),
        ("Judge Ida Falk slept.", "Judge"),
        ("The geologist Ida Falk slept.", "geologist"),
        ("On Monday clerks asked the defence lawyer Ida Falk to sleep.", "defence lawyer"),
        ("Its former manager, Ida Falk, slept.", "former manager"),
        ("The mill's technical director, Ida Falk, slept.", "technical director"),
        ("Alder Mill's director, Ida Falk, slept.", "Alder Mill's director"),
        ("Ida Falk, general secretary of the Ferrymen of Brod, slept.", "general secretary of the Ferrymen of Brod"),
        ("Ida Falk, 61, the former mayor of Brod, slept.", "former mayor of Brod"),
        ("Ida Falk, a baker who rose at four, slept.", "baker"),
        ("Ida Falk, founder and director of Alder Mill, slept.", "founder and director of Alder Mill"),
        ("Ida Falk of the pilots' union slept.", "of the pilots' union"),
        ("EDUCATION Minister Ida Falk slept.", "Education Minister"),
        ("The head of the port, Captain Ida Falk, slept.", "head of the port"),
        # nothing that is sure
        ("Her son, Ida Falk, slept.", ""),
        ("A member, Ida Falk, slept.", ""),
        ("Her predecessor Ida Falk slept.", ""),
        ("At the mill Ida Falk slept.", ""),
        ("In the Patch Ledger, Ida Falk slept.", ""),
        ("Unlike Ida Falk, a baker can sleep.", ""),
        ("Ida Falk, the mayor and a baker slept.", ""),
        ("Ida Falk, accused the director of theft, slept.", ""),
        ("It was for the mayor, Ida Falk said.", ""),
        ("In the hall Ida Falk, and Ruritania's minister of arts, Una Lund, slept.", ""),
        ("“The crook Ida Falk slept,” said Una Lund.", ""),
    ],
)
def test_what_somebody_is(text: str, office: str) -> None:
    found = look(text, actor(text, "f", "Ida Falk", "Person"))
    assert offices.office(found, Ref("one", "f")) == office


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("The consultancy Orrin Vale slept.", "consultancy"),
        ("The haulier, Orrin Vale, slept.", "haulier"),
        ("A gang calling itself Orrin Vale slept.", "gang"),
        ("Orrin Vale, a firm that traces money, slept.", "firm that traces money"),
        ("Orrin Vale, the bank's crisis advisers, slept.", "crisis advisers"),
        ("The firm Orrin Vale slept.", ""),  # which says nothing
        ("In the mayor's office Orrin Vale slept.", ""),
        ("Orrin Vale, which slept, woke.", ""),
    ],
)
def test_what_a_body_is(text: str, office: str) -> None:
    found = look(text, actor(text, "c", "Orrin Vale", "Company"))
    assert offices.office(found, Ref("one", "c")) == office


def test_a_name_that_tells_what_its_bearer_is_needs_nothing() -> None:
    text = "The lender Orrin Bank slept."
    assert offices.office(look(text, actor(text, "c", "Orrin Bank", "Company")), Ref("one", "c")) == ""


LINE = "Mayor Ida Falk, who is ill, met Una Lund, a baker, in Brod."


@pytest.mark.parametrize(
    ("label", "told"),
    [
        ("Ida Falk met Una Lund", "Ida Falk [Mayor] met Una Lund [a baker]"),
        ("Ida Falk's boat met Una Lund", "Ida Falk's boat met Una Lund [a baker]"),
        ("Mayor Ida Falk met Una Lund Ltd", "Mayor Ida Falk met Una Lund Ltd"),
        ("“Falk met Una Lund, a baker.”", "“Falk [Ida Falk, Mayor] met Una Lund, a baker.”"),
        ("she [Ida Falk] left", "she [Ida Falk, Mayor] left"),
        ("Falk [Ida Falk] left", "Falk [Ida Falk, Mayor] left"),
        ("Falk [Ida Falk, a doctor] left", "Falk [Ida Falk, a doctor] left"),
        ("A [b] c [d] e [f] Ida Falk", "A [b] c [d] e [f] Ida Falk"),
    ],
)
def test_what_a_line_adds(label: str, told: str) -> None:
    people = (actor(LINE, "f", "Ida Falk", "Person"), actor(LINE, "u", "Una Lund", "Person", "~a baker"))
    assert line_offices.introduced(look(LINE, *people), "one", label, [(0, len(LINE))]) == told


def test_a_last_name_of_two_is_left_as_it_is() -> None:
    text = "Mayor Ida Falk met Tom Falk."
    people = (actor(text, "f", "Ida Falk", "Person"), actor(text, "t", "Tom Falk", "Person"))
    assert line_offices.introduced(look(text, *people), "one", "Falk met", [span(text, "Ida Falk")]) == "Falk met"


def test_labels_of_actions_and_statements_say_who_is_who() -> None:
    text = "Mayor Ida Falk fined Orrin Vale, a consultancy. Falk said mills burned in Ost."
    items = (
        actor(text, "f", "Ida Falk", "Person", "Falk#2"),
        actor(text, "c", "Orrin Vale", "Company"),
        action(text, "a", "fined", type="Fine", agents=("f",), patients=("c",)),
        statement(text, "s", "mills burned in Ost", source="Falk#2", cue="said", speakers=("f",), mode="indirect"),
    )
    found = look(text, *items)
    assert labels.action(found, Ref("one", "a")) == "Ida Falk [Mayor] fined Orrin Vale [consultancy]"
    assert labels.statement(found, Ref("one", "s")) == "Ida Falk [Mayor] said mills burned in Ost"
    assert labels.bare(found, Ref("one", "a")) == "Ida Falk fined Orrin Vale"


def test_a_line_says_which_farm_it_was() -> None:
    text = "Twenty pickers left a farm in western Norway. Ida Falk visited the farm. The farm is old."
    person = actor(text, "f", "Ida Falk", "Person")
    found, spans = look(text, person), [span(text, "the farm")]
    assert line_offices.called(found, "one", "Ida Falk visited the farm", spans, ["f"]) == (
        "Ida Falk visited the farm [the farm in western Norway]"
    )
    named = "Ida Falk visited the farm in western Norway"
    assert line_offices.called(found, "one", named, spans, ["f"]) == named
    other = f"Another farm closed. {text}"
    found, spans = look(other, actor(other, "f", "Ida Falk", "Person")), [span(other, "the farm")]
    assert line_offices.called(found, "one", "Ida Falk visited the farm", spans, ["f"]) == "Ida Falk visited the farm"


def test_a_board_is_the_one_that_the_article_names_in_full() -> None:
    text = "Halden School Board met. Ida Falk blamed the Board."
    body_ = actor(text, "h", "Halden School Board", "Organization")
    short = actor(text, "b", "Board", "Organization")
    short = replace(short, mentions=(Mention(*span(text, "Board#2"), "name"),))
    assert line_offices.introduced(look(text, body_, short), "one", "Ida Falk blamed the Board", [(25, len(text))]) == (
        "Ida Falk blamed the Board [Halden School Board]"
    )
