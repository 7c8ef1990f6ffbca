"""The words of a description apart from its head, which tell "the drivers' union" from "the harbour union"."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.language import kinds
from onrecord.language.coreference.names import name_words
from onrecord.language.coreference.pronouns import pronoun
from onrecord.language.syntax import modifiers
from onrecord.language.syntax.tags import NOUNS
from onrecord.language.syntax.tree import Tree
from onrecord.word_sets import word_set

NameAt = Mapping[int, tuple[int, int, str]]
"""Maps each token of a name to the name's first token, the token after its last, and its label."""
_OWNING = word_set("owner_preposition")
"""Prepositions that say to whom or what somebody belongs; "the company in Leeds" is any company there."""
ONE = word_set("one_of_several")
"""Words that pick one out of several: "one of her aides" is one person."""


def around(tree: Tree, start: int, end: int, noun: int) -> list[int]:
    """Content words of a description apart from its head, up to a comma; they set it apart from others like it."""
    stop = next((token for token in range(noun, end) if tree.text[token] == ","), end)
    content = ("ADJ", "NOUN", "PROPN", "VERB", "NUM")
    loose = {
        inner
        for prep in modifiers.prepositions(tree, noun)
        if tree.lower[prep] not in _OWNING
        for inner in range(prep, tree.right_edge[prep] + 1)
    }
    return [
        token
        for token in range(start, stop)
        if token != noun
        and token not in loose
        and tree.lower[token] not in ONE
        and (tree.pos[token] in content or tree.tag[token] == "PRP$")
    ]


def nouns(tree: Tree, name_at: NameAt, start: int, content: list[int]) -> frozenset[str]:
    """Those words that are nouns in their own right: not "state" in "state-owned", not "U.S." in "the U.S. company"."""
    if any(tree.tag[token] in ("JJS", "RBS") for token in range(start, content[-1] if content else start)):
        return frozenset()  # "the most valuable technology company" may be any company
    return frozenset(
        tree.lemma[token]
        for token in content
        if tree.pos[token] in NOUNS
        and tree.text[token + 1 : token + 2] != ["-"]
        and not (token in name_at and kinds.state_of(name_words(tree.text[slice(*name_at[token][:2])])))
    )


def said(tree: Tree, token: int) -> str:
    """The lemma of a token; for a possessive pronoun its gender, as "his campaign" is not "her campaign"."""
    if tree.tag[token] == "PRP$":
        return f"of {pronoun(tree.lower[token]).gender or tree.lower[token]}"
    return tree.lemma[token]


def of_doing(tree: Tree, noun: int) -> frozenset[str]:
    """A mark for a noun followed by an activity: "the business of building ships" is no company."""
    after = noun + 1
    doing = tree.lower[after : after + 1] == ["of"] and tree.tag[after + 1 : after + 2] == ["VBG"]
    return frozenset({"of doing"} if doing else ())
