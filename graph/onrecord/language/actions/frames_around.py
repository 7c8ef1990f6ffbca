"""Words around a deed that make it somebody's invention, denial, charge or view, and so no fact."""

from __future__ import annotations

from onrecord.language.actions.governors import entry_of
from onrecord.language.actions.negation import signs
from onrecord.language.syntax import phrase_relations, relations
from onrecord.language.syntax.clauses import clause
from onrecord.language.syntax.control import ADJUNCTS
from onrecord.language.syntax.tags import VERBAL
from onrecord.language.syntax.tree import Tree
from onrecord.word_sets import word_set

_DEPTH = 8
"""Most words above a deed that are followed: sentences nest no deeper, and a broken parse must not loop."""


def is_framed(tree: Tree, verb: int) -> bool:
    """Whether a deed is told in fiction, denied or charged by words above it, or only what a speaker thinks."""
    return _is_own_view(tree, verb) or any(
        _narrated(tree, above) or (phrasal and (_denied(tree, verb, above) or _charged(tree, verb, above)))
        for above, phrasal in _above(tree, verb)
    )


def _above(tree: Tree, verb: int) -> list[tuple[int, bool]]:
    """The verbs above a verb, each with whether only phrases, and no clauses with a subject, are between."""
    found: list[tuple[int, bool]] = []
    token, phrasal = verb, True
    for _ in range(_DEPTH):
        head = tree.head[token]
        if head == token:
            break
        if tree.pos[head] in VERBAL and not phrase_relations.is_conjunct(tree, token):
            found.append((head, phrasal))
            phrasal = phrasal and not relations.has_own_subject(tree, head)
        token = head
    return found


def _narrated(tree: Tree, above: int) -> bool:
    """Whether a work of fiction tells it: "the novel follows a clerk who robs a bank"."""
    told_by = (tree.lemma[head] in signs("fiction") for head in clause(tree, above).own_subjects)
    return tree.lemma[above] in word_set("narrates") and any(told_by)


def _denied(tree: Tree, verb: int, above: int) -> bool:
    """Whether a participle is on something that is denied: "denied any weapons supplied to him"."""
    participle = phrase_relations.is_bare_adnominal(tree, verb)
    return participle and tree.tag[verb] != "VB" and tree.lemma[above] in word_set("denies")


def _charged(tree: Tree, verb: int, above: int) -> bool:
    """Whether a gerund is what somebody is charged with, even behind the name of the crime: "murder for shooting"."""
    operator = entry_of(tree, above)
    what = relations.is_gerund_of_preposition(tree, verb) and tree.lower[tree.head[verb]] not in ADJUNCTS
    return what and operator is not None and operator.id == "charged"


def _is_own_view(tree: Tree, verb: int) -> bool:
    """Whether a speaker gives it as a view: "I think they sold it", "they sold it, I guess"."""
    beside = [tree.head[verb]] if relations.is_complement_clause(tree, verb) else []
    beside += [kid for kid in tree.children[verb] if relations.is_parenthesis(tree, kid)]
    return any(
        tree.lemma[word] in word_set("own_view")
        and any(tree.lower[head] in word_set("first_person") for head in clause(tree, word).own_subjects)
        for word in beside
    )
