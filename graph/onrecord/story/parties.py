"""Whom and what the words before and behind a verb name, read off mentions and nouns: a record has no parse.

The subject is the phrase that ends before the verb, past auxiliaries, adverbs and what stands between commas; the
object the one that begins behind it. Either may be a name, a description or a pronoun whose actor is known, or a noun.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.model import Mention, Place, Ref, StoryActor
from onrecord.story.amount_words import is_person
from onrecord.story.denials import base_form
from onrecord.story.figure_parts import QUOTES, is_function, noun_run, past_determiners
from onrecord.story.index import Index
from onrecord.story.inflection import is_noun, is_verb
from onrecord.story.numerals import Word, begins_number
from onrecord.word_sets import word_set

_MARKS = ",;:()—–"
_RELATIVE = 12
"""Most words of a relative clause without marks."""
_ASIDE = 16
"""Most words between the commas around an aside."""


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody or something that a clause names."""

    actors: frozenset[str] = field(default=frozenset())
    """IRIs of named actors."""
    nouns: frozenset[str] = field(default=frozenset())
    """Nouns by which the article calls it, in the base form."""
    printed: str = ""
    nobody: bool = False
    """Whether the words say that there is none: "no member of staff"."""

    @property
    def known(self) -> bool:
        """Whether it is told who or what it is."""
        return bool(self.actors or self.nouns)


NONE = Party()


class Sentence:
    """The words of a sentence with the mentions in it."""

    def __init__(self, look: Index, place: Place, words: Sequence[Word]) -> None:
        self.look, self.place, self.words = look, place, words
        self._mentions = look.mentioned(place.article, place.start, place.end)

    def before(self, at: int) -> Party:
        """The subject of the verb at `at`."""
        place = self._past_helpers(at - 1)
        if place >= 0 and self.words[place].text == ",":
            opening = next((one for one in range(place - 1, max(-1, place - _ASIDE), -1) if self._is_mark(one)), -1)
            if opening > 0 and self.words[opening].text == ",":
                place = opening - 1
        if place >= 0 and self.words[place].small in word_set("joins_deeds"):
            place = self._first_end()
        if place < 0:
            return NONE
        place = self._past_relative(place)
        return self.ending(self._head_end(place))

    def _head_end(self, at: int) -> int:
        """The end of the phrase that opens the clause, if the one that ends at `at` stands behind a preposition."""
        opens = at
        while opens and (self._goes_on(opens - 1) or self.words[opens - 1].small in _openings()):
            opens -= 1
        held = [item.start for item, _ in self._mentions if item.end == self.words[at].end]
        if any(start < self.words[opens].start for start in held):
            opens = next(one for one, word in enumerate(self.words) if word.start >= min(held))
        links = (word_set("links_object") | word_set("around_preposition")) - word_set("measures_of")
        if not opens or self.words[opens - 1].small not in links:
            return at
        clause = self._clause(opens)
        if self.words[clause].small in links | word_set("opens_clause") or not self.words[clause].is_word:
            return at
        first = clause
        passed = _openings() | word_set("part_of_several") | word_set("measures_of")
        while first < opens and (self.words[first].small in passed or begins_number(self.words[first].text)):
            first += 1
        run = noun_run(self.words, first) or ([first] if first < opens and is_noun(self.words[first].small) else [])
        named = [item.end for item, _ in self._mentions if item.start == self.words[clause].start]
        ends = [one for one, word in enumerate(self.words) if word.end in named]
        return max(ends or run[-1:] or [at])

    def _clause(self, at: int) -> int:
        for place in range(at - 1, -1, -1):
            if (
                self._is_mark(place)
                or self.words[place].small in word_set("opens_clause")
                or self.words[place].text in QUOTES
            ):
                return place + 1
        return 0

    def _past_relative(self, at: int) -> int:
        """The last word before a relative clause that ends at `at`: "the women who were due in March left"."""
        for place in range(at, max(0, at - _RELATIVE), -1):
            if self._is_mark(place):
                return at
            if self.words[place].small in word_set("relative_pronoun") and place + 1 < at:
                helped = self.words[place + 1].small in word_set("helps_verb") or is_verb(self.words[place + 1].small)
                return place - 1 if helped else at
        return at

    def _past_helpers(self, at: int) -> int:
        """The first index from `at` back that holds no auxiliary, adverb or word that denies."""
        passed = word_set("helps_verb") | word_set("denies_verb") | word_set("between_verb")
        while at >= 0:
            small = self.words[at].small
            adverb = small.endswith(tuple(word_set("adverb_ending"))) and not is_noun(small)
            denies = small.endswith(tuple(word_set("not_ending")))
            if small not in passed and not adverb and not denies and not (small == "'" or small in '"“”'):
                return at
            at -= 1
        return at

    def _is_mark(self, at: int) -> bool:
        return self.words[at].text in _MARKS

    def _first_end(self) -> int:
        """Index of the last word of the first mention of the sentence, or of its first nouns; -1 if there is none."""
        start = past_determiners(self.words, 1 if self.words[0].text in QUOTES else 0)
        first = (
            next((item for item, _ in self._mentions if item.start <= self.words[start].start), None)
            if (start < len(self.words))
            else None
        )
        if first is not None:
            return max((at for at, word in enumerate(self.words) if word.end <= first.end), default=-1)
        run = noun_run(self.words, start)
        return run[-1] if run else -1

    def ending(self, at: int) -> Party:
        """Whom or what the phrase names that ends with the word at `at`; of "the seals of the crate" the seals."""
        end = self.words[at].end
        held = [pair for pair in self._mentions if pair[0].end == end]
        first = min((item.start for item, _ in held), default=self.words[at].start)
        start = next((place for place, word in enumerate(self.words) if word.start >= first), at)
        while start and (self._goes_on(start - 1) or self._is_joined(start - 1)):
            start -= 1
        opens = start
        while opens and self.words[opens - 1].small in _openings():
            opens -= 1
        if opens > 1 and self.words[opens - 1].small in word_set("measures_of"):
            whole = self.ending(opens - 2)
            if whole.known and whole.nouns.isdisjoint(word_set("part_of_whole")):
                return whole
        return self._made(held, at, start)

    def _is_joined(self, at: int) -> bool:
        """Whether a hyphen stands at `at` that joins a word to the next: "the first-team squad"."""
        return self.words[at].text == "-" and at > 0 and self.words[at - 1].end == self.words[at].start

    def _goes_on(self, at: int) -> bool:
        word = self.words[at]
        return (word.is_word and not is_function(word) and word.small not in word_set("opens_clause")) and (
            is_noun(word.small) or word.text[0].isupper()
        )

    def behind(self, at: int) -> Party:
        """The object that begins at `at`, past determiners."""
        start = at
        while start < len(self.words) and self.words[start].small in _openings():
            start += 1
        begins = {self.words[one].start for one in range(at, min(start + 1, len(self.words)))}
        held = [pair for pair in self._mentions if pair[0].start in begins]
        run = noun_run(self.words, start)
        if held:
            end = max(item.end for item, _ in held)
            last = max((one for one, word in enumerate(self.words) if word.end <= end), default=start)
            return self._made(held, last, at)
        if not run and start < len(self.words) and _is_office(self.words[start]):
            run = [start]
        return self._made([], run[-1], at) if run else NONE

    def after(self, at: int, links: frozenset[str], reach: int) -> Party:
        """The first phrase behind `at`, within `reach` words, that one of `links` stands before."""
        for place in range(at, min(len(self.words) - 1, at + reach)):
            if self.words[place].text in _MARKS or self.words[place].small in word_set("opens_clause"):
                return NONE
            if self.words[place].small in links:
                return self.behind(place + 1)
        return NONE

    def last_before(self, at: int) -> Party:
        """The last actor before `at` in its clause that is named or stood for by a pronoun."""
        for place in range(at - 1, -1, -1):
            if self.words[place].text in ";:" or self.words[place].small in word_set("opens_clause"):
                return NONE
            linked = place and self.words[place - 1].small in word_set("links_object")
            held = [pair for pair in self._mentions if pair[0].end == self.words[place].end]
            if held and not linked and any(item.form != "description" for item, _ in held):
                return self._made(held, place, place)
        return NONE

    def people_before(self, at: int) -> Party:
        """By which nouns the people before `at` are called, any of whom a pronoun may mean."""
        nouns = {
            base_form(word.small)
            for word in self.words[:at]
            if word.text[0].islower() and is_person(base_form(word.small))
        }
        return Party(nouns=frozenset(nouns))

    @staticmethod
    def head(words: Sequence[Word], at: int) -> int | None:
        """Index of the head noun of the phrase that begins at `at`; None if no noun does."""
        start = at
        while start < len(words) and words[start].small in _openings() | word_set("possessive_pronoun"):
            start += 1
        run = noun_run(words, start)
        return run[-1] if run else None

    def _made(self, held: Sequence[tuple[Mention, Ref]], last: int, first: int) -> Party:
        """The party of the words from `first` to `last`, which the mentions `held` begin or end with."""
        actors: set[str] = set()
        nouns: set[str] = set()
        linked = next((at for at in range(first + 1, last) if self.words[at].small in word_set("links_object")), None)
        head = self.words[last if linked is None else linked - 1]
        part = base_form(head.small) in word_set("part_of_whole", "part_of_several")
        longest = max((item.end - item.start for item, _ in held), default=0)
        outer = {ref for item, ref in held if item.end - item.start == longest}
        for mention, ref in held:
            if part or ref in outer:
                actors |= set(self._named(ref))
                nouns |= set(self._nouns(ref, pronoun=mention.form == "pronoun"))
        for word in {head, self.words[last]} if part else {head}:
            noun = is_noun(word.small) and word.text[0].islower() and not is_function(word)
            if (noun or _is_office(word)) and not _is_pronoun(word):
                nouns.add(base_form(word.small))
        nouns -= word_set("time_noun")
        opening = self.words[max(0, first - 1) : first + 2]
        nobody = any(one.small in word_set("nobody_at_all") for one in opening)
        start, end = self.words[first].start, self.words[last if linked is None else linked - 1].end
        printed = " ".join(self.look.text(self.place.article)[start:end].split())
        return Party(frozenset(actors), frozenset(nouns), printed, nobody)

    def _named(self, ref: Ref) -> Iterator[str]:
        thing = self.look.things.get(self.look.homes.get(ref, ""))
        if isinstance(thing, StoryActor) and thing.named:
            yield thing.iri

    def _nouns(self, ref: Ref, *, pronoun: bool) -> Iterator[str]:
        """The nouns of all descriptions and titles of an actor in its article."""
        text = self.look.text(self.place.article)
        local = self.look.actors.get(ref)
        for mention in local.mentions if local is not None else ():
            if mention.form == "pronoun" or (mention.form == "short" and not pronoun):
                continue
            words = text[mention.start : mention.end].split(",")[0].split()
            heads = [one.casefold().strip(_MARKS) for one in words]
            if mention.form == "description":
                if heads and heads[0] in word_set("part_of_several"):
                    heads = heads[1:]
                    if heads and heads[0] in word_set("links_object"):
                        heads = heads[1:]
                stop = next((at for at, one in enumerate(heads) if at and one in word_set("links_object")), len(heads))
                yield from (base_form(one) for one in heads[stop - 1 : stop] if is_noun(one))
            yield from (one for one in heads if is_noun(one) and is_person(one))


def _is_office(word: Word) -> bool:
    """Whether a word is a noun for a person with a capital: "the Minister of Transport"."""
    return word.is_word and word.text[0].isupper() and is_noun(word.small) and is_person(base_form(word.small))


def _is_pronoun(word: Word) -> bool:
    return word.small in word_set("stands_for_person") | word_set("stands_for_thing") | word_set("nobody_at_all")


def is_opening(word: Word) -> bool:
    """Whether a word opens a phrase: a determiner or possessive."""
    return word.small in _openings()


def _openings() -> frozenset[str]:
    return word_set("determiner", "definite_opening", "nobody_at_all")
