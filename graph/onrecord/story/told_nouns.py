"""Turns nouns for deeds into clauses ("Tom Bell attacked the mine"); the nouns and their verbs are data."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from msgspec import Struct

from onrecord.lexicon_files import entries
from onrecord.model import Action, Ref, Span, Spans
from onrecord.punctuation import APOSTROPHES
from onrecord.story import clause_parts as grammar
from onrecord.story.clauses import Parts, in_a_row
from onrecord.story.index import Index
from onrecord.story.inflection import is_plural
from onrecord.story.wording import words as reworded
from onrecord.word_sets import word_set

_VOWELS = frozenset("aeiou")
_UNTOLD = frozenset({"ended", "demanded", "ordered"})
"""Modalities in which a noun stays a noun, because a verb would ascribe the deed to somebody not said to do it."""


class ToldNoun(Struct, frozen=True, forbid_unknown_fields=True):
    """A noun that names a deed, and the verb that replaces or carries it."""

    id: str
    verb: str
    example: str
    source: str
    object: frozenset[str] = frozenset()
    """Prepositions of the noun that become the verb's direct object: "attack on the mine"."""
    kept: frozenset[str] = frozenset()
    """Prepositions that the verb keeps: "call for a boycott"."""
    instead: dict[str, str] = {}
    """Verbs used instead of `verb` after certain prepositions: "win over Tom Bell" becomes "defeated Tom Bell"."""
    behind: bool = False
    """Whether the object can only follow the noun: in "town shooting", it is not the town that is shot."""
    alone: bool = False
    """Whether the verb needs neither object nor place."""
    more: bool = False
    """Whether a carried noun needs an object or a place: a "bid for the mine"."""
    leads: frozenset[str] = frozenset()
    """Other words after the noun that the verb keeps: "refusal to sell"."""
    carried: bool = False
    """Whether the noun is carried, that is kept as the object of the verb: "held a news conference", "made a bid"."""
    mass: bool = False
    """Whether a carried noun has no article: "conducted surveillance"."""
    undergoes: bool = False
    """Whether the verb's subject undergoes the deed: "the death of the mayor"."""


@cache
def _table() -> dict[str, ToldNoun]:
    """The entries of ``told_nouns.toml`` by their noun."""
    return {item.id: item for item in entries("told_nouns.toml", "noun", ToldNoun)}


def verb_of(noun: str) -> str:
    """The verb that a noun with an infinitive behind it is told with: "decide" for "decision"; "" if it has none."""
    found = _table().get(noun.casefold())
    return found.verb if found is not None and "to" in found.leads else ""


def as_clause(look: Index, ref: Ref) -> Parts | None:
    """The parts of a clause for a deed that is named by a noun; None if it can only be given as the noun's phrase."""
    report = look.actions[ref]
    entry = _table().get(report.lemma)
    if entry is None or report.polarity != "positive" or report.modality in _UNTOLD:
        return None
    agents = grammar.participants(look, ref, report.agents, report.agent_spans)
    patients = grammar.participants(look, ref, report.patients, report.patient_spans)
    patients = [item for item in patients if item not in agents]
    if agents and not report.agents and not _own(look, ref):
        return None  # an "American raid": the word before the noun is not the name of an actor
    if entry.undergoes:
        found = _undergone(look, ref, entry, patients) if patients and not agents else None
    elif entry.carried:
        found = _carried(look, ref, entry, in_a_row(agents)) if agents else None
    else:
        found = _with_object(look, ref, entry, agents, patients) if patients and len(report.trigger) == 1 else None
        found = found or (_behind(look, ref, entry, agents) if _own(look, ref) and agents else None)
    if found is None:
        return None
    plural = grammar.is_plural(look, ref, agents, report.agents)
    return replace(found, modality=report.modality, plural=found.plural or (bool(agents) and plural))


def _noun(look: Index, ref: Ref) -> Span:
    """The span of the noun that names the deed: "call" in "her call for a ban"."""
    return grammar.carrier(look, ref)[1] or look.actions[ref].trigger[-1]


def _own(look: Index, ref: Ref) -> bool:
    """Whether the agents possess the noun or follow it; an "Iraq withdrawal" is somebody else's."""
    report, text = look.actions[ref], look.text(ref.article)
    return any(_owns(text, *span) or span[0] > _noun(look, ref)[1] for span in report.agent_spans)


def _with_object(look: Index, ref: Ref, entry: ToldNoun, agents: list[str], patients: list[str]) -> Parts | None:
    report = look.actions[ref]
    before = _preposition(look, ref, report)
    if before is None or (entry.behind and not before):
        return None
    link = before if before in entry.kept else ""
    verb = entry.instead.get(before, entry.verb)
    if not (link or entry.object or verb != entry.verb) or (
        before and not link and before not in entry.object and before not in entry.instead
    ):
        return None
    if link and not agents:
        return None  # "somebody called for it" needs a caller
    spans = report.patient_spans
    end = max((end for _, end in grammar.wording(report).completion), default=0)
    plural = grammar.is_plural(look, ref, patients, report.patients)
    if (
        before
        and _owns(look.text(ref.article), *spans[-1])
        and not grammar.overlaps(report.agent_spans, ((spans[-1][1], end),))
    ):
        spans = (*spans[:-1], (spans[-1][0], max(end, spans[-1][1])))  # "into her use of it"
    if before:
        printed = reworded(look, ref.article, spans)
        patients = [printed.removesuffix("'s").removesuffix("’s")]  # the words after the noun, names in full
    return Parts(
        verb=verb,
        subject=in_a_row(agents),
        object=in_a_row(patients),
        object_plural=plural,
        link=link,
        complement=_rest(look, ref, spans),
    )


def _rest(look: Index, ref: Ref, told: Spans) -> str:
    """The words after the noun and the spans `told` that complete the noun; "" if the agent is among them."""
    report = look.actions[ref]
    end = max(last for _, last in (*told, _noun(look, ref)))
    rest = tuple((max(start, end), last) for start, last in grammar.wording(report).completion if last > end)
    return "" if grammar.overlaps(report.agent_spans, rest) else reworded(look, ref.article, rest)


def _behind(look: Index, ref: Ref, entry: ToldNoun, agents: list[str]) -> Parts | None:
    """The parts with the words after the noun as printed; the object may be elsewhere in the sentence."""
    report = look.actions[ref]
    rest = _rest(look, ref, ())
    first, _, object_ = rest.partition(" ")
    if first in entry.instead or first in entry.object:
        return Parts(verb=entry.instead.get(first, entry.verb), subject=in_a_row(agents), complement=object_)
    if first in entry.kept | entry.leads or (entry.alone and not entry.more):
        return Parts(verb=entry.verb, subject=in_a_row(agents), complement=rest)
    patients = grammar.participants(look, ref, report.patients, report.patient_spans)
    elsewhere = not grammar.overlaps(report.patient_spans, grammar.wording(report).completion)
    if entry.object and patients and elsewhere and len(report.trigger) == 1:
        return Parts(verb=entry.verb, subject=in_a_row(agents), object=in_a_row(patients), complement=rest)
    return None


def _owns(text: str, start: int, end: int) -> bool:
    pronoun = text[start:end].casefold() in word_set("his_or_her") | word_set("possessive_pronoun")
    return pronoun or text[end : end + 1] in APOSTROPHES or text[end - 2 : end - 1] in APOSTROPHES


def _undergone(look: Index, ref: Ref, entry: ToldNoun, patients: list[str]) -> Parts | None:
    """Parts with the patient as subject: "died", or with a carried noun "suffered a loss of support"."""
    if entry.carried:
        return _carried(look, ref, entry, in_a_row(patients))
    rest = _rest(look, ref, _named_of(look, ref))
    return Parts(verb=entry.verb, subject=in_a_row(patients), complement=rest)


def _named_of(look: Index, ref: Ref) -> Spans:
    """The spans of a patient named after the noun: "the decline of the firm"."""
    text, end = look.text(ref.article), _noun(look, ref)[1]
    spans = look.actions[ref].patient_spans
    if any(span[0] < end for span in spans):
        return ()  # "the firm's loss of the mine"
    return tuple(span for span in spans if text[end : span[0]].split()[:1] == ["of"])


def _carried(look: Index, ref: Ref, entry: ToldNoun, subject: str | None) -> Parts | None:
    """Parts with a carried noun and the words before it, except names, articles and possessors.

    As in "held a news conference".
    """
    report, noun = look.actions[ref], _noun(look, ref)
    first = min((start for start, _ in grammar.wording(report).completion), default=noun[0])
    rest = _rest(look, ref, _named_of(look, ref) if entry.undergoes else ())
    if entry.more and not rest:
        return None
    before = look.text(ref.article)[first : noun[0]].split()
    openers = word_set("determiner") | word_set("possessive_pronoun") | word_set("his_or_her")
    passed = word_set("stands_for_owner") | word_set("place_in_row")
    plain: list[str] = []
    for word in reversed(before):
        if word in passed:
            continue
        if not word.replace("-", "").isalpha() or not word.islower() or word in openers:
            break
        plain.insert(0, word)
    printed = look.words(ref.article, (noun,))
    phrase = " ".join([*plain, printed if printed.isupper() else printed.lower()])
    bare = entry.mass or is_plural(phrase.rpartition(" ")[2])
    article = "" if bare else "an " if phrase[0] in _VOWELS else "a "
    return Parts(verb=entry.verb, subject=subject, object=f"{article}{phrase}", complement=rest)


def _preposition(look: Index, ref: Ref, report: Action) -> str | None:
    """The word between noun and object; "" if the object precedes the noun, None if there is not exactly one word."""
    noun = _noun(look, ref)[1]
    first = min((start for start, _ in report.patient_spans), default=0)
    if first < noun:
        return "" if grammar.overlaps(report.patient_spans, grammar.wording(report).completion) else None
    told = tuple((max(start, noun), min(end, first)) for start, end in grammar.wording(report).completion)
    told = tuple(span for span in told if span[0] < span[1]) or ((noun, first),)  # "its win on Monday in the town"
    between = " ".join(look.text(ref.article)[start:end] for start, end in told).split()
    words = [word.casefold() for word in between if word.casefold() not in word_set("determiner")]
    return words[0] if len(words) == 1 else None
