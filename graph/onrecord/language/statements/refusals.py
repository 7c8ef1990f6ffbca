"""Refusals to comment that no cue with words of its own tells: "would not comment", "could not be reached".

What is refused stands as content, the auxiliary and the negation before it as cue, so that a label has them in order.
"""

from __future__ import annotations

from onrecord.language.statements.candidates import Candidate, Range, ranges, trimmed
from onrecord.language.statements.sources import phrase, source_of
from onrecord.language.statements.verbs import cue_of
from onrecord.language.syntax.clauses import Clause, clause
from onrecord.language.syntax.modifiers import determiner
from onrecord.language.syntax.tags import VERBAL
from onrecord.language.syntax.tree import Tree
from onrecord.word_sets import word_set

_LIKE, _FRAME = "decline", "inf"
"""They are as sure as "declined to comment", whose rate was counted."""


def find(tree: Tree, verb: int) -> Candidate | None:
    """The refusal that `verb` tells; None if it tells none."""
    lemma = tree.lemma[verb]
    if lemma not in word_set("verb_of_silence") or tree.pos[verb] not in VERBAL:
        return None
    found = clause(tree, verb)
    if not _is_silence(tree, lemma, found):
        return None
    source, head = source_of(tree, verb)
    if found.passive:
        head = next(iter(found.own_subjects), None)
        about = phrase(tree, head, high=verb) if head is not None else None
        source = (about,) if about else ()
    group = sorted(token for low, high in cue_of(tree, verb) for token in range(low, high) if token < verb)
    opening = [token for token in group if tree.lemma[token] != "be"] if found.passive else group
    content = _content(tree, found, (max(opening) + 1) if opening else verb)
    if not source or content is None or head is None:
        return None
    cue = ranges(opening) if opening else ((verb, verb + 1),)
    if not opening:
        content = trimmed(tree, verb + 1, content[1])
    if content is None:
        return None
    return Candidate(verb, cue, source, (content,), _LIKE, _FRAME, "refusal_to_comment", "neutral", head)


def _is_silence(tree: Tree, lemma: str, found: Clause) -> bool:
    negated, things = bool(found.negations), [tree.lemma[item] for item in found.own_objects]
    if found.passive:  # "could not be reached", "would not be drawn"
        return negated and bool(found.modals) and lemma in word_set("passive_of_silence")
    if lemma in word_set("comments_alone"):
        return negated and not things and not found.complements
    if lemma in word_set("calls_back"):
        return negated and not word_set("call_of_reporter").isdisjoint(things)
    none = [item for item in found.own_objects if tree.lemma[item] in word_set("comments_alone")]
    return any((at := determiner(tree, item)) is not None and tree.lower[at] == "no" for item in none)


def _content(tree: Tree, found: Clause, start: int) -> Range | None:
    """The verb with its objects and what stands behind them in its clause, without a further clause."""
    kids = [*found.own_objects, *(item.preposition for item in found.obliques), *found.complements]
    end = max((tree.right_edge[item] + 1 for item in kids if item > found.verb), default=found.verb + 1)
    return trimmed(tree, start, end)
