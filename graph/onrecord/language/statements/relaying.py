"""Who relays a statement and who is told it, if the words around its cue do not say so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from onrecord.language.lexicon import word_set
from onrecord.language.statements.candidates import Resolved, covers
from onrecord.language.statements.roles import People
from onrecord.language.syntax.tree import Tree

_OUTLET = "Outlet"
_NEAR = 3
"""Sentences within which an answer answers a question."""


def outlets(
    tree: Tree, people: People, items: Sequence[Resolved], within: Mapping[int, Resolved]
) -> dict[int, str | None]:
    """By the number of each statement, in text order, the medium that relays it and does not make it.

    The one that the cue names ("as quoted by the Courier", "said on Radio Sund"), the one that says the statement which
    holds this one, the one that its author writes for, or the one that was just cited: by the statement before, in the
    same sentence or the one before it ("The talks failed, the Courier reported. 'It is over,' Lund said.").
    """
    found: dict[int, str | None] = {}
    before: Resolved | None = None
    for item in items:
        holder = within.get(item.number)
        outer = holder.speakers if holder is not None else ()
        own = people.at(item.outlet) or next(iter(_media(people, outer)), None)
        if own is None and tree.lemma[item.found.anchor] in word_set("writing"):
            own = next((actor for actor in people.employers(item.speakers) if people.kind_of(actor) == _OUTLET), None)
        if own is None and holder is None and before is not None:
            own = _cited(tree, people, before, item, found[before.number])
        found[item.number] = None if own in item.speakers else own
        before = item
    return found


def _cited(tree: Tree, people: People, first: Resolved, second: Resolved, relayed: str | None) -> str | None:
    """The outlet that the first of two statements is relayed or made by, if the second goes on with it."""
    apart = tree.sent[second.found.anchor] - tree.sent[first.found.anchor]
    if not 0 <= apart <= 1 or not second.speakers or _outlets_of(people, second.speakers):
        return None
    if relayed is not None:
        return relayed if first.speakers == second.speakers else None
    return next(iter(_outlets_of(people, first.speakers)), None)


def _outlets_of(people: People, actors: Sequence[str]) -> list[str]:
    return [actor for actor in actors if people.kind_of(actor) == _OUTLET]


def _media(people: People, actors: Sequence[str]) -> list[str]:
    """The outlets among the actors, and those that the others speak for."""
    return _outlets_of(people, [*actors, *people.employers(actors)])


def exchanges(tree: Tree, items: Sequence[Resolved]) -> dict[int, str]:
    """To whom each statement of an exchange of questions and answers is made.

    A question and the next statement, if that is somebody else's, outside it and in the next sentence, or of a verb of
    answering within three.
    """
    told: dict[int, str] = {}
    for first, second in pairwise(items):
        questions = tree.lemma[first.found.anchor] in word_set("questioning")
        if not questions or len(first.speakers) != 1 or len(second.speakers) != 1:
            continue
        apart = tree.sent[second.found.anchor] - tree.sent[first.found.anchor]
        replies = tree.lemma[second.found.anchor] in word_set("replying")
        outside = not covers(first.found.content, second.found.anchor)
        if outside and 0 < apart <= (_NEAR if replies else 1) and first.speakers != second.speakers:
            told[first.number], told[second.number] = second.speakers[0], first.speakers[0]
    return told
