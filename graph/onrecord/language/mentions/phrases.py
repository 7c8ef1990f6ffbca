"""Noun phrases of a parsed Doc: from a head noun to the characters it speaks of.

A phrase is maximal but for relative clauses, appositions, coordinated phrases and edge punctuation, as the record asks.
"""

from __future__ import annotations

from onrecord.language.actor_words import closed
from onrecord.language.syntax.tree import Tree

_LEFT = frozenset({"det", "predet", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "advmod", "npadvmod"})
_RIGHT = frozenset({"nummod", "amod", "compound", "nmod"})
_EDGE = frozenset({"PUNCT", "CCONJ", "SPACE"})
_PREPOSITIONS = closed("phrase_preposition")
_NAME_PREPOSITIONS = closed("name_preposition")
_QUANTITIES = closed("quantity")
_TIMES = frozenset({"DATE", "TIME"})
_DEPTH = 40
_MANY = ("s", "sh", "ch", "ese")
"""Endings of nationality words that stand for a people: "the Danes", "the British", "the Chinese"."""


def phrase(tree: Tree, head: int, depth: int = 0) -> tuple[int, int]:
    """Token range [start, end) of the phrase whose head is `head`."""
    start, end = _left(tree, head), head + 1
    for child in tree.children[head]:
        if child < head or depth > _DEPTH:
            continue
        if tree.dep[child] == "prep" and _belongs(tree, head, child):
            end = max(end, _prepositional_end(tree, child, depth))
        elif tree.dep[child] in _RIGHT and child == end:
            end = child + 1
        elif tree.dep[child] != "case":
            break
    if end == head + 1 < len(tree) and tree.dep[end] == "ROOT" and tree.lower[end] in _PREPOSITIONS:
        end = _prepositional_end(tree, end, depth)  # a preposition that the parser left without a head
    while end > head + 1 and tree.pos[end - 1] in _EDGE:
        end -= 1
    return start, end


def counted(tree: Tree, head: int) -> int:
    """The noun that a word of quantity counts: "operators" of "two of the operators"; itself where there is none."""
    if tree.lower[head] not in _QUANTITIES:
        return head
    noun = next((tree.child(prep, "pobj") for prep in tree.kids(head, "prep") if tree.lower[prep] == "of"), None)
    return head if noun is None else noun


def one_of_a_people(tree: Tree, word: int) -> bool:
    """Whether a nationality, party or creed stands for one person: "a Norwegian", "the Halden Republican".

    "The Norwegians" and "the French" are many.
    """
    if tree.tag[word] in ("NNS", "NNPS") or tree.lower[word].endswith(_MANY):
        return False
    determiner = tree.child(word, "det", "poss", "nummod")
    return determiner is not None and tree.lower[determiner] in ("a", "an", "the", "one", "this", "that", "another")


def _left(tree: Tree, head: int) -> int:
    start = head
    for child in reversed(tree.children[head]):
        if child > head:
            continue
        if tree.dep[child] in _LEFT:
            start = min(start, tree.left_edge[child])
        elif tree.dep[child] not in ("punct", "case", "cc", "intj"):
            break
    while (
        start > 1
        and tree.text[start - 1] == "-"
        and tree.end[start - 1] == tree.start[start]
        and len(tree.text[start - 2]) > 1
    ):
        start -= 2  # "co-founder", where the tokenizer parts it
    while start < head and (tree.pos[start] in _EDGE or tree.lower[start] in ("both", "either", "neither")):
        start += 1
    return start


def _belongs(tree: Tree, head: int, prep: int) -> bool:
    """Whether a prepositional phrase is part of the noun phrase: not times, and after names only "of" and "for"."""
    if prep != head + 1 and tree.pos[prep - 1] == "PUNCT":
        return False
    objects = tree.kids(prep, "pobj")
    if not objects or any(tree.ent[item] in _TIMES for item in objects):
        return False
    if tree.ent[head] == "PERSON" and not any(tree.text[item][0].isupper() for item in objects):
        return False  # "accused Ada Brekke of fraud"
    allowed = _NAME_PREPOSITIONS if tree.pos[head] == "PROPN" else _PREPOSITIONS
    return tree.lower[prep] in allowed


def _prepositional_end(tree: Tree, prep: int, depth: int) -> int:
    end = prep + 1
    for item in tree.kids(prep, "pobj"):
        end = max(end, _coordinated_end(tree, item, depth + 1))
    return end


def _coordinated_end(tree: Tree, head: int, depth: int) -> int:
    end = phrase(tree, head, depth)[1]
    for item in tree.kids(head, "conj"):
        if depth < _DEPTH and tree.pos[item] in ("NOUN", "PROPN", "PRON"):
            end = max(end, _coordinated_end(tree, item, depth + 1))
    return end
