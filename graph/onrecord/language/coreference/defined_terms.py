"""Terms that a text defines in brackets for somebody it names, and goes on with: 'Haldeno Limited ("the Company")'.

Releases, judgments and contracts call their parties so. A term that is a short form of the name needs no definition.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.language.coreference.disjoint_sets import Sets
from onrecord.language.coreference.features import Ment
from onrecord.language.syntax.tree import Tree
from onrecord.punctuation import MAY_CLOSE, MAY_OPEN
from onrecord.word_sets import word_set

_QUOTES = frozenset(MAY_OPEN) | frozenset(MAY_CLOSE)
_LONGEST = 9
"""Most tokens in the brackets of a definition: "(hereinafter referred to as "the Company")"."""
_WORDS = 3
"""Most words of a term."""

_Term = tuple[str, ...]


def link_defined_terms(tree: Tree, mentions: list[Ment], sets: Sets) -> None:
    """Unite mentions by a defined term with whoever the term is defined for, from the definition on."""
    defined: dict[_Term, int] = {}
    for term, number, place in sorted(_definitions(tree, mentions), key=lambda found: found[2]):
        if defined.setdefault(term, number) != number:
            continue
        for other, item in enumerate(mentions):
            if item.start > place and _as_term(tree, item.start, item.end) == term:
                sets.unite(number, other)


def _definitions(tree: Tree, mentions: list[Ment]) -> Iterator[tuple[_Term, int, int]]:
    """Each term with the number of the mention that it is defined for, and the token of its bracket."""
    widest: dict[int, int] = {}
    for number, item in enumerate(mentions):
        if item.form != "pronoun" and (item.core or tree.text[item.start][:1].isupper()):
            widest.setdefault(item.end, number)
    for end, number in widest.items():
        if end < len(tree) and tree.text[end] == "(":
            term = _defined(tree, end)
            if term and term != _as_term(tree, mentions[number].start, end):
                yield term, number, end


def _defined(tree: Tree, bracket: int) -> _Term:
    """The term defined in the brackets that open at a token; empty if they define none."""
    last = min(bracket + _LONGEST, len(tree))
    close = next((place for place in range(bracket + 1, last) if tree.text[place] == ")"), None)
    if close is None:
        return ()
    start, end = bracket + 1, close
    while start < end and tree.lower[start] in word_set("opens_definition"):
        start += 1
    if tree.lower[start] in word_set("definite_article") and tree.text[start + 1] in _QUOTES:
        start += 1  # '(the "Company")'
    quoted = end - start > 2 and {tree.text[start], tree.text[end - 1]} <= _QUOTES
    if quoted:
        start, end = start + 1, end - 1
    elif tree.lower[start] not in word_set("definite_article"):
        return ()  # "(Utrecht)"
    return _as_term(tree, start, end)


def _as_term(tree: Tree, start: int, end: int) -> _Term:
    """The words of [start, end) without article if they look like a term: a few with capitals; else empty."""
    if start < end and tree.lower[start] in word_set("definite_article"):
        start += 1
    words = tree.text[start:end]
    fits = 0 < len(words) <= _WORDS and all(word[:1].isupper() and word.isalpha() for word in words)
    return tuple(tree.lower[start:end]) if fits else ()
