"""Classifies the head of a source: actor, document or thing."""

from __future__ import annotations

from functools import cache

from onrecord.actor_kinds import LIFELESS
from onrecord.language.lexicon import word_set as listed
from onrecord.language.lexicon.actor_words import noun_senses, words
from onrecord.language.syntax.tags import ACTORS
from onrecord.language.syntax.tree import Tree
from onrecord.word_sets import in_order

__all__ = ["kind_of", "listed", "people"]


@cache
def people() -> frozenset[str]:
    """Nouns for persons and groups, from the lexicons of actors."""
    senses = noun_senses()
    nouns = (noun for noun, kind in words().noun_type.items() if kind not in LIFELESS)
    return frozenset((*senses["person"], *senses["group"], *nouns))


@cache
def _lifeless() -> frozenset[str]:
    """Nouns for things and places that have the ending of nouns for people ("computer")."""
    senses = noun_senses()
    return frozenset((*senses["artifact"], *senses["location"])) | listed("documents") | listed("media")


def is_lifeless(lemma: str) -> bool:
    """Whether a noun names a thing or a place and not a person or body."""
    return lemma in _lifeless() and lemma not in people()


_AGENTIVE = in_order("agentive_ending")


def kind_of(tree: Tree, head: int) -> str:
    """The class of a source's head: actor, document or thing."""
    if tree.pos[head] != "NOUN" or tree.ent[head] in ACTORS:
        return "actor"
    lemma = tree.lemma[head]
    if lemma in listed("documents"):
        return "document"
    known = lemma in people() or lemma in listed("voices") or tree.text[head][:1].isupper()
    return "actor" if known or (lemma.endswith(_AGENTIVE) and lemma not in _lifeless()) else "thing"
