"""Which statements belong on record: the table is complete, and every rule keeps back what its example says."""

from __future__ import annotations

from typing import Any

import pytest
from spacy.tokens import Doc

from factory import make
from onrecord import resources
from onrecord.language import annotations as ann
from onrecord.language.publication import UNSAID, mark_recorded, statements
from onrecord.language.publication.statements import StatementFacts

TABLE = resources.toml("lexicons", "en", "statement_publication.toml")


PLAIN = StatementFacts(
    kind="speech",
    mode="indirect",
    frame="that",
    circumstance="plain",
    speaker="named",
    confidence="high",
    tells=True,
    names=False,
    entry="say",
    points=False,
    undone=False,
    nameless=False,
    cut=False,
    broken=False,
    aimed=False,
)


def test_entries_are_complete() -> None:
    assert set(TABLE) == {"reason", "rule"}
    for name in TABLE:
        ids = [entry["id"] for entry in TABLE[name]]
        assert len(ids) == len(set(ids)), name
    assert {entry["reason"] for entry in TABLE["rule"]} == set(statements.reasons())
    assert all(entry["example"].endswith(".") and entry["cue"] in entry["example"] for entry in TABLE["rule"])


def test_what_no_rule_keeps_back_is_published() -> None:
    assert statements.kept_back(PLAIN) is None


@pytest.mark.model
@pytest.mark.parametrize("entry", TABLE["rule"], ids=lambda entry: entry["id"])
def test_rule_keeps_its_example_back(nlp: Any, entry: dict[str, Any]) -> None:
    made = nlp.make_doc(entry["example"])
    ann.set_passages(made, [(0, len(entry["example"]), "body")])
    made = nlp(made)
    cues = [span for span in ann.spans(made, ann.STATEMENTS) if span.label_ == "cue" and entry["cue"] in span.text]
    attrs = [ann.attrs(made, ann.STATEMENTS)[span.kb_id_] for span in cues]
    actors, marks = ann.attrs(made, ann.MENTIONS), statements.marks(made)
    found = [statements.facts(values, actors, marks[span.kb_id_]) for span, values in zip(cues, attrs, strict=True)]
    assert any(rule.id == entry["id"] and rule.holds(one) for one in found for rule in statements.rules()), found
    assert [values["recorded"] for values in attrs] == [False]


def doc(**changes: Any) -> Doc:
    """ "Halden said that Orrin lied": one statement with the changes, and the lie told within it."""
    made = make("Halden NNP nsubj 2\nsaid|say VBD ROOT 0\nthat IN mark 5\nOrrin NNP nsubj 5\nlied|lie VBD ccomp 2\n")
    said = {"kind": "speech", "mode": "indirect", "speakers": ["a1"], "confidence": 0.9, "rule": "that@plain:say"}
    ann.put(made, ann.MENTIONS, [], {"a1": {"name": (0, 6), "type": "Person", "named": True, "members": []}})
    ann.put(made, ann.STATEMENTS, [], {"s1": said | changes})
    return made


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, None),
        ({"speakers": []}, "no_speaker"),
        ({"speakers": [], "mode": "direct"}, None),
        ({"confidence": 0.35}, "unsure"),
        ({"rule": "that@denied:say"}, "denied_cue"),
        ({"rule": "that@self:say"}, "writer"),
        ({"rule": "wh@plain:explain"}, "no_information"),
        ({"rule": "wh@plain:ask"}, None),
        ({"kind": "belief", "confidence": 0.5}, "unsure"),
        ({"kind": "intention", "confidence": 0.6}, None),
    ],
)
def test_a_statement_is_kept_back_for_its_reason(changes: dict[str, Any], reason: str | None) -> None:
    made = mark_recorded(doc(**changes))
    values = ann.attrs(made, ann.STATEMENTS)["s1"]
    assert (values["recorded"], values["kept_back"]) == (reason is None, reason)


@pytest.mark.model
def test_a_deed_within_a_statement_that_is_kept_back_is_kept_back(nlp: Any) -> None:
    made = nlp.make_doc("It is expected that Alder Foods will sue Harbor Bank.")
    ann.set_passages(made, [(0, len(made.text), "body")])
    attrs = ann.attrs(nlp(made), ann.ACTIONS)
    assert {values["kept_back"] for values in attrs.values() if values["within"]} == {UNSAID}


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "The mayor balked at promising that the ferry would return.",
        "The mayor refused to confirm that the ferry would return.",
        "The mayor stopped short of accusing Harbor Bank of fraud.",
        "The mayor shied away from saying that Harbor Bank had lied.",
        "The mayor was reluctant to promise that the ferry would return.",
    ],
)
def test_what_somebody_refrained_from_saying_is_kept_back(nlp: Any, text: str) -> None:
    made = nlp.make_doc(text)
    ann.set_passages(made, [(0, len(text), "body")])
    made = nlp(made)
    attrs = ann.attrs(made, ann.STATEMENTS)
    cues = [span for span in ann.spans(made, ann.STATEMENTS) if span.label_ == "cue"]
    assert attrs[max(cues, key=lambda span: span.start).kb_id_]["kept_back"] == "denied_cue"
    assert not any(values["recorded"] for values in attrs.values())
