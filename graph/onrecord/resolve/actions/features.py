"""Evidence for and against two reports being the same action: pure functions of both and their articles' similarity."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache, lru_cache

from onrecord.model import Feature, Modality
from onrecord.person_names import surnames_fit
from onrecord.resolve import names
from onrecord.resolve.actions.context import overlap
from onrecord.resolve.actions.event_words import befalls, events
from onrecord.resolve.actions.other_deeds import of_other_sorts
from onrecord.resolve.actions.reported import Reported
from onrecord.resolve.actions.same_words import are_alike
from onrecord.resolve.outcomes import excluded
from onrecord.value_groups import THOUGHT_OF
from onrecord.weights import weights_of
from onrecord.word_sets import word_set

_W = weights_of("actions")
_LEAST_MISSPELT = int(weights_of("names")["misspelt.least"])
"""Surnames longer than this may be misspellings of one another that differ by one extra letter."""
_PAIRS = 1 << 16
"""Size of the cache for pairs of words: most pairs of reports use the same few words."""
FACT = frozenset({"asserted", "ended", "attempted"})
URGED = THOUGHT_OF - {"planned"}


def agents(left: Reported, right: Reported) -> Feature | None:
    """Whether the same actor did it.

    Different named agents are a contradiction unless the patient is the same, and always if the word only introduces
    another deed ("decide", "plan").
    """
    pair, heads = (left.agents, right.agents), (left.agent_heads, right.agent_heads)
    to_same = not left.touched.isdisjoint(right.touched)
    leading = not to_same and _are("leading_deed", left, right)
    apart = "agent.other_to_same" if to_same else "agent.other_leading" if leading else "agent.other"
    scores = (_W["agent.same"], _W["agent.word"], _W[apart])
    return _role("agent", pair, heads, (left.named, right.named), scores)


def patients(left: Reported, right: Reported) -> Feature | None:
    """Whether it was done to the same actor. People named in full, or of different ages, are certainly different."""
    if left.victims and right.victims and not _fit(left.victims, right.victims):
        return Feature("patient", _W["patient.other_person"], "it was done to different persons")
    if left.ages and right.ages and left.ages.isdisjoint(right.ages):
        years = f"{min(left.ages)} and {min(right.ages)}"
        return Feature("patient", _W["patient.other_age"], f"it was done to people of different ages, {years}")
    pair, heads = (left.patients, right.patients), (left.patient_heads, right.patient_heads)
    if _are_unlike(left, right) and pair[0].isdisjoint(pair[1]) and all(heads) and heads[0].isdisjoint(heads[1]):
        one, two = min(heads[0]), min(heads[1])
        return Feature(
            "patient", _W["patient.other_deed"], f"another word, of a {one!r} in one, a {two!r} in the other"
        )
    scores = (_W["patient.same"], _W["patient.word"], _W["patient.other"])
    found = _role("patient", pair, heads, (left.named, right.named), scores)
    if found is not None and found.score == _W["patient.other"] and _fit(left.victims, right.victims):
        found = None  # "Dr Ann Poe", "Ann B. Poe": perhaps the same person, although unproven
    if (found is None or found.score < _W["patient.touched"]) and not left.touched.isdisjoint(right.touched):
        return Feature("patient", _W["patient.touched"], "the same name stands in what it was done to")
    if found is None and left.patient_heads and right.patient_heads:
        common = _common(left, right)
        if common or names.root(left.lemma) != names.root(right.lemma):
            one, two = min(left.patient_heads), min(right.patient_heads)
            score = _W["patient.other_common" if common else "patient.other_word"]
            return Feature("patient", score, f"the patient is a {one!r} in one, a {two!r} in the other")
    return found


def _are_unlike(left: Reported, right: Reported) -> bool:
    """Whether two words are not for one event, or are so only where both are done to people or both to things."""
    if not are_alike(left, right):
        return True
    return names.root(left.lemma) != names.root(right.lemma) and of_other_sorts(left, right)


def doers(left: Reported, right: Reported) -> Feature | None:
    """Whether different words for one event, of different kinds, have different named agents: those are two deeds.

    That somebody dies and that somebody kills is one event with different grammatical agents.
    """
    kinds = left.kind and right.kind and left.kind != right.kind
    if not kinds or left.lemma == right.lemma or events(left.lemma).isdisjoint(events(right.lemma)):
        return None
    if befalls(left.lemma) or befalls(right.lemma) or not left.touched.isdisjoint(right.touched):
        return None
    one, two = left.agents & left.named, right.agents & right.named
    if not one or not two or not one.isdisjoint(two):
        return None
    return Feature("doers", _W["doers.other"], "somebody else did it, and what they did is of another kind")


def numbers(left: Reported, right: Reported) -> Feature | None:
    """Whether it was done to different numbers of the same; within one matter the numbers may be disputed."""
    if not left.numbers or not right.numbers:
        return None
    known = dict(left.numbers)
    head = next((word for word, number in right.numbers if known.get(word, number) != number), None)
    if head is None:
        return None
    score = _W["number.other_together" if together(left, right) else "number.other"]
    return Feature("number", score, f"the number of the word {head!r} is another")


def below(left: Reported, right: Reported) -> Feature | None:
    """Whether the deed ordered, requested or decided is the same: two requests by one actor can be for two things."""
    if not left.below or not right.below:
        return None
    if not left.below.isdisjoint(right.below):
        return Feature("below", _W["below.same"], "the same is ordered, planned or asked for")
    return Feature("below", _W["below.other"], "different things are ordered, planned or asked for")


def _fit(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether two sets of surnames have one in common, even with a misspelling."""
    return any(surnames_fit((one,), (two,)) or _misspelt(one, two) for one in left for two in right)


def _misspelt(one: str, two: str) -> bool:
    """Whether one surname is the other plus one letter: "Rowan", "Rowane"."""
    short, long = sorted((one, two), key=len)
    return len(short) > _LEAST_MISSPELT and len(long) == len(short) + 1 and long.startswith(short)


def _common(left: Reported, right: Reported) -> bool:
    """Whether both use words for deeds that can happen several times in one matter."""
    return not (left.kind or right.kind) or _are("common_deed", left, right)


def _are(words: str, left: Reported, right: Reported) -> bool:
    """Whether both use words of the set `words`."""
    known = word_set(words)
    return left.lemma in known and right.lemma in known


_SHARED = frozenset({"agent", "patient", "when", "said"})
"""Features of what two reports of one action share beside their words."""


def bare(left: Reported, right: Reported, found: Collection[Feature]) -> Feature | None:
    """Whether two reports share only a common word, or within one matter only the kind, and no participant."""
    for item in found:
        if item.score > 0 and item.name in _SHARED:
            return None
    if together(left, right):
        other = names.root(left.lemma) != names.root(right.lemma)
        lone = other and overlap(left.context, right.context) < _W["bare.nothing"]
        return Feature("bare", _W["bare.kind"], "nothing but the kind is the same") if lone else None
    if not _are("common_deed", left, right) or overlap(left.context, right.context) >= _W["bare.context"]:
        return None
    return Feature("bare", _W["bare"], "nothing beside the word is the same")


Pair = tuple[frozenset[str], frozenset[str]]


def _role(role: str, actors: Pair, heads: Pair, named: Pair, scores: tuple[float, float, float]) -> Feature | None:
    """One of `scores`: for the same named actor in the role, for the same word, for different named actors."""
    (one, two), (left, right) = actors, named
    if not one.isdisjoint(two) and not left.isdisjoint(one & two):
        return _same(role, scores[0])
    if not heads[0].isdisjoint(heads[1]):
        return Feature(role, scores[1], f"the {role} is a {min(heads[0] & heads[1])!r} in both")
    if not (one.isdisjoint(left) or two.isdisjoint(right)):
        return _apart(role, scores[2])
    return None


@cache
def _same(role: str, score: float) -> Feature:
    return Feature(role, score, f"the {role} is the same")


@cache
def _apart(role: str, score: float) -> Feature:
    return Feature(role, score, f"the {role}s are different")


def together(left: Reported, right: Reported) -> bool:
    """Whether both are in different articles about the same matter."""
    return left.article != right.article and left.matter == right.matter >= 0


_ONE_SENTENCE = Feature("context", _W["context.sentence"], "both stand in one sentence")


def context(left: Reported, right: Reported) -> Feature:
    """Whether the contexts are similar; two reports with entirely different contexts are rarely the same.

    Two reports in one sentence are usually two deeds, and their common context is no evidence.
    """
    if left.article == right.article and left.sentence == right.sentence >= 0:
        return _ONE_SENTENCE
    value = overlap(left.context, right.context)
    for least, score in _CONTEXT:  # noqa: B007  # the last threshold is 0, so it always matches
        if value >= least:
            break
    if together(left, right):
        score = max(score, 0.0)  # articles on one matter report the same in different words
    return _around(score, round(value, 2))


@lru_cache(maxsize=_PAIRS)
def _around(score: float, value: float) -> Feature:
    return Feature("context", score, f"the words around them are alike by {value:.2f}")


_CONTEXT = tuple(
    (_W[f"context.{level}.from"], _W[f"context.{level}"])
    for level in ("most", "much", "half", "some", "little", "none")
)
"""Thresholds of context similarity with their scores, highest first."""


def said(left: Reported, right: Reported) -> Feature | None:
    """Acts of saying are the same if the same thing was said; an announcement may be reported in different words."""
    if not left.statements or not right.statements:
        return None
    if not left.statements.isdisjoint(right.statements):
        return Feature("said", _W["said.same"], "the same statement is made in both")
    saying = "saying" in events(left.lemma) | events(right.lemma) or left.lemma == right.lemma in word_set(
        "everyday_deed"
    )
    return Feature("said", _W["said.other" if saying else "said.other_deed"], "different statements are made")


def mood(left: Reported, right: Reported) -> Feature | None:
    """Evidence from modality: something ordered, demanded or threatened differs from something done; plans may not."""
    return None if left.modality == right.modality else _mood(left.modality, right.modality)


@cache
def _mood(left: Modality, right: Modality) -> Feature:
    reason = f"one is {left}, the other {right}"
    if (left in FACT) == (right in FACT):
        return Feature("mood", _W["mood.alike"], reason)
    pair = {left, right}
    how = "mood.urged" if pair & URGED else "mood.planned" if "planned" in pair else "mood.other"
    return Feature("mood", _W[how], reason)


def denied(left: Reported, right: Reported) -> Feature | None:
    """Whether one report denies what the other affirms."""
    if left.polarity == right.polarity:
        return None
    if "planned" in {left.modality, right.modality}:
        return Feature("denied", _W["denied.planned"], "one decided for it, the other against it")
    return Feature("denied", _W["denied"], "one report denies it")


def opposed(left: Reported, right: Reported) -> Feature | None:
    """Whether the outcomes that they tell of exclude one another: "decided to leave", "decided to stay"."""
    if left.lemma == right.lemma or not excluded(left.lemma, right.lemma):
        return None
    return Feature("opposed", _W["opposed"], f"whoever is told to {left.lemma} did not {right.lemma}")


_ONE_ARTICLE = Feature("matter", _W["matter.same_article"], "both stand in one article")
_ONE_MATTER = Feature("matter", _W["matter.group"], "both articles are about one matter")
_FAR = Feature("matter", _W["matter.far"], "neither article is among those most like the other")


def matter(left: Reported, right: Reported, likeness: float | None) -> Feature:
    """Whether the articles are about the same matter; weak evidence for different words of one kind."""
    if left.article == right.article:
        return _ONE_ARTICLE
    if together(left, right):
        return _ONE_MATTER
    if likeness is None:
        return _FAR
    most = _W["matter.most" if are_alike(left, right) else "matter.most_of_kind"]
    score = max(_W["matter.far"], min(most, _W["matter.slope"] * (likeness - _W["matter.even"])))
    return Feature("matter", round(score, 3), f"the articles' words are alike by {likeness:.2f}")
