"""Contexts that leave open or take back what a clause tells, whatever its own words say, and those that stretch it out.

"This does not mean that they will not sell it" says nothing of a sale; who "initially said" something says it no more.
"""

from __future__ import annotations

from onrecord.language.actions.modality import of_clause
from onrecord.language.actions.negation import is_denied
from onrecord.language.lexicon import reporting_verbs
from onrecord.language.syntax import dependents, phrase_relations, relations
from onrecord.language.syntax.clauses import clause
from onrecord.language.syntax.control import can_act
from onrecord.language.syntax.tree import Tree
from onrecord.word_sets import word_set

_LINKS = frozenset({"complement", "open complement", "conjunct", "gerund"})
_DEPTH = 6
"""How many verbs above are asked: sentences nest no deeper, and a broken parse must not run in a circle."""


def is_left_open(tree: Tree, verb: int) -> bool:
    """Whether a clause above says that the deed does not follow, or was said or meant only at first."""
    for _ in range(_DEPTH):
        if relations.is_predicate_adjective(tree, verb):
            verb = tree.head[verb]  # "will be able to"
        found = clause(tree, verb)
        above = found.governor
        if above is None or above == verb or found.link not in _LINKS:
            return False
        below = found.link in {"complement", "open complement"}
        if below and tree.lemma[above] in word_set("implies") and is_denied(tree, above):
            return True
        if below and (_superseded(tree, verb, above) or _was_plan(tree, verb, above)):
            return True
        verb = above
    return False


def _superseded(tree: Tree, verb: int, above: int) -> bool:
    """Whether a word that reports or plans a deed stands with "initially": something else came of it."""
    adverbs = {tree.lower[kid] for kid in dependents.adverbs(tree, above)}
    aimed = tree.lemma[above] in reporting_verbs() or relations.is_infinitive(tree, verb)
    return aimed and not adverbs.isdisjoint(word_set("superseded"))


def _was_plan(tree: Tree, verb: int, above: int) -> bool:
    """Whether an infinitive says what somebody's plan was ("her aim was to sell it"): it is none any more."""
    past = tree.lemma[above] in word_set("copula") and tree.tag[above] == "VBD"
    heads = clause(tree, above).own_subjects
    named = any(tree.pos[head] == "NOUN" and not can_act(tree, head) for head in heads)
    return past and relations.is_infinitive(tree, verb) and named


def carrier_of_process(tree: Tree, verb: int) -> int | None:
    """The verb of "is in the process of selling": the deed goes on as it stands; None without such a phrase."""
    if not relations.is_gerund_of_preposition(tree, verb):
        return None
    noun = tree.head[tree.head[verb]]
    if tree.lemma[noun] not in word_set("process") or not phrase_relations.is_object_of_preposition(tree, noun):
        return None
    above = tree.head[tree.head[noun]]
    copula = tree.lemma[above] in word_set("copula") and tree.lower[tree.head[noun]] == "in"
    return above if copula else None


def is_any(tree: Tree, noun: int) -> bool:
    """Whether a noun stands for none in particular: "any move to sell it"."""
    return tree.pos[noun] == "NOUN" and any(tree.lower[kid] in word_set("nonspecific") for kid in tree.children[noun])


def is_of_any(tree: Tree, verb: int) -> bool:
    """Whether a clause describes things of which none in particular is meant: "any phone that it has produced"."""
    found = clause(tree, verb)
    return found.link == "relative" and found.antecedent is not None and is_any(tree, found.antecedent)


def of_gerund(tree: Tree, preposition: int, above: int | None) -> str | None:
    """The modality of a gerund below a preposition, if the word above it gives one."""
    if _aims(tree, preposition, above):
        return "possible"  # "voted against selling", "turned to selling"
    if above is not None and tree.pos[above] in {"ADV", "ADJ"}:
        return of_clause(tree, tree.head[above])  # "would be far from selling"
    return None


def _aims(tree: Tree, preposition: int, above: int | None) -> bool:
    """Whether a gerund below a preposition is what somebody is for or against, or can do, not what they go back to."""
    if above is not None and tree.lemma[above] in word_set("to_what_is_done"):
        return False
    skill = above is not None and tree.pos[above] == "ADJ" and tree.lower[preposition] == "at"  # "good at selling"
    case = above is not None and tree.pos[above] == "NOUN" and tree.lemma[above] in word_set("open_before_gerund")
    return skill or case or tree.lower[preposition] in word_set("aims_at_gerund")
