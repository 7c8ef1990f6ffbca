"""Who speaks through a paper: "a report from X", "X's statement", "the order" that X issued earlier in the article."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from onrecord.language.statements.words import listed
from onrecord.language.syntax.dependents import (
    active_subject,
    adnominal_clauses,
    all_prepositions,
    coordinated,
    object_below,
    possessors,
    premodifiers,
    prepositions,
)
from onrecord.language.syntax.relations import is_direct_object, is_passive_subject
from onrecord.language.syntax.tree import Tree

Actors = Callable[[int], list[str]]
"""The actors whose phrases a token heads, longest first."""
BODIES = frozenset(
    {
        "Organization",
        "GovernmentBody",
        "Ministry",
        "RegulatoryAgency",
        "IntelligenceAgency",
        "Company",
        "CivilSocietyOrganization",
        "Outlet",
        "State",
    }
)


def makers(tree: Tree, paper: int, actors: Actors, types: Mapping[str, str]) -> list[str]:
    """The people or bodies that a paper is by, from, or issued by, as its own phrase or its verb says.

    Whoever saw, obtained or leaked it did not make it.
    """
    for token, kinds in _makers(tree, paper):
        beside = [token, *coordinated(tree, token)]
        found = [next((actor for actor in actors(one) if types.get(actor) in kinds), None) for one in beside]
        if found[0] is not None:
            return list(dict.fromkeys(actor for actor in found if actor is not None))
    return []


def _makers(tree: Tree, paper: int) -> list[tuple[int, frozenset[str]]]:
    """Heads of phrases that may name the maker, with the kinds that it must be of; surest first."""
    anyone = BODIES | {"Person", "Group"}
    found: list[tuple[int, frozenset[str]]] = []
    for link in all_prepositions(tree, paper):
        held = object_below(tree, link)
        if held is not None and tree.lower[link] in {"by", "from", "of"}:
            found.append((held, BODIES - {"State"} if tree.lower[link] == "of" else anyone))
    for clause in adnominal_clauses(tree, paper):
        if tree.lemma[clause] in listed("issuing"):
            found.extend((held, anyone) for held in _agents(tree, clause))
        links = [link for link in prepositions(tree, clause) if tree.lower[link] == "from"]
        held_by = [object_below(tree, link) for link in links if tree.tag[clause] == "VBN"]
        found.extend((held, anyone) for held in held_by if held is not None)
    found.extend((owner, anyone) for owner in possessors(tree, paper))
    found.extend((part, BODIES) for part in premodifiers(tree, paper))
    above = tree.head[paper]
    if tree.lemma[above] in listed("issuing"):
        own = active_subject(tree, above) if is_direct_object(tree, paper) else None
        found.extend([(own, anyone)] if own is not None else [])
        found.extend((held, anyone) for held in _agents(tree, above) if is_passive_subject(tree, paper))
    return found


def _agents(tree: Tree, verb: int) -> list[int]:
    links = [link for link in all_prepositions(tree, verb) if tree.lower[link] == "by"]
    return [held for link in links if (held := object_below(tree, link)) is not None]
