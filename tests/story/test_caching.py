"""Look-ups that are made once a story."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

import pytest
from msgspec.structs import replace

from onrecord import outputs
from onrecord.model import Ref, Story
from onrecord.resolve import resolve
from onrecord.story import labels
from onrecord.story.caching import once_a_story
from onrecord.story.index import Index, build_index, once_an_index
from onrecord.story.publication import on_record
from resolution import action, actor, analysis

BAN = "The Telecom Board banned Harbor Net."


def test_a_look_up_is_made_once_for_each_story_object() -> None:
    story = Story(base="urn:x/", analyses=())
    assert build_index(story) is build_index(story)
    assert build_index(story) is not build_index(replace(story))


def test_a_story_that_is_gone_takes_its_look_up_along() -> None:
    class Made:
        pass

    look = once_a_story(lambda _: Made())
    story = Story(base="urn:x/", analyses=())
    gone = weakref.ref(look(story))
    assert gone() is not None
    del story
    gc.collect()
    assert gone() is None


def test_a_build_makes_an_index_for_marking_one_of_what_is_on_record_and_one_of_what_is_shown(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    make, made = build_index._make, []
    monkeypatch.setattr(build_index, "_make", lambda story: made.append(story) or make(story))
    board, net = actor(BAN, "a1", "Telecom Board", "RegulatoryAgency"), actor(BAN, "a2", "Harbor Net", "Company")
    ban = action(BAN, "e1", "banned", type="Ban", lemma="ban", agents=("a1",), patients=("a2",), recorded=True)
    outputs.write(resolve([analysis("one", BAN, board, net, ban)], labels=False), tmp_path / "out")
    assert len(made) == 3


def test_a_function_of_an_index_runs_once_until_reports_or_names_change() -> None:
    asked: list[str] = []

    @once_an_index
    def found(look: Index, word: str, *, twice: bool = False) -> str:
        asked.append(word)
        return word * (1 + twice)

    board, net = actor(BAN, "a1", "Telecom Board", "RegulatoryAgency"), actor(BAN, "a2", "Harbor Net", "Company")
    story = resolve([analysis("one", BAN, board, net)])
    look = build_index(story)
    assert [found(look, "a"), found(look, "a"), found(look, "b"), found(look, "a", twice=True)] == ["a", "a", "b", "aa"]
    assert asked == ["a", "b", "a"]
    found(look.of(replace(story, actions=())), "b")
    assert asked == ["a", "b", "a"], "labels change nothing in what reports say"
    found(look.of(replace(story, actors=(*story.actors,)[::-1])), "b")
    assert asked == ["a", "b", "a", "b"], "names may"
    found(look.of(replace(story, analyses=(analysis("one", BAN, board),))), "b")
    assert asked == ["a", "b", "a", "b", "b"], "and so may reports"


def test_a_label_that_the_story_has_is_not_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    board, net = actor(BAN, "a1", "Telecom Board", "RegulatoryAgency"), actor(BAN, "a2", "Harbor Net", "Company")
    ban = action(BAN, "e1", "banned", type="Ban", lemma="ban", agents=("a1",), patients=("a2",), recorded=True)
    again = "The Telecom Board has banned Harbor Net."
    ban_again = action(again, "e1", "banned", type="Ban", lemma="ban", agents=("a1",), patients=("a2",), recorded=True)
    others = [
        actor(again, "a1", "Telecom Board", "RegulatoryAgency"),
        actor(again, "a2", "Harbor Net", "Company"),
    ]
    story = on_record(resolve([analysis("one", BAN, board, net, ban), analysis("two", again, *others, ban_again)]))
    (deed,), look = story.actions, build_index(story)
    chief = deed.chief
    assert chief is not None
    (other,) = {*deed.refs} - {chief}
    expected = {ref: labels.action(look, ref) for ref in deed.refs}
    made: list[Ref] = []
    monkeypatch.setattr(labels, "action", lambda _, ref: made.append(ref) or "made")
    assert labels.own(look, chief) == deed.label == expected[chief]
    assert labels.own(look, other) == "made"
    assert made == [other]
