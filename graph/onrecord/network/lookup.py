"""Look-ups over a story: from the things of the whole story to what single articles say of them, and back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from onrecord.model import Action, Actor, Analysis, Ref, Spans, Statement, Story, StoryAction

ActionMode = Literal["asserted", "said", "planned", "denied"]

FAMILIES = {
    "Person": "person",
    "State": "state",
    "GovernmentBody": "state",
    "Ministry": "state",
    "RegulatoryAgency": "state",
    "IntelligenceAgency": "state",
    "Company": "company",
    "CivilSocietyOrganization": "society",
    "Organization": "society",
    "Outlet": "outlet",
    "Group": "group",
    "Product": "object",
    "Place": "object",
    "Thing": "object",
}
"""Seven families of kinds: as many colours as an eye keeps apart."""


@dataclass(frozen=True, slots=True)
class Lookup:
    """What refs point at, and which thing of the story a local id belongs to."""

    articles: dict[str, int]
    analyses: tuple[Analysis, ...]
    actors: dict[Ref, Actor]
    actions: dict[Ref, Action]
    statements: dict[Ref, Statement]
    cues: dict[str, Spans]
    """The cues of all statements of an article."""
    actor_of: dict[Ref, str]
    action_of: dict[Ref, str]
    statement_of: dict[Ref, str]

    def owners(self, article: str, locals_: Iterable[str]) -> tuple[str, ...]:
        """IRIs of the story actors that the local ids of one article stand for; unknown ids are passed over."""
        found = (self.actor_of.get(Ref(article, local)) for local in locals_)
        return tuple(dict.fromkeys(iri for iri in found if iri is not None))


def lookup(story: Story) -> Lookup:
    """Index `story` once; the other functions of this package take the result."""
    return Lookup(
        articles={analysis.article.id: number for number, analysis in enumerate(story.analyses)},
        analyses=story.analyses,
        actors={Ref(a.article.id, item.id): item for a in story.analyses for item in a.actors},
        actions={Ref(a.article.id, item.id): item for a in story.analyses for item in a.actions},
        statements={Ref(a.article.id, item.id): item for a in story.analyses for item in a.statements},
        cues={a.article.id: tuple(span for item in a.statements for span in item.cue) for a in story.analyses},
        actor_of={ref: item.iri for item in story.actors for ref in item.refs},
        action_of={ref: item.iri for item in story.actions for ref in item.refs},
        statement_of={ref: item.iri for item in story.statements for ref in item.refs},
    )


def reports(action: StoryAction, index: Lookup) -> list[tuple[Ref, Action]]:
    """The reports of `action`, in the order of its refs."""
    return [(ref, index.actions[ref]) for ref in action.refs if ref in index.actions]


def is_speech(action: StoryAction, index: Lookup) -> bool:
    """Whether every report of `action` is the cue of a statement ("said", "told"): the statement shows it already."""
    told = reports(action, index)
    return bool(told) and all(_on(report.trigger, index.cues.get(ref.article, ())) for ref, report in told)


def _on(spans: Spans, cues: Spans) -> bool:
    return any(start < cue[1] and cue[0] < end for start, end in spans for cue in cues)


def participants(action: StoryAction, index: Lookup) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Agents and patients to draw: those of an asserted action, else those of its chief report: never of two."""
    if action.asserted and (action.agents or action.patients):
        return action.agents, action.patients
    chief = action.chief or action.refs[0]
    if chief not in index.actions:
        return (), ()
    report = index.actions[chief]
    return index.owners(chief.article, report.agents), index.owners(chief.article, report.patients)


def mode(action: StoryAction, index: Lookup) -> ActionMode:
    """Whether an article asserts the action, somebody said it, it is no more than planned, or it is denied."""
    if action.asserted:
        return "asserted"
    told = [report for _, report in reports(action, index)]
    if any(r.polarity == "positive" and r.modality == "asserted" for r in told):
        return "said"
    if any(r.polarity == "positive" for r in told):
        return "planned"
    return "denied" if told else "said"


def action_label(action: StoryAction, index: Lookup) -> str:
    """The action's own words, with "not" before what is denied and the modality behind what is not asserted."""
    words = " ".join((action.predicate or action.label or action.type).split())
    if action.predicate:  # its form says whether it was done, planned, denied
        return words
    found = mode(action, index)
    if found == "denied":
        return f"not {words}"
    if found != "planned":
        return words
    modalities = (r.modality for _, r in reports(action, index) if r.polarity == "positive")
    return f"{words} ({next((m for m in modalities if m != 'asserted'), 'planned')})"
