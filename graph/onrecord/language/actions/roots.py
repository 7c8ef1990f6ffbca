"""The PLOVER root of each report: that of its kind, or what a promise, a threat, a demand of the deed comes to."""

from __future__ import annotations

from typing import Any

from onrecord import resources
from onrecord.language.actions import lexicon
from onrecord.language.actions.deeds import Deed
from onrecord.language.actions.stand import Standing
from onrecord.language.tree import Tree


def roots(tree: Tree, found: list[Deed], standings: list[Standing]) -> list[str | None]:
    """One root a deed, in the order of `found`.

    A verb of saying or deciding without a root of its own takes over that of a promise, threat or demand it announces.
    """
    own = [root(deed.kind, standing) for deed, standing in zip(found, standings, strict=True)]
    table = resources.toml("lexicons", "action_plover.toml")
    voices = {kind for entry in table["voice"] for kind in entry["kinds"]}
    heralded = {modality for entry in table["voice"] for modality in entry["modality"]}
    by_verb = {deed.verb: place for place, deed in enumerate(found)}
    made = list(own)
    for place, deed in enumerate(found):
        if own[place] is not None or not (deed.kind in voices or deed.rule == "verb:speech"):
            continue
        for kid in tree.kids(deed.verb, "ccomp", "xcomp"):
            below = by_verb.get(kid)
            below = below if below is not None else _deeper(tree, kid, by_verb)
            if below is not None and standings[below].modality in heralded:
                made[place] = own[below]
    return made


def _deeper(tree: Tree, token: int, by_verb: dict[int, int]) -> int | None:
    """The deed below a copula and its adjective ("is willing to withdraw")."""
    for kid in tree.kids(token, "acomp", "attr", "xcomp"):
        for word in (kid, *tree.kids(kid, "xcomp", "acl")):
            if word in by_verb:
                return by_verb[word]
    return None


def root(kind: str, standing: Standing) -> str | None:
    """The root of one report of a deed of this kind."""
    base = lexicon.plover()[kind]
    entry: dict[str, Any]
    for entry in resources.toml("lexicons", "action_plover.toml")["compose"]:
        if (
            base in entry["roots"]
            and standing.modality in entry["modality"]
            and standing.polarity == entry.get("polarity", "positive")
            and standing.via in entry.get("via", (standing.via,))
            and standing.via not in entry.get("not_via", ())
        ):
            return str(entry["root"])
    return base
