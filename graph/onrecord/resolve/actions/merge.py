"""Merges clusters of reports into story actions. Roles and dates come only from reports that an article asserts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence

from onrecord.model import Article, StoryAction
from onrecord.resolve.actions.reported import GENERIC
from onrecord.resolve.local import LocalAction
from onrecord.spans import words_of
from onrecord.story import reading
from onrecord.story.asserted import is_asserted


def merged(
    cluster: Sequence[LocalAction],
    articles: Sequence[Article],
    actor_of: Mapping[tuple[str, str], str],
    named: Container[str] = (),
) -> StoryAction:
    """The story action of `cluster`, made from its recorded reports or, if there are none, from all of them.

    `named` are the IRIs of actors with names.
    """
    told = [item for item in cluster if item.action.recorded] or cluster
    firm = [item for item in told if is_asserted(item.action)]
    known = _known(firm or told)
    iri = min(item.iri for item in cluster)

    def actors(article: str, keys: Iterable[str | None]) -> list[str]:
        return sorted({actor_of[article, key] for key in keys if key and (article, key) in actor_of})

    chief = reading.chief(
        [
            reading.told(
                item.ref,
                item.action,
                actors(item.ref.article, item.action.agents),
                actors(item.ref.article, item.action.patients),
                named,
            )
            for item in firm or told
        ],
        known.action.type,
        reading.dated((item.ref, item.action) for item in cluster),
    )
    return StoryAction(
        iri=iri,
        type=known.action.type,
        plover=known.action.plover,
        label=words_of(articles[known.article].text, known.action.trigger, " … ", exact=True),
        agents=tuple(sorted(chief.agents)) if firm else (),
        patients=tuple(sorted(chief.patients)) if firm else (),
        dates=finest({item.action.date for item in firm if item.action.date}),
        places=tuple(sorted({place for item in firm for place in actors(item.ref.article, [item.action.place])})),
        asserted=bool(firm),
        refs=tuple(sorted(item.ref for item in cluster)),
        chief=chief.ref,
        replaces=tuple(sorted({item.iri for item in told} - {iri})),
    )


def _known(cluster: Sequence[LocalAction]) -> LocalAction:
    """The report that decides the kind: specific before generic, then the most frequent, then the most confident."""
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
    """Dates without those that another gives more precisely ("2015" if there is "2015-11-30")."""
    return tuple(sorted(one for one in dates if not any(two != one and two.startswith(one) for two in dates)))
