"""What one article says there is none of, or nobody did, and another one tells.

"There is no sign of welding", "a spark from welding caused it"; "nobody ordered us", "she ordered the sale": one word
is shared and no two in a row, so more must be: another word, or a verb for what brought something about.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.days import days_between
from onrecord.model import Analysis, Disagreement, Place, Position, Story
from onrecord.story.denials import base_form
from onrecord.story.disputed_denials import DENIED, TOLD
from onrecord.story.figure_parts import as_printed, noun_run, past_determiners, telling_words
from onrecord.story.index import Index
from onrecord.story.inflection import base, is_noun
from onrecord.story.neighbours import Beside
from onrecord.story.numerals import Word, words_of_sentence
from onrecord.story.objections import sentences_of_text
from onrecord.story.positions import made
from onrecord.story.sentence_actors import about_both
from onrecord.weights import weights_of
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import word_set

_DAYS = weights_of("judgements")["denied.days"]


@dataclass(frozen=True, slots=True)
class _Absence:
    """What a sentence says there is none of, or nobody did."""

    place: Place
    label: str
    noun: str
    """What there is none of, in the base form; empty if it is a deed."""
    verb: str
    """What nobody did, in the base form; empty if it is a thing."""
    context: frozenset[str]
    """Words of which another sentence must share one to tell of it."""
    event: bool = False
    """Whether it is something that takes place, is held, sent or made."""


def not_at_all(
    story: Story, look: Index, group: Mapping[str, int], found: Collection[Disagreement]
) -> Iterator[Disagreement]:
    """A disagreement for each thing or deed that one article of a story (`group`) rules out and another one tells."""
    known = {place for item in found if not item.note for one in item.positions for place in one.places}
    told: dict[tuple[int, str], tuple[set[Place], set[Place]]] = defaultdict(lambda: (set(), set()))
    beside = Beside(story.analyses, group)
    for analysis in story.analyses:
        key, near = group[analysis.article.id], beside.of(analysis.article.id)
        absences = [*_absences(analysis)] if len(near) > 1 else []
        others = [item for item in near if _is_other(item, analysis)] if absences else []
        for absence in absences:
            places = {place for item in others for place in _telling(item, absence)}
            if places and absence.place not in known:
                denied, telling = told[key, absence.label]
                denied.add(absence.place)
                telling |= places
    for (_, label), (denied, telling) in told.items():
        about = about_both(look, min(denied), min(telling))
        if about:
            sides = [Position(DENIED, (), tuple(sorted(denied))), Position(TOLD, (), tuple(sorted(telling)))]
            yield made(story.base, about, "polarity", label, sides)


def _is_other(item: Analysis, analysis: Analysis) -> bool:
    """Whether it is another article, of the same days as far as both are dated."""
    days = days_between(item.article.published, analysis.article.published) or 0
    return item.article.id != analysis.article.id and days <= _DAYS


def _absences(analysis: Analysis) -> Iterator[_Absence]:
    text, sentences = analysis.article.text, sentences_of_text(analysis)
    for number, (start, end) in enumerate(sentences):
        place = Place(analysis.article.id, start, end)
        if trace := word_pattern("no_trace").search(text, start, end):
            behind = words_of_sentence(text, trace.end(), end)
            first = past_determiners(behind, 0)
            run = noun_run(behind, first) or telling_words(behind, [first] if first < len(behind) else [])
            if run:
                what = as_printed(behind, run[0], run[-1] + 1)
                noun = base_form(behind[run[-1]].small)
                context = _nouns(words_of_sentence(text, start, end)) - {noun, trace["trace"].casefold()}
                yield _Absence(place, f"Whether there was any {trace['trace'].casefold()} of {what}", noun, "", context)
        elif event := _event(text, start, end):
            yield _Absence(
                place, f"Whether there was any {event}", base_form(event.split()[-1]), "", frozenset(), event=True
            )
        elif deed := word_pattern("nobody_did").search(text, start, end):
            verb = base(deed["verb"])
            if verb != deed["verb"] and verb not in word_set("everyday_deed"):
                near = sentences[max(0, number - _BEFORE) : number + 1]
                context = frozenset(one for span in near for one in _nouns(words_of_sentence(text, *span)))
                yield _Absence(place, f"Whether it is so: “{deed[0]}”", "", verb, context)


def _event(text: str, start: int, end: int) -> str:
    """What a sentence says that there was none of, as printed; empty if it says so of nothing."""
    if made_none := word_pattern("none_was_made").search(text, start, end):
        return made_none["what"].casefold()
    if none := word_pattern("never_happened").search(text, start, end):
        words = words_of_sentence(text, none.end(), end)
        run = noun_run(words, 0)
        return as_printed(words, run[0], run[-1] + 1).casefold() if run else ""
    return ""


_BEFORE = 2
"""Sentences before one in which what it is about stands."""


def _telling(analysis: Analysis, absence: _Absence) -> Iterator[Place]:
    """The sentences of an article that tell what is ruled out."""
    text = analysis.article.text
    for start, end in sentences_of_text(analysis):
        words = words_of_sentence(text, start, end)
        if words[-1].text != "?" and _tells(words, absence):
            yield Place(analysis.article.id, start, end)


def _tells(words: Sequence[Word], absence: _Absence) -> bool:
    if absence.event:
        return _took_place(words, absence)
    return _has(words, absence) if absence.noun else _does(words, absence)


def _took_place(words: Sequence[Word], absence: _Absence) -> bool:
    """Whether a sentence tells that there was such a thing: it took place, was held, or somebody gave it."""
    for at, word in enumerate(words):
        if base_form(word.small) != absence.noun or not is_noun(word.small):
            continue
        behind = [one.small for one in words[at + 1 : at + 1 + _NEAR]]
        before = [one.small for one in words[max(0, at - _NEAR) : at]]
        took = any(pair == ("take", "place") for pair in pairwise(map(base, behind)))
        was = any(one in word_set("makes_passive") and _makes(two) for one, two in pairwise(behind))
        gave = any(_makes(one) for one in before) and word_set("determiner") & {*before[-2:]}
        waits = any(one.small in word_set("leaves_undone") for one in words[max(0, at - _WAITS) : at])
        if (took or was or gave) and not waits and not _leaves_open(words[max(0, at - _NEAR) : at + 1 + _NEAR]):
            return True
    return False


def _makes(small: str) -> bool:
    """Whether a word is a past form of a verb that says only that there was something."""
    return base(small) in word_set("makes_happen") and base(small) != small


def _has(words: Sequence[Word], absence: _Absence) -> bool:
    """Whether a sentence tells that the thing is there, or that it brought something about."""
    told = [base_form(word.small) for word in words]
    if absence.noun not in told or _leaves_open(words):
        return False
    if not word_set("brings_about").isdisjoint(told):
        return True
    return not word_set("finds_in").isdisjoint(told) and not absence.context.isdisjoint(_nouns(words))


def _does(words: Sequence[Word], absence: _Absence) -> bool:
    """Whether a sentence tells that the deed was done to a thing that stands near its denial."""
    for at, word in enumerate(words):
        if base(word.small) == absence.verb and word.small != absence.verb:
            run = noun_run(words, past_determiners(words, at + 1))
            shared = any(base_form(words[one].small) in absence.context for one in run)
            if shared and not _leaves_open(words[max(0, at - _NEAR) : at]):
                return True
    return False


_NEAR = 5
"""Words before a verb among which one that denies or doubts it stands."""


_WAITS = 8
"""Words before a thing among which one stands that leaves it undone: "until they were given the letter"."""


def _leaves_open(words: Sequence[Word]) -> bool:
    small = {word.small for word in words}
    return not small.isdisjoint(word_set("denies_clause") | word_set("supposing") | word_set("doubts"))


def _nouns(words: Sequence[Word]) -> frozenset[str]:
    told = telling_words(words, range(len(words)))
    return frozenset(
        base_form(words[at].small) for at in told if words[at].text[0].islower() and is_noun(words[at].small)
    )
