"""Clusters of reports become actions of the story. Roles and dates come only from what an article itself asserts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from onrecord.model import Analysis, StoryAction
from onrecord.resolve.actions.reported import GENERIC
from onrecord.resolve.local import LocalAction, copied
from onrecord.story.asserted import is_asserted


def merged(
    cluster: Sequence[LocalAction], analyses: Sequence[Analysis], actor_of: Mapping[tuple[str, str], str]
) -> StoryAction:
    """The story action of `cluster`: what its recorded reports tell, if there are any, else what all of them do."""
    told = [item for item in cluster if item.action.recorded] or cluster
    firm = [item for item in told if is_asserted(item.action)]
    chief = _chief(firm or told)
    iri = min(item.iri for item in cluster)

    def actors(keys: list[tuple[str, str]]) -> tuple[str, ...]:
        return tuple(sorted({actor_of[key] for key in keys if key in actor_of}))

    return StoryAction(
        iri=iri,
        type=chief.action.type,
        plover=chief.action.plover,
        label=copied(analyses[chief.article], chief.action.trigger, " … "),
        agents=actors([(item.ref.article, key) for item in firm for key in item.action.agents]),
        patients=actors([(item.ref.article, key) for item in firm for key in item.action.patients]),
        dates=finest({item.action.date for item in firm if item.action.date}),
        places=actors([(item.ref.article, item.action.place) for item in firm if item.action.place]),
        asserted=bool(firm),
        refs=tuple(sorted(item.ref for item in cluster)),
        replaces=tuple(sorted({item.iri for item in told} - {iri})),
    )


def _chief(cluster: Sequence[LocalAction]) -> LocalAction:
    """The report that speaks for the kind: a telling kind before a generic one, then the commonest, then the surest."""
    kinds = Counter(item.action.type for item in cluster)
    return min(
        cluster,
        key=lambda item: (
            item.action.type in GENERIC,
            -kinds[item.action.type],
            item.action.type,
            -item.action.confidence,
            item.ref,
        ),
    )


def finest(dates: set[str]) -> tuple[str, ...]:
    """Dates without those that a finer one of them says more exactly ("2015" beside "2015-11-30")."""
    return tuple(sorted(one for one in dates if not any(two != one and two.startswith(one) for two in dates)))
