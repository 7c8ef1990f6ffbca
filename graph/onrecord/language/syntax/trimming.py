"""Trims a phrase that was cut off: removes a clause without its verb, and words at the end that need a continuation."""

from __future__ import annotations

from onrecord.language.syntax.tags import BLANK, INFINITIVE_OR_GERUND, NOUNS
from onrecord.language.syntax.tree import Tree

_CUT = frozenset({"acl", "relcl", "ccomp", "advcl", "pcomp", "csubj"})
"""Relations of clauses within a phrase that are meaningless if they are cut in the middle."""
_LEFT_OVER = frozenset({"cc", "punct", "mark", "det", "aux", "prep", "poss", "nsubj", "nsubjpass"})
"""Relations of words that are meaningless at the end of a phrase; a number there is a score ("7-5")."""
_LEADING = frozenset({"IN", "WDT", "WP", "TO", "CC"})
"""Tags of words that need a continuation, which has been cut off."""


def told_whole(tree: Tree, top: int, kept: list[int]) -> list[int]:
    """`kept` without the clause in which it was cut off, if the clause has lost its verb or the verb's complement.

    "The rumour that a storm, or a thief, had opened the gate", cut at a comma, becomes "the rumour".
    """
    words = set(kept)
    for token in kept:
        clause = token
        while clause != top and tree.dep[clause] not in _CUT and tree.head[clause] != clause:
            clause = tree.head[clause]
        if clause == top or tree.dep[clause] not in _CUT:
            continue
        bare = clause == kept[-1] and tree.right_edge[clause] > clause and tree.tag[clause] in INFINITIVE_OR_GERUND
        if clause not in words or bare:
            opener = tree.head[clause] if tree.dep[clause] == "pcomp" else clause
            start = min(opener, tree.left_edge[clause])
            return [item for item in kept if item < start]
    return kept


def trimmed(tree: Tree, tokens: list[int], top: int) -> list[int]:
    """`tokens` without a preposition, conjunction or mark at the end; `top`, the head, is kept if it is a noun.

    Changes the list `tokens`.
    """
    while (
        tokens
        and (tokens[-1] != top or tree.pos[top] not in NOUNS)
        and (
            (tree.dep[tokens[-1]] in _LEFT_OVER and tree.pos[tokens[-1]] != "NUM")
            or tree.tag[tokens[-1]] in _LEADING
            or tree.pos[tokens[-1]] in BLANK
            or (tree.dep[tokens[-1]] == "acl" and tree.right_edge[tokens[-1]] > tokens[-1])
        )
    ):
        tokens.pop()
    return tokens


def in_word(tree: Tree, token: int) -> bool:
    """Whether a mark is inside a word or abbreviation: "e-mail", "U.S.", "protocol (IP)-bound"."""
    if tree.text[token] == "(" and ")" in tree.text[min(token + 1, len(tree) - 1)][:-1]:
        return True
    if not 0 < token < len(tree) - 1:
        return False
    close = tree.end[token - 1] == tree.start[token] and tree.end[token] == tree.start[token + 1]
    number = tree.text[token] == "." and tree.text[token + 1][0].isdigit() and tree.end[token - 1] == tree.start[token]
    return close or number or _in_name(tree, token)  # "No. 1"


def _in_name(tree: Tree, mark: int) -> bool:
    """Whether a hyphen with spaces around it joins the parts of one name: "Alder - Bay"."""
    named = tree.pos[mark - 1] == tree.pos[mark + 1] == "PROPN" and tree.text[mark] == "-"
    return named and tree.dep[mark - 1] == "compound" and tree.head[mark - 1] == tree.head[mark] == mark + 1
