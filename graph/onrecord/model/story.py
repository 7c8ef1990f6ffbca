"""What resolution makes of the analyses of all articles.

Actors, actions and statements of the story point at what they were merged from by `Ref`; nothing is copied. What
is made by the hundred thousand is a frozen Struct: one takes a fifth of the time of a frozen dataclass.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from msgspec import Struct

from onrecord.model.analysis import ActorType, Analysis, Mode, Plover, Stance, StatementKind

Decision = Literal["same", "different", "possibly_same"]


class Ref(Struct, frozen=True, order=True):
    """Points at one actor, statement or action of one analysis: the article's id and the local id."""

    article: str
    local: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryActor:
    """One actor of the whole story, with every local actor that was judged to be it."""

    iri: str
    name: str
    alt_names: tuple[str, ...] = ()
    """Every other name that an article prints for it: short forms, acronyms, spellings."""
    acronyms: tuple[str, ...] = ()
    """Those of `alt_names` that are acronyms of a body's name ("TB")."""
    type: ActorType
    named: bool
    of_state: str | None = None
    """IRI of the story actor that is the state whose government this is; None if no article names that state."""
    members: tuple[str, ...] = ()
    """IRIs of story actors."""
    refs: tuple[Ref, ...]
    same_as: tuple[str, ...] = ()
    """IRIs of the actor in outside data sets."""
    possibly_same: tuple[str, ...] = ()
    """IRIs of story actors that may be this one; kept apart for want of evidence."""
    replaces: tuple[str, ...] = ()
    """IRIs that single articles would have given it, which are not `iri`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryAction:
    """One action of the whole story.

    `agents`, `patients` (IRIs of story actors), `dates` and `places` come only from reports that an article itself
    asserts (`story.asserted`); agents and patients from one of them, `chief`, so that no two are joined that no report
    joins. All reports stay in `refs`.
    """

    iri: str
    type: str
    plover: Plover | None = None
    label: str
    """A clause a person would write, made from the chief report: canonical names and words copied from the text."""
    predicate: str = ""
    """The label's verb alone ("ordered to shut down"): what a line from doer to object is called."""
    agents: tuple[str, ...] = ()
    patients: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    asserted: bool
    refs: tuple[Ref, ...]
    origins: tuple[str, ...] = ()
    """IRIs of the origins of the reports that support it."""
    support: tuple[Ref, ...] = ()
    """The reports that it rests on: the asserted ones, or all if there is none."""
    chief: Ref | None = None
    """The report that stands for the action: its words are the label, its roles the action's."""
    replaces: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryStatement:
    """One statement of the whole story: the same words of the same speaker, in one article or several.

    Actors are IRIs of story actors; `within` is the IRI of a story statement.
    """

    iri: str
    kind: StatementKind
    mode: Mode
    stance: Stance
    label: str = ""
    """A clause a person would write, from canonical names and words copied from the text."""
    speakers: tuple[str, ...] = ()
    on_behalf_of: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    media: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    within: str | None = None
    refs: tuple[Ref, ...]
    origins: tuple[str, ...] = ()
    """IRIs of the origins of its printings."""
    chief: Ref | None = None
    """The fullest printing: its words are the label."""
    variants: tuple[Variant, ...] = ()
    replaces: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """How one printing of a quotation differs from another: exact, cut short or altered, word by word."""

    left: Ref
    right: Ref
    relation: Literal["exact", "shortened", "altered"]
    changes: tuple[tuple[str, str], ...] = ()
    """Pairs of differing words, left and right; an empty string if one side has nothing."""


class Feature(Struct, frozen=True):
    """One piece of evidence for or against identity: a score in [-1, 1] and a sentence that gives the reason."""

    name: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Why two things were, or were not, taken for one."""

    iri: str
    subject: Literal["actor", "action", "statement"]
    left: Ref
    right: Ref
    decision: Decision
    score: float
    features: tuple[Feature, ...]
    by: str
    """Name of the rule, or of the person whose correction it is."""
    person: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Characters of an article's text."""

    article: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Position:
    """One of the values that cannot all hold, with the reports or statements that give it, and where it is printed."""

    value: str
    refs: tuple[Ref, ...]
    places: tuple[Place, ...] = ()
    """The sentences that give the value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Reports of one action, or statements of one number, date or agent, that cannot all hold."""

    iri: str
    about: str
    """IRI of the story action or story actor that the positions are about."""
    aspect: Literal["date", "agent", "patient", "number", "polarity", "place"]
    positions: tuple[Position, ...]
    label: str = ""
    """What it is about, in words: "By when the service must be shut down"."""


OriginKind = Literal["article", "named_source", "unnamed_source", "document", "outlet"]
RelianceKind = Literal["credit", "told", "quotation", "copy"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where accounts come from: what several articles have from one origin is one account, however often printed."""

    iri: str
    kind: OriginKind
    """The article itself, a named or unnamed speaker, a document, or another outlet."""
    label: str
    actor: str | None = None
    """IRI of the story actor it is, if it is one."""
    refs: tuple[Ref, ...]
    """The reports and printings that go back to it."""
    reason: str = ""
    """Why accounts of several articles are taken for one origin's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reliance:
    """One article rests on another outlet or article; `on` is an article's id or the IRI of a story actor."""

    iri: str
    article: str
    on: str
    on_label: str
    kind: RelianceKind
    """A credit ("Via: …"), what somebody told or wrote elsewhere, the same quotation, or the same wording."""
    share: float = 0.0
    """For copies: the share of this article's words that the other has in runs of six or more."""
    places: tuple[Place, ...] = ()


Stage = Literal[
    "threatened", "proposed", "demanded", "negotiated", "refused", "announced", "approved", "ordered", "postponed",
    "began", "took_effect", "changed_hands", "accused", "held", "punished", "ended", "lifted", "freed",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a course or thread: an action or statement of the story, as some of its accounts tell it."""

    event: str
    """IRI of the action or statement."""
    refs: tuple[Ref, ...]
    """The accounts that tell this step of it."""
    dates: tuple[str, ...] = ()
    """The days that the accounts give for it."""
    told: str | None = None
    """The day of the first article that tells of it, if any is dated."""
    stage: Stage | None = None
    """In a course: which stage of what is done to the thing."""
    foreseen: bool = False
    """Whether it was still to come when it was told."""
    met_by: int | None = None
    """If it was foreseen: the place, from 0, of the later step that tells what became of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """What is done to one thing, in the order of time: threatened, ordered, postponed, lifted and so on."""

    iri: str
    about: str
    """IRI of the story actor to which it is done; without a node for the thing ("the truce"), of its first action."""
    label: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """What one speaker said about one thing, in the order of time."""

    iri: str
    speaker: str
    """IRI of the story actor who speaks."""
    about: str
    """IRI of the story actor spoken about."""
    label: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True, weakref_slot=True)
class Story:
    """All articles, resolved. `analyses` are sorted by article id and have every `iri` set."""

    base: str
    analyses: tuple[Analysis, ...]
    actors: tuple[StoryActor, ...] = ()
    actions: tuple[StoryAction, ...] = ()
    statements: tuple[StoryStatement, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    origins: tuple[Origin, ...] = ()
    reliances: tuple[Reliance, ...] = ()
    courses: tuple[Course, ...] = ()
    threads: tuple[Thread, ...] = ()
    notes: tuple[str, ...] = ()
    """Sentences for the summary, such as a correction that no longer applies."""
