"""Courses: what is threatened, ordered, postponed, done and lifted with respect to one thing, chronologically.

Nothing is inferred: every step is a stage that at least one account reports. A step that an account expects is
foreseen; a step that a later article reports as done is its outcome.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import takewhile
from typing import cast

from msgspec import Struct
from msgspec.structs import replace

from onrecord import ids
from onrecord.lexicon_files import entries
from onrecord.model import Action, Course, Ref, Stage, Step, Story, StoryActor
from onrecord.story.asserted import MENTION
from onrecord.story.index import Index
from onrecord.story.storylines import group_articles
from onrecord.value_groups import DECIDED, is_nominal
from onrecord.word_sets import word_set

_THINGS = frozenset({"Product", "Company", "Organization", "Outlet"})
"""Types of things that measures are taken against, by a state or a body."""
_NOUN = "noun"
"""Used as the type of a thing that has no node and is named by a noun for a deed: "the truce"."""
_WITH_OTHERS = frozenset({"negotiated", "refused"})
"""Stages whose object is another actor or a deed; they belong to the things named in the same sentence."""
_ENDS = frozenset({"began", "took_effect", "changed_hands", "postponed", "ended", "lifted"})
"""Stages that are outcomes of a foreseen step."""
_PUT_OFF: Stage = "postponed"
_DEMANDED: Stage = "demanded"
_POSSESSED = re.compile("['’]s? ")
"""A possessive after a name: the phrase refers to something that belongs to it."""
_LATE = "9999"
"""Sort value that puts steps without a date last."""


class _Telling(Struct, frozen=True, forbid_unknown_fields=True):
    """A stage with the kinds of action and verbs that express it, and the verbs that express it if negated."""

    id: str
    example: str
    source: str
    kinds: tuple[str, ...] = ()
    lemmas: tuple[str, ...] = ()
    of_deeds: tuple[str, ...] = ()
    """Verbs that express it only of a deed: a vote is suspended until later, an officer or a licence is not."""
    denied: tuple[str, ...] = ()
    of: tuple[str, ...] = (*sorted(_THINGS), _NOUN)
    """Types of the things to which it is done; "noun" for those without a node."""
    whole: bool = False
    """Whether it is a stage only of the patient of the deed, and not of other things named in the patient's phrase."""


@cache
def _entries() -> tuple[_Telling, ...]:
    return tuple(entries("stages.toml", "stage", _Telling))


@cache
def _places() -> dict[str, int]:
    """Each stage with its index in the usual order."""
    return {item.id: place for place, item in enumerate(_entries())}


@cache
def _telling(what: str, of: str) -> dict[str, str]:
    """Maps the values of the field `what` (kinds, lemmas or denied lemmas) to the stage of a thing of type `of`."""
    found = {value: item.id for item in reversed(_entries()) if of in item.of for value in getattr(item, what)}
    return found | (_of_deeds() if what == "lemmas" and of == _NOUN else {})


@cache
def _of_deeds() -> dict[str, str]:
    return {value: item.id for item in reversed(_entries()) for value in item.of_deeds}


@cache
def _whole() -> frozenset[str]:
    return frozenset(item.id for item in _entries() if item.whole)


def find_courses(story: Story, look: Index) -> tuple[Course, ...]:
    """The courses of all things with at least two reported stages, sorted by IRI."""
    done = _ordered(look)
    group = {key: number for number, keys in enumerate(group_articles(story)) for key in keys}
    told: dict[str, dict[tuple[str, bool, str], list[Ref]]] = defaultdict(lambda: defaultdict(list))
    for ref, report in look.actions.items():
        home = look.homes.get(ref)
        if home is None or _is_object(look, ref):
            continue
        whole, within, beside = _things(look, ref)
        for thing, of in sorted(beside.items()):
            for stage, foreseen in _stages_of(report, of, done):
                if stage == _DEMANDED and thing in whole and not look.under.get(ref):
                    continue  # who is asked or advised: nothing is demanded of what is done to them
                if foreseen and stage != _PUT_OFF and _put_off(look, ref) and _date(look, ref, foreseen=True) is None:
                    continue  # the new date is not given
                only = stage in _whole() or (stage == "took_effect" and report.type not in _telling("kinds", of))
                held = whole if only else beside if stage in _WITH_OTHERS else within
                if thing in held:
                    told[thing][stage, foreseen, home].append(ref)
        for noun in _nouns(look, ref) if not within else ():
            for stage, foreseen in _stages_of(report, _NOUN, done):
                told[f"{group[ref.article]} {noun}"][stage, foreseen, home].append(ref)
    found = (_course(story, look, thing, steps) for thing, steps in sorted(told.items()))
    return tuple(sorted((item for item in found if item is not None), key=lambda item: item.iri))


def _ordered(look: Index) -> frozenset[str]:
    """Verbs for deeds that are ordered, demanded, threatened or planned; one that is done is the outcome."""
    return frozenset(look.actions[ref].lemma for refs in look.under.values() for ref in refs) - word_set(
        "everyday_deed"
    )


def _is_object(look: Index, ref: Ref) -> bool:
    """Whether a noun for a deed is only the object of another verb: "lifted the ban"."""
    report = look.actions[ref]
    if not is_nominal(report) or not report.trigger:
        return False
    start, end = report.trigger[0]
    return any(
        begin <= start and end <= stop
        for item in look.analyses[ref.article].actions
        if item.id != report.id
        for begin, stop in (*item.trigger[1:], *item.patient_spans)
    )


def _stages_of(report: Action, of: str, ordered: frozenset[str]) -> Iterator[tuple[str, bool]]:
    """The stages that a report expresses for a thing of type `of`, and whether each is foreseen; none if unclear."""
    if report.kept_back == MENTION:
        return
    if report.polarity == "negative":
        stage = _telling("denied", of).get(report.lemma)
        if stage and report.modality in {"asserted", "planned"}:  # "will not comply"
            yield stage, False
        return
    stage = _telling("lemmas", of).get(report.lemma) or _telling("kinds", of).get(report.type)
    stage = stage or ("took_effect" if report.lemma in ordered and of in _THINGS else None)
    if stage == _PUT_OFF and report.modality == "asserted" and report.date:
        yield "took_effect", True
    if stage and report.modality in ({"asserted", "attempted"} if stage == "negotiated" else {"asserted"}):
        yield stage, False
    elif stage in _ENDS and report.modality in DECIDED:
        yield stage, True


def _put_off(look: Index, ref: Ref) -> bool:
    lemma = look.actions[ref].lemma
    told = _telling("lemmas", _NOUN).get(lemma) == _PUT_OFF
    return told and (lemma not in _of_deeds() or bool(_nouns(look, ref)))


def _nouns(look: Index, ref: Ref) -> set[str]:
    """The nouns for deeds and decisions in the object of a report: "the truce", "a vote on the bill"."""
    phrases = [look.words(ref.article, [span]).casefold().split() for span in look.actions[ref].patient_spans]
    heads = (takewhile(lambda word: word not in word_set("links_object"), words) for words in phrases)
    found = {word for words in heads for word in list(words)[-1:]}
    return {word for word in found if word in word_set("has_a_course")}


def _things(look: Index, ref: Ref) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """The named things, companies and people to which it is done, with their types.

    Three dictionaries, each of which includes the one before: the things that undergo the deed, those named in its
    object or in that of the deed under it, and those in its sentence.
    """
    report = look.actions[ref]
    spans = list(report.patient_spans)
    for below in look.under.get(ref, ()):
        spans += look.actions[below].patient_spans
    text = look.text(ref.article)
    named = {
        other.local
        for span in spans
        for mention, other in look.mentioned(ref.article, *span)
        if not _POSSESSED.match(text, mention.end)
    }
    sentence = look.sentence(ref.article, report.trigger[0][0]) if report.trigger else (0, 0)
    near = {other.local for _, other in look.mentioned(ref.article, *sentence)}
    held = (set(report.patients), named | set(report.patients), near | named | set(report.patients))
    whole, within, beside = (_of_types(look, ref.article, locals_) for locals_ in held)
    return whole, within, beside


def _of_types(look: Index, article: str, locals_: set[str]) -> dict[str, str]:
    found = (look.things.get(iri) for iri in look.owners(article, sorted(locals_)))
    actors = [item for item in found if isinstance(item, StoryActor) and item.named]
    return {item.iri: item.type for item in actors if item.type in _THINGS or item.type == "Person"}


def _course(story: Story, look: Index, thing: str, told: dict[tuple[str, bool, str], list[Ref]]) -> Course | None:
    """The course of one thing; None if nothing is done to it or only one stage is reported."""
    steps = [
        Step(
            event=event,
            refs=tuple(sorted(refs)),
            dates=tuple(sorted({date for ref in refs if (date := _date(look, ref, foreseen=foreseen))})),
            told=first_told(look, refs),
            stage=cast("Stage", stage),
            foreseen=foreseen,
        )
        for (stage, foreseen, event), refs in told.items()
    ]
    stages = {(item.stage, item.foreseen) for item in steps}
    if len(stages) < 2 or all(stage in _WITH_OTHERS for stage, _ in stages):
        return None
    actor = look.things.get(thing)
    ordered = sorted(steps, key=_place)
    about = ordered[0].event if actor is None else thing
    name = actor.name if isinstance(actor, StoryActor) else f"the {thing.rpartition(' ')[2]}"
    return Course(
        iri=ids.named(story.base, "course", name, about),
        about=about,
        label=f"What became of {name}",
        steps=tuple(replace(item, met_by=_met(item, ordered, look)) for item in ordered),
    )


def _place(step: Step) -> tuple[str, bool, int, bool, str]:
    """Sort key: by day; on the same day, foreseen steps before done ones; without a day, by the order of stages."""
    day = in_time(step)
    return day, day != _LATE and not step.foreseen, _places()[step.stage or ""], step.foreseen, step.event


def _date(look: Index, ref: Ref, *, foreseen: bool) -> str | None:
    """The day that a report gives; None if the deed is reported as done but the day is later than the article.

    For a postponement it is the new day, which is foreseen.
    """
    date, published = look.actions[ref].date, look.analyses[ref.article].article.published
    if date is None or not date[:4].isdigit():
        return None
    if _put_off(look, ref):
        return date if foreseen and published is not None and date > published else None
    return date if foreseen or published is None or date <= published[: len(date)] else None


def in_time(step: Step) -> str:
    """Sort key: the step's own day, else the day of its first report; steps with neither come last."""
    return min(step.dates, default=step.told or _LATE)


def first_told(look: Index, refs: Iterable[Ref]) -> str | None:
    """The date of the earliest dated article of `refs`; None if none is dated."""
    days = (look.analyses[ref.article].article.published for ref in refs)
    return min((day for day in days if day), default=None)


def _met(step: Step, steps: list[Step], look: Index) -> int | None:
    """The index of the outcome of a foreseen step, if a later article reports it as done."""
    if not step.foreseen or step.told is None:
        return None
    for place, other in enumerate(steps):
        later = [day for ref in other.refs if (day := look.analyses[ref.article].article.published)]
        if not other.foreseen and other.stage in _ENDS and later and max(later) > step.told:
            return place
    return None
