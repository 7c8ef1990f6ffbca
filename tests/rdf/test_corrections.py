"""What a person has put right is in the graph as that person's judgement: to be read, checked and verified."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyoxigraph
import pytest

from onrecord import rdf
from onrecord.model import Analysis
from onrecord.rdf import terms
from onrecord.rdf.check import check_graph
from onrecord.rdf.explain import explain_node
from onrecord.rdf.verify import verify_graph
from onrecord.rdf.write import quads
from onrecord.resolve import resolve
from onrecord.resolve.corrections import parse
from resolution import action, actor, analysis, statement

BY = "Ada Example"
TEXT = "Omar Sadiq said Boxwood Air banned smoking. Lena Sadiq watched, and Sadiq sighed."


def told(key: str) -> Analysis:
    """One article; "Sadiq" is two people in it whom reading has made one."""
    return analysis(
        key,
        TEXT,
        actor(TEXT, "a1", "Omar Sadiq", "Person", "Lena Sadiq"),
        actor(TEXT, "a2", "Boxwood Air", "Company"),
        statement(
            TEXT,
            "s1",
            "Boxwood Air banned smoking",
            speakers=("a1",),
            mode="indirect",
            source="Omar Sadiq",
            cue="said",
        ),
        action(TEXT, "e1", "banned", agents=("a2",), agent_spans="Boxwood Air", within="s1"),
        action(TEXT, "e2", "watched", agents=("a1",), agent_spans="Lena Sadiq", lemma="watch"),
    )


def at(article: str, name: str, **more: int) -> dict[str, Any]:
    return {"article": article, "name": name, **more}


def chars(words: str) -> dict[str, Any]:
    return {"article": "a", "start": TEXT.index(words), "end": TEXT.index(words) + len(words)}


AIR = [at("a", "Boxwood Air"), at("b", "Boxwood Air")]
BANNED = [at("a", "banned"), at("b", "banned")]
SAID = [{**chars("smoking"), "article": key} for key in "ab"]
CORRECTIONS: dict[str, dict[str, Any]] = {
    **{f"{do} actors": {"do": do, "items": AIR} for do in ("merge", "confirm", "split")},
    **{f"{do} actions": {"do": do, "on": "action", "items": BANNED} for do in ("merge", "confirm", "split")},
    **{f"{do} statements": {"do": do, "on": "statement", "items": SAID} for do in ("merge", "confirm", "split")},
    "split one off": {"do": "split", "item": AIR[0]},
    "divide an actor": {"do": "split", "item": at("a", "Omar Sadiq"), "off": [at("a", "Lena Sadiq")]},
    "rename": {"do": "rename", "item": AIR[0], "to": "Boxwood Airlines"},
    "retype an actor": {"do": "retype", "item": chars("Boxwood Air"), "to": "Outlet"},
    "retype an action": {"do": "retype", "on": "action", "item": BANNED[0], "to": "Ban"},
    "retype a statement": {"do": "retype", "on": "statement", "item": SAID[0], "to": "document"},
    "reject an actor": {"do": "reject", "item": AIR[0]},
    "reject an action": {"do": "reject", "on": "action", "item": chars("watched")},
    "reject a statement": {"do": "reject", "on": "statement", "item": SAID[0]},
    "confirm an actor": {"do": "confirm", "item": AIR[0]},
    "re-attribute a statement": {"do": "re-attribute", "on": "statement", "item": SAID[0], "to": AIR[0]},
    "re-attribute an action": {
        "do": "re-attribute",
        "on": "action",
        "item": BANNED[0],
        "to": at("a", "Omar Sadiq"),
        "role": "patient",
    },
}


@pytest.mark.parametrize("correction", CORRECTIONS.values(), ids=CORRECTIONS)
def test_in_the_graph_and_readable(correction: dict[str, Any], tmp_path: Path) -> None:
    row = {**correction, "by": BY, "reason": "seen on the letterhead"}
    story = resolve([told("a"), told("b")], corrections=parse({"correction": [row]}, "c.toml"))
    assert story.notes == ()
    rdf.write_graph(story, tmp_path)
    assert check_graph(tmp_path) == ()
    assert verify_graph(tmp_path, story.analyses).problems == ()
    store = pyoxigraph.Store()
    store.extend(quads(story))
    judge = pyoxigraph.NamedNode(terms.PROV_WAS_ATTRIBUTED_TO)
    by_her = [
        quad.subject.value
        for quad in store.quads_for_pattern(None, judge, None)
        if "/person/ada-example-" in str(quad.object)
    ]
    assert len(by_her) == 1
    said = explain_node(store, by_her[0])
    assert f"by {BY}: " in said
    assert f"{correction['do']} " in said
    assert "by hand: seen on the letterhead" in said
    concerned = pyoxigraph.NamedNode(terms.CONCERNS)
    for quad in store.quads_for_pattern(pyoxigraph.NamedNode(by_her[0]), concerned, None):
        assert "seen on the letterhead" in explain_node(store, str(quad.object).strip("<>"))


@pytest.mark.parametrize("name", ["Boxwood", "Boxwood Airline", "rename", "letterhead", "Boxwood Airlines' by hand"])
def test_a_part_of_what_a_person_gave_as_name_is_no_name(tmp_path: Path, name: str) -> None:
    row = {**CORRECTIONS["rename"], "by": BY, "reason": "seen on the letterhead"}
    story = resolve([told("a"), told("b")], corrections=parse({"correction": [row]}, "c.toml"))
    rdf.write_graph(story, tmp_path)
    graph = (tmp_path / "graph.nq").read_text(encoding="utf-8")
    label = f'<{terms.SKOS_PREF_LABEL}> "Boxwood Airlines"'
    assert label in graph
    changed = graph.replace(label, f'<{terms.SKOS_PREF_LABEL}> "{name}"')
    (tmp_path / "graph.nq").write_text(changed, encoding="utf-8")
    problems = verify_graph(tmp_path / "graph.nq", story.analyses).problems
    said = f'skos:prefLabel "{name}" rests on nothing that was read'
    assert said in {item.message for item in problems if item.kind == "evidence"}


def test_a_judgement_that_takes_something_out_cannot_be_made_up(tmp_path: Path) -> None:
    """Only a person rejects: a rule's judgement that points at a whole article rests on nothing."""
    row = {**CORRECTIONS["reject an actor"], "by": BY}
    story = resolve([told("a"), told("b")], corrections=parse({"correction": [row]}, "c.toml"))
    rdf.write_graph(story, tmp_path)
    graph = (tmp_path / "graph.nq").read_text(encoding="utf-8")
    person = f"<{terms.PROV_CLASS_PERSON}>"
    (tmp_path / "graph.nq").write_text(graph.replace(person, f"<{terms.CLASS_RULE}>"), encoding="utf-8")
    problems = verify_graph(tmp_path / "graph.nq", story.analyses).problems
    assert {"rec:left", "rec:right", "rec:judges"} <= {
        problem.message.split()[0] for problem in problems if problem.kind == "evidence"
    }
