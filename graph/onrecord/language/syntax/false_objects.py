"""Subjects of reported clauses that the parser takes for objects of the verb that reports."""

from __future__ import annotations

from onrecord.language.syntax.clauses import clause
from onrecord.language.syntax.phrase_relations import is_relative_clause
from onrecord.language.syntax.relations import is_auxiliary
from onrecord.language.syntax.tree import Tree

_PAUSES = frozenset({",", ";", "--", "–", "—"})
_MARKS = frozenset("\"'“”‘’`«»„")
"""Letters of quotation marks."""


def clause_of_false_object(tree: Tree, verb: int, noun: int) -> tuple[int, int] | None:
    """The verb that an "object" of `verb` is the subject of, and the end of its clause; None if it is an object.

    Repairs "insist the law, which was new, is good", of which the parser makes an object and a clause without a
    subject: a finite verb without one follows the noun's phrase.
    """
    high = tree.sents[tree.sent[verb]][1]
    end = tree.right_edge[noun] + 1
    while end < high and (
        tree.text[end] in _PAUSES or tree.pos[end] in {"ADV", "PART"} or _MARKS.issuperset(tree.text[end])
    ):
        end += 1
    if end >= high or tree.tag[end] not in {"VBZ", "VBD", "VBP", "MD"}:
        return None
    main = end if tree.pos[end] == "VERB" or tree.tag[end] != "MD" else tree.head[end]
    main = tree.head[end] if is_auxiliary(tree, end) else main
    if main <= verb or clause(tree, main).own_subjects or is_relative_clause(tree, main):
        return None
    return main, max(tree.right_edge[main], end) + 1
