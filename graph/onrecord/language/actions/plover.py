"""The PLOVER root of each report: that of its kind, or of a promise, threat or demand of such a deed."""

from __future__ import annotations

from onrecord.action_kinds import KINDS
from onrecord.language.actions.factuality import Standing
from onrecord.language.actions.readings import Reading
from onrecord.language.actions.triggers import Deed
from onrecord.language.lexicon.records import Composition, Voice
from onrecord.language.syntax.clauses import clause, completing
from onrecord.language.syntax.modifiers import possessor
from onrecord.language.syntax.tree import Tree
from onrecord.lexicon_files import entries


def classified(tree: Tree, found: list[tuple[Deed, Standing]]) -> list[Reading]:
    """The deeds with their roots, in the order of `found`.

    A verb of saying or deciding without a root of its own takes the root of the promise, threat or demand it announces.
    """
    own = [Reading(deed, standing, root(deed.kind, standing), None) for deed, standing in found]
    by_verb = {item.deed.verb: item for item in own}
    return [_announcing(tree, item, by_verb) for item in own]


def _announcing(tree: Tree, item: Reading, own: dict[int, Reading]) -> Reading:
    table = entries("plover.toml", "voice", Voice)
    voices = {kind for entry in table for kind in entry.kinds}
    heralded = {modality for entry in table for modality in entry.modality}
    if item.root is not None or item.deed.kind not in voices:
        return item
    for below in completing(tree, item.deed.verb):
        inner = own.get(below)
        if inner is None or inner.root is None or inner.standing.modality not in heralded:
            continue
        if _of_speaker(tree, item.deed.verb, inner):
            return Reading(item.deed, item.standing, inner.root, inner.deed)
    return item


def _of_speaker(tree: Tree, speech: int, inner: Reading) -> bool:
    """Whether the speaker promises or threatens the deed, because no other agent is named; otherwise it is a demand."""
    if inner.standing.modality == "demanded":
        return True
    told = clause(tree, inner.deed.verb).doers
    vague = all(tree.pos[doer] == "PRON" or possessor(tree, doer) is not None for doer in told)
    return vague or not set(told).isdisjoint(clause(tree, speech).subjects)


def root(kind: str, standing: Standing) -> str | None:
    """The root of one report of a deed of this kind."""
    base = KINDS[kind].plover
    for entry in entries("plover.toml", "compose", Composition):
        if (
            (base or "NONE") in entry.roots
            and standing.modality in entry.modality
            and standing.polarity == entry.polarity
            and (not entry.via or standing.via in entry.via)
            and standing.via not in entry.not_via
        ):
            return entry.root
    return base
