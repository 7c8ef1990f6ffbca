"""What publication rules may test of a deed, and the lists of verbs that they treat alike."""

from __future__ import annotations

from functools import cache
from typing import Any

from msgspec import Struct

from onrecord.language.publication.table import table_type
from onrecord.lexicon_files import whole

FILE = "publication.toml"


class Sense(Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs that the rules treat alike."""

    id: str
    verbs: tuple[str, ...]
    example: str
    source: str


class Harm(Struct, frozen=True, forbid_unknown_fields=True):
    """Kinds and verbs that harm somebody's reputation."""

    id: str
    kinds: tuple[str, ...]
    verbs: tuple[str, ...]
    example: str
    source: str


def lexicon() -> Any:
    """The file of rules, senses, harms and reasons."""
    return whole(FILE, table_type(Facts, "deed", (("sense", tuple[Sense, ...]), ("harm", tuple[Harm, ...]))))


@cache
def senses() -> dict[str, str]:
    """Maps each verb to the first list of ``publication.toml`` that contains it."""
    found: dict[str, str] = {}
    for entry in lexicon().sense:
        for verb in entry.verbs:
            found.setdefault(verb, entry.id)
    return found


@cache
def harmful() -> frozenset[str]:
    """Kinds and verbs that harm a reputation."""
    return frozenset(word for entry in lexicon().harm for word in (*entry.kinds, *entry.verbs))


class Facts(Struct, frozen=True):
    """One deed as the rules see it. All values are names that the table of rules may ask for."""

    kind: str
    lemma: str
    entry: str
    sense: str
    form: str
    """Form of the trigger: "verb", "light" (verb with the noun that is the deed), "noun", "adjective"."""
    clause: str
    """Of a verb, what clause it leads: main, complement, relative, adverbial, participle, infinitive, gerund ..."""
    place: str
    """The position of a noun."""
    tense: str
    agent: str
    """Who does it: "named", "somebody", "state", "something", "words" (a phrase that is no actor) or "none"."""
    patient: str
    agent_form: str
    patient_form: str
    director: str
    """On whose directive it is done, as for `agent`."""
    directs: bool
    """Whether it is the noun of a directive on which another deed is done."""
    polarity: str
    modality: str
    voice: str
    passage: str
    harm: bool
    """Whether it harms somebody's reputation to have done or suffered it."""
    quoted: bool
    cue: bool
    over: str
    """Modality of the deed of the verb that its clause or noun depends on, "negative" if not done, "" if it is none."""
    over_tense: str
    """Tense of that verb, "" if it is no deed."""
    over_kind: str
    over_lemma: str
    """Kind and lemma of that deed, "" if it is none."""
    same: bool
    """Whether that deed is of the same kind."""
    alone: bool
    """Whether its words name no deed below it."""
    shared: bool
    """Whether the patient is in the clause that completes the verb: "warned that wolves would kill her sheep"."""
    completed: bool
    """Whether a clause completes its verb: "asked whether she would go"."""
    self_told: bool
    """Whether it describes whoever is said to tell it: "Lee said the mayor left" is of another, or false."""
    corrected: bool
    """Whether an earlier version of the text is what says it, which was wrong."""
    under: str
    """Kind of the deed of the text that orders, demands, threatens or plans it, "" if none does."""
    names: bool
    """Whether the words of a role contain the name of a person, a body or a state ("Tom Bell's shares")."""
    itself: bool
    """Whether one actor is both agent and patient, in different words without "-self" ("Lund's plan helped her")."""
    to_it: bool
    """Whether the patient is given only as "it" or "its"."""
    by_it: bool
    """Whether the agent is given only as "it" or "its"."""
    misread: bool
    """Whether what reads as a noun in a headline is rather its verb: "Minister orders dam emptied"."""
    lost: bool
    """Whether its verb is active and nobody is found who does it, though somebody must: the parse is broken there."""
    gap: bool
    """Whether what the pronoun of a relative clause stands for is its object and is not told."""
    open_question: bool
    """Whether its clause leaves open what it tells of: "knew whose money she spent", "is how it left her"."""
    verbless: bool
    """Whether its sentence has no finite verb: an item of a list, "Tom Bell: selling stolen goods"."""
    titled: bool
    """Whether it is a noun within a name or title: "March of the Miners"."""
    dated: bool
    lead: bool
    """Whether its verb leads the sentence with which the text begins, which tells the chief event."""
    confidence: float
