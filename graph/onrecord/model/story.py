"""The result of resolving the analyses of all articles.

Actors, actions and statements of the story refer by `Ref` to the values they were merged from; nothing is copied.
All values are frozen Structs, which are created, changed, put on a shelf and taken from it several times as fast as
frozen dataclasses.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from onrecord.model.analysis import ActorType, Analysis, Mode, Plover, Stance, StatementKind

Decision = Literal["same", "different", "possibly_same"]


class Ref(Struct, frozen=True, order=True):
    """Refers to one actor, statement or action of one analysis, by the article's id and the local id."""

    article: str
    local: str


class StoryActor(Struct, frozen=True, kw_only=True):
    """One actor of the whole story, with all local actors that were judged to be the same."""

    iri: str
    name: str
    alt_names: tuple[str, ...] = ()
    """All other names that articles print for it: short forms, acronyms, spellings."""
    acronyms: tuple[str, ...] = ()
    """The subset of `alt_names` that are acronyms of an organization's name ("TB")."""
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
    """IRIs of story actors that may be the same; the evidence is not sufficient to merge them."""
    replaces: tuple[str, ...] = ()
    """IRIs other than `iri` that it would have had in single articles."""


class StoryAction(Struct, frozen=True, kw_only=True):
    """One action of the whole story.

    `agents`, `patients` (IRIs of story actors), `dates` and `places` come only from reports that an article itself
    asserts (`story.asserted`); agents and patients come from one of them, `chief`, so that nobody is linked to somebody
    else unless a report links them. All reports stay in `refs`.
    """

    iri: str
    type: str
    plover: Plover | None = None
    label: str
    """A readable clause made from the chief report: canonical names and words copied from the text."""
    predicate: str = ""
    """The verb of the label alone ("ordered to shut down"); labels an edge from agent to patient."""
    agents: tuple[str, ...] = ()
    patients: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    asserted: bool
    refs: tuple[Ref, ...]
    origins: tuple[str, ...] = ()
    """IRIs of the origins of the reports that support it."""
    support: tuple[Ref, ...] = ()
    """The reports that support it: the asserted ones, or all if none is asserted."""
    chief: Ref | None = None
    """The representative report: its words make the label, its roles are the action's."""
    replaces: tuple[str, ...] = ()


class StoryStatement(Struct, frozen=True, kw_only=True):
    """One statement of the whole story: the same words of the same speaker, in one article or several.

    Actors are IRIs of story actors; `within` is the IRI of a story statement.
    """

    iri: str
    kind: StatementKind
    mode: Mode
    stance: Stance
    label: str = ""
    """A readable clause made from canonical names and words copied from the text."""
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
    """IRIs of the origins of its printings (a printing is the statement in one article)."""
    chief: Ref | None = None
    """The fullest printing: its words make the label."""
    variants: tuple[Variant, ...] = ()
    replaces: tuple[str, ...] = ()


class Variant(Struct, frozen=True, kw_only=True):
    """How one printing of a quotation differs from another: exact, shortened or altered, word by word."""

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


class Judgement(Struct, frozen=True, kw_only=True):
    """Why two things were, or were not, judged to be the same."""

    iri: str
    subject: Literal["actor", "action", "statement"]
    left: Ref
    right: Ref
    decision: Decision
    score: float
    features: tuple[Feature, ...]
    by: str
    """Name of the rule, or of the person who made the correction."""
    person: bool = False


class Place(Struct, frozen=True, order=True):
    """A span of characters of an article's text."""

    article: str
    start: int
    end: int


class Position(Struct, frozen=True):
    """One of several contradictory values, with the reports or statements that give it and the places that print it."""

    value: str
    refs: tuple[Ref, ...]
    places: tuple[Place, ...] = ()
    """The sentences that give the value."""


class Disagreement(Struct, frozen=True, kw_only=True):
    """Contradictory reports of one action, or contradictory statements of one number, date or agent."""

    iri: str
    about: str
    """IRI of the story action or story actor that the positions are about."""
    aspect: Literal["date", "agent", "patient", "number", "polarity", "place", "speaker"]
    positions: tuple[Position, ...]
    label: str = ""
    """What it is about, in words: "By when the service must be shut down"."""
    note: str = ""
    """Why all positions may hold, if they only seem to contradict one another."""


class Juxtaposition(Struct, frozen=True, kw_only=True):
    """Two accounts of one matter by articles of different origin that may not agree; nothing says that they do not."""

    iri: str
    label: str
    """The noun that both count, or words that both share, as printed."""
    sides: tuple[tuple[Place, ...], tuple[Place, ...]]
    """The sentences of either."""


OriginKind = Literal["article", "named_source", "unnamed_source", "document", "outlet"]
RelianceKind = Literal["credit", "told", "quotation", "passage", "copy"]


class Origin(Struct, frozen=True, kw_only=True):
    """The source of accounts: what several articles have from one origin counts as one account."""

    iri: str
    kind: OriginKind
    """The article itself, a named or unnamed speaker, a document, or another outlet."""
    label: str
    actor: str | None = None
    """IRI of the story actor that the origin is, if it is an actor."""
    refs: tuple[Ref, ...]
    """The reports and printings that come from it."""
    reason: str = ""
    """Why accounts in several articles are attributed to one origin."""


class Reliance(Struct, frozen=True, kw_only=True):
    """One article relies on another outlet or article; `on` is an article's id or the IRI of a story actor."""

    iri: str
    article: str
    on: str
    on_label: str
    kind: RelianceKind
    """How: a credit ("Via: …"), words told or written elsewhere, a quotation, a passage, or all of the wording."""
    share: float = 0.0
    """For passages and copies: the share (0 to 1) of this article's words that stand in the sentences of the other."""
    exact: bool = False
    """For these: whether no word of the sentences was changed."""
    dated: bool = True
    """Whether the dates of the articles say which was first; if not, the one whose name is first stands for it."""
    places: tuple[Place, ...] = ()
    """The sentences that show it."""


Stage = Literal[
    "threatened", "proposed", "demanded", "negotiated", "refused", "announced", "approved", "ordered", "postponed",
    "began", "took_effect", "changed_hands", "accused", "held", "punished", "ended", "lifted", "freed",
]  # fmt: skip


class Step(Struct, frozen=True, kw_only=True):
    """One step of a course or thread: an action or statement of the story, as reported by some of its accounts."""

    event: str
    """IRI of the action or statement."""
    refs: tuple[Ref, ...]
    """The accounts that report this step."""
    dates: tuple[str, ...] = ()
    """The days that the accounts give for it."""
    told: str | None = None
    """The date of the first article that reports it; None if none is dated."""
    stage: Stage | None = None
    """In a course: the stage reached, such as threatened, ordered or lifted."""
    foreseen: bool = False
    """Whether it was still in the future when it was reported."""
    met_by: int | None = None
    """If it was foreseen: the index, from 0, of the later step that says what became of it."""


class Course(Struct, frozen=True, kw_only=True):
    """What is done to one thing, in chronological order: threatened, ordered, postponed, lifted and so on."""

    iri: str
    about: str
    """IRI of the story actor to which it is done; without a node for the thing ("the truce"), of its first action."""
    label: str
    steps: tuple[Step, ...]


class Thread(Struct, frozen=True, kw_only=True):
    """What one speaker said about one thing, in chronological order."""

    iri: str
    speaker: str
    """IRI of the story actor that speaks."""
    about: str
    """IRI of the story actor that is spoken about."""
    label: str
    steps: tuple[Step, ...]


class Story(Struct, frozen=True, kw_only=True, weakref=True):
    """All articles, resolved. `analyses` are sorted by article id and have every `iri` set."""

    base: str
    analyses: Sequence[Analysis]
    actors: Sequence[StoryActor] = ()
    actions: Sequence[StoryAction] = ()
    statements: Sequence[StoryStatement] = ()
    judgements: Sequence[Judgement] = ()
    disagreements: Sequence[Disagreement] = ()
    side_by_side: Sequence[Juxtaposition] = ()
    origins: Sequence[Origin] = ()
    reliances: Sequence[Reliance] = ()
    courses: Sequence[Course] = ()
    threads: Sequence[Thread] = ()
    notes: tuple[str, ...] = ()
    """Sentences for the summary, such as a correction that no longer applies."""
