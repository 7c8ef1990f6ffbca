"""Noun phrases around a head: their conjuncts, their extent, what a relative pronoun stands for."""

from __future__ import annotations

from onrecord.language.tree import Tree

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X", "SYM"})
RELATIVE = frozenset({"which", "who", "that", "whom", "whose"})
_OUTSIDE = frozenset({"relcl", "cc", "conj", "preconj", "punct", "advcl", "parataxis", "case", "ccomp"})
_INSIDE = frozenset({"det", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "prep", "appos", "acl", "predet"})


def conjuncts(tree: Tree, head: int) -> list[int]:
    """`head` and the nominal heads coordinated with it, in text order."""
    found = [head]
    for item in found:
        found.extend(kid for kid in tree.kids(item, "conj") if tree.pos[kid] in NOMINAL)
    return found


def extent(tree: Tree, head: int) -> tuple[int, int]:
    """Token range [start, end) of the maximal phrase of `head`: no relative clauses, conjuncts, outer punctuation."""
    start = head
    for kid in tree.children[head]:
        if kid < head and tree.dep[kid] not in _OUTSIDE:
            start = min(start, tree.left_edge[kid])
    while start < head and tree.pos[start] in {"PUNCT", "SPACE", "ADV"}:
        start += 1
    return start, _last(tree, head) + 1


def _last(tree: Tree, head: int) -> int:
    """Last token of the phrase: right dependents up to the first that is no part of it."""
    last = head
    right = [kid for kid in tree.children[head] if kid > head]
    for place, kid in enumerate(right):
        dep = tree.dep[kid]
        if dep == "punct":
            following = tree.dep[right[place + 1]] if place + 1 < len(right) else ""
            if following == "appos" or tree.text[kid] == "-":
                continue
            break
        if dep not in _INSIDE or (dep == "acl" and tree.tag[kid] == "VB"):
            break
        last = max(last, _deep(tree, kid))
    return last


def _deep(tree: Tree, token: int) -> int:
    """Last token of a dependent, cut at relative clauses however deep they hang and at closing punctuation."""
    last = token
    for kid in tree.children[token]:
        if kid < token:
            continue
        if tree.dep[kid] in {"relcl", "advcl", "parataxis"}:
            break
        if tree.dep[kid] != "punct":
            last = max(last, _deep(tree, kid))
    return last


def referent(tree: Tree, token: int) -> int:
    """What a relative pronoun stands for: the noun its clause hangs on; any other token stands for itself."""
    if tree.lower[token] not in RELATIVE or tree.tag[token] not in {"WDT", "WP", "WP$"}:
        return token
    verb = token
    while tree.head[verb] != verb and tree.dep[verb] != "relcl":
        verb = tree.head[verb]
    return tree.head[verb] if tree.dep[verb] == "relcl" else token


def objects_of(tree: Tree, prep: int) -> list[int]:
    """Heads of the noun phrases under a preposition, through stacked prepositions ("out of")."""
    for kid in tree.children[prep]:
        if tree.dep[kid] == "pobj":
            return conjuncts(tree, kid)
        if tree.dep[kid] == "prep":
            return objects_of(tree, kid)
    return []
