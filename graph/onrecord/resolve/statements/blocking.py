"""An index of word sequences: two statements are compared only if they share a stretch of words.

Of each statement's four-word sequences one in every window of four is kept ("winnowing", as in Schleimer, Wilkerson and
Aiken 2003), the one with the fewest everyday words: any common stretch of seven words is found with a quarter of the
index, and sequences such as "said that it would" are mostly avoided. Short statements are indexed as a whole.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from onrecord.pairs import Pairs
from onrecord.resolve.comparing import HERE, Comparer
from onrecord.resolve.statements.quoted import Quoted
from onrecord.weights import weights_of
from onrecord.word_sets import word_set

SHINGLE = int(weights_of("candidates")["statements.shingle"])
WINDOW = int(weights_of("candidates")["statements.window"])
SHORTEST = int(weights_of("candidates")["statements.shortest"])
"""Fewest words of a quotation that can be recognised elsewhere."""
WIDTH = int(weights_of("candidates")["statements.width"])
"""Most statements with the same sequence of words that a statement is compared with; a more common one is a phrase."""


def keys(item: Quoted) -> set[tuple[str, ...]]:
    """Keys of one statement; what is kept back is no printing of what another says."""
    if len(item.words) < SHORTEST or not item.local.statement.recorded:
        return set()
    shingles = [item.words[start : start + SHINGLE] for start in range(len(item.words) - SHINGLE + 1)]
    if len(shingles) <= WINDOW:
        return {item.words, *shingles}
    ranked = [(_everyday(shingle), shingle) for shingle in shingles]
    return {min(ranked[start : start + WINDOW])[1] for start in range(len(shingles) - WINDOW + 1)}


def _everyday(shingle: tuple[str, ...]) -> int:
    stop, small = word_set("stop_word"), word_set("small_in_names")
    return sum(word in stop or word in small for word in shingle)


def pairs(items: Sequence[Quoted], by: Comparer = HERE) -> Pairs:
    """Candidate pairs of positions; within a block, longer statements come first."""
    weights = array("I", (len(item.words) for item in items))
    return by.candidates(map(keys, items), weights, WIDTH)
