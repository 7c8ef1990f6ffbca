"""Look-ups that are made once a story."""

from __future__ import annotations

import gc
import weakref
from dataclasses import replace

from onrecord.model import Story
from onrecord.story.caching import once_a_story
from onrecord.story.index import build_index


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
