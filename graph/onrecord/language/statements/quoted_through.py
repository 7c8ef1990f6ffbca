"""Who relays what another said: "the paper quoted insiders as saying", "he was quoted by the paper as saying"."""

from __future__ import annotations

from onrecord.language.statements import lexicon
from onrecord.language.statements.candidates import Range
from onrecord.language.statements.sources import phrase
from onrecord.language.syntax.clauses import clause
from onrecord.language.syntax.tree import Tree


def saying(tree: Tree, verb: int) -> int | None:
    """The "saying" that `verb` relays, which is the cue of the statement; None if there is none."""
    for oblique in clause(tree, verb).obliques:
        held = oblique.gerund
        entry = lexicon.verb(tree.lemma[held], tree.lower[held]) if held is not None else None
        if oblique.form == "as" and entry is not None and "quote" in entry.frames:
            return held
    return None


def relay_of(tree: Tree, verb: int) -> int | None:
    """The verb that relays `verb`, as "quoted" relays "saying"."""
    found = clause(tree, verb)
    return found.governor if found.preposition is not None and tree.lower[found.preposition] == "as" else None


def told_by(tree: Tree, relay: int) -> tuple[Range | None, int | None, Range | None]:
    """The phrase for the person quoted, its head, and the phrase for whoever quotes them."""
    quoted = clause(tree, relay)
    said = next(iter(quoted.own_subjects if quoted.passive else quoted.own_objects), None)
    if said is None:
        return None, None, None
    span = phrase(tree, said, low=relay + 1) if said > relay else phrase(tree, said, high=relay)
    return span, said, _teller(tree, relay)


def _teller(tree: Tree, relay: int) -> Range | None:
    teller = next(iter(clause(tree, relay).doers), None)
    if teller is None:
        return None
    return phrase(tree, teller, high=relay) if teller < relay else phrase(tree, teller, low=relay + 1)
