"""Reports of actions in the form in which resolution compares them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from msgspec import Struct, field

from onrecord.action_kinds import ACT, KINDS
from onrecord.actor_kinds import PEOPLE
from onrecord.at_hand import Tally
from onrecord.days import leading_day
from onrecord.model import Action, Actor, Analysis, Modality, Polarity, Span, Spans
from onrecord.resolve import names
from onrecord.resolve.actions import phrases
from onrecord.resolve.actions.context import Context, context_of
from onrecord.resolve.actions.event_words import befalls, done_to, facets
from onrecord.resolve.local import LocalAction
from onrecord.value_groups import is_nominal
from onrecord.word_sets import word_set

_AGE = re.compile(r"\b(?P<old>\d{1,3}) ?- ?years? ?- ?old|, (?P<after>\d{1,3}),")
"""An age before or after the name: "a 32-year-old climber", "Ann Poe, 32,"."""
GENERIC = frozenset({ACT})
"""Kinds of action that say nothing about what was done."""


class Reported(Struct, frozen=True, array_like=True):
    """One report; actors are IRIs of story actors, heads are the folded last words of the phrases that name them."""

    local: LocalAction
    lemma: str
    kind: str | None
    root: str | None
    """The PLOVER root of its kind, regardless of its modality."""
    polarity: Polarity
    modality: Modality
    agents: frozenset[str]
    patients: frozenset[str]
    named: frozenset[str]
    """The agents and patients that have names."""
    touched: frozenset[str]
    """Named actors that are patients or are mentioned in the phrases of the patients."""
    agent_heads: frozenset[str]
    patient_heads: frozenset[str]
    indefinite: frozenset[str]
    """Those of the head words whose phrase opens with "a" or a number, so that it may be any one of its kind."""
    numbers: tuple[tuple[str, int], ...]
    """Head words of patients with their number ("23 pirates")."""
    date: str | None
    partial: str | None
    """A partial date if there is no full one: a weekday ("XXXX-WXX-6") or a day of a month ("XXXX-11-30")."""
    lead: str | None
    """The first day in its article's first sentences, as a date or a partial date."""
    place: str | None
    article: int
    published: str | None
    statements: frozenset[str] = frozenset()
    """IRIs of the story statements that the trigger introduces."""
    context: Context = field(default_factory=dict)
    """The words around it."""
    victims: frozenset[str] = frozenset()
    """Surnames of the people in the phrase of those who undergo the deed."""
    ages: frozenset[int] = frozenset()
    """The ages given for those who undergo the deed."""
    below: frozenset[str] = frozenset()
    """The `facets` of the deeds that it orders, demands, plans or threatens."""
    matter: int = -1
    """Number of the group of articles on one matter that its article belongs to; -1 if unknown."""
    amounts: frozenset[tuple[str, str]] = frozenset()
    """The amounts behind its verb, up to the end of its clause, unit and number ("rose by 3 percent")."""
    so_far: bool = False
    """Whether it is in the present perfect ("has not approved"), so that it holds only up to the article's date."""
    sentence: int = -1
    """Number of its sentence in the article; -1 if unknown."""
    doing: frozenset[str] = frozenset()
    """Named actors that are agents or are mentioned in the phrases of the agents."""
    theme: str = ""
    """Head of the phrase right behind its verb; of "paid a ransom to the rebels" the patient may be the rebels."""
    of_none: bool = False
    """Whether that phrase opens with "no" or "any", so that the deed was done to none of its kind."""
    is_once: bool = False
    """Whether an adverb tells it as the first or the last of its kind."""
    undergone_by: frozenset[str] = frozenset()
    """The types of those who undergo the deed, or of what does."""
    done_to: str = ""
    """Whether it was done to people or to nobody: `event_words.done_to`."""
    is_noun: bool = False
    """Whether a noun reports it, whose phrases tell less of who did it to whom."""


@dataclass(frozen=True, slots=True)
class Lookup:
    """One analysis with the look-ups needed for each of its reports."""

    analysis: Analysis
    actors: Mapping[str, Actor]
    actions: Mapping[str, Action]
    under: Mapping[str, Sequence[Action]]
    """By the id of each deed: the deeds that it orders, demands, plans or threatens."""
    mentions: Sequence[tuple[int, int, str]]
    """(start, end, actor id) of mentions in characters, in text order."""
    cues: Sequence[tuple[int, int, str]]
    """(start, end, statement id) of the cues of statements, likewise."""
    partials: Mapping[Span, str]
    """Partial dates (weekdays, days of a month) of time expressions without a value, by span."""
    lead: str | None
    """The first day given in the first sentences."""
    newest: str | None
    """The latest year that the article prints, if it has no date itself."""
    holding: Tally
    """Number of articles that contain each word."""
    matter: int
    """As in `Reported`."""


def look_up(analysis: Analysis, holding: Tally, matter: int) -> Lookup:
    """The look-ups of one analysis."""
    under: dict[str, list[Action]] = {}
    for item in analysis.actions:
        if item.under is not None:
            under.setdefault(item.under, []).append(item)
    return Lookup(
        analysis=analysis,
        actors={item.id: item for item in analysis.actors},
        actions={item.id: item for item in analysis.actions},
        under=under,
        mentions=sorted((place.start, place.end, item.id) for item in analysis.actors for place in item.mentions),
        cues=sorted((start, end, item.id) for item in analysis.statements for start, end in item.cue),
        partials={(item.start, item.end): item.partial for item in analysis.dates if item.partial and not item.value},
        lead=leading_day(analysis),
        newest=None if analysis.article.published else _newest(analysis),
        holding=holding,
        matter=matter,
    )


def to_reported(
    local: LocalAction,
    look: Lookup,
    actor_of: Mapping[tuple[str, str], str],
    statement_of: Mapping[tuple[str, str], str],
    named: Container[str],
) -> Reported:
    """The report in the form for comparison."""
    action, analysis = local.action, look.analysis

    def iris(keys: Sequence[str | None]) -> frozenset[str]:
        found = (actor_of.get((local.ref.article, key)) for key in keys if key is not None)
        return frozenset(iri for iri in found if iri)

    def with_names(found: Iterable[str]) -> frozenset[str]:
        return frozenset(iri for iri in found if iri in named)

    agents, patients = iris(action.agents), iris(action.patients)
    behind = phrases.behind(action, analysis)
    patient_heads = phrases.heads_of(action.patient_spans, analysis)
    undergone_by = frozenset(look.actors[key].type for key in action.patients if key in look.actors)
    return Reported(
        local=local,
        lemma=action.lemma.casefold(),
        kind=kind_of(action),
        root=KINDS[action.type].plover if action.type in KINDS else None,
        polarity=action.polarity,
        modality=action.modality,
        agents=agents,
        patients=patients,
        named=with_names(agents | patients),
        touched=with_names(_within(action.patient_spans, look, actor_of) | patients),
        agent_heads=phrases.heads_of(action.agent_spans, analysis),
        patient_heads=patient_heads,
        indefinite=phrases.indefinite_heads((*action.agent_spans, *action.patient_spans), analysis),
        numbers=phrases.numbers_of(action.patient_spans, analysis),
        date=action.date or _set_above(action, look),
        partial=look.partials.get(action.date_span) if action.date_span and not action.date else None,
        lead=look.lead,
        place=next(iter(iris([action.place or _where(action, look)])), None),
        article=local.article,
        published=analysis.article.published or look.newest,
        victims=_victims(action, look),
        ages=_ages(action, look),
        below=_below(action, look),
        statements=_introduced(local, look, statement_of),
        amounts=phrases.amounts(action, analysis),
        theme=names.head(behind),
        of_none=names.is_of_none(behind),
        is_once=phrases.is_once(action, analysis),
        is_noun=is_nominal(action),
        so_far=phrases.is_so_far(action, analysis),
        sentence=phrases.sentence(action, analysis),
        undergone_by=undergone_by,
        done_to=done_to(undergone_by, is_told=any(head.isalpha() for head in patient_heads)),
        context=context_of(action, analysis, look.holding),
        matter=look.matter,
        doing=with_names(_within(action.agent_spans, look, actor_of) | agents),
    )


def kind_of(action: Action) -> str | None:
    """The kind of an action; None if it says nothing about what was done."""
    return None if action.type in GENERIC else action.type


def _where(action: Action, look: Lookup) -> str | None:
    """The place at the end of the phrase of people who undergo the deed: "released 26 soldiers in Halden"."""
    people = (look.actors[key] for key in action.patients if key in look.actors)
    if not any(item.type in PEOPLE for item in people):
        return None
    text = look.analysis.article.text
    for start, end in action.patient_spans:
        for begin, stop, key in _beginning(look.mentions, start, end):
            if stop == end and begin > start and look.actors[key].type == "Place" and look.actors[key].named:
                before = text[start:begin].split()[-1:]
                if before and before[0].casefold() in word_set("place_preposition"):
                    return key
    return None


def _below(action: Action, look: Lookup) -> frozenset[str]:
    under = look.under.get(action.id, ())
    found = [(item.lemma.casefold(), None if item.type in GENERIC else item.type) for item in under]
    return frozenset(
        facet for lemma, kind in found for facet in (*facets(lemma, kind), *([f"kind {kind}"] if kind else []))
    )


def _undergoing(action: Action) -> tuple[Sequence[str], Spans]:
    """Ids and phrases of those who undergo the deed; for a death or a fall, these are the agents."""
    if action.patients or not befalls(action.lemma.casefold()):
        return action.patients, action.patient_spans
    return action.agents, action.agent_spans


def _victims(action: Action, look: Lookup) -> frozenset[str]:
    ids, spans = _undergoing(action)
    return frozenset(
        names.surname(names.person_words(actor.name))
        for actor in (look.actors[key] for key in ids if key in look.actors)
        if actor.named and actor.type == "Person"
        and any(item.form == "name" and start <= item.start and item.end <= end
                for item in actor.mentions for start, end in spans)
    )  # fmt: skip


def _ages(action: Action, look: Lookup) -> frozenset[int]:
    ids, _ = _undergoing(action)
    text = look.analysis.article.text
    found = (
        _AGE.search(text[item.start : item.end + len(", 32,")])
        for actor in (look.actors[key] for key in ids if key in look.actors)
        for item in actor.mentions
    )
    return frozenset(int(item["old"] or item["after"]) for item in found if item)


def _set_above(action: Action, look: Lookup) -> str | None:
    """The date of an order that belongs to the deed ordered: "ordered them to close it by 30 November"."""
    if action.under is None or not action.trigger:
        return None
    over = look.actions.get(action.under)
    after = over is not None and over.date_span is not None and over.date_span[0] > action.trigger[0][0]
    return over.date if over is not None and after else None


def _newest(analysis: Analysis) -> str | None:
    """The latest year that an undated article prints: earlier years are background."""
    years = (item.value[:4] for item in analysis.dates if item.value and item.type == "DATE")
    return max((year for year in years if year.isdigit()), default=None)


def _within(spans: Spans, look: Lookup, actor_of: Mapping[tuple[str, str], str]) -> frozenset[str]:
    """Actors with a mention inside `spans`."""
    article = look.analysis.article.id
    return frozenset(
        actor_of[article, key]
        for start, end in spans
        for _, stop, key in _beginning(look.mentions, start, end)
        if stop <= end
    )


def _beginning(places: Sequence[tuple[int, int, str]], start: int, end: int) -> Sequence[tuple[int, int, str]]:
    """The `places` (sorted) that begin in the characters [start, end)."""
    return places[bisect_left(places, (start, 0, "")) : bisect_left(places, (end, 0, ""))]


def _introduced(local: LocalAction, look: Lookup, statement_of: Mapping[tuple[str, str], str]) -> frozenset[str]:
    """Statements whose cue the action's trigger is."""
    triggers = local.action.trigger
    return frozenset(
        statement_of[local.ref.article, key]
        for start, end in triggers
        for cue_start, cue_end, key in look.cues
        if start < cue_end and cue_start < end
    )
