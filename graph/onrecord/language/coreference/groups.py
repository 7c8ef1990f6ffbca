"""Groups whose members are listed beside them: "the three main operators – A, B and C"."""

from __future__ import annotations

from onrecord.language.coreference.features import Ment
from onrecord.language.syntax.tree import Tree
from onrecord.punctuation import LEADS
from onrecord.word_sets import word_set

_OPENERS = LEADS | {"("}
_BETWEEN = word_set("listing")
_LONGEST = 24
"""Most tokens after a group in which to look for its members: enough for three names with their titles."""


def listed_members(tree: Tree, mentions: list[Ment]) -> dict[int, list[int]]:
    """Maps the number of each group's mention to the numbers of its members' mentions, always two or more.

    A comma starts a list only after a phrase with a number ("two operators, A and B").
    """
    names_at: dict[int, int] = {}
    for number, item in enumerate(mentions):
        if item.core and item.form == "name" and (item.core[0] == item.start or tree.pos[item.start] == "DET"):
            kept = names_at.get(item.core[0])
            if kept is None or mentions[kept].end > item.end:
                names_at[item.core[0]] = number
    found = {}
    for number, item in enumerate(mentions):
        if item.form != "description" or not item.plural or item.end >= len(tree) or not item.kind:
            continue
        listed = _listed(tree, mentions, names_at, item)
        if len(listed) > 1:
            found[number] = listed
    return found


def kinds_of_members(mentions: list[Ment], listed: dict[int, list[int]]) -> list[tuple[int, str]]:
    """Evidence that members are of their group's kind: pairs of a mention's number and a kind, each given twice."""
    return [
        (number, kind) for group, numbers in listed.items() if (kind := mentions[group].kind) for number in numbers * 2
    ]


def _listed(tree: Tree, mentions: list[Ment], names_at: dict[int, int], group: Ment) -> list[int]:
    opener = tree.text[group.end]
    counted = any(tree.pos[token] == "NUM" for token in range(group.start, group.end))
    if opener not in _OPENERS and not (opener == "," and counted):
        return []
    found: list[int] = []
    token, limit = group.end + 1, min(len(tree), group.end + _LONGEST)
    while token < limit:
        if token in names_at:
            number = names_at[token]
            found.append(number)
            token = mentions[number].end
        elif tree.lower[token] in _BETWEEN:
            token += 1
        else:
            break
    if opener == "," and token < limit and tree.text[token] not in (",", ".", ";", ")"):
        return []
    return found
