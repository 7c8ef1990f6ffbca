"""Who relays a statement, and who is told it, beside what the words around its cue give."""

from __future__ import annotations

from onrecord.language.lexicon import word_set
from onrecord.language.statements.candidates import Candidate
from onrecord.language.statements.roles import People
from onrecord.language.syntax.tree import Tree

_OUTLET = "Outlet"
_NEAR = 3
"""Sentences within which an answer answers a question."""


def outlets(
    tree: Tree, people: People, items: list[Candidate], said: list[list[str]], within: list[int | None]
) -> list[str | None]:
    """For each statement, in text order, the medium that relays it and does not make it.

    The one that the cue names ("as quoted by the Courier", "said on Radio Sund"), the one that says the statement which
    holds this one, the one that its author writes for, or the one that was just cited: by the statement before, in the
    same sentence or the one before it ("The talks failed, the Courier reported. 'It is over,' Lund said.").
    """
    found: list[str | None] = []
    for number, item in enumerate(items):
        holder = within[number]
        outer = said[holder] if holder is not None else []
        own = people.at(item.outlet) or next(iter(_media(people, outer)), None)
        if own is None and tree.lemma[item.anchor] in word_set("writing"):
            own = next((actor for actor in people.employers(said[number]) if people.kind_of(actor) == _OUTLET), None)
        if own is None and holder is None and number:
            own = _cited(tree, people, (items[number - 1], item), said[number - 1 : number + 1], found[-1])
        found.append(None if own in said[number] else own)
    return found


def _cited(
    tree: Tree, people: People, pair: tuple[Candidate, Candidate], said: list[list[str]], before: str | None
) -> str | None:
    """The outlet that the first of two statements cites or is made by, if the second goes on with it."""
    apart = tree.sent[pair[1].anchor] - tree.sent[pair[0].anchor]
    if not 0 <= apart <= 1 or not said[1] or any(people.kind_of(actor) == _OUTLET for actor in said[1]):
        return None
    if before is not None:
        return before if said[0] == said[1] else None
    return next((actor for actor in said[0] if people.kind_of(actor) == _OUTLET), None)


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
        if (
            tree.lemma[first.anchor] not in word_set("questioning")
            or len(said[number]) != 1
            or len(said[number + 1]) != 1
        ):
            continue
        apart = tree.sent[second.anchor] - tree.sent[first.anchor]
        replies = tree.lemma[second.anchor] in word_set("replying")
        outside = not any(low <= second.anchor < high for low, high in first.content)
        if outside and 0 < apart <= (_NEAR if replies else 1) and said[number] != said[number + 1]:
            told[number], told[number + 1] = said[number + 1][0], said[number][0]
    return told
