"""Corrections: read and checked, replayed, reported where they no longer apply, and on record as a person's word."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from onrecord.errors import SettingsError
from onrecord.model import Actor, Analysis, Mention, Story
from onrecord.resolve import load_corrections, resolve
from onrecord.resolve.corrections import parse
from resolution import action, actor, analysis, node, people, span, statement

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
    assert story.notes == ()
    assert by_hand(story) == [("reject", "different")]
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


SADIQS = (
    "Omar Sadiq runs the harbour. Sadiq banned night work. The ferry line belongs to Lena Sadiq. "
    "Sadiq sued the board. “I want my money,” said Sadiq. She will wait."
)


def sadiqs(key: str = "a") -> Analysis:
    """Two people of one surname, whom reading has made one."""
    places = [at for at in range(len(SADIQS)) if SADIQS.startswith("Sadiq", at)]
    mentions = [Mention(*span(SADIQS, "Omar Sadiq"), "name"), Mention(*span(SADIQS, "Lena Sadiq"), "name")]
    mentions += [Mention(places[number], places[number] + 5, "short") for number in (1, 3, 4)]
    mentions.append(Mention(*span(SADIQS, "She"), "pronoun"))
    ordered = tuple(sorted(mentions, key=lambda item: item.start))
    one = Actor(id="a1", name="Omar Sadiq", type="Person", named=True, mentions=ordered)
    family = Actor(id="a2", name="the Sadiqs", type="Group", named=False, members=("a1",), mentions=())
    return analysis(
        key,
        SADIQS,
        one,
        replace(family, mentions=(Mention(*span(SADIQS, "my money"), "description"),)),
        statement(SADIQS, "s1", "“I want my money,”", speakers=("a1",), source=(_five(places[4]),), cue="said"),
        action(SADIQS, "e1", "banned", agents=("a1",), agent_spans=(_five(places[1]),)),
        action(SADIQS, "e2", "sued", agents=("a1",), agent_spans=(_five(places[3]),)),
        action(SADIQS, "e3", "wait", agents=("a1",), agent_spans="She"),
    )


def _five(start: int) -> tuple[int, int]:
    return start, start + 5


def test_one_local_actor_is_divided_with_what_it_says_and_does() -> None:
    hers = [
        named("a", "Lena Sadiq"),
        {"article": "a", "name": "Sadiq", "occurrence": 4},
        {"article": "a", "name": "Sadiq", "occurrence": 5},
        {"article": "a", "start": SADIQS.index("She"), "end": SADIQS.index("She") + 3},
    ]
    story = run([sadiqs()], {"do": "split", "item": named("a", "Omar Sadiq"), "off": hers})
    assert story.notes == ()
    assert by_hand(story) == [("split", "different")]
    (found,) = story.analyses
    actors = {item.id: item for item in found.actors}
    assert {key: item.name for key, item in actors.items()} == {
        "a1": "Omar Sadiq", "a1-2": "Lena Sadiq", "a2": "the Sadiqs"
    }  # fmt: skip
    assert [SADIQS[item.start : item.end] for item in actors["a1"].mentions] == ["Omar Sadiq", "Sadiq"]
    assert len(actors["a1-2"].mentions) == 4
    assert actors["a2"].members == ("a1", "a1-2")
    assert found.statements[0].speakers == ("a1-2",)
    assert [item.agents for item in found.actions] == [("a1",), ("a1-2",), ("a1-2",)]
    assert node(story, "a", "a1").iri != node(story, "a", "a1-2").iri


def test_the_parts_stay_apart_and_join_others() -> None:
    split = {"do": "split", "item": named("a", "Omar Sadiq"), "off": [named("a", "Lena Sadiq")]}
    story = run([sadiqs(), people("b", "Lena Sadiq"), people("c", "Omar Sadiq")], split)
    assert node(story, "a", "a1-2").iri == node(story, "b", "a0").iri
    assert node(story, "a", "a1").iri == node(story, "c", "a0").iri
    assert node(story, "a", "a1").iri != node(story, "b", "a0").iri


@pytest.mark.parametrize(
    ("off", "fault"),
    [
        ([named("b", "Lena Sadiq")], "has no mention 'Lena Sadiq' in 'b'"),
        ([{"article": "a", "name": "Sadiq", "occurrence": 9}], "has no mention 'Sadiq', occurrence 9, in 'a'"),
        ([{"article": "a", "start": 0, "end": 10}, named("a", "Lena Sadiq")], None),
    ],
)
def test_a_division_that_no_longer_applies_is_said(off: list[dict[str, Any]], fault: str | None) -> None:
    text = "Omar Sadiq met Lena Sadiq."
    made = actor(text, "a1", "Omar Sadiq", "Person", "Lena Sadiq")
    story = run([analysis("a", text, made)], {"do": "split", "item": named("a", "Omar Sadiq"), "off": off})
    assert len(story.analyses[0].actors) == 1
    assert (fault or "no mention of 'Omar Sadiq' in 'a' would be left") in story.notes[0]
    assert by_hand(story) == []


def test_occurrences_address_items() -> None:
    text = "The board banned smoking. Then the board banned singing."
    made = analysis("a", text, action(text, "e1", "banned"), replace(action(text, "e2", "banned"), trigger=((41, 47),)))
    story = run(
        [made],
        {"do": "retype", "on": "action", "item": {"article": "a", "name": "banned", "occurrence": 2}, "to": "Ban"},
    )
    assert [item.type for item in story.analyses[0].actions] == ["Act", "Ban"]


def test_every_part_in_a_statement_can_be_given_to_another() -> None:
    where = {"on": "statement", "item": {"article": "a", "start": 16, "end": 40}, "to": named("a", "Lena Marek")}
    roles = ("addressee", "on_behalf_of", "outlet")
    story = run([told("a")], *({"do": "re-attribute", "role": role, **where} for role in roles))
    (found,) = story.analyses[0].statements
    assert (found.addressee, found.on_behalf_of, found.outlet) == ("a3", ("a3",), "a3")


@pytest.mark.parametrize("on", ["statement", "action"])
def test_statements_and_actions_are_merged_confirmed_and_split(on: str) -> None:
    place = {"start": 16, "end": 40} if on == "statement" else {"name": "banned"}
    items = [{"article": key, **place} for key in ("a", "b")]
    quiet = replace(
        told("b"), actors=(), statements=(replace(told("b").statements[0], speakers=(), content=((16, 20),)),)
    )
    articles = [
        told("a"),
        replace(quiet, actions=(replace(told("b").actions[0], lemma="close", agents=(), within=None),)),
    ]

    def iris(*corrections: dict[str, Any]) -> int:
        story = run(articles, *corrections)
        assert len(by_hand(story)) == len(corrections)
        return len({item.iri for found in story.analyses for item in getattr(found, f"{on}s")})

    assert iris() == 2
    assert iris({"do": "merge", "on": on, "items": items}) == 1
    assert iris({"do": "confirm", "on": on, "items": items}) == 1
    articles = [told("a"), told("b")]
    assert iris() == 1
    assert iris({"do": "split", "on": on, "items": items}) == 2
    assert iris({"do": "split", "on": on, "items": items[:1]}) == 2


def test_what_a_later_correction_rejects_is_corrected_no_further() -> None:
    pair = [named("a", "Omar Sadiq"), named("b", "Omar Sadiq")]
    story = run(
        [people("a", "Omar Sadiq"), people("b", "Omar Sadiq")],
        {"do": "merge", "items": pair},
        {"do": "reject", "item": pair[1]},
    )
    assert story.notes == ("corrections.toml, correction 1 was not carried out: another correction rejects its actor",)
    assert [len(item.refs) for item in story.actors] == [1]
    assert by_hand(story) == [("reject", "different")]


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
        ({"off": [{"article": "a", "name": "X"}]}, "'off' goes with the split"),
        ({"do": "split", "off": []}, "'off' wants a list"),
        ({"do": "split", "off": [3]}, "3 is no address"),
        ({"item": {"article": "a", "name": "X", "occurrence": 0}}, "occurrence = 0"),
        ({"item": {"article": "a", "start": 1, "end": 3, "occurrence": 1}}, "occurrence = 1"),
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
