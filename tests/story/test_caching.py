"""Look-ups that are made once a story."""

from __future__ import annotations

import gc
import weakref
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord import outputs
from onrecord.model import Story
from onrecord.resolve import resolve
from onrecord.story.caching import once_a_story
from onrecord.story.index import build_index
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


def test_a_build_makes_one_index_of_all_that_was_found_and_one_of_what_is_on_record(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    make, made = build_index._make, []
    monkeypatch.setattr(build_index, "_make", lambda story: made.append(story) or make(story))
    board, net = actor(BAN, "a1", "Telecom Board", "RegulatoryAgency"), actor(BAN, "a2", "Harbor Net", "Company")
    ban = action(BAN, "e1", "banned", type="Ban", lemma="ban", agents=("a1",), patients=("a2",), recorded=True)
    outputs.write(resolve([analysis("one", BAN, board, net, ban)]), tmp_path / "out")
    assert len(made) == 2
