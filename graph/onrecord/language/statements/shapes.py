"""The shape of a statement: each of its features gives a factor of the confidence, in addition to the cue's rate.

The cue's rate says whether it is a statement at all. The shape says whether the content is complete and nothing more:
a few words, words that begin with a verb, or words far from their cue are often fragments.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Set
from functools import cache

from onrecord.language.statements import lexicon, selection
from onrecord.language.statements.candidates import Attribution
from onrecord.language.syntax.tree import Tree
from onrecord.punctuation import LEADS
from onrecord.value_groups import ISSUED
from onrecord.weights import weights_of

_LENGTHS = (3, 8, 15, 30)
"""Lengths of a content, in words, at which the rate of right ones rises, as measured."""
_DISTANCES = (2, 5)
"""Distances between cue and content, in tokens, likewise."""
_VERBAL = frozenset({"VBD", "VBZ", "VBP", "MD", "VB"})
_BREAKS = LEADS | {";", "but", "("}
_UNCOUNTED = frozenset({"turn", ISSUED})
"""Frames whose confidence is set by hand."""
_WEIGHT = weights_of("confidence")["said.shapes"]
_MOST = weights_of("confidence")["said.most"]


def shape(tree: Tree, item: Attribution, inside: Set[int]) -> dict[str, str]:
    """The features of a statement by name, in the order of counting; for `inside` see `selection.mode`."""
    words = [i for low, high in item.content for i in range(low, high) if tree.text[i][:1].isalnum()]
    opening = tree.tag[words[0]] if words else ""
    end = item.content[-1][1]
    following = tree.lower[end] if end < len(tree) else ""
    away = min(min(abs(item.anchor - low), abs(item.anchor - high + 1)) for low, high in item.content)
    manner = selection.mode(tree, item.content, inside)
    pause = following == "," and manner == "indirect"
    return {
        "told": "any",
        "length": _band(len(words), _LENGTHS),
        "distance": _band(away, _DISTANCES),
        "opening": "verb" if opening in _VERBAL else "link" if opening == "CC" else "other",
        "kind": item.kind,
        "form": tree.tag[item.anchor].lower() if tree.pos[item.anchor] == "VERB" else "other",
        "stop": "break" if following in _BREAKS else "pause" if pause else "other",
        "manner": f"{manner}_quotation" if item.quotes else manner,
    }


def completeness(tree: Tree, item: Attribution, inside: Set[int]) -> float:
    """The factor for a statement's confidence that follows from its shape."""
    if item.frame in _UNCOUNTED:
        return 1.0
    return applied(_counts(), shape(tree, item, inside), item.confidence) / item.confidence


def applied(table: Mapping[str, Mapping[str, list[float]]], found: Mapping[str, str], confidence: float) -> float:
    """A confidence multiplied by the rate of each feature in `found`; `table` has [right, expected] for each."""
    for name, value in found.items():
        right, expected = table.get(name, {}).get(value, (0, 0.0))
        confidence = min(_MOST, confidence * (right + _WEIGHT) / (expected + _WEIGHT))
    return confidence


@cache
def _counts() -> Mapping[str, Mapping[str, list[float]]]:
    return lexicon.shape_counts()


def _band(number: int, limits: tuple[int, ...]) -> str:
    place = bisect_left(limits, number)
    return f"to_{limits[place]}" if place < len(limits) else "more"
