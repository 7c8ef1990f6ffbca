"""Cue verbs, nouns and adjectives, looked up by lemma.

An entry lists the frames in which the word introduces what somebody says, thinks or intends; in another frame ("the
plan called for rain") the word is not a cue. `cue_priors.toml` has counts, made on the development texts, of how often
an entry in a frame is an attribution; the confidence is computed from them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict

from onrecord.language.lexicon import Cue, cues
from onrecord.language.lexicon.records import Part
from onrecord.language.syntax.lemmas import possible_lemmas
from onrecord.lexicon_files import whole
from onrecord.weights import weights_of

_PRIORS = weights_of("confidence")
_WEIGHT = _PRIORS["said.sightings"]


_UNSEEN = [0, 0]


@dataclass(frozen=True, slots=True)
class Entry:
    """One cue: its frames, and what kind of statement and stance it makes."""

    id: str
    lemma: str
    frames: frozenset[str]
    kind: str
    stance: str
    example: str
    source: str
    addressee: bool = False
    """Whether its object is the addressee, not the content."""


ANY = Entry("any", "", frozenset({"quote"}), "speech", "neutral", "", "any verb beside a quotation")
"""The entry for a verb that is in no lexicon but next to a quotation like a cue."""


@cache
def verbs() -> dict[str, Entry]:
    """Cue verbs by lemma."""
    return _table("verb")


@cache
def verb(lemma: str, form: str) -> Entry | None:
    """The cue verb of a lemma, or of a form with a wrong lemma ("hopes": hop)."""
    table = verbs()
    if lemma in table:
        return table[lemma]
    return next((table[other] for other in possible_lemmas(form) if other in table), None)


@cache
def nouns() -> dict[str, Entry]:
    """Cue nouns by lemma."""
    return _table("noun")


def _table(part: Part) -> dict[str, Entry]:
    return {lemma: _entry(lemma, cue) for lemma, cue in cues(part).items()}


def _entry(lemma: str, cue: Cue) -> Entry:
    return Entry(lemma, lemma, cue.frames, cue.kind, cue.stance, cue.example, cue.source, cue.addressee)


@cache
def adjectives() -> dict[str, Entry]:
    """Cue adjectives by lemma."""
    return _table("adjective")


class _Priors(Struct, frozen=True, forbid_unknown_fields=True):
    rules: dict[str, dict[str, tuple[int, int]]]
    """By frame and circumstance: the number that were right, and the number seen."""
    entries: dict[str, dict[str, tuple[int, float]]]
    """By frame and entry: the number that were right, and the number expected."""
    shapes: dict[str, dict[str, tuple[int, float]]]
    """By feature of the shape and its value: the number that were entirely right, and the number expected before."""


@cache
def _priors() -> dict[str, Any]:
    return asdict(whole("cue_priors.toml", _Priors))


@cache
def prior(entry: str, frame: str, circumstance: str) -> float:
    """The probability that a cue is an attribution, from the counts that ship with the lexicons."""
    return likelihood(_priors(), entry, frame, circumstance)


def shape_counts() -> Mapping[str, Mapping[str, list[float]]]:
    """By feature of a statement's shape and its value: the number that were entirely right, and the number expected."""
    counts: Mapping[str, Mapping[str, list[float]]] = _priors()["shapes"]
    return counts


def likelihood(table: Mapping[str, Any], entry: str, frame: str, circumstance: str) -> float:
    """The probability that a cue is an attribution: the rate of its rule, times a factor for the entry.

    The factor is the number of right cases over the number expected from the rates of the rules, smoothed towards 1 if
    there are few cases. Reported speech inside a quotation gets the same probability as outside: corpora do not
    annotate it, so that counts on them say nothing about it.
    """
    if circumstance == "nested":
        circumstance = "plain"
    right, expected = table["entries"].get(frame, {}).get(entry, [0, 0.0])
    share = drawn(table["rules"], frame, circumstance)
    return min(_PRIORS["said.most"], float(share * (right + _WEIGHT) / (expected + _WEIGHT)))


def drawn(rules: Mapping[str, Mapping[str, list[int]]], frame: str, circumstance: str) -> float:
    """Rate of a rule in a table of [right, seen].

    If the rule was rarely seen, its rate is smoothed towards the value expected from its frame's rate and the
    circumstance's effect on all frames together.
    """
    all_frames = rules.get("all", {})
    overall = _ratio(all_frames.get("all", _UNSEEN))
    effect = _ratio(all_frames.get(circumstance, [0, 0]), overall) / overall
    expected = min(_PRIORS["said.most"], _ratio(rules.get(frame, {}).get("all", _UNSEEN)) * effect)
    return _ratio(rules.get(frame, {}).get(circumstance, [0, 0]), expected)


def _ratio(counted: list[int], expected: float = _PRIORS["said.share"]) -> float:
    return float((counted[0] + _WEIGHT * expected) / (counted[1] + _WEIGHT))
