"""What two articles print in one sentence that they share, but for a day, a number, a "not", or who did it to whom.

A sentence that one article has from another is of the same thing as that one, in whatever words it is told. So where
it was changed in one place the two contradict each other, although nothing else in them might show it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations

from onrecord.days import fits
from onrecord.model import Disagreement, Place, Position, Ref, Span, Story, StoryActor
from onrecord.story.date_phrases import PRINTED_YEAR
from onrecord.story.denials import base_form, denying
from onrecord.story.figure_matching import rose
from onrecord.story.figures import Figure, figures_by_article
from onrecord.story.index import Index
from onrecord.story.inflection import verb
from onrecord.story.numerals import Word, words_of_sentence
from onrecord.story.occasions import article_day
from onrecord.story.positions import made
from onrecord.story.reuse import Reuse
from onrecord.story.sentence_actors import about_both
from onrecord.weights import weights_of
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import word_set

_ALIKE = weights_of("judgements")["disputed.copy"]
"""Share of the longer of two sentences that both have in the same order, for one to be the other changed."""
_MARKS = ',;:—–()"“”'
_ENDS = ".!?"
_GAP = "…"
_YEAR = re.compile(r"(?:1\d|20)\d\d")


@dataclass(frozen=True, slots=True)
class _Change:
    """One place in which two sentences differ."""

    aspect: str
    label: str
    values: tuple[str, str]


def changed(story: Story, look: Index, reuse: Reuse, found: Iterable[Disagreement]) -> Iterator[Disagreement]:
    """A disagreement for each change in sentences of `reuse` that none in `found` already sets against each other."""
    known = {
        frozenset((left, right))
        for item in found
        for one, two in combinations(item.positions, 2)
        for left in one.places
        for right in two.places
    }
    given: dict[tuple[str, str, str], dict[str, set[Place]]] = defaultdict(lambda: defaultdict(set))
    for row in reuse.rows:
        for item in row.passages:
            places = item.at, item.source
            if item.exact or frozenset(places) in known:
                continue
            for change in _changes(story, look, places):
                about = about_both(look, *places)
                for value, place in zip(change.values, places, strict=True) if about else ():
                    given[change.aspect, change.label, about or ""][value].add(place)
    copies = _copies(reuse, {place for sides in given.values() for places in sides.values() for place in places})
    for (aspect, label, about), sides in sorted(given.items()):
        held = [
            Position(value, (), tuple(sorted(places.union(*(copies.get(place, ()) for place in places)))))
            for value, places in sides.items()
        ]
        yield made(story.base, about, aspect, label, held)


def _copies(reuse: Reuse, places: Container[Place]) -> Mapping[Place, set[Place]]:
    """The sentences that are the same, word for word, as each of `places`."""
    found: dict[Place, set[Place]] = defaultdict(set)
    for item in (one for row in reuse.rows for one in row.passages if one.exact):
        for one, two in ((item.at, item.source), (item.source, item.at)):
            if one in places:
                found[one].add(two)
    return found


Places = tuple[Place, Place]


def _changes(story: Story, look: Index, places: Places) -> Iterator[_Change]:
    one, two = (words_of_sentence(look.text(item.article), item.start, item.end) for item in places)
    folded, other = ([word.small for word in words] for words in (one, two))
    codes = SequenceMatcher(None, folded, other, autojunk=False).get_opcodes()
    same = sum(end - start for tag, start, end, _, _ in codes if tag == "equal")
    if same >= _ALIKE * max(len(one), len(two)):
        for tag, start, end, first, last in codes:
            if tag != "equal":
                found = _change(story, look, places, (one, two), ((start, end), (first, last)))
                if found:
                    yield found
    turned = _turned(look, places) or _reversed(look, places)
    if turned:
        yield turned


Words = tuple[Sequence[Word], Sequence[Word]]
Parts = tuple[tuple[int, int], tuple[int, int]]


def _change(story: Story, look: Index, places: Places, words: Words, parts: Parts) -> _Change | None:
    """What the words at `parts` give differently, if it is a day or a number, or whether it is so at all."""
    if any(start == end for start, end in parts):
        return _denied(look, places, words, parts)
    spans = [(side[start].start, side[end - 1].end) for side, (start, end) in zip(words, parts, strict=True)]
    day, other_day = (_day_at(look, place, span) for place, span in zip(places, spans, strict=True))
    label = _with_gap(look.text(places[0].article), words[0], parts[0])
    if day and other_day:
        apart = fits(day[1], other_day[1]) is False and not _may_be_one(day[0], other_day[0])
        return _Change("date", label, (day[0], other_day[0])) if apart else None
    printed = [look.text(place.article)[slice(*span)] for place, span in zip(places, spans, strict=True)]
    if all(map(_YEAR.fullmatch, printed)):
        return _Change("number", label, (printed[0], printed[1]))  # "made around 1240": neither a day nor an amount
    one, two = (_figure_at(story, place, span) for place, span in zip(places, spans, strict=True))
    if one and two:
        days = [article_day(look.analyses[place.article]) for place in places]
        if not one.excludes(two) or rose(one, two, days[0], days[1]):
            return None
        return _Change("number", label, (one.parts.printed, two.parts.printed))
    return _denied(look, places, words, parts)


def _denied(look: Index, places: Places, words: Words, parts: Parts) -> _Change | None:
    """That one sentence denies what the other says: it has a word that denies, and nothing else that tells anything."""
    sides = [{word.small for word in side[start:end]} for side, (start, end) in zip(words, parts, strict=True)]
    denies = [not side.isdisjoint(word_set("denies_clause")) for side in sides]
    tells_nothing = word_set("denies_clause") | word_set("stop_word") | word_set("auxiliary")
    if denies[0] == denies[1] or not all(side <= tells_nothing for side in sides):
        return None
    at = denies.index(False)
    start, end = _clause(words[at], parts[at])
    told = " ".join(look.text(places[at].article)[start:end].split())
    return _Change("polarity", f"Whether it is so: “{told}”", ("denied", "told") if denies[0] else ("told", "denied"))


def _reversed(look: Index, places: Places) -> _Change | None:
    """That one says it never was and the other that it was: "never been withheld", "been withheld only once"."""
    for at, (one, two) in enumerate((places, places[::-1])):
        for item in denying(look.analyses[one.article], (one.start, one.end)):
            words = words_of_sentence(look.text(two.article), two.start, two.end)
            other = next(iter(_clauses_with(words, item.telling)), None)
            never = word_set("denies_always") & set(look.text(one.article)[item.start : item.end].casefold().split())
            if never and item.telling and other and not _denies(other):
                told = " ".join(look.text(one.article)[item.start : item.end].split())
                values = ("denied", "told") if at == 0 else ("told", "denied")
                return _Change("polarity", f"Whether it is so: “{told}”", values)
    return None


def _clauses_with(words: Sequence[Word], telling: frozenset[str]) -> Iterator[Sequence[Word]]:
    """The clauses of a sentence that hold all of `telling`."""
    for first, word in enumerate(words):
        if first and words[first - 1].text not in _MARKS:
            continue
        start, end = _clause(words, (first, first + 1))
        part = [one for one in words if start <= one.start < end]
        if word in part and telling <= {base_form(one.small) for one in part}:
            yield part


def _denies(part: Sequence[Word]) -> bool:
    small = {word.small for word in part}
    return not (word_set("denies_clause") | word_set("denies_always")).isdisjoint(small) or any(
        word.endswith(tuple(word_set("not_ending"))) for word in small
    )


def _turned(look: Index, places: Places) -> _Change | None:
    """That the one did it to the other, or the other to the one."""
    for one in _deeds(look, places[0]):
        for two in _deeds(look, places[1]):
            if look.actions[one].lemma != look.actions[two].lemma:
                continue
            (doers, whom), (others, those) = _roles(look, one), _roles(look, two)
            if doers & those and others & whom and not doers & others:
                called = [", ".join(sorted(_name(look, iri) for iri in who)) for who in (doers, others)]
                label = f"Who {verb(look.actions[one].lemma, 'VBD')} whom"
                return _Change("agent", label, (called[0], called[1]))
    return None


def _deeds(look: Index, place: Place) -> list[Ref]:
    """The deeds told in a sentence, in text order."""
    starts = look.starts.get(place.article, {})
    return [starts[at] for at in sorted(starts) if place.start <= at < place.end]


def _roles(look: Index, ref: Ref) -> tuple[frozenset[str], frozenset[str]]:
    report = look.actions[ref]
    return frozenset(look.owners(ref.article, report.agents)), frozenset(look.owners(ref.article, report.patients))


def _name(look: Index, iri: str) -> str:
    thing = look.things[iri]
    return thing.name if isinstance(thing, StoryActor) else ""


def _day_at(look: Index, place: Place, span: Span) -> tuple[str, str] | None:
    """The day or year that the characters of `span` are in, as printed and its value."""
    for item in look.analyses[place.article].dates:
        value = item.value or item.partial
        if item.type == "DATE" and value and item.start <= span[0] and span[1] <= item.end:
            return look.words(place.article, [(item.start, item.end)]), value
    return None


def _may_be_one(one: str, other: str) -> bool:
    """Whether a weekday and a day without its year may be one day: "on Saturday", "on October 14"."""
    bare = [word_pattern("bare_weekday").fullmatch(day) is not None for day in (one, other)]
    rest = other if bare[0] else one
    return any(bare) and not (all(bare) or PRINTED_YEAR.search(rest))


def _figure_at(story: Story, place: Place, span: Span) -> Figure | None:
    """The amount whose number is in the characters of `span`."""
    found = figures_by_article(story)[place.article]
    return next((item for item in found if item.place == place and span[0] <= item.start < span[1]), None)


def _with_gap(text: str, words: Sequence[Word], part: tuple[int, int]) -> str:
    """The clause around a part of a sentence, without that part."""
    start, end = _clause(words, part)
    before, behind = text[start : words[part[0]].start], text[words[part[1] - 1].end : end]
    return f"“{' '.join((before + _GAP + behind).split())}”"


def _clause(words: Sequence[Word], part: tuple[int, int]) -> Span:
    """The characters between the marks around a part of a sentence."""
    first, last = part
    while first > 0 and words[first - 1].text not in _MARKS:
        first -= 1
    while last < len(words) and words[last].text not in _MARKS + _ENDS:
        last += 1
    return words[first].start, words[last - 1].end
