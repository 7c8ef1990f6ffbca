"""Who relays a statement, and who is told it, beside what the words around its cue give."""

from __future__ import annotations

from onrecord.language.lexicon import word_set
from onrecord.language.statements.candidates import Candidate
from onrecord.language.statements.roles import People
from onrecord.language.syntax.tree import Tree

_OUTLET = "Outlet"
_NEAR = 3
"""Sentences within which an answer answers a question."""


def outlet_of(tree: Tree, people: People, item: Candidate, speakers: list[str], outer: list[str] | None) -> str | None:
    """The medium that relays a statement and does not make it.

    The one that the cue names ("as quoted by the Courier", "said on Radio Sund"), the one that says the statement which holds this one, or the one that its author writes for.
    """
    named = people.at(item.outlet)
    if named is not None and named not in speakers:
        return named
    relayed = [actor for actor in outer or () if actor not in speakers]
    found = next((actor for actor in _media(people, relayed)), None)
    if found is None and tree.lemma[item.anchor] in word_set("writing"):
        found = next((actor for actor in people.employers(speakers) if people.kind_of(actor) == _OUTLET), None)
    return found


def _media(people: People, actors: list[str]) -> list[str]:
    """The outlets among the actors, and those that the others speak for."""
    every = [*actors, *people.employers(actors)]
    return [actor for actor in every if people.kind_of(actor) == _OUTLET]


def exchanges(tree: Tree, items: list[Candidate], said: list[list[str]]) -> dict[int, str]:
    """Who is told by whom in questions and their answers: the actor that each statement of an exchange is made to.

    A question and the next statement, if that is somebody else's, outside it and in the next sentence, or of a verb of
    answering within three.
    """
    told: dict[int, str] = {}
    for number in range(len(items) - 1):
        first, second = items[number], items[number + 1]
        if tree.lemma[first.anchor] not in word_set("questioning") or len(said[number]) != 1 or len(said[number + 1]) != 1:
            continue
        apart = tree.sent[second.anchor] - tree.sent[first.anchor]
        replies = tree.lemma[second.anchor] in word_set("replying")
        outside = not any(low <= second.anchor < high for low, high in first.content)
        if outside and 0 < apart <= (_NEAR if replies else 1) and said[number] != said[number + 1]:
            told[number], told[number + 1] = said[number + 1][0], said[number][0]
    return told
