"""The values extracted from one article.

Field order is the order of the analysis record (see docs/reference/record.md): these classes *are* that record, and
`onrecord.record` turns them into JSON Lines and back. Every span is ``(start, end)`` in characters (Unicode code
points) of the unchanged `Article.text`, end exclusive. Every string is copied from a stated span, a name from the
vocabulary, or metadata that came with the article.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

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
Shown = Literal["line", "sentence", "further", "quoted", "reading"]


class Article(Struct, frozen=True, kw_only=True):
    """One article as it was given. `text` is never changed after reading; `sha256` is of `text` in UTF-8."""

    id: str
    text: str
    sha256: str
    source: str
    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    """ISO 8601 date of publication, or None if no credible one is known."""
    published_basis: DateBasis = "unknown"
    published_note: str | None = None
    url: str | None = None
    language: str = "en"
    extracted_from: str | None = None
    """``sha256:`` and the digest of the bytes of the web page that the text comes from; None for plain text."""


class Passage(Struct, frozen=True):
    """A layout unit of the text, such as a headline, a byline, a paragraph of the body, page furniture."""

    start: int
    end: int
    kind: PassageKind


class Mention(Struct, frozen=True):
    """A maximal referring noun phrase, without relative clause, final punctuation or possessive "'s"."""

    start: int
    end: int
    form: MentionForm


class Actor(Struct, frozen=True, kw_only=True):
    """A participant in one article: all mentions of one person, body, product, place or thing."""

    id: str
    iri: str | None = None
    name: str
    type: ActorType
    named: bool
    of_state: str | None = None
    """ISO 3166 code of the state whose government this is."""
    members: tuple[str, ...] = ()
    mentions: tuple[Mention, ...]


class Statement(Struct, frozen=True, kw_only=True):
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
    shown: Shown = "line"
    """How the story shows it: by a clause, by its sentences, as a further account of another's line, quoted in a report
    alone, or not at all."""


class Wording(Struct, frozen=True, kw_only=True):
    """How the text words a deed; labels are clauses made from these parts.

    If the deed is the complement of a verb with the same subject ("is happy to assist"), the words are that verb's.
    """

    voice: Voice
    """Voice of the verb; "noun" if the deed is expressed by a noun alone."""
    subject: Spans = ()
    """Phrases of the grammatical subject, its own or inherited; for a relative pronoun, those of its antecedent."""
    group: Spans = ()
    """The verb with its auxiliaries and negation; empty if it is not finite ("to sell", "selling")."""
    completion: Spans = ()
    """What follows the verb and completes it; for a noun, the whole phrase."""


class Action(Struct, frozen=True, kw_only=True):
    """One report, in one article, of something done, ordered, planned or threatened.

    `agents` and `patients` hold ids of actors of the same analysis, `under` the id of the action that orders, demands,
    threatens or plans this one, `within` the id of the statement whose content reports it.
    """

    id: str
    iri: str | None = None
    type: str
    plover: Plover | None = None
    lemma: str
    """Lemma of the trigger; it carries the meaning if the lexicon does not have it and `type` is generic."""
    trigger: Spans
    agents: tuple[str, ...] = ()
    agent_spans: Spans = ()
    patients: tuple[str, ...] = ()
    patient_spans: Spans = ()
    directors: tuple[str, ...] = ()
    """Ids of those on whose directive or at whose request the agents act."""
    directive_spans: Spans = ()
    """The phrase that says so ("on the directive of the ministry")."""
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
    shown: Shown = "line"
    """How the story shows it: by a clause, by its sentence, as a further account of another's line, or not at all."""
    wording: Wording | None = None
    """How it is worded; None if unknown."""


class TimeExpression(Struct, frozen=True, kw_only=True):
    """A time expression with its TIMEX3 / ISO 8601 value at the granularity printed, or None if unresolvable."""

    start: int
    end: int
    type: TimeType
    value: str | None
    partial: str | None = None
    """TIMEX3 value of a date whose year cannot be derived from its own article: ``XXXX-11-30``."""
    note: str | None = None
    """The source of a value that was taken from another article."""
    aside: bool = False
    """Whether it dates only a thing named or what was done before or after what its sentence tells."""


class Analysis(Struct, frozen=True, kw_only=True):
    """Everything extracted from one article: one line of the analysis record."""

    article: Article
    passages: tuple[Passage, ...] = ()
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    actions: tuple[Action, ...] = ()
    dates: tuple[TimeExpression, ...] = ()
    sentences: Spans = ()
    """The sentences of the text, in order; they are shown as the context of a passage."""
    model: str | None = None
    """Name and version of the spaCy pipeline that read the article."""
