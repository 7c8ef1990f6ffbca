"""The PLOVER root of each report: that of its kind, or what a promise, a threat, a demand of the deed comes to."""

from __future__ import annotations

from onrecord.language.actions import lexicon
from onrecord.language.actions.complements import below
from onrecord.language.actions.deeds import Deed
from onrecord.language.actions.stand import Standing
from onrecord.language.lexicon.files import entries
from onrecord.language.lexicon.records import Composition, Voice
from onrecord.language.syntax.control import doers, subjects
from onrecord.language.syntax.tree import Tree


def roots(tree: Tree, found: list[Deed], standings: list[Standing]) -> tuple[list[str | None], dict[int, int]]:
    """One root a deed, in the order of `found`.

    A verb of saying or deciding without a root of its own takes over that of a promise, threat or demand it announces:
    by the place of each such verb, the place of the deed whose root it has.
    """
    own = [root(deed.kind, standing) for deed, standing in zip(found, standings, strict=True)]
    table = entries("plover.toml", "voice", Voice)
    voices = {kind for entry in table for kind in entry.kinds}
    heralded = {modality for entry in table for modality in entry.modality}
    by_verb = {deed.verb: place for place, deed in enumerate(found)}
    made, announced = list(own), {}
    for place, deed in enumerate(found):
        if own[place] is not None or deed.kind not in voices:
            continue
        for kid in below(tree, deed.verb):
            inner = by_verb.get(kid)
            if (
                inner is not None
                and own[inner] is not None
                and standings[inner].modality in heralded
                and _of_speaker(tree, deed.verb, found[inner].verb, standings[inner])
            ):
                made[place], announced[place] = own[inner], inner
                break
    return made, announced


def _of_speaker(tree: Tree, speech: int, verb: int, standing: Standing) -> bool:
    """Whether who speaks promises or threatens the deed: it is not that of a named other; a demand is of others."""
    if standing.modality == "demanded":
        return True
    told = doers(tree, verb)
    return all(tree.pos[doer] == "PRON" or tree.child(doer, "poss") is not None for doer in told) or not set(
        told
    ).isdisjoint(subjects(tree, speech))


def root(kind: str, standing: Standing) -> str | None:
    """The root of one report of a deed of this kind."""
    base = lexicon.plover()[kind]
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
