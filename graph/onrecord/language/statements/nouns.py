"""Attributions that depend on a noun: "the claim that X", "her plan to X", "criticism of X by Y"."""

from __future__ import annotations

from onrecord.language.statements import lexicon
from onrecord.language.statements.candidates import Candidate, Range, Ranges, trimmed
from onrecord.language.statements.sources import phrase, source_of
from onrecord.language.statements.words import listed
from onrecord.language.syntax.clauses import clause
from onrecord.language.syntax.dependents import clause_mark, modals
from onrecord.language.syntax.modifiers import all_prepositions, object_below, possessor, prepositions_behind_object
from onrecord.language.syntax.phrase_relations import is_adnominal_clause, is_plain_preposition
from onrecord.language.syntax.relations import is_complement_clause, is_direct_object
from onrecord.language.syntax.tags import NOUNS
from onrecord.language.syntax.tree import Tree
from onrecord.word_sets import word_set

_FROM = word_set("source_of_noun")


def find(tree: Tree, noun: int) -> Candidate | None:
    """The attribution that `noun` makes with a clause or phrase after it."""
    entry = lexicon.nouns().get(tree.lemma[noun])
    if entry is None or tree.pos[noun] != "NOUN":
        return None
    found = _complement(tree, noun, entry.frames)
    if found is None or _is_taken(tree, noun):
        return None
    frame, content, particle = found
    cue: Ranges = ((noun, noun + 1),)
    if particle is not None:
        cue = ((noun, particle + 1),) if particle == noun + 1 else (*cue, (particle, particle + 1))
    source, head = _source(tree, noun, content)
    return Candidate(noun, cue, source, (content,), entry.id, frame, entry.kind, entry.stance, head)


def _complement(tree: Tree, noun: int, frames: frozenset[str]) -> tuple[str, Range, int | None] | None:
    for child in (*tree.children[noun], *_beside(tree, noun)):
        if child < noun:
            continue
        span = trimmed(tree, tree.left_edge[child], tree.right_edge[child] + 1)
        if span is None:
            continue
        if is_adnominal_clause(tree, child) or is_complement_clause(tree, child):
            frame = _clause_frame(tree, child)
            if frame and f"n_{frame}" in frames:
                return f"n_{frame}", span, None
        if is_plain_preposition(tree, child) and f"n_{tree.lower[child]}" in frames:
            inner = trimmed(tree, child + 1, tree.right_edge[child] + 1)
            if inner is not None:
                return f"n_{tree.lower[child]}", inner, child
    return None


def _beside(tree: Tree, noun: int) -> list[int]:
    """Prepositions that belong to a noun but are attached to its verb: "voiced anger over the cut"."""
    return prepositions_behind_object(tree, noun) if tree.lemma[tree.head[noun]] in listed("voicing") else []


def _clause_frame(tree: Tree, child: int) -> str | None:
    first = tree.left_edge[child]
    if tree.tag[child] == "VB" and any(tree.lower[item] == "to" for item in modals(tree, child)):
        return "inf"
    mark = clause_mark(tree, child)
    if mark is not None and tree.lower[mark] == "that":
        return "that"
    if tree.lower[first] == "that" and tree.tag[first] == "IN":
        return "that"
    if tree.lower[first] in word_set("opens_question_of_noun"):
        return "wh"
    return None


def _is_taken(tree: Tree, noun: int) -> bool:
    """Whether a noun is what the subject gets to hear, nobody says from whom: "took no questions about her brother"."""
    above = tree.head[noun]
    heard = tree.lemma[above] in word_set("hears_words") and tree.lemma[noun] in word_set("words_heard")
    return is_direct_object(tree, noun) and heard and possessor(tree, noun) is None


def _is_own(tree: Tree, verb: int) -> bool:
    """Whether a noun's content is expressed by the noun's named owner: not "she shared his view"."""
    doers = clause(tree, verb).doers
    own = tree.lemma[verb] not in listed("taking_up")
    return own and bool(doers) and tree.pos[doers[0]] in NOUNS


def _source(tree: Tree, noun: int, content: Range) -> tuple[Ranges, int | None]:
    """The source: the possessor, the object of "by", "from" or "of", or the subject of the verb ("expressed doubt")."""
    owner, above = possessor(tree, noun), tree.head[noun]
    voiced = is_direct_object(tree, noun) and tree.lemma[above] in listed("voicing")
    if owner is not None and voiced and tree.tag[owner] == "PRP$" and _is_own(tree, above):
        return source_of(tree, above)  # "voters voiced their concern that": the voters
    if owner is not None:
        end = owner + 1
        span = trimmed(tree, tree.left_edge[owner], end)
        return ((span,) if span else ()), owner
    for child in all_prepositions(tree, noun):
        held = object_below(tree, child)
        if tree.lower[child] in _FROM and held is not None and not content[0] <= held < content[1]:
            high = content[0] if content[0] > held else None
            span = phrase(tree, held, low=child + 1, high=high)
            return ((span,) if span else ()), held
    if voiced:
        return source_of(tree, above)
    return (), None
