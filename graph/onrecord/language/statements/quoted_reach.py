"""The extent of content that is partly quoted, for which quotation marks are better evidence than the parse.

A comma inside a closing mark ends the content before a remark by the reporter ("called it 'a gift,' | which angered
many"). A phrase is extended to words quoted after it if its cue governs these, even if the parse attaches them to the
verb and not to the phrase ("shared a photo | beside the words 'never again'").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Set

from onrecord.language.statements import lexicon
from onrecord.language.statements.candidates import Candidate, Ranges
from onrecord.language.syntax.clauses import clause
from onrecord.language.syntax.dependents import clause_mark
from onrecord.language.syntax.phrase_relations import is_conjunct
from onrecord.language.syntax.relations import is_adverbial_clause
from onrecord.language.syntax.tags import FINITE_OR_MODAL
from onrecord.language.syntax.tree import Tree
from onrecord.punctuation import is_quotation_mark
from onrecord.word_sets import word_set

_FRAMES = frozenset({"np", "as", "pred", "np_of", "np_for", "np_to", "that"})


def reaching(tree: Tree, item: Candidate, quotes: Ranges, taken: Set[int]) -> Ranges:
    """The content of `item`, cut after a quotation in it or extended to the last one after it.

    `quotes` are in text order; a quotation whose tokens are in `taken` has a cue of its own.
    """
    low, high = item.content[-1]
    if item.quotes or low <= item.anchor:
        return item.content
    place = bisect_left(quotes, (low, 0))
    while place < len(quotes) and quotes[place][0] < high:
        if quotes[place][1] < high and _closes(tree, *quotes[place]):
            return (*item.content[:-1], (low, quotes[place][1]))
        place += 1
    if item.frame in _FRAMES or item.frame.startswith("pp:"):
        return (*item.content[:-1], (low, _end(tree, item, quotes[place:], taken)))
    return item.content


def _closes(tree: Tree, start: int, stop: int) -> bool:
    """Whether a quotation ends in a comma and is followed by a remark of the reporter."""
    return tree.text[max(start, stop - 2)] == "," and (tree.lower[stop] == "which" or tree.tag[stop] == "VBG")


def _end(tree: Tree, item: Candidate, behind: Ranges, taken: Set[int]) -> int:
    """Where the content ends with those of the quotations `after` it, in order, that belong to it."""
    last, end = tree.right_edge[item.anchor] + 1, item.content[-1][1]
    for start, stop in behind:
        if (
            start >= last
            or start in taken
            or not _governed(tree, item, start, stop)
            or _reported(tree, item, end, start)
        ):
            break
        end = stop
    return end


def _governed(tree: Tree, item: Candidate, start: int, stop: int) -> bool:
    """Whether the cue governs the words from `start`, with no clause of the reporter's between."""
    word = next((i for i in range(start, stop) if not is_quotation_mark(tree.text[i])), start)
    while word != item.anchor:
        above = tree.head[word]
        if above == word or (above == item.anchor and (is_conjunct(tree, word) or _own_clause(tree, word))):
            return False
        word = above
    return True


def _own_clause(tree: Tree, word: int) -> bool:
    """Whether a word below the cue heads a clause of the reporter's: when it was said, or another report."""
    if not is_adverbial_clause(tree, word):
        return False
    if lexicon.verb(tree.lemma[word], tree.lower[word]) is not None:
        return True
    mark = clause_mark(tree, word)
    named = bool(clause(tree, word).nominative)
    return named if mark is None else tree.lower[mark] not in word_set("condition")


def _reported(tree: Tree, item: Candidate, low: int, high: int) -> bool:
    """Whether the words after a reported clause report again or explain who somebody is: it ends before them."""
    return item.frame == "that" and any(
        tree.lower[i] == "who" or lexicon.verb(tree.lemma[i], tree.lower[i]) is not None for i in range(low, high)
    )


def up_to_quotation(tree: Tree, content: Ranges, quotes: Ranges) -> Ranges:
    """Content cut at the end of a whole clause in quotation marks: "said “we have won” to reporters on Monday".

    `quotes` are in text order. The parser takes what follows for a part of the clause; a preposition shows that it is
    none.
    """
    low, high = content[0]
    place = bisect_left(quotes, (low - 1, 0))
    start, end = quotes[place] if place < len(quotes) else (high, high)
    if len(content) > 1 or start > low or not end < high or tree.pos[end] != "ADP":
        return content
    inside = range(start, end)
    told = any(
        tree.tag[i] in FINITE_OR_MODAL and any(kid in inside for kid in clause(tree, i).subjects) for i in inside
    )
    return ((start, end),) if told else content
