"""Grammatical relations under descriptive names, so that no other package needs a dependency label.

Every function takes a `Tree` and a token and tests the token's relation to the word it depends on. The dependents of a
token are found with the functions of `dependents`.
"""

from __future__ import annotations

from spacy.tokens import Token

from onrecord.language.syntax.tags import SUBJECT, VERBAL
from onrecord.language.syntax.tree import Tree

TOPMOST = 4
"""Prominence of the subject of an active verb."""
_PROMINENCE = {"nsubj": TOPMOST, "nsubjpass": 3, "agent": 2, "dobj": 2, "dative": 2, "poss": 1, "pobj": 1}


def is_root(tree: Tree, token: int) -> bool:
    """Whether a token heads its sentence."""
    return tree.dep[token] == "ROOT"


def is_subject(tree: Tree, token: int) -> bool:
    """Whether a token heads a subject, of an active or a passive verb."""
    return tree.dep[token] in SUBJECT


def is_active_subject(tree: Tree, token: int) -> bool:
    """Whether a token heads the subject of an active verb."""
    return tree.dep[token] == "nsubj"


def is_passive_subject(tree: Tree, token: int) -> bool:
    """Whether a token heads the subject of a passive verb."""
    return tree.dep[token] == "nsubjpass"


def is_expletive(tree: Tree, token: int) -> bool:
    """Whether a token only fills the place of a subject ("there")."""
    return tree.dep[token] == "expl"


def is_direct_object(tree: Tree, token: int) -> bool:
    """Whether a token heads a direct object."""
    return tree.dep[token] == "dobj"


def is_predicate_noun(tree: Tree, token: int) -> bool:
    """Whether a token heads a predicate noun of a subject ("she is the mayor")."""
    return tree.dep[token] == "attr"


def is_object_predicate(tree: Tree, token: int) -> bool:
    """Whether a token heads a predicate of an object ("named her mayor")."""
    return tree.dep[token] == "oprd"


def is_predicate_adjective(tree: Tree, token: int) -> bool:
    """Whether a token is an adjective predicated of a subject."""
    return tree.dep[token] == "acomp"


def is_gerund_of_preposition(tree: Tree, token: int) -> bool:
    """Whether a token heads a clause that depends on a preposition ("for selling")."""
    return tree.dep[token] == "pcomp"


def is_adverbial_clause(tree: Tree, token: int) -> bool:
    """Whether a verb heads an adverbial clause."""
    return tree.dep[token] == "advcl"


def is_complement_clause(tree: Tree, token: int) -> bool:
    """Whether a verb heads a complement clause with its own subject."""
    return tree.dep[token] == "ccomp"


def is_open_complement(tree: Tree, token: int) -> bool:
    """Whether a verb heads a complement clause that inherits its subject from the word it depends on."""
    return tree.dep[token] == "xcomp"


def is_complement(tree: Tree, token: int) -> bool:
    """Whether a verb heads a complement clause with or without its own subject."""
    return tree.dep[token] in ("ccomp", "xcomp")


def is_parenthesis(tree: Tree, token: int) -> bool:
    """Whether a verb heads a parenthetic clause ("..., he said, ...")."""
    return tree.dep[token] == "parataxis"


def is_loose(tree: Tree, token: int) -> bool:
    """Whether a word is an adverb, an exclamation, or attached without a specific relation."""
    return tree.dep[token] in ("dep", "intj", "advmod")


def is_auxiliary(tree: Tree, token: int) -> bool:
    """Whether a token is an auxiliary."""
    return tree.dep[token] in ("aux", "auxpass")


def is_mark(tree: Tree, token: int) -> bool:
    """Whether a token is a conjunction that opens a subordinate clause."""
    return tree.dep[token] == "mark"


def is_punctuation(tree: Tree, token: int) -> bool:
    """Whether a token is a punctuation mark."""
    return tree.dep[token] == "punct"


def is_infinitive(tree: Tree, verb: int) -> bool:
    """Whether a verb has its "to"."""
    return any(tree.lower[kid] == "to" for kid in tree.kids(verb, "aux"))


def has_own_subject(tree: Tree, verb: int) -> bool:
    """Whether a verb has a subject in its own clause."""
    return tree.child(verb, "nsubj", "nsubjpass", "csubj", "csubjpass", "expl") is not None


def is_function_use(tree: Tree, token: int) -> bool:
    """Whether a verb form is an auxiliary, a preposition ("including"), a conjunction or part of a noun phrase."""
    return tree.dep[token] in ("aux", "auxpass", "amod", "compound", "case", "mark", "prep", "nmod")


def is_predicative(tree: Tree, token: int) -> bool:
    """Whether an adjective is predicative rather than before its noun."""
    return tree.dep[token] in ("acomp", "oprd", "ccomp", "xcomp", "ROOT", "conj")


def is_undergoer(tree: Tree, token: int) -> bool:
    """Whether a token heads what a verb is done to: its object, or the subject of its passive."""
    return tree.dep[token] in ("dobj", "nsubjpass")


def is_particle(tree: Tree, token: int) -> bool:
    """Whether a token is the particle of a verb."""
    return tree.dep[token] == "prt"


def is_clause_part(tree: Tree, token: int) -> bool:
    """Whether a noun is a subject, an object, a predicate, a possessor or an adverbial of the word it depends on."""
    return tree.dep[token] in ("nsubj", "nsubjpass", "dobj", "attr", "oprd", "dative", "poss", "npadvmod")


def is_dependent_clause(tree: Tree, token: int) -> bool:
    """Whether a token heads a conjunct, complement, parenthesis or adverbial clause of the clause it depends on."""
    return tree.dep[token] in ("conj", "ccomp", "xcomp", "parataxis", "advcl")


def is_in_verb_group(tree: Tree, token: int) -> bool:
    """Whether a token is an auxiliary, negation or particle of a verb."""
    return tree.dep[token] in ("aux", "auxpass", "neg", "prt")


def is_side_or_adverbial(tree: Tree, token: int) -> bool:
    """Whether a token heads an adnominal or an adverbial clause."""
    return tree.dep[token] in ("relcl", "acl", "advcl")


def is_attached_clause(tree: Tree, token: int) -> bool:
    """Whether a token heads a clause in one of the relations that the parser gives to a parenthetic "he said"."""
    return tree.dep[token] in ("parataxis", "ccomp", "advcl")


def is_predicate(tree: Tree, token: int) -> bool:
    """Whether a token is a noun or adjective predicated of a subject."""
    return tree.dep[token] in ("acomp", "attr")


def is_auxiliary_or_negation(tree: Tree, token: int) -> bool:
    """Whether a token is an auxiliary or a negation."""
    return tree.dep[token] in ("aux", "auxpass", "neg")


def is_participle_clause(tree: Tree, token: int) -> bool:
    """Whether a token heads a clause on a noun or an adverbial clause, as participles do."""
    return tree.dep[token] in ("acl", "advcl")


def is_link(tree: Tree, token: int) -> bool:
    """Whether a token only links words: a coordinating conjunction or a punctuation mark."""
    return tree.dep[token] in ("cc", "punct")


def prominence(tree: Tree, token: int) -> int:
    """The prominence of a noun phrase by its relation, highest for subjects, as ranked in centering theory."""
    return _PROMINENCE.get(tree.dep[token], 0)


def is_object(tree: Tree, token: int) -> bool:
    """Whether a token heads an object, direct or indirect."""
    return tree.dep[token] in ("dobj", "dative")


def is_said(tree: Tree, token: int) -> bool:
    """Whether a token has one of the relations to a verb that the parser gives to quoted words."""
    return tree.dep[token] in ("ccomp", "dobj", "parataxis", "dep", "advcl")


def fills_argument(tree: Tree, token: int) -> bool:
    """Whether a word is in a position for an actor: a subject, an object, an object of a preposition, or a conjunct."""
    return tree.dep[token] in ("nsubj", "nsubjpass", "dobj", "pobj", "dative", "conj")


def token_is_complement(token: Token) -> bool:
    """Whether a token of spaCy heads a complement."""
    return token.dep_ in ("xcomp", "ccomp")


def token_completes_verb(token: Token) -> bool:
    """Whether a token of spaCy is an object, a complement or a predicate of its verb."""
    return token.dep_ in ("dobj", "xcomp", "ccomp", "acomp", "attr", "oprd", "dative")


def token_describes_noun(token: Token) -> bool:
    """Whether a verb is that of a relative clause or a participle behind a noun."""
    return token.dep_ in ("relcl", "acl")


def token_is_adverbial(token: Token) -> bool:
    """Whether a verb is that of an adverbial clause."""
    return token.dep_ == "advcl"


def token_is_mark(token: Token) -> bool:
    """Whether a word opens a clause: "if", "after"; the parser takes "when" for an adverb."""
    return token.dep_ in ("mark", "advmod", "prep")


def token_is_auxiliary(token: Token) -> bool:
    """Whether a token of spaCy is an auxiliary."""
    return token.dep_ in ("aux", "auxpass")


def shares_setting(tree: Tree, token: int) -> bool:
    """Whether a word names part of the event of the word it depends on, and so shares its time and place."""
    return tree.dep[token] in (
        "xcomp", "advcl", "pcomp", "acl", "conj", "dobj", "nsubj", "nsubjpass", "pobj", "prep", "relcl", "oprd",
    )  # fmt: skip


def verb_above(tree: Tree, token: int) -> int | None:
    """The nearest verb that governs `token`."""
    while tree.pos[token] not in VERBAL:
        if tree.head[token] == token:
            return None
        token = tree.head[token]
    return token


def acts_before(tree: Tree, noun: int, pronoun: int) -> bool:
    """Whether `noun` is the subject of a "for … to" infinitive right before the relative pronoun `pronoun`.

    In "hard for towns to see, which explains the fines", "which" refers to the whole clause, but the parser attaches it
    to the noun. It often takes "to see" for a preposition with its noun, so only the words are tested.
    """
    above = tree.head[noun]
    return tree.lower[above] == "for" and any(tree.lower[kid] == "to" for kid in range(noun + 1, pronoun))
