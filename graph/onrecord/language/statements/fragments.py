"""Quoted words in the middle of a reported clause: the whole clause is the content, not only the quoted part.

"She said the plan was 'half baked' and would be dropped" reports one clause, not two words.
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.language.statements import lexicon
from onrecord.language.statements.candidates import Candidate
from onrecord.language.statements.displaced import complements
from onrecord.language.syntax.tree import Tree

_CLAUSES = frozenset({"that", "wh", "inf", "obj_inf", "ing"})


def widened(tree: Tree, item: Candidate) -> Candidate:
    """The candidate with the whole clause that its verb reports as content, if its quotation stands within that."""
    if len(item.content) != 1 or item.anchor >= item.content[0][0]:
        return item
    low, high = item.content[0]
    entry = lexicon.verb(tree.lemma[item.anchor], tree.lower[item.anchor])
    for clause in complements(tree, item.anchor) if entry is not None else []:
        start, end = clause.content[0]
        if clause.frame in _CLAUSES and len(clause.content) == 1 and (start < low < end or _before(tree, item, start)):
            return replace(item, content=((start, max(end, high)),))
    return item


def _before(tree: Tree, item: Candidate, start: int) -> bool:
    """Whether a that-clause right behind the verb leads to the quotation: "said that he left: '...'"."""
    quote = item.content[0][0]
    return start == item.anchor + 1 < quote and tree.lower[start] == "that" and tree.sent[start] == tree.sent[quote]
