"""Corrections: read and checked, replayed, reported where they no longer apply, and on record as a person's word."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from onrecord.errors import SettingsError
from onrecord.model import Analysis, Story
from onrecord.resolve import load_corrections, resolve
from onrecord.resolve.corrections import parse
from resolution import action, actor, analysis, node, people, statement

BY = "Ada Example"
TEXT = "Omar Sadiq said Boxwood Air banned smoking. Lena Marek watched."


def told(key: str) -> Analysis:
    return analysis(
        key,
        TEXT,
        actor(TEXT, "a1", "Omar Sadiq", "Person"),
        actor(TEXT, "a2", "Boxwood Air", "Company"),
        actor(TEXT, "a3", "Lena Marek", "Person"),
        statement(TEXT, "s1", "Boxwood Air banned smoking", speakers=("a1",), mode="indirect", confidence=0.4),
        action(TEXT, "e1", "banned", agents=("a2",), within="s1"),
    )


def run(analyses: list[Analysis], *corrections: dict[str, Any]) -> Story:
    rows = [{"by": BY, **item} for item in corrections]
    return resolve(analyses, corrections=parse({"correction": rows}, "corrections.toml"))


def by_hand(story: Story) -> list[tuple[str, str]]:
    return [(item.features[0].name, item.decision) for item in story.judgements if item.person and item.by == BY]


def named(article: str, name: str) -> dict[str, str]:
    return {"article": article, "name": name}


def test_merge() -> None:
    articles = [people("a", "Boxwood Air", kind="Company"), people("b", "Lowland Wings", kind="Company")]
    story = run(articles, {"do": "merge", "items": [named("a", "Boxwood Air"), named("b", "Lowland Wings")]})
    assert len(story.actors) == 1
    assert by_hand(story) == [("merge", "same")]
    assert story.notes == ()


def test_split_two() -> None:
    articles = [people("a", "Omar Sadiq"), people("b", "Omar Sadiq")]
    assert len(resolve(articles).actors) == 1
    story = run(articles, {"do": "split", "items": [named("a", "Omar Sadiq"), named("b", "Omar Sadiq")]})
    assert len(story.actors) == 2
    assert by_hand(story) == [("split", "different")]


def test_split_one_off_leaves_the_others_together() -> None:
    articles = [people(key, "Omar Sadiq") for key in "abc"]
    story = run(articles, {"do": "split", "item": named("a", "Omar Sadiq")})
    assert [len(item.refs) for item in sorted(story.actors, key=lambda item: item.refs)] == [1, 2]
    assert by_hand(story) == [("split", "different")]


def test_rename_retype_confirm() -> None:
    story = run(
        [told("a")],
        {"do": "rename", "item": named("a", "Boxwood Air"), "to": "Boxwood Airlines", "reason": "its own letterhead"},
        {"do": "retype", "item": {"article": "a", "start": 0, "end": 10}, "to": "Group"},
        {"do": "retype", "on": "action", "item": named("a", "banned"), "to": "Ban"},
        {"do": "retype", "on": "statement", "item": {"article": "a", "start": 16, "end": 40}, "to": "document"},
        {"do": "confirm", "on": "statement", "item": {"article": "a", "start": 16, "end": 40}},
    )
    assert node(story, "a", "a2").name == "Boxwood Airlines"
    assert node(story, "a", "a2").alt_names == ("Boxwood Air",)
    assert node(story, "a", "a1").type == "Group"
    assert story.actions[0].type == "Ban"
    assert story.statements[0].kind == "document"
    assert story.analyses[0].statements[0].confidence == 1.0
    assert len(by_hand(story)) == 5
    reasons = [item.features[0].reason for item in story.judgements if item.person]
    assert "rename to 'Boxwood Airlines' by hand: its own letterhead" in reasons


def test_reject() -> None:
    story = run([told("a")], {"do": "reject", "item": named("a", "Boxwood Air")})
    assert [item.name for item in story.actors if item.name == "Boxwood Air"] == []
    assert story.analyses[0].actions[0].agents == ()
    assert story.notes == (f"corrections.toml, correction 1: {BY} rejected the actor 'Boxwood Air' in 'a'",)
    assert by_hand(story) == [], "nothing is left that a judgement could point at"
    story = run([told("a")], {"do": "reject", "on": "statement", "item": {"article": "a", "start": 16, "end": 40}})
    assert story.statements == ()
    assert story.actions[0].asserted, "what the article was wrongly held to attribute, it asserts"
    story = run([told("a")], {"do": "reject", "on": "action", "item": named("a", "banned")})
    assert story.actions == ()


def test_reattribute() -> None:
    story = run(
        [told("a")],
        {
            "do": "re-attribute",
            "on": "statement",
            "item": {"article": "a", "start": 16, "end": 40},
            "to": named("a", "Lena Marek"),
        },
        {
            "do": "re-attribute",
            "on": "action",
            "item": named("a", "banned"),
            "to": named("a", "Omar Sadiq"),
            "role": "patient",
        },
    )
    assert story.statements[0].speakers == (node(story, "a", "a3").iri,)
    assert story.analyses[0].actions[0].patients == ("a1",)


def test_what_no_longer_applies_is_said() -> None:
    story = run(
        [told("a")],
        {"do": "reject", "item": named("gone", "Boxwood Air")},
        {"do": "rename", "item": named("a", "Nobody"), "to": "Somebody"},
        {"do": "re-attribute", "on": "action", "item": named("a", "banned"), "to": named("a", "X"), "role": "agent"},
    )
    assert [note.partition(":")[0] for note in story.notes] == [
        f"corrections.toml, correction {number} no longer applies" for number in (1, 2, 3)
    ]
    assert by_hand(story) == []


def test_corrections_that_contradict_one_another_are_said() -> None:
    items = [named("a", "Omar Sadiq"), named("b", "Omar Sadiq")]
    story = run(
        [people("a", "Omar Sadiq"), people("b", "Omar Sadiq")],
        {"do": "split", "items": items},
        {"do": "merge", "items": items},
    )
    assert any("another correction says otherwise" in note for note in story.notes)


GOOD = {"do": "reject", "item": {"article": "a", "name": "X"}, "by": BY}


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"do": "burn"}, "do = 'burn'"),
        ({"on": "passage"}, "on = 'passage'"),
        ({"by": ""}, "'by' is missing"),
        ({"item": {"article": "a"}}, "either a name, or start and end"),
        ({"item": {"article": "a", "start": 9, "end": 3}}, "start before end"),
        ({"item": {"article": "a", "start": True, "end": 3}}, "start before end"),
        ({"item": {"article": "a", "nmae": "X"}}, "'nmae'"),
        ({"item": "X"}, "no address"),
        ({"colour": "red"}, "'colour'"),
        ({"do": "merge"}, "two addresses or more, 1 given"),
        ({"do": "rename"}, "'to' is missing"),
        ({"do": "rename", "on": "action", "to": "x"}, "only actors have a name"),
        ({"do": "retype", "to": "Wizard"}, "'Wizard' is no type of an actor"),
        ({"do": "re-attribute"}, "an actor is attributed to nobody"),
        ({"do": "re-attribute", "on": "action", "to": {"article": "a", "name": "X"}}, "role = 'agent'"),
        ({"items": [{"article": "a", "name": "X"}]}, "either 'item'"),
    ],
)
def test_a_faulty_correction_is_one_sentence(change: dict[str, Any], fault: str) -> None:
    if "role = 'agent'" in fault:
        change = {**change, "role": "owner"}
        fault = "role = 'owner'"
    with pytest.raises(SettingsError) as error:
        parse({"correction": [{**GOOD, **change}]}, "c.toml")
    assert str(error.value).startswith("c.toml, correction 1: ")
    assert fault in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"correction = 3", "[[correction]] tables"),
        (b"[corrections]", "'corrections' is not known"),
        (b"[[correction]\n", "c.toml: "),
        (b"\xff\xfe", "c.toml: "),
        (None, "No such file"),
    ],
)
def test_a_faulty_file_is_one_sentence(tmp_path: Path, content: bytes | None, fault: str) -> None:
    path = tmp_path / "c.toml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(SettingsError) as error:
        load_corrections(path)
    assert fault in str(error.value)
    assert "\n" not in str(error.value)


def test_a_file(tmp_path: Path) -> None:
    path = tmp_path / "corrections.toml"
    path.write_text(
        '[[correction]]\ndo = "confirm"\nitems = [{article = "a", name = "Omar Sadiq"}]\nby = "Ada Example"\n',
        encoding="utf-8",
    )
    (found,) = load_corrections(path)
    assert (found.do, found.on, found.by, found.items[0].name) == ("confirm", "actor", BY, "Omar Sadiq")
