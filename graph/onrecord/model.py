"""The values that pass between the stages: plain, frozen data with no behaviour beyond look-ups.

Field order is the order of the analysis record (see docs/reference/record.md): these classes *are* that record, and
`onrecord.record` turns them into JSON Lines and back. Every span is ``(start, end)`` in characters (Unicode code
points) of the unchanged `Article.text`, end exclusive. No string here is anything but text copied from a stated span,
a name from the vocabulary, or metadata that came with the article.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Span = tuple[int, int]
Spans = tuple[Span, ...]

ActorType = Literal[
    "Person",
    "Organization",
    "GovernmentBody",
    "Ministry",
    "RegulatoryAgency",
    "IntelligenceAgency",
    "Company",
    "CivilSocietyOrganization",
    "Outlet",
    "State",
    "Group",
    "Product",
    "Place",
    "Thing",
]
PassageKind = Literal["headline", "byline", "body", "quote_block", "caption", "furniture"]
MentionForm = Literal["name", "short", "pronoun", "description"]
DateBasis = Literal["given", "metadata", "text", "inferred", "unknown"]
StatementKind = Literal["speech", "belief", "intention", "refusal_to_comment", "document"]
Mode = Literal["direct", "indirect", "mixed"]
Stance = Literal["neutral", "claim", "denial", "admission", "insistence", "warning", "praise", "accusation"]
Polarity = Literal["positive", "negative"]
Modality = Literal[
    "asserted",
    "ordered",
    "planned",
    "demanded",
    "threatened",
    "considered",
    "attempted",
    "ended",
    "possible",
    "conditional",
]
Plover = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
TimeType = Literal["DATE", "DURATION", "SET", "TIME"]
Voice = Literal["active", "passive", "noun"]
Decision = Literal["same", "different", "possibly_same"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article as it was given. `text` is never changed after reading; `sha256` is of `text` in UTF-8."""

    id: str
    text: str
    sha256: str
    source: str
    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    """ISO 8601 date of publication, or None where no credible one is known."""
    published_basis: DateBasis = "unknown"
    published_note: str | None = None
    url: str | None = None
    language: str = "en"
    extracted_from: str | None = None
    """``sha256:`` and the digest of the bytes of the web page the text was taken out of; None for plain text."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A layout unit of the text: a headline, a byline, a paragraph of the body, furniture of the page."""

    start: int
    end: int
    kind: PassageKind


@dataclass(frozen=True, slots=True)
class Mention:
    """A maximal noun phrase that refers, without relative clause, final punctuation and possessive "'s"."""

    start: int
    end: int
    form: MentionForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A participant of one article: all mentions that refer to one person, body, product, place or thing."""

    id: str
    iri: str | None = None
    name: str
    type: ActorType
    named: bool
    of_state: str | None = None
    """ISO 3166 code of the state whose government this is."""
    members: tuple[str, ...] = ()
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What somebody is reported to have said: source, cue and content as in PARC 3.0 and PolNeAR.

    `speakers`, `on_behalf_of`, `addressee`, `outlet` and `about` hold ids of actors of the same analysis; `within` the
    id of the innermost statement whose content contains this one.
    """

    id: str
    iri: str | None = None
    kind: StatementKind = "speech"
    mode: Mode
    stance: Stance = "neutral"
    source: Spans
    cue: Spans
    content: Spans
    speakers: tuple[str, ...] = ()
    on_behalf_of: tuple[str, ...] = ()
    addressee: str | None = None
    outlet: str | None = None
    medium: str | None = None
    """The words that name the medium ("in a blog post"), copied from the text."""
    medium_span: Span | None = None
    date: str | None = None
    within: str | None = None
    about: tuple[str, ...] = ()
    confidence: float = 1.0
    rule: str
    recorded: bool = True
    """Whether it belongs on record, and so in the graph, the page and the tables."""
    kept_back: str | None = None
    """If it does not: the reason, a name from the closed list of the lexicons."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """How the text words a deed: what a clause that tells it again is made of.

    If the deed completes a verb with the same subject ("is happy to assist"), the words are that verb's.
    """

    voice: Voice
    """Active or passive verb; "noun" if a noun tells it alone."""
    subject: Spans = ()
    """Phrases of the grammatical subject, its own or taken over; for a relative pronoun those of its noun."""
    group: Spans = ()
    """The verb with its auxiliaries and negation; empty if it has no tense of its own ("to sell", "selling")."""
    completion: Spans = ()
    """What completes the verb behind it; of a noun the whole phrase."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One report, in one article, of something done, ordered, planned, threatened.

    `agents` and `patients` hold ids of actors of the same analysis, `under` the id of the action that orders, demands,
    threatens or plans this one, `within` the id of the statement whose content reports it.
    """

    id: str
    iri: str | None = None
    type: str
    plover: Plover | None = None
    lemma: str
    """Lemma of the trigger: kept where the lexicon does not know it and `type` is generic."""
    trigger: Spans
    agents: tuple[str, ...] = ()
    agent_spans: Spans = ()
    patients: tuple[str, ...] = ()
    patient_spans: Spans = ()
    polarity: Polarity = "positive"
    modality: Modality = "asserted"
    under: str | None = None
    date: str | None = None
    date_span: Span | None = None
    place: str | None = None
    """Id of an actor of type Place or State."""
    within: str | None = None
    confidence: float = 1.0
    rule: str
    recorded: bool = True
    """Whether it belongs on record, and so in the graph, the page and the tables."""
    kept_back: str | None = None
    """If it does not: the reason, a name from the closed list of the lexicons."""
    wording: Wording | None = None
    """How it is worded; None if the record does not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """A time expression with its TIMEX3 / ISO 8601 value at the granularity printed, or None where unresolvable."""

    start: int
    end: int
    type: TimeType
    value: str | None
    partial: str | None = None
    """What is printed of a date whose year does not follow from its own article, as TIMEX3: ``XXXX-11-30``."""
    note: str | None = None
    """Where a value that another article gave comes from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """Everything read out of one article: one line of the analysis record."""

    article: Article
    passages: tuple[Passage, ...] = ()
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    actions: tuple[Action, ...] = ()
    dates: tuple[TimeExpression, ...] = ()
    sentences: Spans = ()
    """The sentences of the text, in order: what is shown as the context of a passage."""
    model: str | None = None
    """Name and version of the spaCy pipeline that read the article."""


# ------------------------------------------------------------------ across articles


@dataclass(frozen=True, slots=True, order=True)
class Ref:
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
    """Those of `alt_names` that are acronyms of a body's name ("PTA")."""
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
    """Pairs of differing words, left and right; an empty string where one side has nothing."""


@dataclass(frozen=True, slots=True)
class Feature:
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
    aspect: Literal["date", "agent", "patient", "number", "polarity"]
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


@dataclass(frozen=True, slots=True, kw_only=True)
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
    notes: tuple[str, ...] = ()
    """Sentences for the summary, such as a correction that no longer applies."""
