"""How a word depends on a noun or preposition, under descriptive names; `relations` has the words of a clause."""

from __future__ import annotations

from onrecord.language.syntax.tags import NOUNS
from onrecord.language.syntax.tree import Tree
from onrecord.word_sets import word_set

_NAMING = word_set("naming")


def is_object_of_preposition(tree: Tree, token: int) -> bool:
    """Whether a token heads the noun phrase that depends on a preposition."""
    return tree.dep[token] == "pobj"


def is_preposition(tree: Tree, token: int) -> bool:
    """Whether a token is a preposition that depends on a verb, noun or adjective."""
    return tree.dep[token] in ("prep", "agent")


def is_apposition(tree: Tree, token: int) -> bool:
    """Whether a token heads an apposition."""
    return tree.dep[token] == "appos"


def is_possessor(tree: Tree, token: int) -> bool:
    """Whether a token heads a possessor."""
    return tree.dep[token] == "poss"


def is_compound(tree: Tree, token: int) -> bool:
    """Whether a token is a noun before a noun."""
    return tree.dep[token] == "compound"


def is_premodifier(tree: Tree, token: int) -> bool:
    """Whether a token is an adjective or noun before the noun it belongs to."""
    return tree.dep[token] in ("amod", "compound", "nmod")


def is_adjectival(tree: Tree, token: int) -> bool:
    """Whether a token is an adjective or participle before its noun."""
    return tree.dep[token] == "amod"


def is_conjunct(tree: Tree, token: int) -> bool:
    """Whether a token is coordinated with one before it."""
    return tree.dep[token] == "conj"


def is_relative_clause(tree: Tree, token: int) -> bool:
    """Whether a verb heads a relative clause."""
    return tree.dep[token] == "relcl"


def is_adnominal_clause(tree: Tree, token: int) -> bool:
    """Whether a verb heads a clause that depends on a noun: relative, participle or infinitive."""
    return tree.dep[token] in ("acl", "relcl")


def is_bare_adnominal(tree: Tree, token: int) -> bool:
    """Whether a verb heads a participle, infinitive or that-clause on a noun, without a relative pronoun."""
    return tree.dep[token] == "acl"


def is_participle_of(tree: Tree, token: int) -> bool:
    """Whether a past participle modifies the noun it is done to: "the fired employee", "the employee fired"."""
    return tree.dep[token] in ("acl", "amod") and tree.tag[token] == "VBN"


def is_at_noun(tree: Tree, token: int) -> bool:
    """Whether a participle or infinitive modifies a noun, before or after it; not true of relative clauses."""
    return tree.dep[token] in ("acl", "amod")


def in_fixed_phrase(tree: Tree, token: int) -> bool:
    """Whether a noun is part of "in order to" and so neither names nor governs anything."""
    return (
        tree.lower[token] == "order" and token > 0 and tree.lower[token - 1] == "in" and bool(tree.kids(token, "acl"))
    )


def is_side_clause(tree: Tree, token: int) -> bool:
    """Whether a token heads a clause or participle that only describes a noun."""
    return tree.dep[token] in ("relcl", "acl", "amod")


def is_prepositional(tree: Tree, token: int) -> bool:
    """Whether a token is a preposition, including the "by" of a passive and the "to" of an indirect object."""
    return tree.dep[token] in ("prep", "agent", "dative")


def is_adverbial(tree: Tree, token: int) -> bool:
    """Whether a token is a word or noun that says when, where or how."""
    return tree.dep[token] in ("npadvmod", "advmod", "nmod")


def is_noun_before_noun(tree: Tree, token: int) -> bool:
    """Whether a token is a noun before a noun."""
    return tree.dep[token] in ("compound", "nmod")


def is_plain_preposition(tree: Tree, token: int) -> bool:
    """Whether a token is a preposition other than the "by" of a passive."""
    return tree.dep[token] == "prep"


def is_within_phrase(tree: Tree, token: int) -> bool:
    """Whether a noun is inside another noun's phrase: as object of a preposition, as possessor, or before the noun."""
    return tree.dep[token] in ("pobj", "poss", "compound")


def noun_called(tree: Tree, name: int) -> int | None:
    """The noun that a participle links to the name `name`: "a firm called Haldeno", "a town known as Moss"."""
    over = tree.head[name]
    if tree.dep[name] == "pobj" and tree.lower[over] == "as":
        over = tree.head[over]
    elif tree.dep[name] != "oprd":
        return None
    naming = tree.dep[over] == "acl" and tree.tag[over] == "VBN" and tree.lemma[over] in _NAMING
    return tree.head[over] if naming else None


def noun_above(tree: Tree, token: int) -> int | None:
    """The noun whose prepositional phrase contains `token`: for "ship" in "the crew of the ship", "crew"."""
    prep = tree.head[token]
    if tree.dep[token] != "pobj" or tree.dep[prep] != "prep" or tree.pos[tree.head[prep]] not in NOUNS:
        return None
    return tree.head[prep]


def is_locating(tree: Tree, token: int) -> bool:
    """Whether a noun is used as places are: after a preposition, as an adverb, or beside or before another noun."""
    return tree.dep[token] in ("pobj", "npadvmod", "appos", "compound")


def is_name_part(tree: Tree, token: int) -> bool:
    """Whether a noun only precedes another noun, is an expletive or says when, and so refers to nobody."""
    return tree.dep[token] in ("compound", "npadvmod", "expl")
