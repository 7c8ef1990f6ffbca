"""Names, roles and relative clauses set beside a noun that the parser attaches to another noun nearby.

Each function finds what else they may belong to; whether the two agree in number and kind decides who is asking.
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
"""How many nouns one within the phrase of another are asked: what a name is set beside stands no farther out."""


def is_joined_to(tree: Tree, near: int, first: int) -> bool:
    """Whether the noun right before an apposition is coordinated with `first`, on which the apposition hangs.

    Repairs the parser, which hangs a name on the first of two nouns: in "the mayor and the sheriff, Ola Lund" it is the
    sheriff's. The noun right before may be an apposition of the second itself.
    """
    second = tree.head[near] if is_apposition(tree, near) else near
    return is_conjunct(tree, second) and tree.head[second] == first


def is_apposition_of(tree: Tree, near: int, noun: int) -> bool:
    """Whether the noun right before a relative clause is an apposition of the noun that the clause depends on.

    For a repair of the parser, which hangs both on the first of two people: in "Jon Moe and his son Tom Moe, the former
    mayor, who died" it is the mayor who died, and `is_joined_to` tells which of the two is the mayor.
    """
    return is_apposition(tree, near) and tree.head[near] == noun


def nouns_around(tree: Tree, noun: int) -> Iterator[int]:
    """A noun and those in whose phrases it stands, the innermost first.

    For a repair of the parser, which hangs a name after a comma on the nearest noun: in "the vice president of
    Kestrel, Jon Moe" it is the president's.
    """
    for _ in range(_CLIMB):
        yield noun
        if not is_within_phrase(tree, noun):
            return
        above = tree.head[noun]
        noun = tree.head[above] if is_plain_preposition(tree, above) else above


def is_bare_before(tree: Tree, noun: int, name: int) -> bool:
    """Whether a singular noun without an article stands in the sentence of the name right after it.

    For a repair of the parser, which hangs a name on what the role before it is joined to: of "Haldeno founder and
    chairman Ola Lund" on the founder. A bare noun for a person there is a role of whoever the name names.
    """
    return tree.tag[noun] == "NN" and tree.sent[noun] == tree.sent[name] and determiner(tree, noun) is None
