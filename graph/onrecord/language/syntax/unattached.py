"""What belongs to the last word of a phrase although the parser attaches it elsewhere: parts of words, of scores."""

from __future__ import annotations

from onrecord.language.syntax.phrases import is_hyphen
from onrecord.language.syntax.tree import Tree


def whole_words(tree: Tree, kept: list[int]) -> list[int]:
    """The tokens with the rest of hyphenated words of which the parser has left out a part: "rose 12-fold"."""
    for token in [*kept]:
        last = token
        while last + 2 < len(tree) and is_hyphen(tree, last + 1):
            kept += [last + 1, last + 2]
            last += 2
    return kept


def with_scores(tree: Tree, kept: list[int]) -> list[int]:
    """The tokens with the further sets of a score that they end in: "beat Lund 7-5, 3-6, 7-6 (5)"."""
    last = kept[-1] if kept else -1
    if last < 2 or not _is_set(tree, last - 2):
        return kept
    kept = [*kept]
    while True:
        after = last + 1
        if tree.text[after : after + 1] == ["("] and tree.text[after + 2 : after + 3] == [")"]:
            after += 3  # "7-6 (5)"
        if tree.text[after : after + 1] != [","] or not _is_set(tree, after + 1):
            return kept
        kept += range(last + 1, after + 4)
        last = after + 3


def _is_set(tree: Tree, first: int) -> bool:
    """Whether a number, a hyphen and a number begin at `first`."""
    one, joint, two = (tree.text[first + step : first + step + 1] for step in range(3))
    return joint in (["-"], ["–"]) and all(item and item[0].isdigit() for item in (one, two))
