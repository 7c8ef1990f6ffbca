"""Removes words that the model wrongly includes in a name: an owner, a score, the state in an address.

Pure functions from names to names, as in `repairs`.
"""

from __future__ import annotations

import re

from onrecord.language.lexicon.actor_words import ActorWords
from onrecord.language.mentions.repairs import UNKNOWN, Name
from onrecord.language.syntax import phrase_relations
from onrecord.language.syntax.tree import Tree
from onrecord.word_sets import word_set

_POSSESSIVES = word_set("possessive_ending")
_SHORT_STATES = word_set("state_abbreviation")
_QUARTER = re.compile(r"[QH][1-4]|FY\d{2,4}")
"""Parts of a year that headlines glue to the name of a firm."""
_PUNCTUATION = frozenset({",", "(", "-"})


def parted_owners(tree: Tree, names: list[Name], known: ActorWords) -> list[Name]:
    """Names divided after a possessive: "Halden Post's Ada Brekke".

    Only if one side is a person's name with a forename and at least two words: "Brekke's Vineyard" is one name.
    """
    out: list[Name] = []
    for name in names:
        cut = next((item for item in range(name.start + 1, name.end - 1) if tree.text[item] in _POSSESSIVES), None)
        if cut is None:
            out.append(name)
        elif name.end - cut > 2 and tree.lower[cut + 1] in known.forenames:
            owner = UNKNOWN if name.label == "PERSON" else name.label
            out += [Name(name.start, cut, owner), Name(cut + 1, name.end, "PERSON")]
        elif name.label == "PERSON" and cut - name.start > 1 and tree.lower[name.start] in known.forenames:
            out += [Name(name.start, cut, "PERSON", name.titled), Name(cut + 1, name.end, UNKNOWN)]
        else:
            out.append(name)
    return out


def without_figures(tree: Tree, names: list[Name]) -> list[Name]:
    """Names without figures after them that are a score or a sum: "Brekke beat Lund 6-2", "fined Haldeno 25 million".

    A person's name that always has one is a product.
    """
    names = [_without_sum(tree, name) for name in names]
    whole = [tuple(tree.lower[name.start : name.end]) for name in names]
    kept = []
    for name, words in zip(names, whole, strict=True):
        bare = len(words)
        while bare and words[bare - 1][:1].isdigit():
            bare -= 1
        if name.label != "PERSON" or bare in (0, len(words)):
            kept.append(name)
        elif whole.count(words) > 1 and words[:bare] not in whole:
            kept.append(Name(name.start, name.end, "PRODUCT"))
        else:
            kept.append(Name(name.start, name.start + bare, "PERSON", name.titled))
    return kept


def without_letters(tree: Tree, names: list[Name]) -> list[Name]:
    """Names without the letter that a word behind them begins with: "a NASA T-shirt", "an IBM X-ray machine"."""
    return [
        Name(name.start, name.end - 1, name.label, name.titled) if _ends_in_letter(tree, name) else name
        for name in names
    ]


def of_versions(tree: Tree, names: list[Name]) -> list[Name]:
    """Names that a version ends, as products: "Halden Stage 1"; others without a quarter: "Halden Foods Q3"."""
    out = []
    for name in names:
        start, end = name.start, name.end
        while end - start > 1 and _QUARTER.fullmatch(tree.text[end - 1]):
            end -= 1
        number = end if end < len(tree) and tree.text[end].isdigit() else end - 1
        last = number - 1
        counted = last > start and tree.text[number].isdigit() and tree.lower[last] in word_set("counts_version")
        if counted and name.label != "EVENT":
            out.append(Name(start, number + 1, "PRODUCT"))
        else:
            out.append(Name(start, end, name.label, name.titled) if end != name.end else name)
    return out


def _ends_in_letter(tree: Tree, name: Name) -> bool:
    last, count = name.end - 1, len(tree)
    if last == name.start or len(tree.text[last]) != 1 or last + 2 >= count or tree.text[last + 1] != "-":
        return False
    return tree.text[last].isupper() and tree.text[last + 2][:1].islower()


def _without_sum(tree: Tree, name: Name) -> Name:
    """A name without the number of a sum that goes on behind it."""
    end = name.end
    sums = word_set("sum_goes_on")
    if tree.text[end - 1][:1].isdigit() and end - name.start > 1 and end < len(tree) and tree.lower[end] in sums:
        label = name.label if name.label in {"PERSON", "ORG", "GPE"} else UNKNOWN
        return Name(name.start, end - 1, label, name.titled)
    return name


def without_adjectives(tree: Tree, names: list[Name]) -> list[Name]:
    """Names without single adjectives before a noun that are no name elsewhere: "Nordic shoppers"."""
    elsewhere = {tree.text[name.start] for name in names if not _is_adjective(tree, name)}
    return [name for name in names if not _is_adjective(tree, name) or tree.text[name.start] in elsewhere]


def _is_adjective(tree: Tree, name: Name) -> bool:
    """Whether a name other than one of a people is an adjective before a noun."""
    alone = name.end - name.start == 1 and name.label in (UNKNOWN, "ORG", "PRODUCT")
    return alone and tree.tag[name.start] == "JJ" and phrase_relations.is_adjectival(tree, name.start)


def without_addresses(tree: Tree, names: list[Name]) -> list[Name]:
    """Names without states that only locate a town or say whom somebody represents: "Halden, Ill.", "(R-Ill.)"."""
    return [name for name in names if not is_address(tree, name.start, name.end)]


def is_address(tree: Tree, start: int, end: int) -> bool:
    """Whether the tokens [start, end) are only the short form of a state, in an address or after a party's letter."""
    word = tree.lower[end - 1].rpartition("-")[2]
    if word not in _SHORT_STATES or not start:
        return False
    size = sum(map(len, tree.text[start:end])) - len(word)  # "R-" of "R-Ill."
    return size in (0, 2) and (size > 0 or word.endswith(".") or tree.text[start - 1] in _PUNCTUATION)
