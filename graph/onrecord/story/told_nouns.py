"""Deeds told by a noun as a clause ("Tom Bell attacked the mine"): which nouns, with which verb, is data."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from onrecord.lexicon_files import entries
from onrecord.model import Action, Ref, Spans
from onrecord.punctuation import APOSTROPHES
from onrecord.story import clause_parts as grammar
from onrecord.story.clauses import Parts, in_a_row
from onrecord.story.index import Index
from onrecord.story.inflection import is_plural
from onrecord.story.wording import words as reworded
from onrecord.word_sets import word_set

_VOWELS = frozenset("aeiou")


class ToldNoun(Struct, frozen=True, forbid_unknown_fields=True):
    """A noun that names a deed, and the verb that tells it."""

    id: str
    verb: str
    example: str
    source: str
    object: frozenset[str] = frozenset()
    """Prepositions of the noun that the verb's object goes without: "attack on the mine"."""
    kept: frozenset[str] = frozenset()
    """Prepositions that the verb keeps: "call for a boycott"."""
    alone: bool = False
    """Whether the verb needs no object."""
    more: bool = False
    """Whether without an object it needs to be told where or what else: "won in the north"."""
    held: bool = False
    """Whether somebody holds what the noun names: "held a news conference"."""
    undergoes: bool = False
    """Whether the verb's subject is whoever undergoes the deed: "the death of the mayor"."""


@cache
def _table() -> dict[str, ToldNoun]:
    """The entries of ``told_nouns.toml`` by their noun."""
    return {item.id: item for item in entries("told_nouns.toml", "noun", ToldNoun)}


def as_clause(look: Index, ref: Ref) -> Parts | None:
    """The parts of a clause for a deed that a noun tells as done; None if only its phrase says what it is."""
    report = look.actions[ref]
    entry = _table().get(report.lemma)
    if entry is None or report.modality != "asserted" or report.polarity != "positive":
        return None
    agents = grammar.participants(look, ref, report.agents, report.agent_spans)
    patients = grammar.participants(look, ref, report.patients, report.patient_spans)
    patients = [item for item in patients if item not in agents]
    if entry.undergoes:
        found = Parts(verb=entry.verb, subject=in_a_row(patients)) if patients and not agents else None
    elif entry.held:
        found = _held(look, ref, entry, agents) if agents and not patients else None
    elif not patients:
        found = _alone(look, ref, entry, agents) if entry.alone and agents else None
    else:
        found = _with_object(look, ref, entry, agents, patients)
    return found


def _with_object(look: Index, ref: Ref, entry: ToldNoun, agents: list[str], patients: list[str]) -> Parts | None:
    report = look.actions[ref]
    before = _preposition(look, ref, report)
    link = before if before in entry.kept else ""
    if before is None or not (link or entry.object) or (before and not link and before not in entry.object):
        return None
    if link and not agents:
        return None  # "somebody called for it" needs a caller
    spans = report.patient_spans
    end = max((end for _, end in grammar.wording(report).completion), default=0)
    if (
        before
        and _owns(look.text(ref.article), *spans[-1])
        and not grammar.overlaps(report.agent_spans, ((spans[-1][1], end),))
    ):
        spans = (*spans[:-1], (spans[-1][0], max(end, spans[-1][1])))  # "into her use of it"
    if before:
        printed = reworded(look, ref.article, spans)
        patients = [printed.removesuffix("'s").removesuffix("’s")]  # the words behind the noun, names in full
    return Parts(
        verb=entry.verb,
        subject=in_a_row(agents),
        plural=grammar.is_plural(look, ref, agents, report.agents),
        object=in_a_row(patients),
        object_plural=grammar.is_plural(look, ref, patients, report.patients),
        link=link,
        complement=_rest(look, ref, spans),
    )


def _rest(look: Index, ref: Ref, told: Spans) -> str:
    """The words behind the noun and `told` that complete it; none if who does it is among them."""
    report = look.actions[ref]
    end = max(last for _, last in (*told, report.trigger[-1]))
    rest = tuple((max(start, end), last) for start, last in grammar.wording(report).completion if last > end)
    return "" if grammar.overlaps(report.agent_spans, rest) else reworded(look, ref.article, rest)


def _alone(look: Index, ref: Ref, entry: ToldNoun, agents: list[str]) -> Parts | None:
    """The parts without an object; none if the noun stands behind a bare name: an "Iraq withdrawal" is of others."""
    report = look.actions[ref]
    text = look.text(ref.article)
    owned = [end for start, end in report.agent_spans if _owns(text, start, end) or start > report.trigger[-1][1]]
    rest = _rest(look, ref, ())
    if not owned or (entry.more and not rest):
        return None
    return Parts(verb=entry.verb, subject=in_a_row(agents), complement=rest)


def _owns(text: str, start: int, end: int) -> bool:
    pronoun = text[start:end].casefold() in word_set("his_or_her") | word_set("possessive_pronoun")
    return pronoun or text[end : end + 1] in APOSTROPHES or text[end - 2 : end - 1] in APOSTROPHES


def _held(look: Index, ref: Ref, entry: ToldNoun, agents: list[str]) -> Parts:
    """Somebody "held a news conference": the noun with the words before it that are no name, article or owner."""
    report = look.actions[ref]
    noun = report.trigger[-1]
    first = min((start for start, _ in grammar.wording(report).completion), default=noun[0])
    before = look.text(ref.article)[first : noun[0]].split()
    openers = word_set("determiner") | word_set("possessive_pronoun") | word_set("his_or_her")
    plain: list[str] = []
    for word in reversed(before):
        if not word.replace("-", "").isalpha() or not word.islower() or word in openers | word_set("stands_for_owner"):
            break
        plain.insert(0, word)
    phrase = " ".join([*plain, look.words(ref.article, (noun,))])
    article = "" if is_plural(phrase.rpartition(" ")[2]) else "an " if phrase[0] in _VOWELS else "a "
    return Parts(verb=entry.verb, subject=in_a_row(agents), object=f"{article}{phrase}")


def _preposition(look: Index, ref: Ref, report: Action) -> str | None:
    """The word between noun and object; empty if the object stands before the noun, None if it is no single word."""
    noun = report.trigger[-1][1]
    first = min((start for start, _ in report.patient_spans), default=0)
    if first < noun:
        return "" if grammar.overlaps(report.patient_spans, grammar.wording(report).completion) else None
    between = look.text(ref.article)[noun:first].split()
    words = [word.casefold() for word in between if word.casefold() not in word_set("determiner")]
    return words[0] if len(words) == 1 else None
