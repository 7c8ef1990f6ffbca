"""Evidence that two reports of different articles tell of two deeds of one kind: other amounts, a denial."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.actor_kinds import PEOPLE, THINGS
from onrecord.model import Feature
from onrecord.resolve.actions.reported import Reported
from onrecord.weights import weights_of

_W = weights_of("actions")


def evidence(left: Reported, right: Reported) -> Iterator[Feature]:
    """All of it; nothing for two reports of one article, which knows how many deeds it tells of."""
    if left.article == right.article:
        return
    for found in (_sort(left, right), _amount(left, right), _denied(left, right)):
        if found is not None:
            yield found


def of_other_sorts(left: Reported, right: Reported) -> bool:
    """Whether the one was done to people, the other to things: "hit a walker", "hit two parked cars"."""
    one, two = left.undergone_by, right.undergone_by
    if not one or not two:
        return False
    return (one <= PEOPLE and two <= THINGS) or (two <= PEOPLE and one <= THINGS)


def _sort(left: Reported, right: Reported) -> Feature | None:
    """What speaks against one deed if that is so."""
    if not of_other_sorts(left, right):
        return None
    return Feature("patient", _W["patient.other_sort"], "the one was done to people, the other to things")


def _amount(left: Reported, right: Reported) -> Feature | None:
    """Whether other amounts of one unit stand behind one word of no known kind: "spent 4 years", "spent 19 years"."""
    if left.lemma != right.lemma or left.kind or right.kind or not left.amounts.isdisjoint(right.amounts):
        return None
    units = {unit for unit, _ in left.amounts} & {unit for unit, _ in right.amounts}
    return Feature("amount", _W["amount.other"], f"other amounts of {min(units)!r}") if units - {""} else None


def _denied(left: Reported, right: Reported) -> Feature | None:
    """Whether one report denies something else than what the other affirms: the words differ too."""
    if left.polarity == right.polarity or left.lemma == right.lemma:
        return None
    return Feature("denied", _W["denied.other_word"], "one report denies it, in another word")
