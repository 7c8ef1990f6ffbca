"""What the files of a lexicon hold, as types: what is not declared here is refused when a file is read."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Part = Literal["verb", "noun", "adjective"]
StatementKind = Literal["speech", "belief", "intention", "refusal_to_comment", "document"]
Stance = Literal["neutral", "claim", "denial", "admission", "insistence", "warning", "praise", "accusation"]
Role = Literal["agent", "patient"]
Modality = Literal[
    "asserted", "ordered", "planned", "demanded", "threatened", "considered", "attempted", "ended", "possible",
    "conditional",
]  # fmt: skip


class Cue(Struct, frozen=True, forbid_unknown_fields=True):
    """How a word introduces what somebody says, thinks or intends."""

    frames: frozenset[str]
    """The complements that are what is said; another complement makes no cue of it."""
    example: str
    source: str
    kind: StatementKind = "speech"
    stance: Stance = "neutral"
    addressee: bool = False
    """Whether its object is who was told, not what was said."""


class Result(Struct, frozen=True, forbid_unknown_fields=True):
    """What a predicative adjective tells to have befallen its subject, by the verb for it."""

    verb: str
    example: str
    source: str


class Word(Struct, frozen=True, forbid_unknown_fields=True):
    """All uses of one word, as its line in the lexicon gives them; deeds, operators and classes by their ids."""

    cue: Cue | None = None
    deeds: tuple[str, ...] = ()
    operators: tuple[str, ...] = ()
    classes: frozenset[str] = frozenset()
    result: Result | None = None


class VerbFrame(Struct, frozen=True, forbid_unknown_fields=True):
    """One way in which a verb, or a verb with its particle, names a deed, and where its participants stand."""

    id: str
    kind: str
    example: str
    source: str
    subject: Role = "agent"
    undergoes: bool = False
    """Whether it befalls its subject even beside an object ("lost two ships"); `preps` then name who it comes from."""
    preps: tuple[str, ...] = ()
    """Prepositions whose object is the patient if there is no direct object, the likeliest first."""
    target: tuple[str, ...] = ()
    """Prepositions (or "indirect_object") whose object is the patient even beside a direct object."""
    objects: frozenset[str] = frozenset()
    """Lemmas one of which must be the object, or in it."""
    object_roots: frozenset[str] = frozenset()
    """PLOVER roots whose nouns of action count among `objects`."""
    objects_ent: frozenset[str] = frozenset()
    needs: Literal["", "number", "object", "clause", "bare", "complement", "result", "measure"] = ""
    """What must be there: an object with a "number", an "object", a "clause" with "to", a "bare" infinitive, ..."""
    needs_prep: frozenset[str] = frozenset()
    """One of these prepositions must follow; beside `needs` either will do."""
    named: bool = False
    """Whether what follows the preposition must have a name."""
    places: frozenset[str] = frozenset()
    """Prepositions whose object is the place, beside those that always are."""
    negated: bool = False
    ergative: bool = False
    """Whether without an object it happens to its subject ("the talks ended")."""
    idiom: bool = False
    """Whether verb and object are one deed ("opened fire")."""
    reciprocal: bool = False
    """Whether several agents do it to one another ("the two banks agreed")."""
    through: Literal["", "agent", "patient"] = ""
    """Whose deed is acted upon, if they are the patients: of "rejected the bank's offer" the "agent", the bank."""

    @property
    def conditional(self) -> bool:
        """Whether the frame holds only in some contexts."""
        return bool(self.objects or self.objects_ent or self.needs or self.needs_prep or self.negated)


class NounFrame(Struct, frozen=True, forbid_unknown_fields=True):
    """One way in which a noun names a deed, and which of its complements are agent and patient."""

    id: str
    kind: str
    example: str
    source: str
    agent_preps: frozenset[str] = frozenset()
    """Prepositions of agents, beside "by" and "between"."""
    patient_preps: tuple[str, ...] = ()
    poss: Role = "agent"
    agent_ents: frozenset[str] = frozenset()
    patient_ents: frozenset[str] = frozenset()
    """Types of names right before the noun that are agents and patients; if either is given, other names are none."""
    with_preps: frozenset[str] = frozenset()
    """Prepositions one of which must follow for the frame to hold."""
    through: Literal["", "agent", "patient"] = ""
    reciprocal: bool = False
    vague: bool = False
    """Whether it has the kind of the deed named before it ("mediation effort")."""


class Operator(Struct, frozen=True, forbid_unknown_fields=True):
    """How a word makes the deed below it stand: its modality, its polarity, whose deed it is."""

    id: str
    modality: Modality
    example: str
    source: str
    below: str
    """Lemma of the deed below it in the example."""
    control: Literal["subject", "object"]
    polarity: Literal["positive", "negative"] = "positive"
    finite: bool = False
    """Whether it governs a clause with a verb of its own tense ("demanded that the bank closes")."""
    gerund: bool = False
    """Whether it governs only a gerund below a preposition ("fined the firm for selling")."""


class Sign(Struct, frozen=True, forbid_unknown_fields=True):
    """What an auxiliary, or an adjective before a noun of action, says of a deed's modality."""

    id: str
    modality: Modality
    words: tuple[str, ...]
    example: str
    source: str
    below: str


class VerbClass(Struct, frozen=True, forbid_unknown_fields=True):
    """A class of verbs that rules ask for."""

    id: str
    meaning: str
    example: str
    source: str
    preps: frozenset[str] = frozenset()


class Lemma(Struct, frozen=True, forbid_unknown_fields=True):
    """A lemma that the language model gets wrong, and the right one."""

    id: str
    lemma: str
    example: str
    source: str


class Ending(Struct, frozen=True, forbid_unknown_fields=True):
    """An ending of verb forms and what stands in its place in the lemma."""

    id: str
    instead: str
    example: str
    source: str


class Composition(Struct, frozen=True, forbid_unknown_fields=True):
    """When a report has another PLOVER root than the kind of its deed: every condition that is given must hold."""

    id: str
    modality: frozenset[Modality]
    roots: frozenset[str]
    root: str
    example: str
    source: str
    polarity: Literal["positive", "negative"] = "positive"
    via: frozenset[str] = frozenset()
    not_via: frozenset[str] = frozenset()


class Voice(Struct, frozen=True, forbid_unknown_fields=True):
    """Kinds without a PLOVER root of their own that take over that of what they announce, in these modalities."""

    id: str
    kinds: frozenset[str]
    modality: frozenset[Modality]
    example: str
    source: str


class FactualityWords(Struct, frozen=True, forbid_unknown_fields=True):
    """Words that say that a deed did not happen or is only supposed: a modality, or the polarity "negative"."""

    id: str
    words: tuple[str, ...]
    example: str
    below: str
    source: str
    modality: Modality | None = None
    polarity: Literal["negative"] | None = None


class FactualityOperator(Operator, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An operator that several words share."""

    words: tuple[str, ...]


class Factuality(Struct, frozen=True, forbid_unknown_fields=True):
    """The file of what a deed's surroundings say of whether it happened; its tables are explained there."""

    absent: tuple[FactualityWords, ...]
    adverb: tuple[FactualityWords, ...]
    before: tuple[FactualityWords, ...]
    noun: tuple[FactualityWords, ...]
    false: tuple[FactualityWords, ...]
    doubt: tuple[FactualityWords, ...]
    fiction: tuple[FactualityWords, ...]
    operator: tuple[FactualityOperator, ...]
