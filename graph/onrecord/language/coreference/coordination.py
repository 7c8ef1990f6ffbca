"""Coordinations ("Haldeno and Nordbank"): a group of their parts, but only if a plural pronoun refers to them."""

from __future__ import annotations

from msgspec.structs import replace

from onrecord.language.coreference.features import Ment
from onrecord.language.kinds import SOMEBODY
from onrecord.language.syntax import modifiers, phrase_relations
from onrecord.language.syntax.tree import Tree
from onrecord.word_sets import word_set

_JOINING = word_set("joining")
_MOST = 12
"""Most parts of one enumeration; a longer chain of conjuncts is several lists that the parser ran together."""


def with_coordinations(tree: Tree, mentions: list[Ment]) -> list[Ment]:
    """The mentions in text order, with one added for each coordination of actors; its parts are marked as joined."""
    by_head: dict[int, Ment] = {}
    for item in mentions:
        if item.form != "pronoun":
            by_head.setdefault(item.head, item)
    found = []
    joined: set[int] = set()
    for head in sorted(by_head):
        if phrase_relations.is_premodifier(tree, head) or (
            phrase_relations.is_conjunct(tree, head) and tree.head[head] in by_head
        ):
            continue
        parts = _parts(tree, by_head, head)
        if len(parts) > 1:
            found.append(_whole(parts))
            joined.update(item.head for item in parts)
    marked = [replace(item, joined=True) if item.head in joined else item for item in mentions]
    return sorted([*marked, *found], key=lambda item: (item.start, -item.end))


def _parts(tree: Tree, by_head: dict[int, Ment], head: int) -> list[Ment]:
    """The mentions joined with "and", starting with the one at `head`; empty if one of them is no actor."""
    parts: list[Ment] = []
    last, joining = head, False
    while last in by_head and len(parts) < _MOST:
        item = by_head[last]
        if not _is_actor(tree, item):
            return []
        parts.append(item)
        joining = joining or any(tree.lower[child] in _JOINING for child in tree.children[last])
        following = modifiers.conjunct(tree, last)
        if following is None:
            return parts if joining else []
        last = following
    return []


def _is_actor(tree: Tree, item: Ment) -> bool:
    """Whether a mention is a separate actor, not one of a person's several posts ("president and chairman")."""
    if item.form == "description" and item.broad == "person" and not item.plural:
        return modifiers.determiner(tree, item.head) is not None and not item.role_before_name
    return item.broad in SOMEBODY or item.kind == "State" or bool(item.kind is None and item.votes)


def _whole(parts: list[Ment]) -> Ment:
    return replace(
        parts[0],
        end=max(item.end for item in parts),
        form="description",
        core=None,
        label="",
        words=(),
        kind="Group",
        votes=(),
        lemma="",
        noun="",
        plural=True,
        gender="",
        modifiers=frozenset(),
        capitals="",
        state="",
        definite=False,
        parts=tuple(item.head for item in parts),
    )


def parts(mentions: list[Ment]) -> dict[int, list[int]]:
    """Maps the number of each coordination's mention to the numbers of its parts' mentions."""
    wholes = {number: item for number, item in enumerate(mentions) if item.parts}
    if not wholes:
        return {}
    at_head: dict[int, int] = {}
    for number, item in enumerate(mentions):
        if not item.parts:
            at_head.setdefault(item.head, number)
    return {number: [at_head[head] for head in item.parts] for number, item in wholes.items()}
