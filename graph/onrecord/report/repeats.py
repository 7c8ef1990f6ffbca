"""Lines of an article that it has from another one of the story: told once, under the name of that one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import TypeVar

from onrecord.model import Place
from onrecord.report.part import Part
from onrecord.story.content_words import WORD
from onrecord.story.reliances import by_article

T = TypeVar("T")
_ALIKE = 0.7
"""Least share of the words of a sentence that the one it was copied from has too."""


def without_copies(part: Part, items: Sequence[T], places_of: Callable[[T], Sequence[Place]]) -> list[T]:
    """`items` without those whose last sentence an article repeats from another one of which there is an item too.

    Only where dates tell which article was first; `places_of` gives the sentences that an item quotes.
    """
    told: dict[str, list[frozenset[str]]] = defaultdict(list)
    for item in items:
        for place in places_of(item)[-1:]:
            told[place.article].append(_words(part, place))
    return [item for item in items if not _is_copied(part, places_of(item)[-1:], told)]


def _is_copied(part: Part, places: Sequence[Place], told: dict[str, list[frozenset[str]]]) -> bool:
    for place in places:
        own = _words(part, place)
        for found in by_article(part.story).of([place.article]):
            copied = found.kind in ("copy", "passage") and found.dated and found.on in part.keys
            if copied and any(one.start <= place.start < one.end for one in found.places):
                return any(len(own & other) >= _ALIKE * len(own) for other in told[found.on])
    return False


def _words(part: Part, place: Place) -> frozenset[str]:
    words = part.look.words(place.article, [(place.start, place.end)]).casefold()
    return frozenset(item[0] for item in WORD.finditer(words))
