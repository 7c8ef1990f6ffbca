"""Salience: how informative and how well supported each action and statement is, to choose the page's first lines.

Support means: printed by several articles, of a specific kind, asserted, between named actors, and extracted with
confidence from words that name them and not from a pronoun.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.action_kinds import ACT, DECIDE, SAY
from onrecord.at_hand import ByName
from onrecord.model import (
    Action,
    MentionForm,
    Ref,
    Span,
    Spans,
    Statement,
    Story,
    StoryAction,
    StoryActor,
    StoryStatement,
)
from onrecord.network.lookup import FAMILIES, Lookup, chief_reading, is_speech, mode, ordering, reports
from onrecord.punctuation import QUOTE_CHARACTERS
from onrecord.spans import words_of
from onrecord.story.article_order import by_article
from onrecord.story.index import build_index
from onrecord.story.pages import ByArticle
from onrecord.weights import weights_of

_W = weights_of("salience")
_GENERIC = {ACT, SAY, DECIDE}
"""Kinds that tell nothing by themselves: something was done, said (it stands in its statement) or decided."""
_MODES = {"asserted": 2.0, "said": 1.3, "planned": 0.5, "denied": 2.5}
"""A denial or a refusal is news even more than what happened: the other side of it. What is but said is worth less,
what is but planned or offered, least."""
_BY_WHEN = 1.0
"""What a day adds: by when something must be done is what a reader asks next."""
_OF_PRESS = 3.0
"""What it costs that a paper is a party: "the Post has asked the bank for comment" is no part of the story."""
_SPEECH = {"direct": 3.0, "mixed": 2.0, "indirect": 1.0}
_FORMS = {"name": 1.0, "short": 1.0, "description": 0.8, "pronoun": 0.5}
_UNSEEN = 0.7
"""For an actor that no words of the passage name."""
_FAIR = (40, 260)
"""Characters of a quotation that reads well in a line or two."""
_MOST_ARTICLES = 8
"""Articles beyond which support counts no more: what eight print is on record."""
_PARTIES = 2
"""More agents, patients or speakers than these make a crowd and no line."""

Forms = Mapping[str, dict[Span, MentionForm]]


def rate_salience(story: Story, index: Lookup) -> dict[str, float]:
    """The salience of each action and statement, by IRI; only the order is meaningful."""
    return dict(rated(story, index))


def rated(story: Story, index: Lookup) -> Iterator[tuple[str, float]]:
    """The same, one after the other, article by article."""
    actors = ByName(story.actors, lambda item: item.iri)
    forms = ByArticle(
        build_index(story).analyses,
        lambda item: {(m.start, m.end): m.form for actor in item.actors for m in actor.mentions},
    )
    kinds = ByName(story.actions, lambda item: item.iri)
    told: dict[str, list[str]] = {}
    for deed, orders in ordering(story, index).items():
        for order in orders:
            told.setdefault(order, []).append(deed)
    at = index.articles
    for action in by_article(story.actions, at):
        kind = max(_kind(one, index) for one in (action, *map(kinds.__getitem__, told.get(action.iri, ()))))
        yield action.iri, kind + _action(action, index, actors, forms)
    for said in by_article(story.statements, at):
        yield said.iri, _statement(said, index, actors, forms)


def _kind(action: StoryAction, index: Lookup) -> float:
    """What its kind tells; that something was decided tells as much as what was decided, which may be one with it."""
    kinds = [(action.type, action.plover), *((report.type, report.plover) for _, report in reports(action, index))]
    return max(0.0 if kind in _GENERIC else _W["kind.own" if root else "kind.other"] for kind, root in kinds)


def _action(action: StoryAction, index: Lookup, actors: Mapping[str, StoryActor], forms: Forms) -> float:
    agents, patients = chief_reading(action, index)
    firm = max((_firm(ref, report, forms) for ref, report in reports(action, index)), default=0.0)
    return (
        _printed(action.refs)
        + _MODES.get(mode(action, index), 1.0)
        + _W["firm"] * firm
        + _party(agents, actors, _W["agent.named"])
        + _party(patients, actors, _W["patient.named"])
        + (_BY_WHEN if _has_day(action, index) else 0.0)
        - (_OF_PRESS if any(_is_outlet(iri, actors) for iri in (*agents, *patients)) else 0.0)
        + (_W["act_of_speech"] if is_speech(action, index) else 0.0)
    )


def _is_outlet(iri: str, actors: Mapping[str, StoryActor]) -> bool:
    return iri in actors and FAMILIES.get(actors[iri].type) == "outlet"


def _has_day(action: StoryAction, index: Lookup) -> bool:
    """Whether a report dates the deed to a day; a year or a month tells when it was, not what is to be expected."""
    return any(len(report.date or "") == len("2015-11-30") for _, report in reports(action, index))


def _statement(said: StoryStatement, index: Lookup, actors: Mapping[str, StoryActor], forms: Forms) -> float:
    told = [(ref, index.statements[ref]) for ref in said.refs if ref in index.statements]
    if not told:
        return 0.0
    ref, first = told[0]
    text = index.text(ref.article)
    words = words_of(text, first.content, exact=True).strip(f"{QUOTE_CHARACTERS} ")
    fair = 1.0 if _FAIR[0] <= len(words) <= _FAIR[1] else _W["quotation.odd"]
    return (
        _printed(said.refs)
        + _SPEECH.get(said.mode, 1.0) * fair
        + (_W["said.aloud"] if said.kind == "speech" else 0.0)
        + (_W["said.whole"] if words[:1].isupper() else 0.0)
        + _W["firm"] * max(_firmly(ref, report, forms) for ref, report in told)
        + _party(said.speakers, actors, _W["agent.named"])
    )


def _printed(refs: Iterable[Ref]) -> float:
    return _W["printed"] * math.log2(1 + min(len({ref.article for ref in refs}), _MOST_ARTICLES))


def _party(iris: Sequence[str], actors: Mapping[str, StoryActor], most: float) -> float:
    """One side of a line: best a named actor, or two; nobody is worse than somebody unnamed."""
    if not iris:
        return _W["side.empty"]
    known = [actors[iri] for iri in iris if iri in actors]
    named = sum(actor.named for actor in known) / max(len(known), 1)
    return most * named + _W["side.crowd"] * max(0, len(iris) - _PARTIES)


def _firm(ref: Ref, report: Action, forms: Forms) -> float:
    here = forms[ref.article]
    sides = [_clear(spans, here) for who, spans in _sides(report) if who]
    return report.confidence * math.prod(sides)


def _sides(report: Action) -> tuple[tuple[tuple[str, ...], Spans], tuple[tuple[str, ...], Spans]]:
    return (report.agents, report.agent_spans), (report.patients, report.patient_spans)


def _firmly(ref: Ref, report: Statement, forms: Forms) -> float:
    return report.confidence * _clear(report.source, forms[ref.article])


def _clear(spans: Spans, forms: dict[Span, MentionForm]) -> float:
    """How clearly words identify the actor."""
    return max(
        (_FORMS.get(forms.get((start, end), "description"), _FORMS["description"]) for start, end in spans),
        default=_UNSEEN,
    )
