"""Deeds as sentences tell or deny them, in the form in which those told in words that are kin are compared."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from msgspec import Struct

from onrecord.actor_kinds import LIFELESS
from onrecord.model import Analysis, Place, Ref, Span, Spans, Statement, StoryActor
from onrecord.resolve.actions.reported import Reported
from onrecord.resolve.deed_phrases import (
    Noted,
    clause_around,
    is_by_noun,
    is_denied,
    is_habit,
    is_left_open,
    lemma_of,
    may_be_denied,
    nouns_in,
)
from onrecord.resolve.kinship import has_kin, kin, loose
from onrecord.spans import sentence_at, words_of
from onrecord.story.amount_words import is_person
from onrecord.story.figure_parts import is_number
from onrecord.story.numerals import words_of_sentence
from onrecord.value_groups import TEXT
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import word_set

Reports = Iterable[tuple[Ref, Reported]]
_MODALITIES = frozenset({"asserted", "planned"})


class Deed(Struct, frozen=True):
    """One deed that a sentence tells, or denies."""

    ref: Ref
    item: Reported
    place: Place
    words: str
    """The words of its clause."""
    lemma: str
    keys: frozenset[str]
    """What it is compared by: its words and what they are kin to."""
    denied: bool
    is_carried: bool
    """Whether a noun tells it, so that whoever is named may be at either end: who gets a request, or makes one."""
    of_all: bool
    """Whether it is denied of everybody, of all things or for all times, and not of those of one body alone."""
    is_vague: bool
    """Whether a pronoun stands for what it was done to or by, and nothing tells for what."""
    who: frozenset[str]
    """IRIs of whoever is told to have done it, or not to have done it."""
    parties: frozenset[str]
    """Whoever takes part: IRIs of actors, and nouns for people with what they are kin to."""
    things: frozenset[str]
    """What else its words name, with what they are kin to."""
    numbers: frozenset[str]
    """The numbers in its words, as printed."""
    voice: frozenset[str]
    """Whose words tell it; empty if they are the article's own."""


class Reading:
    """What reports tell and deny, article by article, but for what is supposed or left open."""

    def __init__(
        self, analyses: Sequence[Analysis], actors: Mapping[str, StoryActor], actor_of: Mapping[tuple[str, str], str]
    ) -> None:
        self._analyses, self._actors, self._actor_of = analyses, actors, actor_of

    def denials(self, reports: Reports) -> Iterator[Deed]:
        """The deeds that reports deny, in the order of these."""
        for page, ref, item in self._paged(reports):
            if page.may_deny(item) and (begun := page.begun(item)):
                found = page.deed(ref, item, begun)
                if found is not None and found.denied:
                    yield found

    def told(self, reports: Reports, keys: Container[str]) -> Iterator[Deed]:
        """The deeds that reports tell and that are compared by one of `keys`, in the order of the reports."""
        for page, ref, item in self._paged(reports):
            if any(key in keys for key in page.keys_of(item)) and (begun := page.begun(item)):
                found = page.deed(ref, item, begun)
                if found is not None and not found.denied:
                    yield found

    def _paged(self, reports: Reports) -> Iterator[tuple[_Page, Ref, Reported]]:
        for article, items in groupby(reports, key=lambda pair: pair[1].article):
            page = _Page(self._analyses[article], self._actors, self._actor_of)
            for ref, item in items:
                if item.modality in _MODALITIES and item.local.action.trigger:
                    yield page, ref, item


class _Begun(NamedTuple):
    """What is known of a report before its words are looked at."""

    sentence: Span
    lemma: str
    keys: frozenset[str]
    """What it is compared by."""
    is_carried: bool


class _Page:
    """One article, with what is looked up in it."""

    def __init__(
        self, analysis: Analysis, actors: Mapping[str, StoryActor], actor_of: Mapping[tuple[str, str], str]
    ) -> None:
        self.analysis, self.text, self.actors = analysis, analysis.article.text, actors
        self.said = {item.id: item for item in analysis.statements}
        self.body = [(item.start, item.end) for item in analysis.passages if item.kind in TEXT]
        self._actor_of = actor_of

    @cached_property
    def mentions(self) -> list[tuple[int, int, str]]:
        """Where actors are mentioned, with their IRIs."""
        key = self.analysis.article.id
        return sorted(
            (place.start, place.end, self._actor_of[key, item.id])
            for item in self.analysis.actors for place in item.mentions if (key, item.id) in self._actor_of
        )  # fmt: skip

    def may_deny(self, item: Reported) -> bool:
        """Whether a report may deny its deed; most have no word for it."""
        said = self.said.get(item.local.action.within or "")
        return may_be_denied(item, self.text, _parts(item), said)

    def keys_of(self, item: Reported) -> frozenset[str]:
        """What a report is compared by if it tells a deed."""
        lemma = lemma_of(item, self.text)
        return self._carried(item, lemma) or kin(lemma, noun=is_by_noun(item.local.action))

    def begun(self, item: Reported) -> _Begun | None:
        """What is known of a report; None if it tells no deed that could be compared."""
        sentence = sentence_at(self.analysis, item.local.action.trigger[0][0])
        if self.body and not any(first <= sentence[0] < last for first, last in self.body):
            return None
        lemma = lemma_of(item, self.text)
        noun = is_by_noun(item.local.action)
        own = kin(lemma, noun=noun)
        alone = not item.local.action.patient_spans or lemma in word_set("object_is_told")
        reports_words = bool(item.statements) and alone and not loose().isdisjoint(own)  # "she replied that it was so"
        if reports_words or is_left_open(item.local.action, self.text, sentence):
            return None
        carried = self._carried(item, lemma)
        says_little = word_set("says_little_of_deed", "carries_deed")
        if not carried and lemma in says_little and not has_kin(lemma, noun=noun):
            return None
        if is_habit(item, lemma, self.text) and lemma not in word_set("carries_deed"):
            return None
        return _Begun(sentence, lemma, carried or own, bool(carried))

    def deed(self, ref: Ref, item: Reported, begun: _Begun) -> Deed | None:
        """A report as a deed; None if its words deny nothing that the report denies."""
        sentence, lemma, keys, carried = begun
        action, text = item.local.action, self.text
        group = action.wording.group if action.wording else ()
        spans = _parts(item)
        whole = (*spans, *group, *action.trigger)
        said = self.said.get(action.within or "")
        first, last = min(one[0] for one in whole), max(one[1] for one in whole)
        start, end = clause_around(text, sentence, first, last, said.cue if said else ())
        words = [
            word for span in ((start, action.trigger[-1][1]), *group, *spans) for word in words_of_sentence(text, *span)
        ]
        printed = {word.small for word in words}
        denied = is_denied(item, text, spans, printed, said)
        if denied is None:
            return None
        nouns = nouns_in(text, spans)
        people = {noun for noun in nouns if is_person(noun.root)}
        met = {iri for span in spans for iri in self._within(*span)} | item.agents | item.patients
        nobody = word_pattern("opens_with_none")
        met = {iri for iri in met if not nobody.match(self.actors[iri].name)}
        actors = {iri for iri in met if self.actors[iri].type not in LIFELESS}
        things = {iri for iri in met - actors if self.actors[iri].named}
        none = _opens_with_none(text, spans)
        return Deed(
            ref=ref, item=item, place=Place(ref.article, *sentence), words=words_of(text, [(start, end)]),
            lemma=lemma, keys=keys, denied=denied, is_carried=carried,
            of_all=denied
            and (none or not printed.isdisjoint(word_set("denies_any")))
            and not word_pattern("none_of_a_group").search(text, *sentence),
            is_vague=not carried and self._is_vague((*action.agent_spans, *action.patient_spans)),
            who=frozenset() if carried or _holds_none(text, action.agent_spans) else item.agents & met,
            parties=frozenset(actors | {key for one in people for key in kin(one.root, noun=True)}),
            things=frozenset(things | {key for one in nouns - people for key in _keys(one)}) - keys,
            numbers=frozenset(word.small for word in words if is_number(word)), voice=self._voice(said),
        )  # fmt: skip

    def _carried(self, item: Reported, lemma: str) -> frozenset[str]:
        """What the nouns are compared by that tell the deed of a verb which says little: "it received no request"."""
        action, worded = item.local.action, item.local.action.wording
        spans = action.patient_spans
        if lemma in word_set("carries_deed"):
            more = (*worded.subject, *(self._first_phrase(*span) for span in worded.completion)) if worded else ()
            spans = (*spans, *action.agent_spans, *more)
        elif lemma in word_set("told_by_place"):
            spans = (*spans, *(worded.completion if worded else ()))
        else:
            return frozenset()
        nouns = (one.root for one in nouns_in(self.text, spans) if has_kin(one.root, noun=True))
        return frozenset(key for root in nouns if not is_person(root) for key in kin(root, noun=True))

    def _first_phrase(self, start: int, end: int) -> Span:
        """A span up to its first preposition."""
        words = words_of_sentence(self.text, start, end)
        stop = next((word.start for word in words if word.small in word_set("links_object")), end)
        return start, max(start, stop)

    def _within(self, start: int, end: int) -> Iterator[str]:
        """The actors that a span mentions, but for those named by whom they belong to: "its office"."""
        first, last = bisect_left(self.mentions, (start, 0, "")), bisect_left(self.mentions, (end, 0, ""))
        owned = word_set("possessive_pronoun") | word_set("his_or_her")
        return (
            iri
            for begin, stop, iri in self.mentions[first:last]
            if stop <= end and self.text[begin:stop].casefold().partition(" ")[0] not in owned
        )

    def _is_vague(self, spans: Spans) -> bool:
        pronouns = word_set("stands_for_matter")
        return any(self.text[slice(*span)].casefold() in pronouns and not any(self._within(*span)) for span in spans)

    def _voice(self, said: Statement | None) -> frozenset[str]:
        """Ids of whoever is quoted, else the words for them."""
        if said is None:
            return frozenset()
        words = words_of(self.text, said.source).casefold()
        return frozenset((*said.speakers, *said.on_behalf_of)) or frozenset({words or said.id})


def _parts(item: Reported) -> Spans:
    """The phrases of a report: who, what, and what completes the verb."""
    worded = item.local.action.wording
    more = (*worded.subject, *worded.completion) if worded else ()
    return (*item.local.action.agent_spans, *item.local.action.patient_spans, *more)


def _opens_with_none(text: str, spans: Spans) -> bool:
    return any(word_pattern("opens_with_none").match(text, span[0]) for span in spans)


def _holds_none(text: str, spans: Spans) -> bool:
    return not word_set("denies_any").isdisjoint(words_of(text, spans).casefold().split())


def _keys(noun: Noted) -> frozenset[str]:
    return kin(noun.root, noun=not noun.is_verb)
