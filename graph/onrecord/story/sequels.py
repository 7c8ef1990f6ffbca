"""Articles that stand alone in their time and tell of the people of an earlier story again: its sequels."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from onrecord.story.alike import COMMON, Likeness
from onrecord.weights import weights_of

_W = weights_of("matters")
_SHARED = int(_W["story.sequel"])
_PEOPLE = int(_W["story.people"])


def with_sequels(alike: Likeness, groups: Sequence[Sequence[int]]) -> list[list[int]]:
    """The groups of articles, by their places in `alike`, each with the single articles that are its sequels.

    What became of a story is told a year on: by the people that it names in full, and others or the places with them.
    """
    home = {place: number for number, group in enumerate(groups) for place in group}
    alone = {group[0] for group in groups if len(group) == 1}
    joined = [list(group) for group in groups]
    if not alone or len(alone) == len(groups):
        return joined
    told: dict[int, dict[int, list[bool]]] = defaultdict(lambda: defaultdict(list))
    for telling, places in alike.shared():
        if 1 < len(places) <= COMMON:
            for one in alone.intersection(places):
                for number in {home[other] for other in places if other not in alone}:
                    told[one][number].append(telling)
    for one, shared in sorted(told.items()):
        fitting = [
            (-len(names), number) for number, names in shared.items() if len(names) >= _SHARED and sum(names) >= _PEOPLE
        ]
        if fitting:
            joined[home[one]] = []
            joined[min(fitting)[1]].append(one)
    return [sorted(group) for group in joined if group]
