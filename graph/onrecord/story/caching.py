"""Look-ups that are made once for each story, however many outputs ask for them."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from functools import update_wrapper
from typing import Generic, TypeVar

from onrecord.model import Story

_T = TypeVar("_T")


class once_a_story(Generic[_T]):  # noqa: N801 -- a decorator
    """A function of a story that runs once for as long as the story is in use, and must not keep the story itself.

    Stories are told apart by identity: comparing two would take as long as making the look-up.
    """

    def __init__(self, make: Callable[[Story], _T]) -> None:
        self._make = make
        self._made: dict[int, tuple[weakref.ref[Story], _T]] = {}
        update_wrapper(self, make)

    def __call__(self, story: Story) -> _T:
        """What was made for `story` before, or is made now."""
        held = self._made.get(id(story))
        return self.keep(story, self._make(story)) if held is None or held[0]() is not story else held[1]

    def keep(self, story: Story, value: _T) -> _T:
        """Use `value` instead of what would be made for `story`."""
        key = id(story)
        self._made[key] = (weakref.ref(story, lambda _: self._made.pop(key, None)), value)
        return value
