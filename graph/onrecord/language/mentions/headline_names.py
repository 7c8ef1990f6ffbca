"""Corrects the names in title-case headlines, where common words are capitalised and names run together.

Pure functions from names to names, as in `repairs`.
"""

from __future__ import annotations

from onrecord.language.lexicon.actor_words import ActorWords
from onrecord.language.mentions.repairs import UNKNOWN, Name
from onrecord.language.syntax.tree import Tree
from onrecord.title_case import LONG, is_title_case

_TITLES = frozenset({UNKNOWN, "ORG", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"})
_SMALL_WORDS = frozenset({"ADP", "VERB", "AUX", "ADV", "PRON", "DET", "SCONJ", "CCONJ"})


def without_headline_words(tree: Tree, names: list[Name], known: ActorWords) -> list[Name]:
    """The names; those in a title-case headline are kept only as far as the text below uses them too."""
    shouting = {number for number, (first, last) in enumerate(tree.sents) if _is_headline(tree, first, last)}
    if not shouting:
        return names
    body = [name for name in names if tree.sent[name.start] not in shouting]
    below = {word for name in body for word in tree.lower[name.start : name.end]}
    alone = {tree.lower[name.start] for name in body if name.end - name.start == 1}
    kept = []
    for name in names:
        start, end = name.start, name.end
        if tree.sent[start] not in shouting:
            pass
        elif name.label == UNKNOWN and end - start == 1:
            start = start if tree.lower[start] in alone else end
        elif name.label in _TITLES:
            while start < end and tree.lower[start] not in below:
                start += 1
            while end > start and tree.lower[end - 1] not in below:
                end -= 1
        elif name.label == "PERSON":
            start, end = _person(tree, name, below, known)
        if start < end:
            kept.append(Name(start, end, name.label, name.titled))
    return kept


def _person(tree: Tree, name: Name, below: set[str], known: ActorWords) -> tuple[int, int]:
    """The token range [start, end) of a person's name that the text below uses, starting at the first such word.

    If the text uses none of its words, the range is the whole name, or empty if a word of it is a common noun.
    """
    start, end = name.start, name.end
    first = next((token for token in range(start, end) if tree.lower[token] in below), None)
    if first is None:
        words = tree.lower[start:end]
        common = any(word in known.senses or word in known.noun_type for word in words)
        return (start, start) if common and words[0] not in known.forenames else (start, end)
    last = next((token for token in range(first, end) if tree.lower[token] not in below), end)
    while first > start and tree.lower[first - 1] in known.forenames:
        first -= 1
    return first, last


def _is_headline(tree: Tree, first: int, last: int) -> bool:
    if not is_title_case(tree.text[first:last]):
        return False
    if next((tree.text[item] for item in reversed(range(first, last)) if tree.pos[item] != "SPACE"), "") != ".":
        return True
    # a sentence full of names ends with a full stop; in a real headline, other words have capitals too
    longer = [item for item in range(first, last) if len(tree.text[item]) >= LONG and tree.pos[item] in _SMALL_WORDS]
    return any(tree.text[item][0].isupper() for item in longer if item > first)
