"""The types of the entries in the lexicon files; a field that is not declared here is an error when a file is read."""

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
    """The complements that can be what is said; with any other complement, the word is not a cue."""
    example: str
    source: str
    kind: StatementKind = "speech"
    stance: Stance = "neutral"
    addressee: bool = False
    """Whether its object is the person told, not what was said."""


class Result(Struct, frozen=True, forbid_unknown_fields=True):
    """What a predicative adjective says has happened to its subject, given as the verb for it."""

    verb: str
    example: str
    source: str


class Word(Struct, frozen=True, forbid_unknown_fields=True):
    """All uses of one word, as in its line of the lexicon; deeds, operators and classes are given by their ids."""

    cue: Cue | None = None
    deeds: tuple[str, ...] = ()
    operators: tuple[str, ...] = ()
    classes: frozenset[str] = frozenset()
    result: Result | None = None


class VerbFrame(Struct, frozen=True, forbid_unknown_fields=True):
    """One way in which a verb, or a verb with its particle, names a deed, and the positions of its participants."""

    id: str
    kind: str
    example: str
    source: str
    subject: Role = "agent"
    undergoes: bool = False
    """Whether its subject is the patient even if there is an object ("lost two ships"); `preps` introduce the agent."""
    preps: tuple[str, ...] = ()
    """Prepositions whose object is the patient if there is no direct object, in order of preference."""
    target: tuple[str, ...] = ()
    """Prepositions (or "indirect_object") whose object is the patient even if there is a direct object."""
    objects: frozenset[str] = frozenset()
    """Lemmas, one of which must be the object or occur in it."""
    object_sets: tuple[str, ...] = ()
    """Word sets whose words count as `objects` too."""
    object_roots: frozenset[str] = frozenset()
    """PLOVER roots whose nouns of action count as `objects` too."""
    objects_ent: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    """Lemmas in lower case, one of which as its doer is enough, whatever the object."""
    linked: frozenset[str] = frozenset()
    """Lemmas, one of which must stand below a preposition or particle behind the verb ("out of the top ten")."""
    no_clause: bool = False
    """Whether no clause or predicate may complete the verb: "ordered a ship", not "ordered a ship to turn"."""
    no_direction: bool = False
    """Whether no phrase may say where the object is to go: "ordered a ship", not "ordered a ship out of port"."""
    no_object: bool = False
    """Whether no object may stand before its preposition: "called for a truce", not "called a strike for May"."""
    by_doer: bool = False
    """Whether it must be told who or what did it: "the blast hurt her", not "she was hurt"."""
    needs: Literal["", "number", "object", "clause", "others", "bare", "complement", "result", "measure"] = ""
    """What the verb must have: an object with a "number", an "object", a "clause" with "to", that of "others" …"""
    needs_prep: frozenset[str] = frozenset()
    """One of these prepositions must follow; if `needs` is given too, either is enough."""
    named: bool = False
    """Whether the object of the preposition must have a name."""
    places: frozenset[str] = frozenset()
    """Prepositions whose object is the place, in addition to those that always introduce a place."""
    negated: bool = False
    ergative: bool = False
    """Whether its subject is the patient if it has no object ("the talks ended")."""
    idiom: bool = False
    """Whether the verb and its object name one deed ("opened fire")."""
    reciprocal: bool = False
    """Whether several agents do it to one another ("the two banks agreed")."""
    through: Literal["", "agent", "patient"] = ""
    """Which participant of a deed in the object is the patient, if any.

    In "rejected the bank's offer" it is the offer's "agent", the bank.
    """

    @property
    def conditional(self) -> bool:
        """Whether the frame holds only in some contexts."""
        words = self.objects or self.objects_ent or self.subjects or self.linked
        return bool(words or self.needs or self.needs_prep or self.negated)


class NounFrame(Struct, frozen=True, forbid_unknown_fields=True):
    """One way in which a noun names a deed, and the complements that are its agent and patient."""

    id: str
    kind: str
    example: str
    source: str
    agent_preps: frozenset[str] = frozenset()
    """Prepositions that introduce agents, in addition to "by" and "between"."""
    patient_preps: tuple[str, ...] = ()
    poss: Role = "agent"
    agent_ents: frozenset[str] = frozenset()
    patient_ents: frozenset[str] = frozenset()
    """Types of names right before the noun that are its agents or patients; if either is given, other types are not."""
    with_preps: frozenset[str] = frozenset()
    """Prepositions, one of which must follow for the frame to apply."""
    through: Literal["", "agent", "patient"] = ""
    reciprocal: bool = False
    vague: bool = False
    """Whether it takes the kind of the deed named before it ("mediation effort")."""


class Operator(Struct, frozen=True, forbid_unknown_fields=True):
    """How a word affects the deed that it governs: its modality, its polarity, and whose deed it is."""

    id: str
    modality: Modality
    example: str
    source: str
    below: str
    """Lemma of the deed that it governs in the example."""
    control: Literal["subject", "object"]
    polarity: Literal["positive", "negative"] = "positive"
    finite: bool = False
    """Whether it governs a clause with a finite verb ("demanded that the bank closes")."""
    gerund: bool = False
    """Whether it governs only a gerund after a preposition ("fined the firm for selling")."""


class Sign(Struct, frozen=True, forbid_unknown_fields=True):
    """The modality of a deed according to an auxiliary, or an adjective before a noun of action."""

    id: str
    modality: Modality
    words: tuple[str, ...]
    example: str
    source: str
    below: str


class VerbClass(Struct, frozen=True, forbid_unknown_fields=True):
    """A class of verbs that rules refer to."""

    id: str
    meaning: str
    example: str
    source: str
    preps: frozenset[str] = frozenset()


class Lemma(Struct, frozen=True, forbid_unknown_fields=True):
    """A wrong lemma from the language model, and the right one."""

    id: str
    lemma: str
    example: str
    source: str


class Ending(Struct, frozen=True, forbid_unknown_fields=True):
    """An ending of verb forms and its replacement in the lemma."""

    id: str
    instead: str
    example: str
    source: str


class Composition(Struct, frozen=True, forbid_unknown_fields=True):
    """A report whose PLOVER root differs from the root of its deed's kind: all conditions that are given must hold."""

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
    """Kinds without their own PLOVER root, which take the root of what they announce, in these modalities."""

    id: str
    kinds: frozenset[str]
    modality: frozenset[Modality]
    example: str
    source: str


class FactualityWords(Struct, frozen=True, forbid_unknown_fields=True):
    """Words that say that a deed did not happen or is hypothetical: a modality, or the polarity "negative"."""

    id: str
    words: tuple[str, ...]
    example: str
    below: str
    source: str
    modality: Modality | None = None
    polarity: Literal["negative"] | None = None


class FactualityOperator(Operator, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An operator shared by several words."""

    words: tuple[str, ...]


class Factuality(Struct, frozen=True, forbid_unknown_fields=True):
    """The file about how the context shows whether a deed happened; its tables are explained in the file."""

    absent: tuple[FactualityWords, ...]
    adverb: tuple[FactualityWords, ...]
    before: tuple[FactualityWords, ...]
    noun: tuple[FactualityWords, ...]
    false: tuple[FactualityWords, ...]
    doubt: tuple[FactualityWords, ...]
    fiction: tuple[FactualityWords, ...]
    operator: tuple[FactualityOperator, ...]
