"""Look-ups over a story: from the things of the story to what single articles say about them, and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from onrecord.action_kinds import SAY
from onrecord.at_hand import ByName, Looked
from onrecord.model import Action, Actor, Analysis, Ref, Span, Spans, Statement, Story, StoryAction
from onrecord.spans import words_of
from onrecord.story.article_order import by_article
from onrecord.story.asserted import is_asserted
from onrecord.story.caching import once_a_story
from onrecord.story.index import build_index
from onrecord.story.pages import ByArticle
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import word_set

ActionMode = Literal["asserted", "said", "planned", "denied"]
MODES: tuple[ActionMode, ...] = ("asserted", "said", "planned", "denied")
"""Firmest first."""

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
    """Resolves refs, and maps local ids to the story's things."""

    articles: Mapping[str, int]
    """The place of each article."""
    analyses: Mapping[str, Analysis]
    """By article id."""
    actors: Mapping[Ref, Actor]
    actions: Mapping[Ref, Action]
    statements: Mapping[Ref, Statement]
    cues: Mapping[str, Spans]
    """The cues of all statements of an article."""
    homes: Mapping[Ref, str]
    """The IRI of the story's node for what an article has."""
    names: Mapping[str, str]
    """Names of the story's actors by IRI."""

    def text(self, article: str) -> str:
        """The text of an article."""
        return self.analyses[article].article.text

    def owners(self, article: str, locals_: Iterable[str]) -> tuple[str, ...]:
        """IRIs of the story actors that the local ids of one article stand for; unknown ids are skipped."""
        found = (self.homes.get(Ref(article, local)) for local in locals_)
        return tuple(dict.fromkeys(iri for iri in found if iri is not None))


@once_a_story
def build_lookup(story: Story) -> Lookup:
    """Index `story` once; the other functions of this package take the result."""
    look = build_index(story)
    return Lookup(
        articles=look.positions,
        analyses=look.analyses,
        actors=look.actors,
        actions=look.actions,
        statements=look.statements,
        cues=ByArticle(look.analyses, lambda item: tuple(span for said in item.statements for span in said.cue)),
        homes=look.homes,
        names=Looked(ByName(story.actors, lambda item: item.iri), lambda item: item.name),
    )


def reports(action: StoryAction, index: Lookup) -> list[tuple[Ref, Action]]:
    """The reports of `action`, in the order of its refs."""
    return [(ref, index.actions[ref]) for ref in action.refs if ref in index.actions]


def is_speech(action: StoryAction, index: Lookup) -> bool:
    """Whether `action` is plain saying and all its reports are cues of statements, so that these already show it.

    Asking and ordering are more than saying and are shown as actions.
    """
    told = reports(action, index) if action.type == SAY else []
    return bool(told) and all(_on(report.trigger, index.cues.get(ref.article, ())) for ref, report in told)


def _on(spans: Spans, cues: Spans) -> bool:
    return any(start < cue[1] and cue[0] < end for start, end in spans for cue in cues)


def pairs(action: StoryAction, index: Lookup) -> dict[tuple[str, str], list[int]]:
    """Pairs of agent and patient in the same report, each with the indices of its reports in `reports`."""
    found: dict[tuple[str, str], list[int]] = {}
    for number, (ref, report) in enumerate(reports(action, index)):
        agents, patients = sides(ref, report, index)
        for pair in ((agent, patient) for agent in agents for patient in patients if agent != patient):
            found.setdefault(pair, []).append(number)
    return found


def sides(ref: Ref, report: Action, index: Lookup) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """IRIs of the agents and of the patients that one report names."""
    return index.owners(ref.article, report.agents), index.owners(ref.article, report.patients)


def chief_report(action: StoryAction, index: Lookup) -> tuple[Ref | None, Action | None]:
    """The report whose words stand for the action: its `chief`, or the best in its place; none if it has no report.

    That names both sides if any does, is asserted if any such is, and reads as most articles do.
    """
    if action.chief is not None and action.chief in index.actions:
        return action.chief, index.actions[action.chief]
    told = [(sides(ref, report, index), ref, report) for ref, report in reports(action, index)]
    printed: dict[tuple[tuple[str, ...], tuple[str, ...]], set[str]] = {}
    for reading, ref, _ in told:
        printed.setdefault(reading, set()).add(ref.article)

    def rank(item: tuple[tuple[tuple[str, ...], tuple[str, ...]], Ref, Action]) -> tuple[int, bool, int]:
        reading, _, report = item
        return sum(map(bool, reading)), is_asserted(report), len(printed[reading])

    return max(told, key=rank)[1:] if told else (None, None)


def chief_reading(action: StoryAction, index: Lookup) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Agents and patients of the chief report; they come from one report, so that only reported pairs are linked."""
    ref, report = chief_report(action, index)
    return sides(ref, report, index) if ref is not None and report is not None else ((), ())


def mode(action: StoryAction, index: Lookup) -> ActionMode:
    """The firmest mode of the reports of an action."""
    told = [report_mode(report) for _, report in reports(action, index)]
    return min(told, key=MODES.index, default="said")


def report_mode(report: Action) -> ActionMode:
    """The mode of one report: asserted by the article, said by somebody, only planned, or denied."""
    if is_asserted(report):
        return "asserted"
    if report.polarity == "negative":
        return "denied"
    return "said" if report.modality == "asserted" else "planned"


def ordering(story: Story, index: Lookup) -> dict[str, tuple[str, ...]]:
    """For each deed below an order, demand, plan or decision in some report: the IRIs of these."""
    found: dict[str, dict[str, None]] = {}
    for action in by_article(story.actions, index.articles):
        for ref, report in reports(action, index):
            above = index.homes.get(Ref(ref.article, report.under)) if report.under else None
            if above and above != action.iri:
                found.setdefault(action.iri, {})[above] = None
    return {iri: tuple(above) for iri, above in sorted(found.items())}


def verb(action: StoryAction, ref: Ref, index: Lookup) -> str:
    """The verb of a report: that of the label for the chief report, the printed words for others."""
    return action.predicate if ref == action.chief and _begins(action, index) else own_verb(ref, index)


def _begins(action: StoryAction, index: Lookup) -> bool:
    """Whether the label is said of the doer, so that its verb can stand between doer and object."""
    agents = chief_reading(action, index)[0]
    return bool(action.predicate) and any(action.label.startswith(index.names.get(iri, "\0")) for iri in agents)


def own_verb(ref: Ref, index: Lookup) -> str:
    """A report's own words for the deed, marked if it is denied or not simply asserted."""
    report = index.actions[ref]
    text = index.text(ref.article)
    words = words_of(text, [_with_mark(text, span) if n else span for n, span in enumerate(report.trigger)])
    words = words or report.type
    if report.polarity == "negative":
        return words if word_pattern("opens_negated").match(words) else f"not {words}"
    return words if report.modality == "asserted" else f"{words} ({report.modality})"


def _with_mark(text: str, span: Span) -> Span:
    """The infinitive that begins at `span` with the "to" that is printed before it: "decided to close"."""
    before = text[: span[0]].rstrip()
    word = before[before.rfind(" ") + 1 :]
    return (len(before) - len(word), span[1]) if word.casefold() in word_set("infinitive_mark") else span


def action_verb(action: StoryAction, index: Lookup) -> str:
    """The `verb` of the first report that is as firm as the action."""
    if _begins(action, index):
        return action.predicate
    firm = mode(action, index)
    return next(
        (verb(action, ref, index) for ref, report in reports(action, index) if report_mode(report) == firm), action.type
    )
