"""Makes one story from all analyses of a run: actors first, then statements, then actions."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from onrecord import ids
from onrecord.at_hand import ByName, known_words
from onrecord.model import Analysis, Story, StoryActor, StoryStatement
from onrecord.resolve import actors, gazetteer, likeness, local, overrides, places, yearless
from onrecord.resolve.actions import stage as action_stage
from onrecord.resolve.actors import merge as actor_merge
from onrecord.resolve.actors import owners, speakers
from onrecord.resolve.clusters import Verdict
from onrecord.resolve.comparing import HERE, Comparer
from onrecord.resolve.corrections import Correction
from onrecord.resolve.gazetteer import KnownActor
from onrecord.resolve.homes import tabled
from onrecord.resolve.judgements import telling
from onrecord.resolve.local import LocalActor
from onrecord.resolve.replay import replay_corrections
from onrecord.resolve.statements import blocking as statement_blocking
from onrecord.resolve.statements import judgement as statement_judgement
from onrecord.resolve.statements import merge as statement_merge
from onrecord.resolve.statements.quoted import Quoted, to_quoted
from onrecord.resolve.work import Places, Work, grouped, put_aside
from onrecord.shelf import Seen, Shelf, in_order
from onrecord.story.index import build_index
from onrecord.story.labels import labelled
from onrecord.story.pages import put_aside as put_aside_analyses
from onrecord.story.publication import trimmed
from onrecord.story.shown_lines import marked


def resolve(  # noqa: PLR0913  # what a run is made of, each by name
    analyses: Iterable[Analysis],
    *,
    base: str = ids.DEFAULT_BASE,
    corrections: Sequence[Correction] = (),
    known_actors: Iterable[KnownActor] = (),
    by: Comparer = HERE,
    labels: bool = True,
) -> Story:
    """Resolve all articles of a run. The result does not depend on the order of `analyses`.

    Actions and statements without a recorded account get no labels, and none does without `labels`; `with_meaning`
    adds them.

    `corrections` are applied (`corrections.load` reads them from a file); `known_actors` (from `gazetteer.load_csv` or
    any other source) give actors their identifiers in external data sets. `by` carries out the costly steps.
    """
    work = _begun(analyses, base, corrections, by)
    work.known = gazetteer.index(known_actors)
    story = _resolved(work)
    story = marked(story, build_index(trimmed(story)))
    if not labels:
        return story
    look = build_index(story)
    story = labelled(story, look, on_record=True)
    build_index.keep(story, look.of(story))
    return story


def _begun(analyses: Iterable[Analysis], base: str, corrections: Sequence[Correction], by: Comparer) -> Work:
    read = put_aside_analyses(yearless.as_read(local.as_read(item)) for item in analyses)
    ordered, notes = local.in_order(read)
    corrected = replay_corrections(ordered, corrections)
    return Work(base, corrected.analyses, corrected.found, {}, by, notes=[*notes, *corrected.notes])


def _resolved(work: Work) -> Story:
    """The story without labels."""
    alike = likeness.neighbours(work.analyses, work.by)
    work.analyses = yearless.completed(work.analyses, alike)
    compared = _compared(work)
    groups = work.by.partition(len(compared.locals), compared.verdicts)
    work.actor_of = tabled(compared.locals, groups, work.articles)
    named = known_words(work.actor_of[item.ref.article, item.ref.local] for item in compared.locals if item.actor.named)
    printed = _printed(work, named)
    for verdict in speakers.verdicts(printed.clusters(), compared.locals):
        compared.verdicts.add(verdict)
    story_actors = _actors(work, compared)
    story_statements = _statements(work, printed)
    del compared, printed, named  # what follows needs none of it
    story_actions, differing = action_stage.resolved(work, ByName(story_actors, _iri), alike)
    for judgement in overrides.single(work.found, work.base):
        work.judgements.add(judgement)
    return Story(
        base=work.base,
        analyses=work.analyses.changed(lambda item: _with_iris(item, work)),
        actors=story_actors,
        actions=story_actions,
        statements=story_statements,
        judgements=work.judgements,
        disagreements=tuple(differing),
        notes=tuple(work.notes),
    )


def _iri(item: StoryActor | StoryStatement) -> str:
    return item.iri


@dataclass(slots=True)
class _Compared:
    """Local actors and the verdicts on them; statements may add verdicts."""

    locals: Shelf[LocalActor]
    verdicts: Shelf[Verdict]
    known: actors.Known


def _compared(work: Work) -> _Compared:
    locals_ = Shelf(LocalActor, local.actors(work.analyses, work.base))
    refs = Seen(locals_, lambda item: item.ref)
    apart = overrides.alone(work.found, "actor", refs)

    def known(family: str, printed: Sequence[str]) -> str | None:
        return gazetteer.known(work.known, family, printed) if work.known else None

    verdicts = actors.verdicts(locals_, work.analyses, known, apart, work.by)
    return _Compared(locals_, put_aside(verdicts, overrides.verdicts(work.found, "actor", refs)), known)


def _actors(work: Work, compared: _Compared) -> Shelf[StoryActor]:
    """The actors of the story, from `compared` and from what statements show about them."""
    locals_ = compared.locals
    groups = work.by.partition(len(locals_), compared.verdicts)
    kept = telling(compared.verdicts, groups, "actor")
    work.actor_of = story_of = grouped(work, "actor", locals_, groups, kept)
    governs: dict[str, str] = {}

    def text_of(article: int) -> str:
        return work.texts[article].text

    def merged() -> Iterator[StoryActor]:
        for group in groups:
            cluster = [locals_[place] for place in group]
            item = actor_merge.merged(cluster, story_of, compared.known, text_of)
            governs.update(dict.fromkeys(actor_merge.state_codes(cluster), item.iri))
            yield item

    made = Shelf(StoryActor, overrides.put_right(work.found, "actor", merged(), story_of))
    made = owners.with_owners(_with_states(made, governs), locals_, story_of, text_of)
    near = _possibly(kept, locals_, story_of)
    whole = (replace(item, possibly_same=tuple(sorted(near[item.iri]))) if item.iri in near else item for item in made)
    return in_order(StoryActor, whole, _iri)


def _with_states(made: Shelf[StoryActor], governs: dict[str, str]) -> Shelf[StoryActor]:
    """`made` with governments (`governs`: their IRIs by state code) linked to the states that the story names."""
    states = dict(sorted((item.iri, item.name) for item in made if item.type == "State"))
    states = {places.territory(name) or "": iri for iri, name in states.items()}
    tied = {iri: states[code] for code, iri in governs.items() if code in states}
    return made.changed(lambda item: replace(item, of_state=tied[item.iri]) if item.iri in tied else item)


def _possibly(verdicts: Iterable[Verdict], locals_: Sequence[LocalActor], story_of: Places) -> dict[str, set[str]]:
    """For each story actor, the actors that may be the same."""
    near: dict[str, set[str]] = {}
    for verdict in verdicts:
        if verdict.decision == "possibly_same":
            one, two = locals_[verdict.left].ref, locals_[verdict.right].ref
            left, right = story_of[one.article, one.local], story_of[two.article, two.local]
            if left != right:
                near.setdefault(left, set()).add(right)
                near.setdefault(right, set()).add(left)
    return near


@dataclass(frozen=True, slots=True)
class _Printed:
    """Statements in the form for comparison, and their groups."""

    items: Shelf[Quoted]
    verdicts: Shelf[Verdict]
    groups: Sequence[Sequence[int]]

    def clusters(self) -> Iterator[list[Quoted]]:
        """The statements of each group."""
        return ([self.items[place] for place in group] for group in self.groups)


def _printed(work: Work, named: Container[str]) -> _Printed:
    locals_ = local.statements(work.analyses, work.base)
    items = Shelf(
        Quoted, (to_quoted(item, work.analyses[item.article], work.actor_of, named) for item in locals_), row=1
    )
    refs = Seen(items, lambda item: item.local.ref)
    apart = overrides.alone(work.found, "statement", refs)
    judged = statement_judgement.verdicts(items, statement_blocking.pairs(items, work.by), work.by)
    verdicts = put_aside(overrides.without(judged, apart), overrides.verdicts(work.found, "statement", refs))
    return _Printed(items, verdicts, work.by.partition(len(items), verdicts))


def _statements(work: Work, printed: _Printed) -> Shelf[StoryStatement]:
    kept = telling(printed.verdicts, printed.groups, "statement")
    locals_ = Seen(printed.items, lambda item: item.local)
    work.statement_of = story_of = grouped(work, "statement", locals_, printed.groups, kept)
    made = (statement_merge.merged(cluster, work.actor_of, story_of) for cluster in printed.clusters())
    return in_order(StoryStatement, overrides.put_right(work.found, "statement", made, story_of), _iri)


def _with_iris(analysis: Analysis, work: Work) -> Analysis:
    place = work.articles[analysis.article.id]
    actors_, statements, actions = (of.of(place) for of in (work.actor_of, work.statement_of, work.action_of))
    return replace(
        analysis,
        actors=tuple(replace(item, iri=actors_[item.id]) for item in analysis.actors),
        statements=tuple(replace(item, iri=statements[item.id]) for item in analysis.statements),
        actions=tuple(replace(item, iri=actions[item.id]) for item in analysis.actions),
    )
