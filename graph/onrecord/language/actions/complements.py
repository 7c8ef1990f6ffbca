"""Roles that a deed shares with the deed in its complement, once both have their own.

A threat to bomb a town is a threat to the town; who demands that the army leave demands it of the army; an allegation
somebody is jailed on is made against them.
"""

from __future__ import annotations

from onrecord.language.actions import lexicon
from onrecord.language.actions.deeds import Deed
from onrecord.language.actions.stand import Standing
from onrecord.language.syntax.tree import Tree

Roles = tuple[list[int], list[int]]
_OBLIGED = frozenset({"demanded", "ordered"})
_MANNER = frozenset({"in", "during", "on", "with"})


def share(
    tree: Tree, found: list[Deed], standings: list[Standing], classes: list[str | None], own: list[Roles]
) -> tuple[list[Roles], dict[int, int]]:
    """The roles of all deeds, in the order of `found`, with what complements and adjuncts add to empty ones.

    Also by the place of each deed whose patients stand in its complement: the place of the deed there.
    """
    by_word = places(found)
    obliged = [standing.modality in _OBLIGED for standing in standings]
    made, sources = list(own), {}
    for place in range(len(found) - 1, -1, -1):
        deed = found[place]
        agents, patients = made[place]
        if deed.noun_frame is not None and deed.verb == deed.head:
            agents, patients = _from_clause(tree, place, found, by_word, made)
        if not patients and classes[place] is not None:
            inner = _complement(tree, deed, by_word, obliged, made)
            if inner is None:
                shared = _from_adjunct(tree, place, found, by_word, made)
            else:
                source, shared = inner
                if tree.dep[found[source].verb] != "advcl":  # a purpose names no other deed
                    sources[place] = source
            named = [item for item in _actors(shared, by_word, made) if tree.tag[item] != "PRP$"]
            patients = [item for item in named if item not in agents]
        words = {deed.verb, *deed.tokens}
        made[place] = ([item for item in agents if item not in words], [item for item in patients if item not in words])
    return made, sources


def places(found: list[Deed]) -> dict[int, int]:
    """The place of each deed in `found`, by its head and by its verb."""
    return {deed.head: place for place, deed in enumerate(found)} | {
        deed.verb: place for place, deed in enumerate(found)
    }


def _complement(
    tree: Tree, deed: Deed, by_word: dict[int, int], obliged: list[bool], made: list[Roles]
) -> tuple[int, list[int]] | None:
    """The place of the deed below, and whom it is done to; where it is somebody's duty, whose."""
    agents = made[by_word[deed.head]][0]
    for kid in below(tree, deed.verb) + (below(tree, deed.head) if deed.head != deed.verb else []):
        place = by_word.get(kid)
        if place is None:
            continue
        doers, targets = made[place]
        if deed.head in targets:
            continue  # "the talks held by the firm"
        if obliged[place] and doers and doers != agents:
            return place, doers
        if targets:
            return place, targets
    return None


def _from_adjunct(tree: Tree, place: int, found: list[Deed], by_word: dict[int, int], made: list[Roles]) -> list[int]:
    """Whom a deed of the same class in "staged a strike in protest against the mayor" is done to."""
    roots = lexicon.plover()
    root = roots[found[place].kind]
    for kid in tree.kids(found[place].verb, "prep"):
        for head in tree.kids(kid, "pobj") if tree.lower[kid] in _MANNER else []:
            inner = by_word.get(head)
            if inner is not None and root is not None and roots[found[inner].kind] == root:
                return made[inner][1]
    return []


def _actors(heads: list[int], by_word: dict[int, int], made: list[Roles]) -> list[int]:
    """The heads, with deeds among them replaced by those they are done to or by."""
    found = []
    for head in heads:
        place = by_word.get(head)
        found += [head] if place is None else (made[place][1] or made[place][0] or [head])
    return found


def below(tree: Tree, word: int) -> list[int]:
    """Verbs of the clauses that complete `word`, through copula and adjective ("is willing to withdraw")."""
    found = []
    for kid in tree.kids(word, "ccomp", "xcomp", "acl", "pcomp", "advcl"):
        if tree.dep[kid] == "advcl" and tree.tag[kid] != "VB":
            continue
        found.append(kid)
        for step in tree.kids(kid, "acomp", "attr", "xcomp"):
            found += [step, *tree.kids(step, "xcomp", "acl")]
    return found


def _from_clause(tree: Tree, place: int, found: list[Deed], by_word: dict[int, int], made: list[Roles]) -> Roles:
    """Of a noun in "killed three in an attack", "jailed two on allegations": the roles of the clause, if kinds fit."""
    agents, patients = made[place]
    head = found[place].head
    prep = tree.head[head]
    above = by_word.get(tree.head[prep]) if tree.dep[head] == "pobj" and tree.lower[prep] in _MANNER else None
    if above is None or agents or found[above].head == head:
        return agents, patients
    roots = lexicon.plover()
    root, outer = roots[found[place].kind], roots[found[above].kind]
    if root is not None and (root == outer or (root == "ACCUSE" and outer == "COERCE")):
        return made[above][0], patients or made[above][1]
    return agents, patients
