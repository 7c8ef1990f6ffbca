"""What the noun of a description shows: the kind, the lemma, and the state or owner before it."""

from __future__ import annotations

from onrecord.language import kinds
from onrecord.language.coreference.names import name_words
from onrecord.language.lexicon.actor_words import ActorWords
from onrecord.language.syntax import modifiers
from onrecord.language.syntax.phrases import one_of_a_people
from onrecord.language.syntax.tags import PLURAL
from onrecord.language.syntax.tree import Tree
from onrecord.word_sets import word_set

_GOVERNMENT = word_set("government")
_INDEFINITE = word_set("indefinite")
_OF_SEVERAL = word_set("group_of_people")


def kind_of_description(tree: Tree, known: ActorWords, start: int, noun: int, lemma: str) -> str | None:
    """The kind of actor that the noun of a description names; None if the noun does not show one."""
    if lemma in _INDEFINITE:
        return "Person"
    if tree.ent[noun] == "NORP":  # "thousands of Norwegians", "a Norwegian"
        return "Person" if one_of_a_people(tree, noun) else "Group"
    if tree.lower[noun] != lemma and tree.lower[noun] in known.noun_type:
        return known.noun_type[tree.lower[noun]]  # "states", "forces"
    if lemma in _OF_SEVERAL and _people_of(tree, noun, known):
        return "Group"  # "a group of farmers"
    return kinds.of_head(lemma, known, tree.lower[noun - 1] if noun > start else "")


def _people_of(tree: Tree, noun: int, known: ActorWords) -> bool:
    """Whether a noun is followed by "of" and people in the plural."""
    return any(
        tree.tag[inner] in PLURAL and kinds.of_head(tree.lemma[inner], known) == "Person"
        for prep in modifiers.prepositions(tree, noun)
        if tree.lower[prep] == "of"
        for inner in modifiers.objects_below(tree, prep)
    )


def modifiers_before(tree: Tree, start: int, head: int) -> frozenset[str]:
    """Lemmas of the content words before the head of a description."""
    return frozenset(
        tree.lemma[token] for token in range(start, head) if tree.pos[token] in ("ADJ", "NOUN", "PROPN", "VERB")
    )


def noun_of(tree: Tree, known: ActorWords, start: int, head: int, lemma: str) -> str:
    """The noun under which the lexicon lists a description: its head, or the head with the noun before it."""
    compound = f"{tree.lower[head - 1]}_{lemma}" if head > start else ""
    return compound if compound in known.noun_type else lemma


def state_before(tree: Tree, name_at: dict[int, tuple[int, int, str]], start: int, head: int, lemma: str) -> str:
    """ISO code of the state that modifies a noun, before it or after it ("the government of Norway"); else "".

    Also "" for "Norwegian road authorities", which are only a branch of the state.
    """
    if lemma in _GOVERNMENT and head > start and tree.pos[head - 1] == "NOUN" and tree.head[head - 1] == head:
        return ""
    held = [
        child
        for prep in modifiers.prepositions(tree, head)
        if tree.lower[prep] == "of"
        for child in modifiers.objects_below(tree, prep)
    ]
    for token in (*range(start, head), *(held if lemma in _GOVERNMENT else ())):
        name = name_at.get(token)
        if name is not None and (code := kinds.state_of(name_words(tree.text[name[0] : name[1]]))):
            return code
    return ""


def is_owned(tree: Tree, name_at: dict[int, tuple[int, int, str]], head: int) -> bool:
    """Whether a noun has a name, other than a state's, as its possessor or right before it."""
    near = (*modifiers.possessors(tree, head), *modifiers.compounds(tree, head))
    owners = (name_at[child] for child in near if child < head and child in name_at)
    return any(not kinds.state_of(name_words(tree.text[start:end])) for start, end, _ in owners)
