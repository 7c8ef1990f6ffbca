"""The outlet and the addressee of a statement, if the words around its cue do not name them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from onrecord.language.lexicon import word_set
from onrecord.language.statements.candidates import Resolved, covers
from onrecord.language.statements.circumstances import SAYING, was_said
from onrecord.language.statements.roles import People
from onrecord.language.syntax.tree import Tree

_OUTLET = "Outlet"
_NEAR = 3
"""Most sentences between a question and its answer."""
_NEXT = 2
"""Most sentences between two statements of one speaker that belong together."""
_TALK = 6
"""Sentences after the one that names the addressee in which the speaker still addresses them."""
_CLAUSES = SAYING - {"according"}


def outlets(
    tree: Tree, people: People, items: Sequence[Resolved], within: Mapping[int, Resolved]
) -> dict[int, str | None]:
    """By the number of each statement, in text order: the outlet that relays it without being its source.

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
    """The outlet that relays or makes the first of two statements, if the second continues it."""
    apart = tree.sent[second.found.anchor] - tree.sent[first.found.anchor]
    public = tree.lemma[second.found.anchor] in word_set("announces")  # it needs nobody to relay it
    if public or not 0 <= apart <= 1 or not second.speakers or _outlets_of(people, second.speakers):
        return None
    if relayed is not None:
        return relayed if first.speakers == second.speakers else None
    return next(iter(_outlets_of(people, first.speakers)), None)


def _outlets_of(people: People, actors: Sequence[str]) -> list[str]:
    return [actor for actor in actors if people.kind_of(actor) == _OUTLET]


def _media(people: People, actors: Sequence[str]) -> list[str]:
    """The outlets among the actors, and those that the others speak for."""
    return _outlets_of(people, [*actors, *people.employers(actors)])


def exchanges(tree: Tree, people: People, items: Sequence[Resolved]) -> dict[int, str]:
    """The addressee of each statement in a conversation, if its own words do not name one.

    A question and the next statement, if that is somebody else's, outside it and in the next sentence, or of a verb of
    answering within three. And what the same speaker goes on to say: "She told Lee it was late. It will end, she said."
    """
    told: dict[int, str] = {}
    began = -_TALK
    for first, second in pairwise(items):
        one, two = tree.sent[first.found.anchor], tree.sent[second.found.anchor]
        if len(second.speakers) != 1 or two < one or covers(first.found.content, second.found.anchor):
            continue
        if tree.lemma[first.found.anchor] in word_set("questioning") and _is_question(tree, first):
            near = _NEAR if tree.lemma[second.found.anchor] in word_set("replying") else 1
            asker = _asker(people, first)
            if asker is not None and one < two <= one + near and asker != second.speakers[0]:
                told[second.number], began = asker, one
                if first.speakers:
                    told[first.number] = second.speakers[0]
        elif first.speakers == second.speakers and two <= one + _NEXT and _goes_on(tree, people, first, second):
            partner = told.get(first.number)
            if partner is None and was_said(first.found.circumstance):
                partner, began = people.at(first.addressee), one
            if partner is not None and partner not in second.speakers and two <= began + _TALK:
                told[second.number] = partner
    return told


def _is_question(tree: Tree, asked: Resolved) -> bool:
    """Whether a verb of asking has a question, and no request: "asked for help", "asked not to be named"."""
    if asked.found.frame.startswith("pp:"):
        return False
    start, end = next(iter(asked.found.content), (0, 0))
    return "TO" not in tree.tag[start : min(start + 2, end)]


def _asker(people: People, question: Resolved) -> str | None:
    """The person who asks a question, also in the passive: "In an interview with Lee, Falk was asked about it"."""
    if question.speakers:
        return question.speakers[0] if len(question.speakers) == 1 and people.is_body(question.speakers[0]) else None
    return people.at(question.addressee) if question.medium is not None else None


def _goes_on(tree: Tree, people: People, first: Resolved, second: Resolved) -> bool:
    """Whether the second of two statements by one speaker still belongs to the conversation of the first."""
    if any(item.found.kind != "speech" or item.found.frame not in _CLAUSES for item in (first, second)):
        return False
    if second.addressee or second.medium or second.outlet or people.date(second.found):
        return False
    written = [tree.lemma[item.found.anchor] in word_set("writing") for item in (first, second)]
    return written[0] == written[1]
