"""What a noun or a judgement says of the clause below it: "the rumour that", "it is not true that"."""

from __future__ import annotations

from onrecord.language.actions import veridicality
from onrecord.language.actions.negation import is_denied, signs
from onrecord.language.lexicon import reporting_verbs
from onrecord.language.syntax import dependents, modifiers, relations
from onrecord.language.syntax.clauses import clause
from onrecord.language.syntax.tree import Tree
from onrecord.word_sets import word_set


def of_content(tree: Tree, token: int, above: int) -> tuple[str | None, bool]:
    """The effect of a noun ("the rumour that") or a judgement ("it is false that") on the clause that depends on it.

    A modality, if it gives one, and whether it denies the clause.
    """
    if tree.pos[above] == "NOUN":
        return _of_noun(tree, token, above)
    if _told_as_untrue(tree, above):
        return "possible", False
    mark = clause(tree, token).mark
    if mark is not None and tree.lower[mark] in word_set("asks_whether"):
        return "possible", False
    over = clause(tree, above).governor
    if over is not None and relations.is_infinitive(tree, above) and tree.lemma[above] in reporting_verbs():
        above = over  # "it would be wrong to say that"
    judged = {tree.lemma[item] for item in clause(tree, above).predicates} | {tree.lemma[above]}
    if judged & signs("false").keys():
        return None, not is_denied(tree, above)
    if judged & word_set("true"):
        return None, is_denied(tree, above)
    return ("possible" if judged & signs("doubt").keys() else None), False


def _of_noun(tree: Tree, token: int, noun: int) -> tuple[str | None, bool]:
    verb = tree.head[noun]
    predicates = clause(tree, verb).predicates if relations.is_subject(tree, noun) else ()
    said = [*predicates, *modifiers.premodifiers(tree, noun)]  # "false reports that"
    if any(tree.lemma[item] in signs("false") for item in said) or veridicality.is_disproved(tree, noun):
        return None, True
    there = any(relations.is_expletive(tree, kid) for kid in tree.children[verb])  # "there never was a case when"
    stands = not there and tree.lemma[noun] in word_set("true") and tree.lemma[verb] in word_set("copula")
    if stands or any(tree.lemma[item] in word_set("true") for item in said):
        return None, is_denied(tree, verb)
    last = tree.right_edge[token]
    if relations.is_direct_object(tree, noun) and tree.lower[last] in signs("false"):
        return None, True  # "called the report that it sold the mine untrue": the parser keeps that in the clause
    effect = signs("noun").get(tree.lemma[noun])
    return effect, bool(effect and tree.tag[token] != "VBD" and dependents.negations(tree, noun))  # "no chance of"


def _told_as_untrue(tree: Tree, verb: int) -> bool:
    """Whether a verb introduces fiction ("the film tells how he sold it") or a false claim."""
    fiction = any(tree.lemma[head] in signs("fiction") for head in clause(tree, verb).own_subjects)
    return fiction or any(tree.lower[kid] in word_set("says_falsely") for kid in dependents.adverbs(tree, verb))
