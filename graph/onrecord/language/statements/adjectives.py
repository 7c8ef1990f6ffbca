"""Attributions that hang on an adjective: "is confident that X", "was critical of X", "is willing to X"."""

from __future__ import annotations

from onrecord.language.statements import lexicon
from onrecord.language.statements.candidates import Candidate, Range, trimmed
from onrecord.language.statements.sources import source_of, span_of
from onrecord.language.syntax.tree import Tree


def find(tree: Tree, word: int) -> Candidate | None:
    """The attribution that a predicative adjective makes with a clause or phrase behind it."""
    entry = lexicon.adjectives().get(tree.lower[word])
    if entry is None:
        return None
    verb = tree.head[word] if tree.dep[word] in {"acomp", "attr"} else word
    beside = tree.kids(verb, "ccomp") if verb != word and tree.lemma[verb] == "be" else []
    for child in [*tree.children[word], *beside]:
        frame = _frame(tree, child) if child > word else None
        if frame is None or frame not in entry.frames:
            continue
        start = child + 1 if tree.dep[child] == "prep" else tree.left_edge[child]
        span = trimmed(tree, start, tree.right_edge[child] + 1)
        source, head = source_of(tree, verb)
        patient = tree.child(verb, "nsubjpass") if not source else None
        if patient is not None:
            source, head = span_of(tree, patient, verb), patient
        if span is None or not source:
            return None
        cue: list[Range] = [(word, word + 1)]
        if tree.dep[child] == "prep":
            cue = [(word, child + 1)] if child == word + 1 else [*cue, (child, child + 1)]
        return Candidate(word, cue, source, [span], entry.id, frame, entry.kind, entry.stance, head)
    return None


def _frame(tree: Tree, child: int) -> str | None:
    if tree.dep[child] == "prep":
        return f"a_{tree.lower[child]}"
    if tree.dep[child] not in {"ccomp", "xcomp"}:
        return None
    return "a_inf" if tree.tag[child] == "VB" and tree.dep[child] == "xcomp" else "a_that"
