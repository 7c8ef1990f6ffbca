"""Verbs that report again: "said the bank had lied and asked why", "hinted she might leave, promising to …".

The parser may hang the second verb of saying on a verb of what the first one says. It belongs beside the first one, and
whoever says the one says the other.
"""

from __future__ import annotations

from onrecord.language.syntax import lexical
from onrecord.language.syntax.tags import FINITE, VERBAL
from onrecord.language.syntax.tree import Tree
from onrecord.punctuation import DOUBLE_QUOTES, PAUSES

_OWN = ("nsubj", "nsubjpass", "aux", "auxpass", "mark")
_DEPTH = 6
"""How many clauses are followed upward."""


def set_off(tree: Tree, verb: int) -> bool:
    """Whether a verb of saying stands after a pause, with all that depends on it."""
    start = tree.left_edge[verb]
    return start > 0 and tree.text[start - 1] in PAUSES and tree.lemma[verb] in lexical.reporting()


def reporter_above(tree: Tree, verb: int) -> int | None:
    """The verb that `verb`, a verb of saying, reports on beside, if the parser attaches it to another one.

    A participle after a comma ("…, noting that") belongs to the verb of saying whose content it depends on, or whose
    adverbial clause, else to the last of several coordinated clauses. A finite verb belongs to the verb of saying if it
    has its tense and what is said has another ("says the bank lied and adds that").
    """
    if tree.lemma[verb] not in lexical.reporting() or tree.kids(verb, *_OWN):
        return None
    said = _content_above(tree, verb)
    above = tree.head[said] if said is not None else verb
    reports = said is not None and above < said < verb and tree.lemma[above] in lexical.reporting()
    if tree.tag[verb] == "VBG":
        if tree.dep[verb] != "advcl" or not set_off(tree, verb):
            return None
        if not reports:
            return _last_clause(tree, verb)
    elif not reports or said is None or not is_second(tree, verb, above, said):
        return None
    quoted = sum(tree.text[token] in DOUBLE_QUOTES for token in range(above, verb)) % 2
    return None if quoted else above


def is_second(tree: Tree, verb: int, above: int, said: int) -> bool:
    """Whether a verb that depends on `said`, what `above` says, is a second verb of the same subject as `above`.

    Corrects the parser, which joins the "left" of "said he agrees and left" to what is said: it has no subject, and the
    tense of the verb of saying, while what is said has another.
    """
    tense = tree.tag[verb] in FINITE and tree.tag[above] == tree.tag[verb] != tree.tag[said]
    return tense and tree.dep[verb] == "conj" and not tree.kids(verb, *_OWN)


def is_set_beside(tree: Tree, verb: int) -> bool:
    """Whether a participle stands after a comma, without a conjunction.

    Corrects the parser, which attaches the ", adding that" after "said it was late" to what is said: if the
    participle is one of saying, it is the reporter's.
    """
    return tree.tag[verb] == "VBG" and tree.child(verb, "mark") is None and tree.text[tree.left_edge[verb] - 1] == ","


def _last_clause(tree: Tree, verb: int) -> int | None:
    """The verb of saying above an adverbial clause that a participle depends on, or the last clause before it.

    As in "Lund said after Moss won, adding that" and "police came and Lund left, saying that".
    """
    head = tree.head[verb]
    over = tree.head[head]
    if tree.dep[head] == "advcl" and over < head and tree.lemma[over] in lexical.reporting():
        return over if tree.kids(over, "nsubj") else None
    return next((kid for kid in reversed(tree.kids(head, "conj")) if kid < verb and tree.kids(kid, "nsubj")), None)


def _content_above(tree: Tree, verb: int) -> int | None:
    """The head of the clause of speech that `verb` is in by coordination, adverbial clauses and infinitives."""
    found = verb
    for _ in range(_DEPTH):
        if tree.dep[found] not in {"conj", "advcl", "xcomp"} or tree.pos[tree.head[found]] not in VERBAL:
            return None
        found = tree.head[found]
        if tree.dep[found] == "ccomp":
            return found
    return None
