"""Actors that are named only in passing: in an address, as a venue, in a list, or as a modifier."""

from __future__ import annotations

from collections.abc import Container, Iterable

from onrecord.actor_kinds import ORGANIZATIONS
from onrecord.model import Actor, ActorType, Analysis
from onrecord.word_patterns import word_pattern

_BACKGROUND: frozenset[ActorType] = frozenset({"Place", "Product"})
_OF_WHICH: frozenset[ActorType] = ORGANIZATIONS | {"Place", "State"}
_ADDRESS: dict[ActorType, str] = {"Place": "place_address", "State": "state_address"}
_TOLD_OF: frozenset[ActorType] = ORGANIZATIONS | {"Person"}
_OFTEN = 4
"""An actor with at least this many mentions, pronouns included, is one that the article is about."""
_MANY = 6
"""Names from which on a list only names its members in passing: those polled, those who signed."""
_BEFORE = 40
"""Characters before a name that are searched for a preposition or an article."""
_Place = tuple[int, int]


def in_passing(analysis: Analysis, about: Container[str]) -> set[str]:
    """Ids of actors that are not shown because of their name alone; `about` are those that statements are about.

    These are places and products named once, members of long lists, and places and bodies whose names only modify a
    noun ("the Norwegian court", "a Halden court") or give a location.
    """
    named = [(item, _places(item)) for item in analysis.actors]
    once = [item for item, places in named if len(places) == 1 and item.id not in about]
    runs = _runs(analysis.article.text, named)
    listed = {key for run in runs if len(run) >= _MANY for _, _, key in run}
    passing = {item.id for item in once if item.type in _BACKGROUND or item.id in listed}
    return passing | _beside_the_point(analysis, named, runs, about)


def recurring(analysis: Analysis) -> set[str]:
    """Ids of the people and bodies that an article mentions often, even if nothing about them is on record."""
    return {
        item.id for item in analysis.actors if item.named and item.type in _TOLD_OF and len(_places(item)) >= _OFTEN
    }


def _places(item: Actor) -> list[_Place]:
    """The places at which an actor is named; a name and the phrase that it heads count as one place."""
    found: list[_Place] = []
    for mention in sorted(item.mentions, key=lambda one: (one.start, -one.end)):
        if not found or mention.start >= found[-1][1]:
            found.append((mention.start, mention.end))
    return found


def _runs(text: str, named: Iterable[tuple[Actor, list[_Place]]]) -> list[list[tuple[int, int, str]]]:
    """Runs of names that form a list; a single name is a run of one."""
    runs: list[list[tuple[int, int, str]]] = []
    for start, end, key in sorted((*span, item.id) for item, places in named for span in places):
        if runs and word_pattern("between_listed").fullmatch(text, runs[-1][-1][1], max(start, runs[-1][-1][1])):
            runs[-1].append((start, end, key))
        else:
            runs.append([(start, end, key)])
    return runs


def _beside_the_point(
    analysis: Analysis,
    named: list[tuple[Actor, list[_Place]]],
    runs: list[list[tuple[int, int, str]]],
    about: Container[str],
) -> set[str]:
    """Ids of places, states and bodies whose mentions all modify a noun or give a location."""
    text = analysis.article.text
    phrases = [span for item, places in named if not item.named for span in places]
    first = {(start, end): run[0][:2] for run in runs for start, end, _ in run}
    found = set()
    for item, places in named:
        spoken_of = item.id in about
        if not item.named or item.type not in _OF_WHICH or (item.type in ORGANIZATIONS and spoken_of):
            continue
        pattern = _ADDRESS.get(item.type, "body_address")
        if all(
            _modifies(text, at, phrases) or (not spoken_of and _address(text, first.get(at, at), pattern))
            for at in places
        ):
            found.add(item.id)
    return found


def _address(text: str, at: _Place, pattern: str) -> bool:
    """Whether a name, or its list, only gives a location: "in Halden and Moen"."""
    return word_pattern(pattern).search(text[max(0, at[0] - _BEFORE) : at[0]]) is not None


def _modifies(text: str, at: _Place, phrases: list[_Place]) -> bool:
    """Whether a name modifies the noun after it: "the UK court", "Halden Sen. Ada Brekke".

    If a name is an argument itself, its article belongs to the mention.
    """
    start, end = at
    if word_pattern("person_behind").match(text, end):
        return True
    if not word_pattern("further_noun").match(text, end):
        return False
    before = text[max(0, start - _BEFORE) : start]
    return bool(word_pattern("before_modifier").search(before)) or any(
        low <= start and end < high for low, high in phrases
    )
