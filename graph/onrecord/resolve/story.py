"""Makes one story from all analyses of a run: actors first, then statements, then actions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from onrecord import ids
from onrecord.model import Action, Analysis, Disagreement, Judgement, Story, StoryAction, StoryActor, StoryStatement
from onrecord.resolve import actors, disagreements, gazetteer, likeness, local, overrides, places, yearless
from onrecord.resolve.actions import blocking as action_blocking
from onrecord.resolve.actions import folding
from onrecord.resolve.actions import judgement as action_judgement
from onrecord.resolve.actions import merge as action_merge
from onrecord.resolve.actions.context import count_holding
from onrecord.resolve.actions.event_words import facets
from onrecord.resolve.actions.reported import Reported, look_up, to_reported
from onrecord.resolve.actors import merge as actor_merge
from onrecord.resolve.actors import owners, speakers
from onrecord.resolve.clusters import Verdict
from onrecord.resolve.comparing import HERE, Comparer
from onrecord.resolve.corrections import Correction, Subject
from onrecord.resolve.gazetteer import KnownActor
from onrecord.resolve.judgements import telling, to_judgements
from onrecord.resolve.local import LocalAction, LocalActor, LocalStatement
from onrecord.resolve.replay import replay_corrections
from onrecord.resolve.statements import blocking as statement_blocking
from onrecord.resolve.statements import judgement as statement_judgement
from onrecord.resolve.statements import merge as statement_merge
from onrecord.resolve.statements.quoted import Quoted, to_quoted
from onrecord.story.asserted import MENTION
from onrecord.story.index import build_index
from onrecord.story.labels import labelled, told_only
from onrecord.story.publication import trimmed

Locals = Sequence[LocalActor] | Sequence[LocalStatement] | Sequence[LocalAction]
Places = dict[tuple[str, str], str]
"""Story IRIs by article id and local id."""


@dataclass(slots=True)
class _Work:
    """The state of one run, which every stage reads and adds to."""

    base: str
    analyses: list[Analysis]
    found: overrides.Found
    known: gazetteer.Index
    by: Comparer = HERE
    judgements: list[Judgement] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    actor_of: Places = field(default_factory=dict)
    statement_of: Places = field(default_factory=dict)
    action_of: Places = field(default_factory=dict)


def resolve(
    analyses: Iterable[Analysis],
    *,
    base: str = ids.DEFAULT_BASE,
    corrections: Sequence[Correction] = (),
    known_actors: Iterable[KnownActor] = (),
    by: Comparer = HERE,
) -> Story:
    """Resolve all articles of a run. The result does not depend on the order of `analyses`.

    Actions and statements without a recorded account get no labels; `with_meaning` adds them.

    `corrections` are applied (`corrections.load` reads them from a file); `known_actors` (from `gazetteer.load_csv` or
    any other source) give actors their identifiers in external data sets. `by` carries out the costly steps.
    """
    ordered, notes = local.in_order(local.as_read(item) for item in analyses)
    corrected = replay_corrections(ordered, corrections)
    rows = gazetteer.index(known_actors)
    work = _Work(base, corrected.analyses, corrected.found, rows, by, notes=[*notes, *corrected.notes])
    alike = likeness.neighbours(work.analyses, by)
    work.analyses = yearless.completed(work.analyses, alike)
    compared = _compared(work)
    work.actor_of = _iris(compared.locals, by.partition(len(compared.locals), compared.verdicts))
    named = frozenset(work.actor_of[item.ref.article, item.ref.local] for item in compared.locals if item.actor.named)
    printed = _printed(work, named)
    compared.verdicts += speakers.verdicts(printed.clusters(), compared.locals)
    story_actors = _actors(work, compared)
    story_statements = _statements(work, printed)
    story_actions, differing = _actions(work, {item.iri: item for item in story_actors}, alike)
    story = Story(
        base=base,
        analyses=tuple(_with_iris(item, work) for item in work.analyses),
        actors=tuple(story_actors),
        actions=tuple(story_actions),
        statements=tuple(story_statements),
        judgements=(*work.judgements, *overrides.single(work.found, base)),
        disagreements=tuple(differing),
        notes=tuple(work.notes),
    )
    look = build_index(story)
    story = told_only(story, look.of(trimmed(story)))
    story = labelled(story, look.of(story), on_record=True)
    build_index.keep(story, look.of(story))
    return story


def _grouped(
    work: _Work, subject: Subject, locals_: Locals, groups: Sequence[Sequence[int]], kept: Iterable[Verdict]
) -> Places:
    """The story IRI of every member, which is the smallest IRI in its cluster; explanatory verdicts are recorded."""
    story_of = _iris(locals_, groups)
    work.judgements += to_judgements(subject, kept, locals_, work.base)
    work.notes += overrides.contradicted(work.found, subject, story_of)
    return story_of


def _iris(locals_: Locals, groups: Sequence[Sequence[int]]) -> Places:
    found: Places = {}
    for group in groups:
        iri = min(locals_[item].iri for item in group)
        found.update({(locals_[item].ref.article, locals_[item].ref.local): iri for item in group})
    return found


@dataclass(slots=True)
class _Compared:
    """Local actors and the verdicts on them; statements may add verdicts."""

    locals: Sequence[LocalActor]
    verdicts: list[Verdict]
    known: actors.Known


def _compared(work: _Work) -> _Compared:
    locals_ = local.actors(work.analyses, work.base)
    apart = overrides.alone(work.found, "actor", [item.ref for item in locals_])

    def known(family: str, printed: Sequence[str]) -> str | None:
        return gazetteer.known(work.known, family, printed) if work.known else None

    verdicts = actors.verdicts(locals_, work.analyses, known, apart, work.by)
    verdicts += overrides.verdicts(work.found, "actor", [item.ref for item in locals_])
    return _Compared(locals_, verdicts, known)


def _actors(work: _Work, compared: _Compared) -> list[StoryActor]:
    """The actors of the story, from `compared` and from what statements show about them."""
    locals_ = compared.locals
    groups = work.by.partition(len(locals_), compared.verdicts)
    kept = telling(compared.verdicts, groups, "actor")
    work.actor_of = story_of = _grouped(work, "actor", locals_, groups, kept)
    merged = {}
    governs: dict[str, str] = {}

    def text_of(article: int) -> str:
        return work.analyses[article].article.text

    for group in groups:
        item = actor_merge.merged([locals_[place] for place in group], story_of, compared.known, text_of)
        merged[item.iri] = item
        governs.update(dict.fromkeys(actor_merge.state_codes([locals_[place] for place in group]), item.iri))
    merged = _with_states(overrides.put_right(work.found, "actor", merged, story_of), governs)
    merged = owners.with_owners(merged, locals_, story_of, text_of)
    near = _possibly(kept, locals_, story_of)
    return [replace(merged[iri], possibly_same=tuple(sorted(near.get(iri, ())))) for iri in sorted(merged)]


def _with_states(merged: dict[str, StoryActor], governs: dict[str, str]) -> dict[str, StoryActor]:
    """`merged` with governments (`governs`: their IRIs by state code) linked to the states that the story names."""
    states = {places.territory(item.name): iri for iri, item in sorted(merged.items()) if item.type == "State"}
    tied = {iri: states[code] for code, iri in governs.items() if code in states}
    return {iri: replace(item, of_state=tied.get(iri)) for iri, item in merged.items()}


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

    items: Sequence[Quoted]
    verdicts: Sequence[Verdict]
    groups: Sequence[Sequence[int]]

    def clusters(self) -> list[list[Quoted]]:
        """The statements of each group."""
        return [[self.items[place] for place in group] for group in self.groups]


def _printed(work: _Work, named: frozenset[str]) -> _Printed:
    locals_ = local.statements(work.analyses, work.base)
    items = [to_quoted(item, work.analyses[item.article], work.actor_of, named) for item in locals_]
    refs = [item.ref for item in locals_]
    apart = overrides.alone(work.found, "statement", refs)
    verdicts = overrides.without(
        statement_judgement.verdicts(items, statement_blocking.pairs(items, work.by), work.by), apart
    )
    verdicts += overrides.verdicts(work.found, "statement", refs)
    return _Printed(items, verdicts, work.by.partition(len(items), verdicts))


def _statements(work: _Work, printed: _Printed) -> list[StoryStatement]:
    kept = telling(printed.verdicts, printed.groups, "statement")
    locals_ = [item.local for item in printed.items]
    work.statement_of = story_of = _grouped(work, "statement", locals_, printed.groups, kept)
    made = (statement_merge.merged(cluster, work.actor_of, story_of) for cluster in printed.clusters())
    merged = overrides.put_right(work.found, "statement", {item.iri: item for item in made}, story_of)
    return [merged[iri] for iri in sorted(merged)]


def _actions(
    work: _Work, actors_: Mapping[str, StoryActor], alike: Mapping[tuple[int, int], float]
) -> tuple[list[StoryAction], list[Disagreement]]:
    named = frozenset(iri for iri, item in actors_.items() if item.named)
    holding = count_holding(work.analyses)
    matters = likeness.groups(work.analyses, alike, action_judgement.EVEN, work.by)
    looks = [look_up(item, holding, matters[place]) for place, item in enumerate(work.analyses)]
    items = [
        to_reported(item, looks[item.article], work.actor_of, work.statement_of, named)
        for item in local.actions(work.analyses, work.base)
    ]
    refs = [item.local.ref for item in items]
    apart = overrides.alone(work.found, "action", refs)
    verdicts = action_judgement.verdicts(items, action_blocking.pairs(items, alike, work.by), alike, work.by)
    verdicts = overrides.without(verdicts, apart)
    verdicts += overrides.verdicts(work.found, "action", refs)
    told = [facets(item.lemma, item.kind) for item in items]
    groups = work.by.balanced(len(items), verdicts, action_judgement.SAME, told, tolerated=action_judgement.TOLERATED)
    told_once = folding.folded(groups, items, work.analyses, _judged(verdicts))
    kept = [action_judgement.explained(item, items, alike) for item in telling(verdicts, groups, "action")]
    kept, groups = [*kept, *told_once.verdicts], told_once.groups
    items = _as_mentions(work, items, told_once.nouns)
    work.action_of = story_of = _grouped(work, "action", [item.local for item in items], groups, kept)
    merged: dict[str, StoryAction] = {}
    reports: dict[str, disagreements.Reports] = {}
    for group in groups:
        item = action_merge.merged([items[place].local for place in group], work.analyses, work.actor_of, named)
        merged[item.iri] = item
        reports[item.iri] = [(items[place].local.ref, items[place]) for place in group]
    merged = overrides.put_right(work.found, "action", merged, story_of)
    stories = [merged[iri] for iri in sorted(merged)]
    pairs = [(item, reports[item.iri]) for item in stories]
    every = [(item.local.ref, item) for item in items]
    of_actions = disagreements.of_actions(pairs, actors_, work.base)
    of_actions += disagreements.of_opposed(every, work.analyses, story_of, actors_, work.base)
    return stories, disagreements.once(of_actions, disagreements.of_deadlines(every, work.base))


def _judged(verdicts: Iterable[Verdict]) -> frozenset[int]:
    """Positions of items that a person has judged different from others."""
    apart = [item for item in verdicts if item.person and item.decision == "different"]
    return frozenset(place for item in apart for place in (item.left, item.right))


def _as_mentions(work: _Work, items: Sequence[Reported], nouns: frozenset[int]) -> list[Reported]:
    """`items` with those at `nouns` marked, here and in the analyses, as mentions of a deed reported elsewhere.

    Such marks from earlier runs, in which the deed was reported elsewhere, are removed.
    """
    new: dict[tuple[str, str], str] = {}
    for place, item in enumerate(items):
        ref = item.local.ref
        if place in nouns:
            new[ref.article, ref.local] = MENTION
        elif item.local.action.kept_back == MENTION:
            new[ref.article, ref.local] = folding.TOPIC

    def marked(item: Action, article: str) -> Action:
        reason = new.get((article, item.id))
        return item if reason is None else replace(item, kept_back=reason)

    def with_mark(item: Reported) -> Reported:
        action = marked(item.local.action, item.local.ref.article)
        return item if action is item.local.action else replace(item, local=replace(item.local, action=action))

    work.analyses = [
        replace(item, actions=tuple(marked(one, item.article.id) for one in item.actions)) for item in work.analyses
    ]
    return [with_mark(item) for item in items]


def _with_iris(analysis: Analysis, work: _Work) -> Analysis:
    key = analysis.article.id
    return replace(
        analysis,
        actors=tuple(replace(item, iri=work.actor_of[key, item.id]) for item in analysis.actors),
        statements=tuple(replace(item, iri=work.statement_of[key, item.id]) for item in analysis.statements),
        actions=tuple(replace(item, iri=work.action_of[key, item.id]) for item in analysis.actions),
    )
