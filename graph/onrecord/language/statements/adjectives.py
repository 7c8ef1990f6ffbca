"""Attributions that depend on an adjective: "is confident that X", "was critical of X", "is willing to X"."""

from __future__ import annotations

from onrecord.language.statements import lexicon
from onrecord.language.statements.candidates import Candidate, Ranges, trimmed
from onrecord.language.statements.sources import source_of, span_of
from onrecord.language.syntax.clauses import clause
from onrecord.language.syntax.dependents import complement_clauses
from onrecord.language.syntax.phrase_relations import is_preposition
from onrecord.language.syntax.relations import is_complement, is_open_complement, is_predicate
from onrecord.language.syntax.tree import Tree

_CAUSED = "a_by"
"""Frame of the cause of the subject's feeling: "was alarmed by the noise"."""


def find(tree: Tree, word: int) -> Candidate | None:
    """The attribution that a predicative adjective makes with a clause or phrase after it."""
    entry = lexicon.adjectives().get(tree.lower[word])
    if entry is None:
        return None
    verb = tree.head[word] if is_predicate(tree, word) else word
    beside = complement_clauses(tree, verb) if verb != word and tree.lemma[verb] == "be" else []
    for child in [*tree.children[word], *beside]:
        frame = _frame(tree, child) if child > word else None
        if frame is None or frame not in entry.frames:
            continue
        start = child + 1 if is_preposition(tree, child) else tree.left_edge[child]
        span = trimmed(tree, start, tree.right_edge[child] + 1)
        source, head = source_of(tree, verb) if frame != _CAUSED else ((), None)
        befallen = clause(tree, verb).own_subjects if not source else ()
        if befallen:  # "is expected", "was concerned": the source is whoever feels so
            source, head = span_of(tree, befallen[0], verb), befallen[0]
        if span is None or not source:
            return None
        cue: Ranges = ((word, word + 1),)
        if is_preposition(tree, child):
            cue = ((word, child + 1),) if child == word + 1 else (*cue, (child, child + 1))
        return Candidate(word, cue, source, (span,), entry.id, frame, entry.kind, entry.stance, head)
    return None


def _frame(tree: Tree, child: int) -> str | None:
    if is_preposition(tree, child):
        return f"a_{tree.lower[child]}"
    if not is_complement(tree, child):
        return None
    return "a_inf" if tree.tag[child] == "VB" and is_open_complement(tree, child) else "a_that"
