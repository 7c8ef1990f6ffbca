"""The certainty of the speaker, a factor of a statement's confidence.

Whether a clause is a statement and whose it is are two questions. A name answers the second with certainty, and a
pronoun for the previous speaker nearly so; a pronoun for somebody else, or a description that refers to nobody named
("the senator"), leaves it open.
"""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.language.annotations import ActorAttrs
from onrecord.language.statements.candidates import Resolved
from onrecord.language.syntax.modifiers import determiner, possessor
from onrecord.language.syntax.tree import Tree
from onrecord.weights import weights_of
from onrecord.word_sets import word_set

_W = weights_of("confidence")


def certainty_of(tree: Tree, actors: Mapping[str, ActorAttrs], item: Resolved, before: Resolved | None) -> float:
    """The factor, from 0 to 1; `before` is the preceding statement in the text."""
    head = item.found.source_head
    if head is None or not item.speakers:
        return 1.0
    if item.found.pronoun:
        goes_on = before is not None and before.speakers[:1] == item.speakers[:1]
        return 1.0 if goes_on else _W["speaker.taken_up"]
    named = any(actor in actors and actors[actor]["named"] for actor in item.speakers)
    return 1.0 if named or not _definite(tree, head) else _W["speaker.described"]


def _definite(tree: Tree, head: int) -> bool:
    """Whether a phrase is anaphoric: "the senator", "its spokesman"."""
    found = determiner(tree, head)
    pointing = found is not None and tree.lower[found] in word_set("definite_determiner")
    owner = possessor(tree, head)
    return pointing or (owner is not None and tree.tag[owner] == "PRP$")
