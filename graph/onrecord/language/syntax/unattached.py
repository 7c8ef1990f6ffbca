"""What belongs to the last word of a phrase although the parser attaches it elsewhere: parts of words, of scores."""

from __future__ import annotations

from onrecord.language.syntax.phrases import is_hyphen
from onrecord.language.syntax.tags import NOUNS
from onrecord.language.syntax.tree import Tree


def whole_words(tree: Tree, kept: list[int]) -> list[int]:
    """The tokens with the rest of hyphenated words of which the parser has left out a part: "rose 12-fold"."""
    for token in [*kept]:
        last = token
        while last + 2 < len(tree) and is_hyphen(tree, last + 1):
            kept += [last + 1, last + 2]
            last += 2
    return kept


def without_absolute(tree: Tree, kept: list[int]) -> list[int]:
    """The tokens without a "with" and its noun at their end if the noun's gerund is cut off.

    "The air is bad with the agency closing schools": without its gerund, the phrase says something else.
    """
    last = kept[-1] if kept else len(tree)
    opener = next((place for place in reversed(range(len(kept))) if tree.dep[kept[place]] == "prep"), None)
    if opener is None or tree.tag[last + 1 : last + 2] != ["VBG"] or tree.pos[last] not in NOUNS:
        return kept
    return kept[:opener] if tree.lower[kept[opener]] == "with" else kept


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
