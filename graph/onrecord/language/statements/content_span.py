"""The extent of a reported clause: where the reporter's own words begin again."""

from __future__ import annotations

from onrecord.language.statements import lexicon
from onrecord.language.statements.candidates import Range
from onrecord.language.syntax.attachment import that_clauses_joined
from onrecord.language.syntax.clauses import clause
from onrecord.language.syntax.dependents import clause_mark, further_clauses
from onrecord.language.syntax.phrase_relations import is_conjunct, is_relative_clause
from onrecord.language.syntax.relations import is_link
from onrecord.language.syntax.reporters import is_second, is_set_beside
from onrecord.language.syntax.tree import Tree
from onrecord.punctuation import CLAUSE_BREAKS
from onrecord.word_sets import word_set

_CONTRAST = word_set("contrast")
_LINK = 2
"""Words that may stand between two clauses of one content: a comma, "and"."""
_OPENING = 3
"""Fewest words before a ", who ..." that explains who somebody is: a subject, a verb, a name."""


def extent(tree: Tree, verb: int, child: int) -> Range:
    """Tokens of the clause `child` that `verb` reports.

    Cut off are a second verb of the reporter ("said he agrees | and left"), a participle that reports again ("said it
    was late, | adding ...") and an explanation of who somebody is ("said he met Smith, | who lives in Rome").
    """
    start, end = max(tree.left_edge[child], verb + 1), tree.right_edge[child] + 1
    cuts = [cut for item in _spine(tree, child) if (cut := _cut(tree, verb, child, item)) is not None]
    gloss = _gloss(tree, start, end)
    near = min([end, *cuts, *gloss])
    return start, near if near < end else _second(tree, verb, child, _on_condition(tree, verb, end))


def _on_condition(tree: Tree, verb: int, end: int) -> int:
    """End of a following clause that gives the condition or reason: "said he would go if it rained"."""
    for item in further_clauses(tree, verb):
        if tree.left_edge[item] == end < len(tree) and tree.lower[end] in word_set("condition"):
            return tree.right_edge[item] + 1
    return end


def _second(tree: Tree, verb: int, child: int, end: int) -> int:
    """End of a second "that" clause: "says that it is late and that it rains"."""
    for item in that_clauses_joined(tree, verb):
        between = range(end, tree.left_edge[item])
        if item > child and len(between) <= _LINK:
            end = max(end, tree.right_edge[item] + 1)
    return end


def _spine(tree: Tree, child: int) -> list[int]:
    """The clause's head with the clauses coordinated with it or attached to these."""
    found = [child]
    for item in found:
        found.extend(further_clauses(tree, item))
    return [item for item in found[1:] if item > child]


def _cut(tree: Tree, verb: int, child: int, item: int) -> int | None:
    left = tree.left_edge[item]
    if is_conjunct(tree, item):
        return _before_link(tree, left) if is_second(tree, item, verb, child) else None
    mark = clause_mark(tree, item)
    if mark is not None and tree.lower[mark] in _CONTRAST:
        other = lexicon.verb(tree.lemma[item], tree.lower[item]) is not None and bool(clause(tree, item).nominative)
        return left - 1 if other and tree.text[left - 1] in CLAUSE_BREAKS else None
    reports = is_set_beside(tree, item) and lexicon.verb(tree.lemma[item], tree.lower[item]) is not None
    return left - 1 if reports else None


def _before_link(tree: Tree, left: int) -> int:
    while left > 0 and (is_link(tree, left - 1) or tree.lower[left - 1] == "then"):
        left -= 1
    return left


def _gloss(tree: Tree, start: int, end: int) -> list[int]:
    """Start of a final ", who ..." clause."""
    for token in range(end - 2, start + _OPENING, -1):
        if tree.lower[token] == "who" and tree.text[token - 1] == ",":
            clause = tree.head[token]
            return [token - 1] if is_relative_clause(tree, clause) and tree.right_edge[clause] + 1 >= end else []
    return []
