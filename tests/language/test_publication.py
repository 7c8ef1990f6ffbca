"""What belongs on record: the table of rules is complete, and every rule keeps back what its example says."""

from __future__ import annotations

import dataclasses
from typing import Any

import msgspec
import pytest
from msgspec.structs import fields, replace
from spacy.tokens import Doc

from onrecord import resources
from onrecord.errors import LexiconError
from onrecord.language import annotations as ann
from onrecord.language.publication import UNSAID, rules, table
from onrecord.language.publication.facts import Facts, senses
from onrecord.language.publication.reading import Reading
from onrecord.language.syntax.tree import tree_of
from onrecord.lexicon_files import whole
from onrecord.story.asserted import NO_CLAUSE

TABLE = resources.toml("lexicons", "en", "publication.toml")


def test_entries_are_complete() -> None:
    assert set(TABLE) == {"reason", "sense", "harm", "rule"}
    for name in TABLE:
        ids = [entry["id"] for entry in TABLE[name]]
        assert len(ids) == len(set(ids)), name
    assert all(entry["example"].endswith(".") and entry["source"] for entry in (*TABLE["sense"], *TABLE["rule"]))


def test_every_reason_is_given_by_a_rule_and_every_list_asked_for() -> None:
    assert {entry["reason"] for entry in TABLE["rule"]} | {UNSAID, NO_CLAUSE} == set(rules.reasons())
    asked = {name for entry in TABLE["rule"] for name in (*entry.get("sense", ()), *entry.get("not_sense", ()))}
    assert asked == {entry["id"] for entry in TABLE["sense"]} == set(senses().values())


def read(nlp: Any, text: str, passage: str = "body") -> dict[str, tuple[Facts, dict[str, Any]]]:
    """Facts and attributes of the deeds of `text` by the words of their triggers."""
    made: Doc = nlp.make_doc(text)
    ann.set_passages(made, [(0, len(text), passage)])
    made = nlp(made)
    reading = Reading(made, tree_of(made))
    words: dict[str, str] = {}
    for span in ann.spans(made, ann.ACTIONS):
        if span.label_ == "trigger":
            words[span.kb_id_] = f"{words.get(span.kb_id_, '')} {span.text}".strip()
    return {words[key]: (reading.facts(key), attrs) for key, attrs in reading.actions.items()}


@pytest.mark.parametrize("entry", TABLE["rule"], ids=lambda entry: entry["id"])
def test_rule_keeps_its_example_back(nlp: Any, entry: dict[str, Any]) -> None:
    found = read(nlp, entry["example"], entry.get("passage", ["body"])[0])
    facts, attrs = next(both for words, both in found.items() if words.split()[0] == entry["deed"])
    first = next(rule for rule in rules.publication_rules() if rule.holds(facts))
    assert first.id == entry["id"]
    assert (attrs["recorded"], attrs["kept_back"]) == (False, entry["reason"])


CASES = [(entry["id"], case) for entry in TABLE["rule"] for case in entry.get("unless", ())]


@pytest.mark.parametrize(("rule_id", "case"), CASES, ids=[f"{name}: {case['example']}" for name, case in CASES])
def test_rule_leaves_the_examples_of_its_exceptions_alone(nlp: Any, rule_id: str, case: dict[str, Any]) -> None:
    found = read(nlp, case["example"], case.get("passage", ["body"])[0])
    facts, _ = next(both for words, both in found.items() if words.split()[0] == case["deed"])
    rule = next(rule for rule in rules.publication_rules() if rule.id == rule_id)
    assert not rule.holds(facts)
    assert dataclasses.replace(rule, unless=()).holds(facts)


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("Alder Foods released a report.", "released"),
        ("The regulator ordered Alder Foods to close the mine.", "ordered close"),
        ("The regulator fined Alder Foods.", "fined"),
        ("Marta Lund met Rowan Mills in Oslo.", "met"),
        ("Marta Lund resigned on Monday.", "resigned"),
        ("Alder Foods sued Rowan Mills.", "sued"),
    ],
)
def test_deeds_between_somebody_are_recorded(nlp: Any, text: str, deed: str) -> None:
    assert read(nlp, text)[deed][1]["recorded"] is True


FACTS = Facts(**dict.fromkeys((item.name for item in fields(Facts)), ""))  # type: ignore[arg-type]


def test_all_conditions_of_a_rule_must_hold() -> None:
    rule = rules.Rule("r", "state", (("kind", frozenset({"Act"})),), (("agent", frozenset({"named"})),))
    assert rule.holds(replace(FACTS, kind="Act", agent="none"))
    assert not rule.holds(replace(FACTS, kind="Sue", agent="none"))
    assert not rule.holds(replace(FACTS, kind="Act", agent="named"))


def test_a_rule_leaves_alone_what_one_of_its_exceptions_holds_of() -> None:
    headline = ((("passage", frozenset({"headline"})),), (("tense", frozenset({"modal"})),))
    rule = rules.Rule("r", "state", (("kind", frozenset({"Act"})),), (), (headline,))
    assert not rule.holds(replace(FACTS, kind="Act", passage="headline"))
    assert rule.holds(replace(FACTS, kind="Act", passage="headline", tense="modal"))
    assert rule.holds(replace(FACTS, kind="Act", passage="body"))


def test_a_condition_that_names_no_fact_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    row = {"id": "odd", "reason": "r", "example": "E.", "deed": "e", "source": "s", "weather": ["fair"]}
    monkeypatch.setattr("onrecord.resources.toml", lambda *parts: {"reason": [], "rule": [row]})
    with pytest.raises(LexiconError, match=r"lexicon other.toml, 'odd': Object contains unknown field `weather`"):
        whole("other.toml", table.table_type(Facts, "deed"))


def test_a_reason_that_there_is_not_is_refused() -> None:
    kind = table.table_type(Facts, "deed")
    row = {"id": "odd", "reason": "r", "example": "E.", "deed": "e", "source": "s"}
    found = msgspec.convert({"reason": [], "rule": [row]}, kind)
    with pytest.raises(LexiconError, match="there is no reason 'r'"):
        table.rules("other.toml", found.rule, Facts, ())


def test_what_is_presupposed_in_a_statement_kept_back_is_the_articles(nlp: Any) -> None:
    found = read(nlp, "It was said that Tom Bell, who sold the pier to Rowan Mills, had left Alder Foods.")
    assert (found["sold"][1]["recorded"], found["sold"][1]["within"]) == (True, None)
    assert (found["left"][1]["recorded"], found["left"][1]["kept_back"]) == (False, UNSAID)


def test_a_clause_after_another_has_not_its_date(nlp: Any) -> None:
    found = read(nlp, "The firm shut the network in late 2014, two years after Marta Lund left the board.")
    assert [found[words][1]["date"] for words in ("shut", "left")] == ["2014", None]
