"""The dependents of a word by grammatical relation, so that no other package needs a dependency label.

Every function takes a `Tree` and a token. One with a plural name returns all dependents in the relation, in text order;
one with a singular name returns the first of them, or None.
"""

from __future__ import annotations

from onrecord.language.syntax.tags import NOUNS
from onrecord.language.syntax.tree import Tree


def own_subjects(tree: Tree, token: int) -> list[int]:
    """Subjects in a verb's own clause."""
    return tree.kids(token, "nsubj", "nsubjpass")


def active_subjects(tree: Tree, token: int) -> list[int]:
    """Subjects of an active verb in its own clause."""
    return tree.kids(token, "nsubj")


def own_objects(tree: Tree, token: int) -> list[int]:
    """Direct objects attached to the verb itself."""
    return tree.kids(token, "dobj")


def indirect_objects(tree: Tree, token: int) -> list[int]:
    """Indirect objects, and the "to" that introduces one."""
    return tree.kids(token, "dative")


def object_predicates(tree: Tree, token: int) -> list[int]:
    """Predicates of an object ("named her mayor")."""
    return tree.kids(token, "oprd")


def predicates(tree: Tree, token: int) -> list[int]:
    """Nouns and adjectives predicated of a subject."""
    return tree.kids(token, "attr", "acomp")


def complement_clauses(tree: Tree, token: int) -> list[int]:
    """Complement clauses of a word that have their own subject."""
    return tree.kids(token, "ccomp")


def complements(tree: Tree, token: int) -> list[int]:
    """Complement clauses with or without their own subject."""
    return tree.kids(token, "ccomp", "xcomp")


def auxiliaries(tree: Tree, token: int) -> list[int]:
    """Auxiliaries of a verb, including the "to" of an infinitive."""
    return tree.kids(token, "aux", "auxpass")


def modals(tree: Tree, token: int) -> list[int]:
    """Auxiliaries of a verb other than those of the passive."""
    return tree.kids(token, "aux")


def particles(tree: Tree, token: int) -> list[int]:
    """Particles of a verb ("shut down")."""
    return tree.kids(token, "prt")


def adverbs(tree: Tree, token: int) -> list[int]:
    """Adverbs of a word."""
    return tree.kids(token, "advmod")


def marks(tree: Tree, token: int) -> list[int]:
    """Conjunctions that open a subordinate clause ("that", "if")."""
    return tree.kids(token, "mark")


def own_subject(tree: Tree, token: int) -> int | None:
    """The subject in a verb's own clause."""
    return tree.child(token, "nsubj", "nsubjpass")


def active_subject(tree: Tree, token: int) -> int | None:
    """The subject of an active verb in its own clause."""
    return tree.child(token, "nsubj")


def open_complement(tree: Tree, token: int) -> int | None:
    """The complement that has no subject of its own and inherits one."""
    return tree.child(token, "xcomp")


def predicate(tree: Tree, token: int) -> int | None:
    """The noun or adjective predicated of a subject."""
    return tree.child(token, "attr", "acomp")


def clause_mark(tree: Tree, token: int) -> int | None:
    """The conjunction that opens a subordinate clause ("that", "if", "whether")."""
    return tree.child(token, "mark")


def particle(tree: Tree, token: int) -> int | None:
    """The particle of a verb."""
    return tree.child(token, "prt")


def verb_group(tree: Tree, verb: int) -> list[int]:
    """A verb with its auxiliaries, negation and particles, in text order."""
    return sorted([verb, *tree.kids(verb, "aux", "auxpass", "neg", "prt")])


def negations(tree: Tree, word: int) -> list[int]:
    """Words that negate a verb or noun right beside it: "not", "n't", "never"; "no" before a noun."""
    return [
        kid
        for kid in tree.children[word]
        if tree.dep[kid] == "neg" or tree.lower[kid] == "never" or (tree.dep[kid] == "det" and tree.lower[kid] == "no")
        if not _opens_aside(tree, kid, word)
    ]


def _opens_aside(tree: Tree, negation: int, word: int) -> bool:
    """Whether "not" is that of an aside: "the crew, not the owner, opened the valve"; but "has, never once, opened it".

    The parser gives it to the noun before the commas, or to the verb behind them.
    """
    if negation == 0 or tree.text[negation - 1] != "," or tree.lower[negation] != "not":
        return False
    return tree.pos[word] in NOUNS if word < negation else "," in tree.text[negation + 2 : word]


def undergoers_beside(tree: Tree, verb: int) -> list[int]:
    """The undergoers in a verb's own clause: its objects, or the subjects of its passive."""
    return tree.kids(verb, "dobj", "nsubjpass")


def adverbial_words(tree: Tree, verb: int) -> list[int]:
    """Particles, prepositions and adverbs of a verb, any of which may form a phrasal verb with it ("shut down")."""
    return tree.kids(verb, "prt", "prep", "advmod")


def result_of(tree: Tree, verb: int) -> int | None:
    """The first of a verb's object predicate, hearer, complement clauses and passive subject."""
    return tree.child(verb, "oprd", "dative", "xcomp", "ccomp", "nsubjpass")


def linkers(tree: Tree, verb: int) -> list[int]:
    """Auxiliaries, "to" and conjunctions before a verb: an infinitive without any is bare ("made him go")."""
    return tree.kids(verb, "aux", "mark")


def predication_signs(tree: Tree, token: int) -> list[int]:
    """Subjects and copulas, which make a noun or adjective the head of a clause."""
    return tree.kids(token, "cop", "nsubj", "nsubjpass")


def own_content(tree: Tree, token: int) -> list[int]:
    """Complement clauses and direct objects: the content that a verb has of its own."""
    return tree.kids(token, "ccomp", "xcomp", "dobj")


def all_objects(tree: Tree, token: int) -> list[int]:
    """Direct and indirect objects, and the "to" that introduces an indirect one."""
    return tree.kids(token, "dobj", "dative")


def further_clauses(tree: Tree, token: int) -> list[int]:
    """Clauses coordinated with a verb, and its adverbial clauses."""
    return tree.kids(token, "conj", "advcl")


def infinitives_below(tree: Tree, token: int) -> list[int]:
    """Open complements and adverbial clauses: the parser attaches infinitives to a verb as either."""
    return tree.kids(token, "xcomp", "advcl")


def clause_adverbs(tree: Tree, token: int) -> list[int]:
    """Conjunctions and adverbs that open a clause."""
    return tree.kids(token, "mark", "advmod")


def subject_signs(tree: Tree, token: int) -> list[int]:
    """Auxiliaries and active subjects."""
    return tree.kids(token, "aux", "nsubj")


def predicate_nouns(tree: Tree, token: int) -> list[int]:
    """Nouns predicated of a subject."""
    return tree.kids(token, "attr")


def together(*groups: list[int]) -> list[int]:
    """The dependents in all of `groups`, in text order."""
    return sorted(token for group in groups for token in group)


def first(*groups: list[int]) -> int | None:
    """The first in the text of the dependents in all of `groups`; None if there is none."""
    return min((token for group in groups for token in group), default=None)


def complement(tree: Tree, verb: int) -> int | None:
    """The first complement clause of a verb, with or without its own subject."""
    return tree.child(verb, "xcomp", "ccomp")


def reported_clause(tree: Tree, verb: int) -> int | None:
    """The clause that a verb of saying reports, or that it interrupts as a parenthesis."""
    return tree.child(verb, "ccomp", "parataxis")


def clause_below(tree: Tree, verb: int) -> int | None:
    """The first clause that depends on a verb, including one that is its subject ("it is likely that …")."""
    return tree.child(verb, "ccomp", "csubj", "xcomp", "advcl")


def clause_behind(tree: Tree, noun: int) -> int | None:
    """The first clause on a noun: "time to go", "the fact that it closed"."""
    return tree.child(noun, "acl", "relcl")


def predicate_adjective(tree: Tree, verb: int) -> int | None:
    """The adjective predicated of a subject."""
    return tree.child(verb, "acomp")


def no_longer(tree: Tree, word: int) -> list[int]:
    """The tokens of a "no longer" on a word; empty if it has none."""
    for kid in adverbs(tree, word):
        denials = [item for item in tree.children[kid] if tree.lower[item] == "no"]
        if tree.lower[kid] == "longer" and denials:
            return [*denials, kid]
    return []
