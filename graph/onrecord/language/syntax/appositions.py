"""Appositions, roles and relative clauses that the parser attaches to the wrong noun nearby.

Each function finds an alternative noun; the caller decides by agreement in number and kind.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.language.syntax.modifiers import determiner
from onrecord.language.syntax.phrase_relations import (
    is_apposition,
    is_conjunct,
    is_plain_preposition,
    is_within_phrase,
)
from onrecord.language.syntax.tree import Tree

_CLIMB = 4
"""Most enclosing noun phrases that are tried for an apposition; it never belongs farther out."""


def is_joined_to(tree: Tree, near: int, first: int) -> bool:
    """Whether the noun right before an apposition is coordinated with `first`, on which the apposition depends.

    Corrects the parser, which attaches a name to the first of two nouns: in "the mayor and the sheriff, Ola Lund" it
    belongs to the sheriff. The noun right before may itself be an apposition of the second.
    """
    second = tree.head[near] if is_apposition(tree, near) else near
    return is_conjunct(tree, second) and tree.head[second] == first


def is_apposition_of(tree: Tree, near: int, noun: int) -> bool:
    """Whether the noun right before a relative clause is an apposition of the noun that the clause depends on.

    Corrects the parser, which attaches both to the first of two people: in "Jon Moe and his son Tom Moe, the former
    mayor, who died" the mayor died, and `is_joined_to` decides which of the two is the mayor.
    """
    return is_apposition(tree, near) and tree.head[near] == noun


def nouns_around(tree: Tree, noun: int) -> Iterator[int]:
    """A noun and the nouns whose phrases contain it, the innermost first.

    Corrects the parser, which attaches a name after a comma to the nearest noun: in "the vice president of Kestrel, Jon
    Moe" it belongs to the president.
    """
    for _ in range(_CLIMB):
        yield noun
        if not is_within_phrase(tree, noun):
            return
        above = tree.head[noun]
        noun = tree.head[above] if is_plain_preposition(tree, above) else above


def is_bare_before(tree: Tree, noun: int, name: int) -> bool:
    """Whether a singular noun without an article directly precedes a name in the same sentence.

    Corrects the parser, which attaches a name to the first of two coordinated roles: in "Haldeno founder and chairman
    Ola Lund" to the founder. Such a bare noun for a person is a role of the person named.
    """
    return tree.tag[noun] == "NN" and tree.sent[noun] == tree.sent[name] and determiner(tree, noun) is None
