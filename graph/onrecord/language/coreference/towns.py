"""Names that the model labels as people's or bodies', though the article only uses them as places."""

from __future__ import annotations

from onrecord.language import kinds
from onrecord.language.coreference.features import Ment
from onrecord.language.coreference.labels import only_body, only_labelled
from onrecord.language.syntax import phrase_relations
from onrecord.language.syntax.tags import VERBAL
from onrecord.language.syntax.tree import Tree
from onrecord.punctuation import LEADS
from onrecord.word_sets import word_set

_TOP = 400
"""Words of an article among which its dateline stands."""
_LONGEST = 4
"""One more than the most words of a place in a dateline."""
_DATELINE = 14
"""Most words of a dateline behind its place."""
_HELD = word_set("held_in")
_OF_OR_FROM = word_set("of_or_from")
_PLACING = word_set("placing_preposition")


def called_town(tree: Tree, item: Ment) -> bool:
    """Whether a place is named: "the market town of Halden Ford", "the mayor of Halden Ford", "in Halden Falls"."""
    if item.core != (item.start, item.end) or not phrase_relations.is_object_of_preposition(tree, item.head):
        return False
    prep = tree.head[item.head]
    noun = tree.head[prep]
    if tree.lower[prep] == "of":
        return tree.lemma[noun] in word_set("settlement") | word_set("settlement_has") and noun < prep
    natural = len(item.words) > 1 and item.words[-1] in word_set("natural_place")
    return natural and tree.lower[prep] in _PLACING and tree.lemma[noun] not in _HELD


def of_datelines(tree: Tree) -> set[tuple[str, ...]]:
    """The words, in lower case, of the places with which paragraphs open: "HALDENO, March 3 (Halden Wire) - "."""
    found = set()
    for first in range(min(len(tree), _TOP)):
        if first and "\n" not in tree.text[first - 1]:
            continue
        end = first
        while end < len(tree) and tree.text[end].isalpha() and tree.text[end].isupper():
            end += 1
        behind = range(end, min(end + _DATELINE, len(tree)))
        mark = next((token for token in behind if tree.text[token] in LEADS and not _glued(tree, token)), None)
        if mark is None or end - first not in range(1, _LONGEST):
            continue
        if mark == end and tree.text[mark] == ":" and not kinds.is_place(" ".join(tree.lower[first:end])):
            continue  # "ACLU: no deal"
        if not any(tree.pos[token] in VERBAL or "\n" in tree.text[token] for token in range(end, mark)):
            found.add(tuple(tree.lower[first:end]))
    return found


def _glued(tree: Tree, token: int) -> bool:
    """Whether a hyphen joins two words: "NORLAB-backed"."""
    return tree.text[token] == "-" and tree.end[token - 1] == tree.start[token]


def _located(tree: Tree, item: Ment) -> bool:
    """Whether a town's name, labelled as a person or body, says where something is: "in Halden"."""
    body = only_body(item)
    if not (body or (item.kind == "Person" and only_labelled(item))) or not kinds.is_place(item.words[0]):
        return False
    word = tree.lower[tree.head[item.head]]
    behind = word in _PLACING or (body and word in _OF_OR_FROM)
    return behind and phrase_relations.is_object_of_preposition(tree, item.head)


def only_located(tree: Tree, mentions: list[Ment]) -> set[tuple[str, ...]]:
    """Names of places: known ones that say where, and one-word names only used as places are: "at a depot in Halden".

    So are known ones to or from which something goes, if they stand nowhere else: "a trip to Bergen".

    Where else such a name stands, it may go with a noun ("Halden station") or say from or to where something goes.
    """
    found: dict[tuple[str, ...], set[str]] = {}
    located = {item.words for item in mentions if _located(tree, item)}
    for item in mentions:
        if item.core:
            bare = only_body(item, _LONGEST) or (item.kind == "Person" and only_labelled(item))
            use = "in" if placed(tree, item) else "to" if goes(tree, item) else "other"
            found.setdefault(item.words, set()).add(use if bare else "other")
    known = {item.words for item in mentions if _directs(tree, item) and kinds.is_place(" ".join(item.words))}
    only = {words for words, uses in found.items() if "other" not in uses}
    return located | {words for words in only if "in" in found[words] or words in known}


def goes(tree: Tree, item: Ment) -> bool:
    """Whether a bare name goes with a noun, or says from or to where something goes."""
    return phrase_relations.is_compound(tree, item.head) or _directs(tree, item)


def _directs(tree: Tree, item: Ment) -> bool:
    """Whether a bare name says from or to where something goes: "a trip to Halden"."""
    prep = tree.head[item.head]
    behind = phrase_relations.is_object_of_preposition(tree, item.head) and item.core == (item.start, item.end)
    return behind and tree.lower[prep] in word_set("direction")


def placed(tree: Tree, item: Ment) -> bool:
    """Whether a bare name says where something is; "a stake in" it would instead show that it is a body."""
    prep = tree.head[item.head]
    return (
        item.core == (item.start, item.end)
        and phrase_relations.is_object_of_preposition(tree, item.head)
        and tree.lower[prep] in _PLACING
        and tree.lemma[tree.head[prep]] not in _HELD
    )
