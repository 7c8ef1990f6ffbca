"""The author of a document: "a report from X", "X's statement", "the order" that X issued earlier."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from onrecord.actor_kinds import BODIES
from onrecord.language.statements.words import listed
from onrecord.language.syntax.clauses import clause
from onrecord.language.syntax.modifiers import (
    adnominal_clauses,
    all_prepositions,
    coordinated,
    object_below,
    possessors,
    premodifiers,
    prepositions,
)
from onrecord.language.syntax.tree import Tree
from onrecord.word_sets import word_set

Actors = Callable[[int], list[str]]
"""Gives the ids of actors whose phrases a token heads, longest first."""


def authors_of(tree: Tree, paper: int, actors: Actors, types: Mapping[str, str]) -> list[str]:
    """The people or bodies that wrote or issued a document, according to its phrase or its verb.

    Somebody who saw, obtained or leaked it is not its author.
    """
    for token, kinds in _possible_authors(tree, paper):
        beside = [token, *coordinated(tree, token)]
        found = [next((actor for actor in actors(one) if types.get(actor) in kinds), None) for one in beside]
        if found[0] is not None:
            return list(dict.fromkeys(actor for actor in found if actor is not None))
    return []


def _possible_authors(tree: Tree, paper: int) -> list[tuple[int, frozenset[str]]]:
    """Heads of phrases that may name an author, with the types an author may have there; most certain first."""
    anyone = BODIES | {"Person", "Group"}
    found: list[tuple[int, frozenset[str]]] = []
    for link in all_prepositions(tree, paper):
        held = object_below(tree, link)
        if held is not None and tree.lower[link] in word_set("author_preposition"):
            found.append((held, BODIES - {"State"} if tree.lower[link] == "of" else anyone))
    for made in adnominal_clauses(tree, paper):
        if tree.lemma[made] in listed("issuing"):
            found.extend((held, anyone) for held in clause(tree, made).agents)
        links = [link for link in prepositions(tree, made) if tree.lower[link] == "from"]
        held_by = [object_below(tree, link) for link in links if tree.tag[made] == "VBN"]
        found.extend((held, anyone) for held in held_by if held is not None)
    found.extend((owner, anyone) for owner in possessors(tree, paper))
    found.extend((part, BODIES) for part in premodifiers(tree, paper))
    above = clause(tree, tree.head[paper])
    if tree.lemma[above.verb] in listed("issuing") and paper in (
        above.own_subjects if above.passive else above.own_objects
    ):
        found.extend((held, anyone) for held in above.doers[:1])
    return found
