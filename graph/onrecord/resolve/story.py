"""All analyses of a run become one story: composition of the stages, in the order actors, statements, actions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from onrecord import ids
from onrecord.model import Analysis, Disagreement, Judgement, Story, StoryAction, StoryActor, StoryStatement
from onrecord.resolve import actors, disagreements, likeness, local
from onrecord.resolve.actions import blocking as action_blocking
from onrecord.resolve.actions import judgement as action_judgement
from onrecord.resolve.actions import merge as action_merge
from onrecord.resolve.actions.reported import reported
from onrecord.resolve.actors import merge as actor_merge
from onrecord.resolve.clusters import Verdict, clusters
from onrecord.resolve.judgements import judgements
from onrecord.resolve.local import LocalAction, LocalActor, LocalStatement
from onrecord.resolve.statements import blocking as statement_blocking
from onrecord.resolve.statements import judgement as statement_judgement
from onrecord.resolve.statements import merge as statement_merge
from onrecord.resolve.statements.quoted import quoted

Places = dict[tuple[str, str], str]
"""Story IRIs by article id and local id."""


def resolve(analyses: Iterable[Analysis], *, base: str = ids.DEFAULT_BASE) -> Story:
    """Resolve all articles of a run. The result does not depend on the order of `analyses`."""
    ordered, notes = local.in_order(analyses)
    alike = likeness.neighbours(ordered)
    story_actors, actor_of, actor_judgements = _actors(ordered, base)
    named = frozenset(item.iri for item in story_actors if item.named)
    statements, statement_of, statement_judgements = _statements(ordered, base, actor_of, named)
    actions, action_of, action_judgements, differing = _actions(ordered, base, actor_of, named, alike)
    return Story(
        base=base,
        analyses=tuple(_with_iris(item, actor_of, statement_of, action_of) for item in ordered),
        actors=tuple(story_actors),
        actions=tuple(actions),
        statements=tuple(statements),
        judgements=tuple(actor_judgements + statement_judgements + action_judgements),
        disagreements=tuple(differing),
        notes=tuple(notes),
    )


def _places(
    groups: Iterable[Sequence[LocalActor]] | Iterable[Sequence[LocalStatement]] | Iterable[Sequence[LocalAction]],
) -> Places:
    """The smallest IRI of each group for all its members."""
    found: Places = {}
    for group in groups:
        iri = min(item.iri for item in group)
        found.update({(item.ref.article, item.ref.local): iri for item in group})
    return found


def _actors(analyses: Sequence[Analysis], base: str) -> tuple[list[StoryActor], Places, list[Judgement]]:
    locals_ = local.actors(analyses, base)
    verdicts = actors.verdicts(locals_, analyses)
    groups = [[locals_[item] for item in group] for group in clusters(len(locals_), verdicts)]
    iri_of = _places(groups)
    merged = sorted((actor_merge.merged(group, iri_of) for group in groups), key=lambda item: item.iri)
    return _possibly(merged, verdicts, locals_, iri_of), iri_of, judgements("actor", verdicts, locals_, base)


def _possibly(
    merged: Sequence[StoryActor], verdicts: Iterable[Verdict], locals_: Sequence[LocalActor], iri_of: Places
) -> list[StoryActor]:
    """Story actors with those they may be the same as."""
    near: dict[str, set[str]] = {}
    for verdict in verdicts:
        if verdict.decision == "possibly_same":
            left, right = (
                iri_of[item.ref.article, item.ref.local] for item in (locals_[verdict.left], locals_[verdict.right])
            )
            if left != right:
                near.setdefault(left, set()).add(right)
                near.setdefault(right, set()).add(left)
    return [replace(item, possibly_same=tuple(sorted(near.get(item.iri, ())))) for item in merged]


def _statements(
    analyses: Sequence[Analysis], base: str, actor_of: Places, named: frozenset[str]
) -> tuple[list[StoryStatement], Places, list[Judgement]]:
    locals_ = local.statements(analyses, base)
    items = [quoted(item, analyses[item.article], actor_of, named) for item in locals_]
    verdicts, _ = statement_judgement.verdicts(items, statement_blocking.pairs(items))
    groups = clusters(len(locals_), verdicts)
    iri_of = _places([locals_[item] for item in group] for group in groups)
    merged = [statement_merge.merged(group, locals_, items, actor_of, iri_of) for group in groups]
    return sorted(merged, key=lambda item: item.iri), iri_of, judgements("statement", verdicts, locals_, base)


def _actions(
    analyses: Sequence[Analysis],
    base: str,
    actor_of: Places,
    named: frozenset[str],
    alike: Mapping[tuple[int, int], float],
) -> tuple[list[StoryAction], Places, list[Judgement], list[Disagreement]]:
    locals_ = local.actions(analyses, base)
    items = [reported(item, analyses[item.article], actor_of, named) for item in locals_]
    verdicts = action_judgement.verdicts(items, action_blocking.pairs(items, alike), alike)
    groups = [[locals_[item] for item in group] for group in clusters(len(locals_), verdicts)]
    merged = [(action_merge.merged(group, analyses, actor_of), group) for group in groups]
    merged.sort(key=lambda pair: pair[0].iri)
    differing = disagreements.of_actions(merged, actor_of, named, base)
    return [item for item, _ in merged], _places(groups), judgements("action", verdicts, locals_, base), differing


def _with_iris(analysis: Analysis, actor_of: Places, statement_of: Places, action_of: Places) -> Analysis:
    key = analysis.article.id
    return replace(
        analysis,
        actors=tuple(replace(item, iri=actor_of[key, item.id]) for item in analysis.actors),
        statements=tuple(replace(item, iri=statement_of[key, item.id]) for item in analysis.statements),
        actions=tuple(replace(item, iri=action_of[key, item.id]) for item in analysis.actions),
    )
