"""One who tells what another said: "the paper quoted insiders as saying", "he was quoted by the paper as saying"."""

from __future__ import annotations

from onrecord.language.statements import lexicon
from onrecord.language.statements.candidates import Range
from onrecord.language.statements.sources import phrase
from onrecord.language.syntax.dependents import (
    active_subject,
    agent_phrase,
    first,
    gerund_below,
    object_below,
    prepositions,
    undergoers_beside,
)
from onrecord.language.syntax.relations import is_gerund_of_preposition
from onrecord.language.syntax.tree import Tree


def saying(tree: Tree, verb: int) -> int | None:
    """The "saying" that `verb` relays, if it relays any: that one is the cue of the statement."""
    for link in prepositions(tree, verb):
        held = gerund_below(tree, link)
        entry = lexicon.verb(tree.lemma[held], tree.lower[held]) if held is not None else None
        if tree.lower[link] == "as" and entry is not None and "quote" in entry.frames:
            return held
    return None


def relay_of(tree: Tree, verb: int) -> int | None:
    """The verb that relays `verb`, as "quoted" relays "saying"."""
    link = tree.head[verb]
    return tree.head[link] if is_gerund_of_preposition(tree, verb) and tree.lower[link] == "as" else None


def told_by(tree: Tree, relay: int) -> tuple[Range | None, int | None, Range | None]:
    """Who is quoted, the head of that, and who quotes."""
    said = first(undergoers_beside(tree, relay))
    if said is None:
        return None, None, None
    span = phrase(tree, said, low=relay + 1) if said > relay else phrase(tree, said, high=relay)
    return span, said, _teller(tree, relay)


def _teller(tree: Tree, relay: int) -> Range | None:
    own = active_subject(tree, relay)
    if own is not None:
        return phrase(tree, own, high=relay)
    by = agent_phrase(tree, relay)
    held = object_below(tree, by) if by is not None else None
    return phrase(tree, held, low=relay + 1) if held is not None else None
