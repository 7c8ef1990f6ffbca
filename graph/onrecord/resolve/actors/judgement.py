"""From features to a verdict: same, different, possibly the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.model import Decision, Feature
from onrecord.resolve.actors.features import FEATURES
from onrecord.resolve.actors.name_features import Run
from onrecord.resolve.actors.profiles import Profile
from onrecord.resolve.clusters import Verdict, promise, total
from onrecord.resolve.comparing import HERE, Comparer
from onrecord.weights import weights_of

_W = weights_of("actors")


def judge(left: Profile, right: Profile, run: Run) -> tuple[Decision, float, tuple[Feature, ...]] | None:
    """Decision, score and features for two profiles; None if their names have nothing in common."""
    first = FEATURES[0](left, right, run)
    if first is None or (-1 < first.score < _W["floor"] and not left.known & right.known):
        return None
    others = tuple(rule(left, right, run) for rule in FEATURES[1:])
    features = (first, *(item for item in others if item is not None))
    score = -1.0 if first.score <= -1 else total(features)
    if score >= _W["same"]:
        return "same", score, features
    return ("possibly_same" if score >= _W["possible"] else "different"), score, features


class Judge:
    """Gives a verdict on two profiles; None if their names are not similar enough to be considered."""

    def __init__(self, run: Run) -> None:
        self.run = run

    def __call__(self, one: Profile, two: Profile, left: int, right: int) -> Verdict | None:
        """The verdict on `one` and `two`, which stand at `left` and `right`."""
        judged = judge(one, two, self.run)
        if judged is None:
            return None
        decision, score, features = judged
        hope = promise(features) + (_W["promise.surname"] if features[0].score <= -1 else 0.0)
        return Verdict(left, right, decision, score, features, "actor-evidence", promise=hope)


def verdicts(
    profiles: Sequence[Profile], pairs: Sequence[tuple[int, int]], run: Run, by: Comparer = HERE
) -> Iterable[Verdict]:
    """Verdicts on all candidate pairs whose names are similar enough to be considered."""
    return by.compared(Judge(run), profiles, pairs)
