"""Finds contradictory values of one action, with the reports that give each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import Literal

from msgspec.structs import replace

from onrecord import ids
from onrecord.model import Analysis, Disagreement, Place, Position, Ref, StoryAction, StoryActor
from onrecord.resolve import differing, doings, opposed
from onrecord.resolve.actions.features import FACT
from onrecord.resolve.actions.merge import finest
from onrecord.resolve.actions.reported import Reported
from onrecord.resolve.by_ref import ByRef
from onrecord.resolve.opposed import apart, elsewhere, exclusive
from onrecord.shelf import Seen
from onrecord.spans import sentence_at, words_of
from onrecord.value_groups import AHEAD
from onrecord.weights import weights_of
from onrecord.word_sets import word_set

Aspect = Literal["date", "agent", "patient", "number", "polarity", "place"]
Reports = Sequence[tuple[Ref, Reported]]
Positions = Mapping[str, Sequence[Ref]]


def of_actions(
    stories: Iterable[tuple[StoryAction, Reports]], actors: Mapping[str, StoryActor], base: str
) -> list[Disagreement]:
    """Disagreements on all actions, in the order of the actions; `actors` is by IRI."""
    found = []
    for story, reports in stories:
        if len(reports) < 2:
            continue
        found += _made(story.iri, "agent", _agents(reports, actors), base)
        found += _made(story.iri, "number", _numbers(reports), base)
        once = [(ref, item) for ref, item in reports if item.lemma not in word_set("done_again")]
        of_ref = dict(once)
        details: tuple[tuple[Aspect, Positions], ...] = (("date", _dates(once)), ("place", _places(once, actors)))
        for aspect, given in details:
            if doings.is_told_of_one({value: [of_ref[ref] for ref in refs] for value, refs in given.items()}):
                found += _made(story.iri, aspect, given, base)
    return found


def of_opposed(
    reports: Reports,
    analyses: Sequence[Analysis],
    home: Mapping[tuple[str, str], str],
    actors: Mapping[str, StoryActor],
    base: str,
) -> list[Disagreement]:
    """Deeds reported both as done and as not done, or with different agents; `home` has the action of each report.

    Each disagreement is about the action of its first report on record. Reports that are not on record are used for
    deeds not done, which are rarely on record by themselves; the positions give their sentences.
    """
    found: list[Disagreement] = []
    given = ByRef(reports)
    denials: dict[Ref, str] = {}
    telling: list[int] = []
    for place, (ref, item) in enumerate(reports):
        given.note(place, ref)
        if doings.tells(item):
            telling.append(place)
        if item.polarity == "negative" and _is_denial(item, analyses):
            denials[ref] = item.lemma
    told_of = Seen(telling, reports.__getitem__)
    for positions in opposed.done_or_not(told_of, denials, lambda item: _voice(item, analyses[item.article])):
        (yes, done), (no, not_done) = positions.items()
        firm = [ref for ref in done if given[ref].local.action.recorded]
        told = {yes: done, opposed.DENIED if denials.keys() >= set(not_done) else no: not_done}
        found += _with_sentences(_made(_home(firm, home), "polarity", told, base), given, analyses)
    for positions in differing.outcomes(told_of):
        firm = [ref for refs in positions.values() for ref in refs if given[ref].local.action.recorded]
        found += _with_sentences(_made(_home(firm, home), "polarity", positions, base), given, analyses)
    for aspect, positions in differing.details(told_of, analyses, actors):
        firm = [ref for refs in positions.values() for ref in refs if given[ref].local.action.recorded]
        about = _home(firm, home)
        found += _with_sentences(_made(about, aspect, positions, base), given, analyses)
    for positions in opposed.doers(reports, actors):
        found += _made(_home([ref for refs in positions.values() for ref in refs], home), "agent", positions, base)
    return found


def _with_sentences(
    found: Iterable[Disagreement], given: Mapping[Ref, Reported], analyses: Sequence[Analysis]
) -> Iterator[Disagreement]:
    """Disagreements whose positions have their sentences, because some of their reports are not on record."""
    for item in found:
        held = [replace(side, places=_sentences(side.refs, given, analyses)) for side in item.positions]
        yield replace(item, positions=tuple(held))


def _is_denial(item: Reported, analyses: Sequence[Analysis]) -> bool:
    """Whether the deed is denied by somebody, rather than reported differently by two accounts."""
    within = item.local.action.within
    return any(said.id == within and said.stance == "denial" for said in analyses[item.article].statements)


def _voice(item: Reported, analysis: Analysis) -> frozenset[str]:
    """Who is quoted with the report: ids of actors, or else the words for the source."""
    said = next((one for one in analysis.statements if one.id == item.local.action.within), None)
    if said is None:
        return frozenset()
    words = words_of(analysis.article.text, said.source).casefold()
    return frozenset((*said.speakers, *said.on_behalf_of)) or frozenset({words or said.id})


def _sentences(refs: Iterable[Ref], given: Mapping[Ref, Reported], analyses: Sequence[Analysis]) -> tuple[Place, ...]:
    told = [given[ref] for ref in refs]
    return tuple(
        Place(item.local.ref.article, *sentence_at(analyses[item.article], item.local.action.trigger[0][0]))
        for item in told
    )


def _home(refs: Sequence[Ref], home: Mapping[tuple[str, str], str]) -> str:
    first = min(refs)
    return home[first.article, first.local]


def of_deadlines(reports: Reports, analyses: Sequence[Analysis], base: str) -> list[Disagreement]:
    """Contradictory deadlines for one kind of deed to one actor.

    Deeds that are ordered, planned, demanded or threatened are reported in many words ("close", "cease", "block"), so
    the reports need not belong to one action: they share a PLOVER root (or kind) and a named patient, their deadlines
    are at most `SPAN` days apart, and they are in different articles. The disagreement is about the actor. Reports that
    are not on record tell of a deadline too; the positions give their sentences.
    """
    given: dict[tuple[str, str], dict[str, list[Ref]]] = {}
    told = ByRef(reports)
    for place, (ref, item) in enumerate(reports):
        told.note(place, ref)
        root = item.root or item.kind
        ahead = item.modality in AHEAD and item.polarity == "positive" and _day(item.date)
        if ahead and root and differing.is_exact(item, analyses):
            for iri in sorted(item.patients & item.named or item.touched):
                given.setdefault((iri, root), {}).setdefault(item.date or "", []).append(ref)
    found: list[Disagreement] = []
    for (iri, root), days in sorted(given.items()):
        for run in _runs(sorted(days)):
            positions = opposed.contradicted({day: days[day] for day in run})
            refs = {ref for given_refs in positions.values() for ref in given_refs}
            if len({ref.article for ref in refs}) > 1 and any(iri in told[ref].patients for ref in refs):
                found += _with_sentences(_made(iri, "date", positions, base, root, run[0]), told, analyses)
    return found


SPAN = int(weights_of("judgements")["deadline.span"])
"""Most days between two accounts of the same deadline."""


def _day(value: str | None) -> date | None:
    """A full date; a day without a year is placed in a leap year."""
    try:
        return date.fromisoformat(value.replace(_NO_YEAR, "2000")) if value and len(value) == len(_YEARLESS) else None
    except ValueError:
        return None


def _runs(days: Sequence[str]) -> list[list[str]]:
    """Days in order, divided into runs that are more than `SPAN` days apart."""
    runs: list[list[str]] = []
    for day in days:
        before = _day(runs[-1][-1]) if runs else None
        here = _day(day)
        if before is not None and here is not None and (here - before).days <= SPAN:
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs


def _made(about: str, aspect: Aspect, positions: Positions, base: str, *parts: str) -> list[Disagreement]:
    if len(positions) < 2:
        return []
    held = tuple(Position(value, tuple(sorted(refs))) for value, refs in sorted(positions.items()))
    iri = ids.named(base, "disagreement", "", about, aspect, *parts)
    return [Disagreement(iri=iri, about=about, aspect=aspect, positions=held)]


def _dates(reports: Reports) -> Positions:
    """Contradictory dates; a coarse date that includes a finer one agrees with it and is ignored."""
    given: dict[str, list[Ref]] = {}
    for ref, item in reports:
        if day := _told(item):
            given.setdefault(day, []).append(ref)
    given = _with_years(given)
    return opposed.contradicted({value: given[value] for value in finest(set(given))})


def _told(item: Reported) -> str | None:
    """The date of a report; in an article without a date of its own, a day may lack its year ("XXXX-11-30")."""
    if item.date:
        return item.date if item.date[:4].isdigit() else None
    return item.partial if item.partial and len(item.partial) == len(_YEARLESS) and _day(item.partial) else None


def _with_years(given: Mapping[str, list[Ref]]) -> dict[str, list[Ref]]:
    """Give days without a year the year of the other dates, if these have only one."""
    years = {value[:4] for value in given if not value.startswith(_NO_YEAR)}
    found: dict[str, list[Ref]] = {}
    for value, refs in given.items():
        whole = f"{min(years)}{value[4:]}" if value.startswith(_NO_YEAR) and len(years) == 1 else value
        found.setdefault(whole, []).extend(refs)
    return found


_NO_YEAR = "XXXX"
_YEARLESS = "XXXX-11-30"


def _agents(reports: Reports, actors: Mapping[str, StoryActor]) -> Positions:
    """Contradictory agents: single named agents of the same deed to the same patient in different articles.

    They do not contradict each other if a report names both together or one article has both. An order is carried out
    by somebody else, so only deeds that were done count.
    """
    given: dict[str, list[Ref]] = {}
    undergone: dict[str, set[str]] = {}
    for ref, item in reports:
        named = sorted(item.agents & item.named)
        if len(named) > 1 or item.root in _BY_MANY:
            return {}
        for iri in named if item.modality in FACT and item.polarity == "positive" else ():
            given.setdefault(iri, []).append(ref)
            undergone.setdefault(iri, set()).update(item.patients & item.named if item.kind else ())
    shared = set.intersection(*undergone.values()) if undergone else set()
    alone = all(exclusive(actors[one], actors[two]) for one, two in combinations(sorted(given), 2))
    return given if alone and apart(given) and shared - set(given) else {}


_BY_MANY = frozenset({"SUPPORT", "ACCUSE", "AID", "CONSULT", "COOPERATE", "PROTEST", "REJECT", "REQUEST", "AGREE"})
"""Roots of deeds that several actors can do: two who support somebody do not contradict each other."""


def _numbers(reports: Reports) -> Positions:
    """Contradictory numbers: "23 pirates" and "12 pirates" captured; durations are not counts."""
    given: dict[str, dict[str, list[Ref]]] = {}
    for ref, item in reports:
        for head, number in item.numbers:
            if head not in word_set("duration"):
                given.setdefault(head, {}).setdefault(str(number), []).append(ref)
    differing = [values for _, values in sorted(given.items()) if len(values) > 1 and apart(values)]
    return differing[0] if differing else {}


def _places(reports: Reports, actors: Mapping[str, StoryActor]) -> Positions:
    """Contradictory places of one deed in different articles; a country and a place inside it agree."""
    given: dict[str, list[Ref]] = {}
    for ref, item in reports:
        if item.place and item.modality in FACT and item.polarity == "positive":
            given.setdefault(item.place, []).append(ref)
    return given if elsewhere(actors[iri] for iri in sorted(given)) and apart(given) else {}
