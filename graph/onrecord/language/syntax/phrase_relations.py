"""How a word depends on a noun or preposition, under descriptive names; `relations` has the words of a clause."""

from __future__ import annotations

from onrecord.language.syntax.tags import NOUNS
from onrecord.language.syntax.tree import Tree
from onrecord.word_sets import word_set

_NAMING = word_set("naming")


def is_object_of_preposition(tree: Tree, token: int) -> bool:
    """Whether a token heads the noun phrase below a preposition."""
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
    """Whether a past participle stands at the noun it is done to: "the fired employee", "the employee fired"."""
    return tree.dep[token] in ("acl", "amod") and tree.tag[token] == "VBN"


def is_at_noun(tree: Tree, token: int) -> bool:
    """Whether a participle or infinitive stands at a noun, before it or after it, relative clauses left out."""
    return tree.dep[token] in ("acl", "amod")


def in_fixed_phrase(tree: Tree, token: int) -> bool:
    """Whether a noun is part of "in order to": it names nothing, and governs nothing."""
    return (
        tree.lower[token] == "order" and token > 0 and tree.lower[token - 1] == "in" and bool(tree.kids(token, "acl"))
    )


def is_side_clause(tree: Tree, token: int) -> bool:
    """Whether a token heads a clause or participle that only describes a noun."""
    return tree.dep[token] in ("relcl", "acl", "amod")


def is_prepositional(tree: Tree, token: int) -> bool:
    """Whether a token is a preposition, the "by" of a passive and the "to" of an indirect object among them."""
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
    """Whether a noun stands inside the phrase of another: below a preposition, as possessor, before a noun."""
    return tree.dep[token] in ("pobj", "poss", "compound")


def noun_called(tree: Tree, name: int) -> int | None:
    """The noun after which a participle says what it is called: "a firm called Haldeno", "a town known as Moss"."""
    over = tree.head[name]
    if tree.dep[name] == "pobj" and tree.lower[over] == "as":
        over = tree.head[over]
    elif tree.dep[name] != "oprd":
        return None
    naming = tree.dep[over] == "acl" and tree.tag[over] == "VBN" and tree.lemma[over] in _NAMING
    return tree.head[over] if naming else None


def noun_above(tree: Tree, token: int) -> int | None:
    """The noun in whose phrase another stands below a preposition: "crew" of "the crew of the ship"."""
    prep = tree.head[token]
    if tree.dep[token] != "pobj" or tree.dep[prep] != "prep" or tree.pos[tree.head[prep]] not in NOUNS:
        return None
    return tree.head[prep]


def is_locating(tree: Tree, token: int) -> bool:
    """Whether a noun stands as a place does: below a preposition, alone as an adverb, beside or before a noun."""
    return tree.dep[token] in ("pobj", "npadvmod", "appos", "compound")


def is_name_part(tree: Tree, token: int) -> bool:
    """Whether a noun only stands before another, fills a place, or says when: it refers to nobody."""
    return tree.dep[token] in ("compound", "npadvmod", "expl")
