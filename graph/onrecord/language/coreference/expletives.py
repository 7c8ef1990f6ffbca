"""An "it" that refers to nobody and nothing: "it is likely that", "it was this that cost him votes", "do it"."""

from __future__ import annotations

from onrecord.language.syntax import dependents, modifiers, relations
from onrecord.language.syntax.clauses import clause
from onrecord.language.syntax.tree import Tree
from onrecord.word_sets import word_set

_DEFINITE = word_set("definite_determiner")
_DOING = word_set("doing")
_IMPERSONAL = word_set("impersonal")
_OPINIONS = word_set("opinion_noun")
_TURNING = word_set("turning_out")


def pleonastic(tree: Tree, token: int) -> bool:
    """Whether an "it" refers to nothing ("It is likely that", "it seems") or to what is done ("do it")."""
    if tree.lower[token] == "it" and relations.is_direct_object(tree, token):
        return tree.lemma[tree.head[token]] in _DOING
    if tree.lower[token] != "it" or not (relations.is_subject(tree, token) or relations.is_expletive(tree, token)):
        return False
    verb = tree.head[token]
    if tree.lemma[verb] in _IMPERSONAL or tree.pos[verb] == "ADJ":  # "they made it easier to leave"
        return True
    mark = clause(tree, verb).mark
    if tree.lemma[verb] in _TURNING and mark is not None and tree.lower[mark] == "as":
        return True  # "As it turns out, they left"
    clausal = dependents.clause_below(tree, verb) is not None
    if tree.lemma[verb] == "be":
        return _judges_clause(tree, verb, clausal=clausal) or _picks_out(tree, verb)
    return relations.is_passive_subject(tree, token) and clausal


def _judges_clause(tree: Tree, verb: int, *, clausal: bool) -> bool:
    """Whether an "it" only anticipates a clause after it: "It is wise to go", "it is a mistake to go"."""
    if clausal and dependents.predicate_adjective(tree, verb) is not None:
        return True
    nouns = [noun for noun in dependents.predicate_nouns(tree, verb) if tree.lemma[noun] in _OPINIONS]
    return any(clausal or dependents.clause_behind(tree, noun) is not None for noun in nouns)


def _picks_out(tree: Tree, verb: int) -> bool:
    """Whether an "it" only points ahead to what a clause is about: "It was these letters that cost him votes"."""
    nouns = dependents.predicate_nouns(tree, verb)
    known = [noun for noun in nouns if tree.lower[modifiers.determiner(tree, noun) or noun] in _DEFINITE]
    clauses = (modifiers.relative_clause(tree, noun) for noun in known)
    return any(verb is not None and not clause(tree, verb).infinitive for verb in clauses)
