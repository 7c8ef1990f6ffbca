"""Whether an actor in a record is the annotated one, judged by its fullest mention anywhere in the article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from onrecord.evaluation.spans import Chars, Row, chars, same_phrase

Mentions = Mapping[str, Sequence[Chars]]
"""Id of an actor -> the letter positions of each of its mentions."""


class Wanted(NamedTuple):
    """An annotated participant: its local phrase, its fullest mention, and whether the local phrase is as full."""

    words: Chars
    name: Chars
    as_named: bool


def mentions(record: Row, text: str) -> Mentions:
    """The mentions of the actors of one record."""
    return {
        actor["id"]: [chars([(item["start"], item["end"])], text) for item in actor.get("mentions", [])]
        for actor in record.get("actors", [])
    }


def is_wanted(found: Iterable[Chars], wanted: Wanted) -> bool:
    """Whether one of the mentions `found` is the fullest mention, or the local phrase if that is as full."""
    spans = list(found)
    return any(same_phrase(item, wanted.name) for item in spans) or (
        wanted.as_named and any(same_phrase(item, wanted.words) for item in spans)
    )
