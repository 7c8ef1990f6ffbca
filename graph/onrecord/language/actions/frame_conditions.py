"""Which frame of a verb holds: conditions on its objects, subjects, complements and prepositions.

A verb of several senses means different deeds with different words beside it: who attacks a town uses force, who
attacks a record criticises. The words are data, in ``deeds.toml``.
"""

from __future__ import annotations

from onrecord.language.lexicon import VerbFrame
from onrecord.language.syntax.clauses import clause
from onrecord.language.syntax.dependents import adverbial_words, linkers, result_of, undergoers_beside
from onrecord.language.syntax.modifiers import (
    compounds,
    coordinated,
    gerund_below,
    numerals,
    premodifiers,
    prepositions,
)
from onrecord.language.syntax.phrase_relations import is_at_noun, is_bare_adnominal, is_compound, is_participle_of
from onrecord.language.syntax.phrases import objects_of, objects_under
from onrecord.language.syntax.tree import Tree
from onrecord.word_sets import word_set

AMOUNTS = frozenset({"PERCENT", "MONEY", "QUANTITY"})
"""Types of entities that are amounts."""


def holds(tree: Tree, token: int, frame: VerbFrame) -> bool:
    """Whether the conditions of `frame` hold for the verb at `token`."""
    if frame.no_clause and (clause(tree, token).complements or clause(tree, token).predicates):
        return False
    if (frame.no_object and clause(tree, token).own_objects) or (frame.by_doer and not clause(tree, token).doers):
        return False
    if frame.no_direction and any(tree.lower[word] in word_set("sends_off") for word in adverbial_words(tree, token)):
        return False
    return not frame.conditional or _is_met(tree, token, frame)


def _is_met(tree: Tree, token: int, frame: VerbFrame) -> bool:
    if frame.subjects and any(tree.lemma[head].casefold() in frame.subjects for head in clause(tree, token).doers):
        return True
    if frame.objects or frame.objects_ent:
        return _has_object(tree, token, frame)
    if frame.linked:
        links = [kid for kid in adverbial_words(tree, token) if kid > token]
        heads = [head for kid in links for head in objects_of(tree, kid)]
        return any(tree.lemma[word] in frame.linked for head in heads for word in (head, *premodifiers(tree, head)))
    if frame.needs and _has(tree, token, frame.needs):
        return True
    if frame.needs_prep:
        below = [kid for kid in prepositions(tree, token) if tree.lower[kid] in frame.needs_prep]
        return bool(below) and (
            not frame.named or any(tree.ent[head] for kid in below for head in objects_of(tree, kid))
        )
    return bool(frame.negated and clause(tree, token).negations)


def _has_object(tree: Tree, token: int, frame: VerbFrame) -> bool:
    words = object_words(tree, token)
    heads = [word for word in words if not is_compound(tree, word)]
    return any(tree.lemma[word] in frame.objects for word in words) or any(
        tree.ent[word] in frame.objects_ent for word in heads
    )


def _has(tree: Tree, token: int, needs: str) -> bool:
    """Whether the verb has the complement that a frame needs."""
    match needs:
        case "number":
            found = any(numerals(tree, head) for head in undergoers_beside(tree, token))
        case "object":
            found = (
                bool(undergoers_beside(tree, token)) or clause(tree, token).passive
            )  # "Started in 1990, the fair ..."
        case "complement":
            below = (
                undergoers_beside(tree, token)
                or clause(tree, token).complements
                or gerund_below(tree, token) is not None
            )
            found = bool(below) or is_at_noun(tree, token)
        case "result":
            found = result_of(tree, token) is not None or is_bare_adnominal(tree, token)
        case "measure":
            found = _measured(tree, token)
        case "others":
            found = bool(others_called_on(tree, token))
        case "bare":
            found = any(tree.tag[kid] == "VB" and not linkers(tree, kid) for kid in clause(tree, token).complements)
        case _:
            marks = [word for kid in clause(tree, token).complements for word in linkers(tree, kid)]
            found = any(tree.lower[word] in word_set("infinitive_mark") for word in marks)
    return found


def others_called_on(tree: Tree, token: int) -> tuple[int, ...]:
    """Subjects of the infinitives that complete a verb: "wants the town to close it"."""
    below = (clause(tree, kid) for kid in clause(tree, token).complements)
    return next((item.own_subjects for item in below if item.infinitive and item.own_subjects), ())


def _measured(tree: Tree, token: int) -> bool:
    """Whether a verb has an amount of change, or a price, number or rate as its subject."""
    if any(tree.lemma[head] in word_set("measured") for head in clause(tree, token).subjects):
        return True
    below = [word for kid in tree.children[token] if kid > token for word in (kid, *tree.children[kid])]
    return any(tree.ent[word] in AMOUNTS for word in below)


def object_words(tree: Tree, token: int) -> list[int]:
    """Heads of the verb's object, with the nouns before them, their conjuncts and the objects of their "of"."""
    heads = undergoers_beside(tree, token)
    if is_participle_of(tree, token):
        heads = [*heads, tree.head[token]]
    return [
        word
        for head in heads
        for word in (head, *compounds(tree, head), *coordinated(tree, head), *objects_under(tree, head, "of"))
    ]
