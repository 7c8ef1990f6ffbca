"""One who tells what another said: "the paper quoted insiders as saying", "he was quoted by the paper as saying"."""

from __future__ import annotations

from onrecord.language.statements import lexicon
from onrecord.language.statements.candidates import Range
from onrecord.language.statements.sources import phrase
from onrecord.language.syntax.tree import Tree


def saying(tree: Tree, verb: int) -> int | None:
    """The "saying" that `verb` relays, if it relays any: that one is the cue of the statement."""
    for link in tree.kids(verb, "prep"):
        held = tree.child(link, "pcomp")
        entry = lexicon.verb(tree.lemma[held], tree.lower[held]) if held is not None else None
        if tree.lower[link] == "as" and entry is not None and "quote" in entry.frames:
            return held
    return None


def relay_of(tree: Tree, verb: int) -> int | None:
    """The verb that relays `verb`, as "quoted" relays "saying"."""
    link = tree.head[verb]
    return tree.head[link] if tree.dep[verb] == "pcomp" and tree.lower[link] == "as" else None


def told_by(tree: Tree, relay: int) -> tuple[Range | None, int | None, Range | None]:
    """Who is quoted, the head of that, and who quotes."""
    said = tree.child(relay, "dobj", "nsubjpass")
    if said is None:
        return None, None, None
    span = phrase(tree, said, low=relay + 1) if said > relay else phrase(tree, said, high=relay)
    return span, said, _teller(tree, relay)


def _teller(tree: Tree, relay: int) -> Range | None:
    own = tree.child(relay, "nsubj")
    if own is not None:
        return phrase(tree, own, high=relay)
    by = tree.child(relay, "agent")
    held = tree.child(by, "pobj") if by is not None else None
    return phrase(tree, held, low=relay + 1) if held is not None else None
