"""Cue verbs, nouns and phrases from `lexicons/cue*.toml`, looked up by lemma.

An entry lists the frames in which the word introduces what somebody says, thinks or intends; a word in another frame
("the plan called for rain") is no cue. How often an entry in a frame is an attribution, counted on the development
texts, stands in `cue_priors.toml` and becomes the confidence.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from onrecord import resources

_WEIGHT = 4.0
"""How many sightings the frame's average counts for beside an entry's own."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One cue: its frames, and what kind of statement and stance it makes."""

    id: str
    lemma: str
    frames: frozenset[str]
    kind: str
    stance: str
    example: str
    source: str
    addressee: bool = False
    """Whether its object is who was told, not what was said."""


@cache
def verbs() -> dict[str, Entry]:
    """Cue verbs by lemma."""
    return _table("cues_verbs.toml", "verb")


@cache
def nouns() -> dict[str, Entry]:
    """Cue nouns by lemma."""
    return _table("cues_nouns.toml", "noun")


@cache
def words(name: str) -> frozenset[str]:
    """A plain list of words of `cues_words.toml`, such as the names of documents."""
    return frozenset(resources.toml("lexicons", "cues_words.toml")["words"][name]["members"])


def _table(file: str, key: str) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for row in resources.toml("lexicons", file)[key]:
        entry = _entry(row)
        found[entry.lemma] = entry
    return found


def _entry(row: dict[str, Any]) -> Entry:
    return Entry(
        id=row["id"],
        lemma=row.get("lemma", row["id"]),
        frames=frozenset(row["frames"]),
        kind=row.get("kind", "speech"),
        stance=row.get("stance", "neutral"),
        example=row["example"],
        source=row["source"],
        addressee=row.get("addressee", False),
    )


@cache
def _priors() -> dict[str, Any]:
    return resources.toml("lexicons", "cue_priors.toml")


@cache
def prior(entry: str, frame: str) -> float:
    """How often `entry` in `frame` is an attribution: its own count, drawn towards the average of the frame."""
    table = _priors()
    right, seen = table["frames"].get(frame, [5, 10])
    average = (right + 1) / (seen + 2)
    right, seen = table["entries"].get(frame, {}).get(entry, [0, 0])
    return float((right + _WEIGHT * average) / (seen + _WEIGHT))
