"""Where articles say that they have their matter from: lines that credit an outlet, and sentences that cite one."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from onrecord.model import Analysis, Passage, Story
from onrecord.resolve import resolve
from onrecord.story.publication import on_record
from onrecord.story.same_outlet import known_as
from resolution import actor, analysis, span, statement


def credits_of(line: str, publisher: str = "Fowey Post") -> list[tuple[str, str]]:
    text = f"Wall falls\n\n{line}\n\nThe wall of Fowey fell on Monday."
    found = analysis("one", text, publisher=publisher)
    passages = (
        Passage(*span(text, "Wall falls"), "headline"),
        Passage(*span(text, line), "byline"),
        Passage(*span(text, "The wall of Fowey fell on Monday."), "body"),
    )
    story = on_record(resolve([replace(found, passages=passages)]))
    return [(item.on_label, item.kind) for item in story.reliances]


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("(with Reuters)", ["Reuters"]),
        ("AFP", ["AFP"]),
        ("Additional reporting by Reuters", ["Reuters"]),
        ("Reuters/AFP", ["AFP", "Reuters"]),
        ("Fowey Post with AP", ["AP"]),
        ("FOWEY (AFP) -", ["AFP"]),
        ("By Ada Lund, with AFP", ["AFP"]),
        ("By Ada Lund with Ivo Berg", []),
        ("By Ada Lund", []),
        ("Additional reporting by Ada Lund", []),
        ("(Reporting by Ada Lund; editing by Ivo Berg)", []),
        ("Fowey, Monday", []),
    ],
)
def test_a_line_beside_the_text_credits_agencies(line: str, named: list[str]) -> None:
    words = line.replace("Fowey Post with AP", "with AP")
    assert credits_of(words) == [(name, "credit") for name in named]


def test_an_agency_does_not_credit_itself() -> None:
    assert credits_of("FOWEY (Reuters) -", publisher="Reuters") == []
    assert credits_of("(AP)", publisher="Associated Press") == []


def test_names_and_initials_are_one_outlet() -> None:
    assert known_as(["the Associated Press"]) & known_as(["AP"]) == {"ap"}
    assert known_as(["Fowey Post"]).isdisjoint(known_as(["Halden Times"]))


def says(key: str, words: str, addressee: str, *others: str) -> Analysis:
    text = f"{words} Nobody else saw it."
    people = (actor(text, "a1", "Ann Poe", "Person"), actor(text, "a2", addressee, "Outlet", *others))
    return analysis(key, text, *people, statement(text, "s1", "the wall fell", cue="told", source="Ann Poe",
                    speakers=("a1",), addressee="a2", mode="indirect"))  # fmt: skip


def told(item: Analysis) -> Story:
    return on_record(resolve([item]))


def test_only_an_outlet_that_the_sentence_names_is_relied_on() -> None:
    named = told(says("one", "Ann Poe told Halden Radio that the wall fell.", "Halden Radio"))
    assert [(item.on_label, item.kind) for item in named.reliances] == [("Halden Radio", "told")]
    meant = told(says("one", "Halden Radio was there. Ann Poe told it that the wall fell.", "Halden Radio", "it"))
    assert meant.reliances == ()


def test_a_chamber_that_was_told_something_is_no_outlet() -> None:
    words = "Ann Poe told the Norland Assembly that the wall fell."
    assert told(says("one", words, "the Norland Assembly")).reliances == ()


@pytest.mark.parametrize(("rule", "cited"), [("issued@plain:assert", []), ("verb@plain:say", ["Alder Mill"])])
def test_whoever_issues_a_release_is_not_cited_by_its_name_alone(rule: str, cited: list[str]) -> None:
    one = analysis("one", "Ann Poe said that the wall of Alder Mill fell.", publisher="Fowey Post")
    text = "The wall fell at noon."
    two = analysis("two", text, actor(text, "a1", "The wall", "Thing"), statement(
        text, "s1", text, rule=rule, mode="indirect"
    ), publisher="Alder Mill")  # fmt: skip
    found = on_record(resolve([one, two])).reliances
    assert [item.on_label for item in found if item.kind == "told"] == cited


def test_an_outlet_that_a_noun_describes_is_named_once() -> None:
    text = "Ann Poe told the Halden Radio network that the wall fell."
    people = (
        actor(text, "a1", "Ann Poe", "Person"),
        actor(text, "a2", "the Halden Radio network", "Outlet"),
        actor(text, "a3", "Halden Radio", "Outlet"),
    )
    told_it = {"cue": "told", "source": "Ann Poe", "speakers": ("a1",), "mode": "indirect"}
    says_it = statement(text, "s1", "the wall fell", addressee="a2", **told_it)
    again = statement(text, "s2", "the wall fell", addressee="a3", **told_it)
    found = told(analysis("one", text, *people, says_it, again)).reliances
    assert [(item.on_label, item.kind) for item in found] == [("Halden Radio", "told")]
