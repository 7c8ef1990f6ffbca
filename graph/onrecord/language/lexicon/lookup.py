"""Predicates: all lexical information on a verb, noun or adjective.

A word can introduce what somebody says (`Cue`), name a deed (`VerbFrame`, `NounFrame`), and change the status of the
deed that it governs (`Operator`). A `Predicate` holds all of these.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import TypeVar

from msgspec.structs import replace

from onrecord.action_kinds import ACT, KINDS
from onrecord.errors import LexiconError
from onrecord.language.lexicon.records import (
    Cue,
    Ending,
    Lemma,
    NounFrame,
    Operator,
    Part,
    Result,
    Sign,
    VerbClass,
    VerbFrame,
    Word,
)
from onrecord.lexicon_files import by_word, entries
from onrecord.word_sets import word_set

_T = TypeVar("_T")
_ALWAYS_AGENT = word_set("agent_of_any_noun")
"""Prepositions whose object is the agent of every noun of action."""
_REPORTED = frozenset({"quote", "that"})
"""Complements that distinguish verbs of saying from others: "praise" does more than say."""
BEFALLEN = VerbFrame(id="result", kind=ACT, example="The miner was found dead.", source="onrecord", subject="patient")
"""The frame of all `results`, whose subject is the patient."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """All lexical information on one word.

    A verb with several senses has a frame for each, with its own id, example and source; its complements decide between
    them. "Charge" is to demand a price if its object is an amount or a fee ("demand-fee"), to say something, by its
    cue, if a that-clause or a quotation follows, and to bring somebody before a court ("sue-charge") if its object is
    somebody.
    """

    lemma: str
    part: Part
    cue: Cue | None
    deeds: tuple[VerbFrame, ...] | tuple[NounFrame, ...]
    """The frames in which it names a deed, those with conditions first."""
    operators: tuple[Operator, ...]
    classes: frozenset[str]
    result: Result | None

    @property
    def reports(self) -> bool:
        """Whether it introduces what somebody says."""
        return self.cue is not None and self.cue.kind == "speech"


@cache
def predicates(part: Part) -> Mapping[str, Predicate]:
    """The predicates of one part of speech, by lemma."""
    return {lemma: _predicate(part, lemma, word) for lemma, word in by_word(f"{part}s.toml", Word).items()}


def _predicate(part: Part, lemma: str, word: Word) -> Predicate:
    file = f"{part}s.toml"
    frames = _verb_frames() if part == "verb" else _noun_frames()
    deeds = [_named(file, lemma, frames, key) for key in word.deeds]
    for name in word.classes:
        _named(file, lemma, verb_classes(), name)
    return Predicate(
        lemma,
        part,
        word.cue,
        tuple(sorted(deeds, key=lambda frame: not _conditional(frame))),  # type: ignore[arg-type]  # one type a part
        tuple(_named(file, lemma, operator_classes(), key) for key in word.operators),
        word.classes,
        word.result,
    )


def _conditional(frame: VerbFrame | NounFrame) -> bool:
    return frame.conditional if isinstance(frame, VerbFrame) else bool(frame.with_preps)


def _named(file: str, lemma: str, table: Mapping[str, _T], key: str) -> _T:
    if key not in table:
        raise LexiconError(file, lemma, f"there is no {key!r}")
    return table[key]


@cache
def operator_classes() -> Mapping[str, Operator]:
    """The operators by their ids."""
    return {item.id: item for item in entries("operators.toml", "operator", Operator)}


@cache
def verb_classes() -> Mapping[str, VerbClass]:
    """The classes of verbs by their ids."""
    return {item.id: item for item in entries("verb_classes.toml", "class", VerbClass)}


@cache
def _noun_frames() -> Mapping[str, NounFrame]:
    frames = entries("deeds.toml", "noun", NounFrame)
    _check_kinds(frames)
    return {item.id: replace(item, agent_preps=item.agent_preps | _ALWAYS_AGENT) for item in frames}


@cache
def _verb_frames() -> Mapping[str, VerbFrame]:
    frames = entries("deeds.toml", "verb", VerbFrame)
    _check_kinds(frames)
    _check_lemmas(frames)
    return {item.id: replace(item, objects=_objects(item)) for item in frames}


def _objects(frame: VerbFrame) -> frozenset[str]:
    """The lemmas that may be the object: those of the frame itself, of its word sets and of its roots."""
    return frame.objects.union(_of_roots(frame.object_roots), *(word_set(name) for name in frame.object_sets))


def _check_lemmas(frames: tuple[VerbFrame, ...]) -> None:
    """Lemmas are in small letters, so that a word with a capital would never be met."""
    for frame in frames:
        for word in sorted(frame.objects | frame.subjects | frame.linked):
            if word != word.lower():
                raise LexiconError("deeds.toml", frame.id, f"{word!r} has a capital, as no lemma has")


def _check_kinds(frames: tuple[VerbFrame, ...] | tuple[NounFrame, ...]) -> None:
    for frame in frames:
        if frame.kind not in KINDS:
            raise LexiconError("deeds.toml", frame.id, f"the ontology has no kind {frame.kind!r}")


def _of_roots(roots: frozenset[str]) -> frozenset[str]:
    """The nouns of action whose first frame is of a kind under one of `roots`."""
    if not roots:
        return frozenset()
    return frozenset(noun for noun, frames in noun_deeds().items() if KINDS[frames[0].kind].plover in roots)


@cache
def cues(part: Part) -> Mapping[str, Cue]:
    """The cues among the words of one part of speech, by lemma."""
    return {lemma: item.cue for lemma, item in by_word(f"{part}s.toml", Word).items() if item.cue is not None}


@cache
def verb_deeds() -> Mapping[str, tuple[VerbFrame, ...]]:
    """The frames of each verb of action ("order", "shut down"), those with conditions first."""
    found = {lemma: item.deeds for lemma, item in predicates("verb").items() if item.deeds}
    return {lemma: tuple(item for item in deeds if isinstance(item, VerbFrame)) for lemma, deeds in found.items()}


@cache
def noun_deeds() -> Mapping[str, tuple[NounFrame, ...]]:
    """The frames of each noun of action, those with conditions first."""
    found = {lemma: item.deeds for lemma, item in predicates("noun").items() if item.deeds}
    return {lemma: tuple(item for item in deeds if isinstance(item, NounFrame)) for lemma, deeds in found.items()}


@cache
def operators() -> Mapping[str, Operator]:
    """The operator of each word: the first one listed, or that of the verb for a word of several parts of speech."""
    words = chain(*(predicates(part).items() for part in ("adjective", "noun", "verb")))
    return {lemma: item.operators[0] for lemma, item in words if item.operators}


@cache
def of_class(name: str) -> frozenset[str]:
    """The verbs of the class `name`, such as "light"."""
    verb_classes()[name]
    return frozenset(lemma for lemma, item in predicates("verb").items() if name in item.classes)


@cache
def reporting_verbs() -> frozenset[str]:
    """Verbs that only report speech.

    These are the cues of speech that take both a quotation and a clause, unless they name another deed in every context
    ("announce"); and the class "speaking".
    """
    cued = {lemma for lemma, cue in cues("verb").items() if cue.kind == "speech" and cue.frames >= _REPORTED}
    return of_class("speaking") | {
        lemma for lemma in cued if all(frame.conditional for frame in verb_deeds().get(lemma, ()))
    }


@cache
def signs(table: str) -> Mapping[str, str]:
    """The words of `table` with the modality that each gives to a deed: "modal" auxiliaries, "modifier" adjectives."""
    return {word: item.modality for item in entries("operators.toml", table, Sign) for word in item.words}


@cache
def results() -> Mapping[str, str]:
    """Adjectives that say what has happened to somebody ("dead"), with the verb for it."""
    found = by_word("adjectives.toml", Word).items()
    return {word: item.result.verb for word, item in found if item.result is not None}


@cache
def repaired_lemmas() -> Mapping[str, str]:
    """Lemmas that the language model gets wrong ("stag" for "staged"), and the right ones."""
    return {item.id: item.lemma for item in entries("lemmas.toml", "lemma", Lemma)}


@cache
def verb_endings() -> tuple[tuple[str, str], ...]:
    """Endings of verb forms with their replacements in the lemma, in the order in which they are tried."""
    return tuple((item.id, item.instead) for item in entries("lemmas.toml", "ending", Ending))
