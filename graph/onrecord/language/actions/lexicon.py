"""The lexicons of action as look-up tables; the only reader of ``lexicons/action_*.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from onrecord import resources

GENERIC = "Act"
"""The kind of a deed that the lexicon does not know: its lemma says what was done."""
SPEECH = "Say"
"""The kind of the verbs of saying that do nothing besides: what was said stands in a statement."""


@dataclass(frozen=True, slots=True)
class VerbFrame:
    """How one verb, or verb with its particle, names a deed, and where its participants stand."""

    id: str
    kind: str
    subject: str = "agent"
    preps: tuple[str, ...] = ()
    """Prepositions whose object is the patient where there is no direct object, the likeliest first."""
    target: tuple[str, ...] = ()
    """Prepositions (or "dative") whose object is the patient even beside a direct object."""
    objects: frozenset[str] = frozenset()
    """Lemmas one of which must be the object, or in it."""
    objects_ent: frozenset[str] = frozenset()
    needs: str = ""
    """What must be there: an object with a "number", an "object", a "clause" with "to", a "bare" infinitive."""
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
    through: str = ""
    """Whose deed is acted upon, if they are the patients: of "rejected the bank's offer" the "agent", the bank."""

    @property
    def conditional(self) -> bool:
        """Whether the frame holds only in some contexts."""
        return bool(self.objects or self.objects_ent or self.needs or self.needs_prep or self.negated)


@dataclass(frozen=True, slots=True)
class NounFrame:
    """How one noun names a deed, and which of its complements are agent and patient."""

    id: str
    kind: str
    agent_preps: frozenset[str] = frozenset({"by", "between"})
    patient_preps: tuple[str, ...] = ()
    poss: str = "agent"
    with_preps: frozenset[str] = frozenset()
    """Prepositions one of which must follow for the frame to hold."""
    through: str = ""
    reciprocal: bool = False
    vague: bool = False
    """Whether it has the kind of the deed named before it ("mediation effort")."""


@dataclass(frozen=True, slots=True)
class Operator:
    """How a word makes the deed below it stand: its modality, its polarity, whose deed it is."""

    id: str
    modality: str
    polarity: str
    control: str
    finite: bool
    """Whether it governs a clause with a verb of its own tense ("demanded that the bank closes")."""


@cache
def plover() -> dict[str, str | None]:
    """The PLOVER root of each kind."""
    return {item["id"]: item.get("plover") for item in resources.toml("lexicons", "action_kinds.toml")["kind"]}


@cache
def verbs() -> dict[str, tuple[VerbFrame, ...]]:
    """Frames of each verb ("order", "shut down"), those with conditions first."""
    found: dict[str, list[VerbFrame]] = {}
    for entry in resources.toml("lexicons", "action_verbs.toml")["verb"]:
        frame = _verb_frame(entry)
        for verb in entry["verbs"]:
            found.setdefault(verb, []).append(frame)
    return {verb: tuple(sorted(frames, key=lambda frame: not frame.conditional)) for verb, frames in found.items()}


def _verb_frame(entry: dict[str, Any]) -> VerbFrame:
    sets = {name: frozenset(entry.get(name, ())) for name in ("objects", "objects_ent", "needs_prep", "places")}
    roots = frozenset(entry.get("object_roots", ()))
    if roots:
        sets["objects"] |= {noun for noun, frames in nouns().items() if plover()[frames[0].kind] in roots}
    return VerbFrame(
        id=entry["id"],
        kind=entry["kind"],
        subject=entry.get("subject", "agent"),
        needs=entry.get("needs", ""),
        named=entry.get("named", False),
        preps=tuple(entry.get("preps", ())),
        target=tuple(entry.get("target", ())),
        negated=entry.get("negated", False),
        ergative=entry.get("ergative", False),
        idiom=entry.get("idiom", False),
        reciprocal=entry.get("reciprocal", False),
        through=entry.get("through", ""),
        **sets,
    )


@cache
def nouns() -> dict[str, tuple[NounFrame, ...]]:
    """The frames of each noun of action, those with conditions first."""
    found: dict[str, list[NounFrame]] = {}
    for entry in resources.toml("lexicons", "action_nouns.toml")["noun"]:
        frame = NounFrame(
            entry["id"],
            entry["kind"],
            frozenset(entry.get("agent_preps", ())) | {"by", "between"},
            tuple(entry.get("patient_preps", ())),
            entry.get("poss", "agent"),
            frozenset(entry.get("with_preps", ())),
            entry.get("through", ""),
            entry.get("reciprocal", False),
            entry.get("vague", False),
        )
        for noun in entry["nouns"]:
            found.setdefault(noun, []).append(frame)
    return {noun: tuple(sorted(frames, key=lambda frame: not frame.with_preps)) for noun, frames in found.items()}


@cache
def operators() -> dict[str, Operator]:
    """The operator each word is; the first entry that has it."""
    found: dict[str, Operator] = {}
    for entry in resources.toml("lexicons", "action_operators.toml")["operator"]:
        made = Operator(
            entry["id"],
            entry["modality"],
            entry.get("polarity", "positive"),
            entry["control"],
            entry.get("finite", False),
        )
        for word in entry["words"]:
            found.setdefault(word, made)
    return found


@cache
def words(table: str) -> frozenset[str]:
    """All words of one of the plain lists of ``action_light.toml``: "light", "state", "speech", "carrier" and so on."""
    return frozenset(
        verb for entry in resources.toml("lexicons", "action_light.toml")[table] for verb in entry["verbs"]
    )


@cache
def signs(table: str) -> dict[str, str]:
    """What single words say of a deed: "modal" auxiliaries and "modifier" adjectives, each with its modality."""
    return {
        word: entry["modality"]
        for entry in resources.toml("lexicons", "action_operators.toml")[table]
        for word in entry["words"]
    }


@cache
def results() -> dict[str, str]:
    """Adjectives that tell what has befallen somebody ("dead"), with the verb for it."""
    return {entry["id"]: entry["lemma"] for entry in resources.toml("lexicons", "action_light.toml")["result"]}


BEFALLEN = VerbFrame(id="result", kind=GENERIC, subject="patient")
"""The frame of those adjectives."""
