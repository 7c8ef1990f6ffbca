"""Whether two reports are of one doing: the same deed by the same actor to the same thing, merged or not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Literal, get_args

from onrecord.days import fits
from onrecord.resolve.actions import features
from onrecord.resolve.actions.features import FACT
from onrecord.resolve.actions.reported import Reported
from onrecord.value_groups import is_nominal
from onrecord.weights import weights_of
from onrecord.word_sets import word_set

Untold = Literal["harm", "in_passing", "nobody", "unclear", "unsaid", "incomplete"]
"""Reasons for keeping a report off the record although its verb reports a deed."""
_TOLD = frozenset(get_args(Untold))
_OTHER_PATIENT = weights_of("actions")["patient.other"]


def tells(item: Reported) -> bool:
    """Whether a verb reports a deed; the report may be off the record, as if its agent has no name."""
    action = item.local.action
    told = action.recorded or action.kept_back in _TOLD
    return told and not is_nominal(action)


def is_fact(item: Reported) -> bool:
    """Whether a verb reports the deed as done or not done."""
    return item.modality in FACT and tells(item)


def doers_of(item: Reported) -> frozenset[str]:
    """The named agents, or else the head words of the agents' phrases."""
    return (item.agents & item.named) or item.agent_heads


def objects_of(item: Reported) -> frozenset[str]:
    """The named patients, or else the head words of their phrases: "the gems of the crown" gives gems."""
    return (item.patients & item.named) or item.patient_heads


def is_same(one: Reported, two: Reported) -> bool:
    """Whether agent and object agree as far as both are given, and time and place are compatible.

    One is reported as done and the other as not done, so that an object of which there are many says little: "they
    attacked a hundred ships" and "were kept from attacking a ship".
    """
    doers, objects = _share(_all_doers(one), _all_doers(two)), _share(objects_of(one), objects_of(two))
    objects = objects or (bool(_things(one) & _things(two)) if objects is False else None)
    if doers is False or objects is False or not (doers or objects):
        return False
    if doers and objects is None and not (_all_doers(one) & _all_doers(two) & one.doing):
        return False
    if objects and doers is None and not (one.touched & two.touched):
        return False
    none = two.of_none and bool(doers) and two.theme in _things(one)
    if objects and not none and not (one.touched & two.touched) and _any_of_many(one, two):
        return False
    known = bool((one.named | one.touched) & (two.named | two.touched))
    return (known or in_one_matter(one, two)) and at_once(one, two, denied=one.article == two.article)


def _things(item: Reported) -> frozenset[str]:
    """The head words of what it was done to, and of what its verb has right behind it."""
    return item.patient_heads | ({item.theme} - {""})


def is_told_of_one(given: Mapping[str, Sequence[Reported]]) -> bool:
    """Whether reports with different values have a participant in common, so that they may be of one deed.

    Somebody with a name is not anybody of a kind ("a player").
    """
    sides = [frozenset().union(*(_participants(item) for item in items)) for items in given.values()]
    return all(not one.isdisjoint(two) for one, two in combinations(sides, 2))


def _participants(item: Reported) -> frozenset[str]:
    return ((item.agents | item.patients) & item.named) | (item.agent_heads | item.patient_heads) - item.indefinite


def is_one_deed(one: Reported, two: Reported) -> bool:
    """Whether two reports of a deed done are of one deed, whatever day and place they give.

    One may leave out the agent, but what it was done to must be the same named actor, or the same thing by the same
    agent; a deed without an object must have a named agent and not be one that is done again and again. An unnamed
    agent or thing is the same only at the same place.
    """
    if one.kind != two.kind or one.article == two.article or not in_one_matter(one, two) or _differ(one, two):
        return False
    doers, objects = _shared(doers_of(one), doers_of(two)), _shared(objects_of(one), objects_of(two))
    if one.below or two.below:
        return not one.below.isdisjoint(two.below) and bool(doers)
    again = one.lemma in word_set("everyday_deed", "common_deed", "done_again")
    if again or doers is False or objects is False:
        return False
    named = one.touched & two.touched & (one.patients | two.patients)
    return bool(named) or _same_parties(one, two, doers=doers, objects=objects)


def _same_parties(one: Reported, two: Reported, *, doers: bool | None, objects: bool | None) -> bool:
    """Whether a deed to nobody with a name is the same by whoever does it, or by where it is done."""
    if _any_of_many(one, two):
        return False
    if doers and (one.doing & two.doing):
        return bool(objects) or not (objects_of(one) or objects_of(two))
    return bool(doers or objects) and one.place is not None and one.place == two.place


def _differ(one: Reported, two: Reported) -> bool:
    """Whether the numbers, victims or objects of two reports show that they are of two deeds."""
    numbers = dict(one.numbers)
    if any(head in numbers and numbers[head] != number for head, number in two.numbers):
        return True
    patient = features.patients(one, two)
    return patient is not None and patient.score <= _OTHER_PATIENT


def _any_of_many(one: Reported, two: Reported) -> bool:
    """Whether the unnamed object of either may be any one of its kind ("a ship", "a hundred ships")."""
    shared = one.patient_heads & two.patient_heads
    same_number = bool(set(one.numbers) & set(two.numbers))
    return bool(shared & (one.indefinite | two.indefinite)) and not same_number


def _share(left: frozenset[str], right: frozenset[str]) -> bool | None:
    """Whether two sets have a common element; None if both are empty."""
    return None if not left and not right else not left.isdisjoint(right)


def _shared(left: frozenset[str], right: frozenset[str]) -> bool | None:
    """Whether two sets have a common element; None if either is empty."""
    return None if not left or not right else not left.isdisjoint(right)


def _all_doers(item: Reported) -> frozenset[str]:
    """As `doers_of`, with the named actors in the phrases of the agents: "the rebels of the Sanga Front"."""
    return doers_of(item) | item.doing


def in_one_matter(one: Reported, two: Reported) -> bool:
    """Whether their articles are about one matter."""
    return one.matter == two.matter >= 0


def at_once(one: Reported, two: Reported, *, denied: bool = False) -> bool:
    """Whether the times and the places that two reports give are compatible.

    That it was `denied` in the same article is news, and the deed may be long past.
    """
    first, second = one.date or one.partial, two.date or two.partial
    if first and second:
        if not (first.startswith(second) or second.startswith(first) or fits(first, second)):
            return False
    elif (first or second) and (one.date or two.date) and not denied:
        told, other = (one, two) if one.date else (two, one)
        year = (other.published or "")[:4]
        if year and (told.date or "")[:4] < year:  # in one report it is long past, in the other it is news
            return False
    return one.place is None or two.place is None or one.place == two.place
