"""Which unnamed actors a reader can tell from others, so that they are worth a node of their own.

An unnamed actor stands for somebody in particular if its description says which one it is: it tells of somebody or
something named ("the council's lawyers", "a survey by Fowey Health") or, of an office or trade, it says what kind
("two senior officials at the port"). What anybody can be called ("voters", "another man", "a survey") says so only
together with whoever it belongs to, and a share or an uncertain number of people never does.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from onrecord.actor_kinds import LOCATIONS, THINGS
from onrecord.model import Action, Actor, Analysis, Mention, Span, Statement
from onrecord.word_sets import word_set

_WRITTEN = THINGS | {"Outlet"}
"""Things, and the pages and papers that are no outlets of their own."""
_SEVERAL = 2
"""Fewest deeds in which what is only brought in by an article takes part."""
_COMES_BACK = 3
"""Fewest deeds and statements in which an actor takes part that an article comes back to."""
_WORD = re.compile(r"[\w%$’'.-]*[\w%]")
_OPENING = 3
"""Number of words at the start of a description among which a share or an uncertain number stands."""


class Nested(NamedTuple):
    """A mention of another actor within a description."""

    mention: Mention
    actor: Actor


def named_in(analysis: Analysis) -> list[Nested]:
    """The mentions of named actors, in text order."""
    found = (Nested(one, other) for other in analysis.actors if other.named for one in other.mentions)
    return sorted(found, key=lambda item: (item.mention.start, -item.mention.end, item.actor.id))


def _nested(named: Sequence[Nested], actor: Actor, description: Mention) -> list[Nested]:
    """Those of the mentions `named`, in text order, that are of others than `actor` and stand within `description`."""
    first = bisect_left(named, description.start, key=lambda item: item.mention.start)
    last = bisect_left(named, description.end, first, key=lambda item: item.mention.start)
    return [item for item in named[first:last] if item.mention.end <= description.end and item.actor.id != actor.id]


def nobody_in_particular(
    analysis: Analysis, statements: Iterable[Statement], actions: Iterable[Action]
) -> frozenset[str]:
    """Ids of the unnamed actors that no description tells apart, unless the article comes back to them time and again.

    A point of the compass ("the South") is nowhere in particular. Two described in the same words nobody can tell
    apart, and one person known only as somebody's ("Lund's rival") is mostly one whom the article names; both
    are nobody unless they say something. What they do stays on record with the words of the text for them. Whoever
    speaks, or acts together with somebody named, needs less of a description.
    """
    named = {item.id for item in analysis.actors if item.named}
    said = {(key, item.id) for item in statements for key in (*item.speakers, *item.on_behalf_of, item.addressee)}
    done = {(key, item.iri or item.id) for item in actions for key in (*item.agents, *item.patients)}
    heard = {key for item in statements for key in item.speakers}
    heard |= {key for item in actions if not named.isdisjoint(item.agents) for key in item.agents}
    deeds, roles = Counter(key for key, _ in done), Counter(key for key, _ in (*said, *done))
    called = Counter(item.name.casefold() for item in analysis.actors if not item.named)
    mentioned = named_in(analysis)
    nowhere = {item.id for item in analysis.actors if item.type == "Place" and _is_direction(item.name)}
    return frozenset(nowhere) | frozenset(
        item.id
        for item in analysis.actors
        if not item.named
        and roles[item.id] < _COMES_BACK
        and (
            (item.id not in heard and (called[item.name.casefold()] > 1 or _is_somebodys(analysis, item)))
            or not is_told_apart(analysis, item, mentioned, speaks=item.id in heard, deeds=deeds[item.id])
        )
    )


def _is_somebodys(analysis: Analysis, actor: Actor) -> bool:
    """Whether a person is described by nothing but whose they are: "Lund's rival", "her husband"."""
    described = [item for item in actor.mentions if item.form == "description"]
    words = [analysis.article.text[item.start : item.end].casefold() for item in described]
    return actor.type == "Person" and bool(words) and all(_possessed(item) for item in words)


def _possessed(words: str) -> bool:
    first, *rest = words.split()
    marks = word_set("possessive_ending") | word_set("plural_possessive_ending")
    owned = any(word[-2:] in marks for word in (first, *rest[:-1]))
    return bool(rest) and (first in word_set("possessive_pronoun") or owned)


def _is_direction(name: str) -> bool:
    """Whether a name is a point of the compass: "the South" is some part of a country."""
    words = name.casefold().split()
    return bool(words) and words[-1] in word_set("compass") and set(words[:-1]) <= word_set("article")


def pronouns_of(analysis: Analysis, actors: Collection[str]) -> set[Span]:
    """The spans of the pronouns that stand for `actors`."""
    chosen = (item for item in analysis.actors if item.id in actors)
    return {(one.start, one.end) for item in chosen for one in item.mentions if one.form == "pronoun"}


def is_told_apart(analysis: Analysis, actor: Actor, named: Sequence[Nested], *, speaks: bool, deeds: int) -> bool:
    """Whether at least one description of an unnamed actor says which one it is.

    A description that tells of nothing named has to be that of a source (`speaks`) or of somebody spoken of before; a
    thing's, or one that brings somebody in, has to be that of two `deeds`. `named` are the mentions of named actors.
    """
    return any(
        one.form == "name"
        or _says_which(analysis.article.text, actor, one, _nested(named, actor, one), speaks=speaks, deeds=deeds)
        for one in actor.mentions
        if one.form != "pronoun"
    )


def _says_which(  # noqa: PLR0913  # what is known of a description, each by name
    text: str, actor: Actor, description: Mention, within: Sequence[Nested], *, speaks: bool, deeds: int
) -> bool:
    words = [word.casefold() for word in _WORD.findall(text[description.start : description.end])]
    if not words or actor.type in LOCATIONS or _shares(words) or words[0] in word_set("leaves_open_which"):
        return False
    kinds = {item.actor.type for item in within}
    if words[0] in word_set("possessive_pronoun") | word_set("his_or_her"):
        return any(item.mention.start == description.start for item in within)
    front = _front(words)
    if _is(front[-1], "anybody"):
        owners = {item.actor.type for item in within if not _placed(text[description.start : item.mention.start])}
        return bool(owners - LOCATIONS - THINGS)
    often = deeds >= _SEVERAL
    if actor.type in _WRITTEN:
        return bool(kinds) or (often and len(_telling(front)) > 1)
    restricted = len(words) > len(front) or len(_telling(front)) > 1
    return bool(kinds) or (restricted and (speaks or often or words[0] in word_set("refers_back")))


def _placed(before: str) -> bool:
    """Whether the words before a name only tell where something is: "people in the Halden Hospital"."""
    return before.casefold().split()[-1:] != [] and before.casefold().split()[-1] in word_set("places_somebody")


def _shares(words: list[str]) -> bool:
    """Whether a description gives a share of people: "46 percent of the voters", "a third of them"."""
    return any(
        "%" in word
        or word in word_set("percent")
        or (word in word_set("share_of_people") and words[place + 1 : place + 2] == ["of"])
        for place, word in enumerate(words[:_OPENING])
    )


def _front(words: list[str]) -> list[str]:
    """The words of a description up to its head: those before the first preposition."""
    behind = (place for place, word in enumerate(words) if place and word in word_set("phrase_preposition"))
    return words[: next(behind, len(words))]


def _telling(front: list[str]) -> list[str]:
    """The words that say something of who is described: no determiners, numbers or "other"."""
    return [
        word
        for word in front
        if word not in word_set("determiner")
        and word not in word_set("number_word")
        and word not in word_set("tells_nothing_apart")
        and not word[:1].isdigit()
    ]


def _is(word: str, name: str) -> bool:
    """Whether a word or its singular is in the word set `name`."""
    known = word_set(name)
    return word in known or word.removesuffix("s") in known or word.removesuffix("es") in known
