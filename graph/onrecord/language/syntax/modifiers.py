"""The dependents of a noun or preposition by grammatical relation.

As in `dependents`, a function with a plural name returns all dependents in the relation, in text order, and one with a
singular name returns the first of them, or None.
"""

from __future__ import annotations

from onrecord.language.syntax.tags import PAST
from onrecord.language.syntax.tree import Tree
from onrecord.punctuation import PAUSES
from onrecord.word_sets import word_set


def prepositions(tree: Tree, token: int) -> list[int]:
    """Prepositions that depend on a word, except the "by" of a passive."""
    return tree.kids(token, "prep")


def all_prepositions(tree: Tree, token: int) -> list[int]:
    """Prepositions that depend on a word, the "by" of a passive included."""
    return tree.kids(token, "prep", "agent")


def objects_below(tree: Tree, token: int) -> list[int]:
    """Heads of noun phrases that depend directly on a preposition."""
    return tree.kids(token, "pobj")


def relative_clauses(tree: Tree, token: int) -> list[int]:
    """Relative clauses on a noun."""
    return tree.kids(token, "relcl")


def adnominal_clauses(tree: Tree, token: int) -> list[int]:
    """Clauses that depend on a noun: relative, participle and infinitive."""
    return tree.kids(token, "acl", "relcl")


def bare_adnominals(tree: Tree, token: int) -> list[int]:
    """Participles, infinitives and that-clauses on a noun."""
    return tree.kids(token, "acl")


def appositions(tree: Tree, token: int) -> list[int]:
    """Appositions of a noun."""
    return tree.kids(token, "appos")


def possessors(tree: Tree, token: int) -> list[int]:
    """Possessors of a noun."""
    return tree.kids(token, "poss")


def compounds(tree: Tree, token: int) -> list[int]:
    """Nouns before a noun."""
    return tree.kids(token, "compound")


def premodifiers(tree: Tree, token: int) -> list[int]:
    """Adjectives and nouns before a noun."""
    return tree.kids(token, "amod", "compound", "nmod")


def adjectives(tree: Tree, token: int) -> list[int]:
    """Adjectives and participles before a noun."""
    return tree.kids(token, "amod")


def numerals(tree: Tree, token: int) -> list[int]:
    """Numerals of a noun ("two ships")."""
    return tree.kids(token, "nummod")


def is_listed_adjective(tree: Tree, token: int) -> bool:
    """Whether a participle is the last of a list of adjectives before a noun: "a group of young, displaced miners".

    Corrects the parser, which takes the adjective for the noun and the participle for a verb with an object.
    """
    if token < 2 or tree.tag[token] not in PAST or tree.dep[token] != "conj" or tree.text[token - 1] != ",":
        return False
    noun = tree.child(token, "dobj")
    listed = tree.pos[token - 2] == "ADJ" and tree.dep[token - 2] in {"pobj", "dobj", "attr", "amod"}
    return listed and noun == token + 1 and not tree.children[noun]


def opens_amount(tree: Tree, word: int) -> bool:
    """Whether a word begins an amount rather than being the particle of a verb: "gave up to three million"."""
    after = word + 2
    if after >= len(tree) or tree.lower[word] not in word_set("before_to_amount") or tree.lower[word + 1] != "to":
        return False
    return tree.tag[after] in {"CD", "$"} or tree.ent[after] in {"MONEY", "CARDINAL", "PERCENT", "QUANTITY"}


def coordinated(tree: Tree, token: int) -> list[int]:
    """Words that are coordinated with a word and depend on it directly."""
    return tree.kids(token, "conj")


def object_below(tree: Tree, token: int) -> int | None:
    """The head of the noun phrase that depends on a preposition."""
    return tree.child(token, "pobj")


def gerund_below(tree: Tree, token: int) -> int | None:
    """The head of the clause that depends on a preposition ("for selling")."""
    return tree.child(token, "pcomp")


def relative_clause(tree: Tree, token: int) -> int | None:
    """The relative clause on a noun."""
    return tree.child(token, "relcl")


def possessor(tree: Tree, token: int) -> int | None:
    """The possessor of a noun."""
    return tree.child(token, "poss")


def conjunct(tree: Tree, token: int) -> int | None:
    """The next word coordinated with a word."""
    return tree.child(token, "conj")


def preposition(tree: Tree, word: int, *forms: str) -> int | None:
    """The first preposition on a word that is one of `forms` (any if none are given), or the "by" of a passive."""
    return next((kid for kid in tree.kids(word, "prep", "agent") if not forms or tree.lower[kid] in forms), None)


def clauses_on_noun(tree: Tree, token: int) -> list[int]:
    """Clauses that depend on a noun, complement clauses included."""
    return tree.kids(token, "acl", "relcl", "ccomp")


def restrictors(tree: Tree, token: int) -> list[int]:
    """Clauses and prepositional phrases on a noun, which may say which one of several is meant."""
    return tree.kids(token, "acl", "relcl", "prep")


def additions(tree: Tree, token: int) -> list[int]:
    """Relative clauses and appositions of a noun."""
    return tree.kids(token, "relcl", "appos")


def asides(tree: Tree, noun: int, *, clauses: bool = False) -> list[int]:
    """The commas and dashes that begin asides of a noun, that is clauses or, unless `clauses`, prepositional phrases.

    Asides of the noun's appositions are included.
    """
    kids = adnominal_clauses if clauses else restrictors
    besides = [kid for head in (noun, *appositions(tree, noun)) for kid in kids(tree, head) if kid > head]
    starts = sorted(tree.left_edge[kid] for kid in besides)
    return [start - 1 for start in starts if start > noun + 1 and tree.text[start - 1] in PAUSES]


def words_before(tree: Tree, token: int) -> list[int]:
    """All dependents before a noun except articles and numerals."""
    return tree.kids(token, "compound", "nmod", "poss", "amod")


def names_beside(tree: Tree, token: int) -> list[int]:
    """Nouns before a noun, its possessors and its conjuncts."""
    return tree.kids(token, "compound", "poss", "nmod", "conj")


def owners_before(tree: Tree, token: int) -> list[int]:
    """Nouns before a noun and its possessors."""
    return tree.kids(token, "compound", "nmod", "poss")


def titles_beside(tree: Tree, token: int) -> list[int]:
    """Nouns before a noun and in apposition to it."""
    return tree.kids(token, "appos", "compound", "nmod")


def conjuncts_and_possessors(tree: Tree, token: int) -> list[int]:
    """Words coordinated with a noun and its possessors."""
    return tree.kids(token, "conj", "poss")


def prepositions_and_datives(tree: Tree, token: int) -> list[int]:
    """Prepositions, and the "to" of an indirect object."""
    return tree.kids(token, "prep", "dative")


def complements_of_preposition(tree: Tree, token: int) -> list[int]:
    """Heads of the noun phrases and clauses that depend on a preposition."""
    return tree.kids(token, "pobj", "pcomp")


def determiner(tree: Tree, noun: int) -> int | None:
    """The article, pronoun or possessor that a noun begins with."""
    return tree.child(noun, "det", "poss")


def prepositions_behind_object(tree: Tree, noun: int) -> list[int]:
    """Prepositions right after a direct object that are attached to its verb.

    Corrects the parser, which attaches the "over" of "voiced anger over the cut" to the verb instead of the noun.
    """
    if tree.dep[noun] != "dobj":
        return []
    return [link for link in all_prepositions(tree, tree.head[noun]) if link == tree.right_edge[noun] + 1]
