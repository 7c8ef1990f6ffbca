"""Look-ups that are made once a story, however many outputs ask for them."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from onrecord.model import Story

_T = TypeVar("_T")


def once_a_story(make: Callable[[Story], _T]) -> Callable[[Story], _T]:
    """`make`, which must not keep the story itself, called once for each story as long as that is in use.

    A story is known again by being the same object: to compare two would take as long as to make the look-up.
    """
    made: dict[int, tuple[weakref.ref[Story], _T]] = {}

    @wraps(make)
    def known(story: Story) -> _T:
        key = id(story)
        held = made.get(key)
        if held is None or held[0]() is not story:
            held = made[key] = (weakref.ref(story, lambda _: made.pop(key, None)), make(story))
        return held[1]

    return known
