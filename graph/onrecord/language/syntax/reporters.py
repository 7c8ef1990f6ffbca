"""Verbs that report again: "said the bank had lied and asked why", "indicated he would try, vowing to …".

The parser may hang the second verb of saying on a verb of what the first one says. It belongs beside the first one, and
whoever says the one says the other.
"""

from __future__ import annotations

from onrecord.language.syntax import lexical
from onrecord.language.syntax.relations import VERBAL
from onrecord.language.syntax.tree import Tree

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_PAUSES = frozenset({",", "--", "–", "—"})
_MARKS = frozenset({'"', "“", "”", "''", "``"})
_OWN = ("nsubj", "nsubjpass", "aux", "auxpass", "mark")
_DEPTH = 6
"""How many clauses are followed upward."""


def set_off(tree: Tree, verb: int) -> bool:
    """Whether a verb of saying stands behind a pause, with all that hangs on it."""
    start = tree.left_edge[verb]
    return start > 0 and tree.text[start - 1] in _PAUSES and tree.lemma[verb] in lexical.reporting()


def reporter_above(tree: Tree, verb: int) -> int | None:
    """The verb of saying that `verb` reports on beside, if it hangs on what that one says.

    A participle behind a comma is one ("…, noting that"), and a finite verb in the tense of the verb of saying, if what
    is said has another ("says the bank lied and adds that").
    """
    if tree.lemma[verb] not in lexical.reporting() or tree.kids(verb, *_OWN):
        return None
    said = _content_above(tree, verb)
    above = tree.head[said] if said is not None else verb
    if said is None or above == verb or tree.lemma[above] not in lexical.reporting() or not above < said < verb:
        return None
    if tree.tag[verb] == "VBG":
        again = tree.dep[verb] == "advcl" and set_off(tree, verb)
    else:
        again = (
            tree.dep[verb] == "conj"
            and tree.tag[verb] in _FINITE
            and tree.tag[above] == tree.tag[verb] != tree.tag[said]
        )
    quoted = sum(tree.text[token] in _MARKS for token in range(above, verb)) % 2
    return above if again and not quoted else None


def _content_above(tree: Tree, verb: int) -> int | None:
    """The head of the clause of speech that `verb` hangs in by coordination, adverbial clauses and infinitives."""
    found = verb
    for _ in range(_DEPTH):
        if tree.dep[found] not in {"conj", "advcl", "xcomp"} or tree.pos[tree.head[found]] not in VERBAL:
            return None
        found = tree.head[found]
        if tree.dep[found] == "ccomp":
            return found
    return None
