"""The words that name a deed: its own, and those of the deed below it that tells what it comes to.

"Demanded" alone does not tell what the ministers did to the army if they "demanded the withdrawal of the army"; the
army is only found through the withdrawal. So an order or a demand is named together with the deed that is ordered, and
whatever takes its patients or its class from the deed below it together with that one.
"""

from __future__ import annotations

from onrecord.language.actions.complements import places
from onrecord.language.actions.deeds import Deed
from onrecord.language.actions.roles import acted_on
from onrecord.language.actions.stand import UNDER, Standing
from onrecord.language.syntax.control import subjects
from onrecord.language.syntax.tree import Tree
from onrecord.language.syntax.voice import is_passive

_CHAIN = 3
"""How many deeds below it a trigger names at most: "decided to allow the army to withdraw"."""
_CHARGE = "alleged"
"""The entry of the operators whose deed below is what somebody is accused of."""


def triggers(
    tree: Tree, found: list[Deed], standings: list[Standing], patients: list[list[int]], sources: dict[int, int]
) -> list[tuple[int, ...]]:
    """The tokens that name each deed, in the order of `found`; what is named as a patient is not named twice.

    `sources` tells, by place, from which deed below it a deed has its class or its patients.
    """
    inner = _under(tree, found, standings)
    by_word = places(found)
    for place, deed in enumerate(found):
        thing = _thing(tree, deed, by_word)
        if thing is not None:
            inner[place] = thing
    inner |= sources
    inner = {place: below for place, below in inner.items() if found[below].head not in patients[place]}
    return [_words(found, inner, place) for place in range(len(found))]


def _under(tree: Tree, found: list[Deed], standings: list[Standing]) -> dict[int, int]:
    """By the place of each order, demand, threat, plan or charge: the place of the first deed that stands under it."""
    by_word = places(found)
    made: dict[int, int] = {}
    for place, standing in enumerate(standings):
        above = by_word.get(standing.operator) if standing.operator is not None else None
        if tree.dep[found[place].verb] == "advcl":
            continue  # a purpose names no other deed
        if above is not None and (standing.modality in UNDER or standing.via == _CHARGE):
            made.setdefault(above, place)
    return made


def _thing(tree: Tree, deed: Deed, by_word: dict[int, int]) -> int | None:
    """The deed that a verb acts upon whose patients are whoever does that or suffers it ("rejected the request")."""
    if deed.verb_frame is None or not deed.verb_frame.through:
        return None
    heads = subjects(tree, deed.verb) if is_passive(tree, deed.verb) else acted_on(tree, deed)
    return next((by_word[head] for head in heads if head in by_word), None)


def _words(found: list[Deed], inner: dict[int, int], place: int) -> tuple[int, ...]:
    chain = [place]
    while len(chain) <= _CHAIN and (below := inner.get(chain[-1])) is not None and below not in chain:
        chain.append(below)
    return tuple(sorted({token for item in chain for token in found[item].tokens}))
