"""Amounts with a unit of measure or of money, and the nouns that they measure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.story.allowances import time_allowed
from onrecord.story.amount_lexicon import lexicon
from onrecord.story.amount_words import (
    happenings,
    is_any_sum,
    is_dimension,
    is_person,
    of_damage,
    people,
    rows_at,
    thing,
)
from onrecord.story.figure_parts import (
    AFTER,
    AS,
    BEFORE,
    DURATION,
    MONEY,
    NEARBY,
    QUOTES,
    SHARE,
    VERB_REACH,
    Parts,
    as_printed,
    compared,
    ending,
    is_function,
    is_helping,
    is_part,
    names_in,
    noun_run,
    ordinals_in,
    other_words,
    past_determiners,
    phrase,
    stretch,
)
from onrecord.story.inflection import is_noun, is_plural, is_verb, singular
from onrecord.story.numerals import Numeral, Word
from onrecord.word_sets import word_set

_EACH = "each"
_REACH = 14
"""Most words from "each of" to the sum that each of them gets."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A number with a unit of measure or money."""

    words: Sequence[Word]
    kind: str
    id: str
    first: int
    """Where the amount begins: the comparison, the sign or the number."""
    behind: int
    comparison: str
    joined: bool

    @classmethod
    def unit(cls, words: Sequence[Word], numeral: Numeral, first: int, currency: str = "") -> Measured | None:
        """The amount that a number is part of, one of money if there is a `currency`; None if it has no unit."""
        share = (SHARE, "per cent", first, numeral.behind) if numeral.of_hundred else None
        sum_ = (MONEY, currency, first, numeral.behind) if currency else None
        found = share or sum_ or _money(words, numeral, first) or _unit(words, numeral, first)
        if found is None:
            return None
        kind, unit, begin, behind = found
        if [word.text for word in words[behind : behind + 1]] == ["-"] and {
            word.small for word in words[behind + 1 : behind + 2]
        } & word_set("tells_age"):
            return None
        rate, behind = _rate(words, behind)
        rate = rate or _for_each(words, kind, begin)
        how, lead = compared(words, begin)
        if how == "exactly" and numeral.rough:
            how = "about"
        return cls(words, kind, f"{unit}/{rate}" if rate else unit, lead, behind, how, numeral.joined)

    def parts(self, least: float | None) -> Parts | None:
        """What the amount measures."""
        words = self.words
        heads, attributive = self._heads()
        before = stretch(words, self.first - 1, -1, BEFORE)
        after = stretch(words, self.behind, 1, AFTER)
        near = sorted({*heads, *before, *after})
        people_ = [at for at in heads if self._counts_people(singular(words[at].small))]
        some = {thing(singular(words[at].small)) for at in people_}
        heads = [at for at in heads if at not in people_]
        things = {thing(singular(words[at].small)) for at in heads}
        things |= {f"{AS}{row}" for at in heads for row in happenings(words, [at]) if not row.startswith("event ")}
        deeds = happenings(words, near) | (time_allowed(words, self.behind) if self.kind == DURATION else frozenset())
        if self.kind == MONEY and things and all(is_any_sum(noun.removeprefix(AS)) for noun in things):
            around = range(max(0, self.first - NEARBY), min(len(words), self.behind + NEARBY))
            broken = frozenset(row for row in happenings(words, around) if of_damage(row))
            things |= broken  # "after the rampage traders count a bill of": it is for the damage
            deeds |= broken
        chief = heads[0] if heads else None
        floor = self.behind if attributive else 0
        return Parts(
            kind=self.kind,
            unit=self.id,
            comparison=self.comparison,
            least=least,
            things=frozenset(things),
            among=frozenset(some),
            deeds=deeds,
            around=other_words(words, range(self.first, self.behind)),
            printed=as_printed(words, self.first, self.behind).strip(),
            thing=phrase(words, chief, floor) if chief is not None else "",
            attributive=attributive,
            names=names_in(words, [*before, *after]),
            ordinals=ordinals_in(words, [*before, *after]),
            of_part=is_part(words, self.behind),
            span=(self.first, self.behind),
            link=words[self.first - 1].small if self.first else "",
        )

    def _counts_people(self, noun: str) -> bool:
        return is_person(noun) if self.kind == SHARE else noun in people()

    def _heads(self) -> tuple[list[int], bool]:
        """Indexes of the nouns that are measured, the chief one first, and whether it stands behind the amount."""
        words, at = self.words, self.behind
        run = noun_run(words, at + 1 if at < len(words) and words[at].text == "-" else at)
        hyphen = self.joined or (at < len(words) and words[at].text == "-")
        if run and (hyphen or self.kind in (MONEY, SHARE, "power")):
            return [self._noun_before_verb(run)], True
        found: list[int] = []
        if at < len(words) and words[at].small in word_set("measures_of"):
            run = noun_run(words, past_determiners(words, at + 1))
            found = [self._noun_before_verb(run)] if run else []
        before = self._before()
        return [*before, *found], self.kind == SHARE and bool(found) and not before

    def _noun_before_verb(self, run: Sequence[int]) -> int:
        """The last noun of a phrase, or the plural before a verb that may be a noun: "of residents support it"."""
        words = self.words
        for one, two in pairwise(run):
            follows = words[two + 1].small if two + 1 < len(words) else ""
            if is_plural(words[one].text) and is_verb(words[two].small) and follows in _objects():
                return one
        return run[-1]

    def _before(self) -> list[int]:
        """The nouns before the amount that it is of: "a fine of", "the bill came to", "put the bill at"."""
        words, at = self.words, self.first - 1
        if at < 0:
            return []
        if words[at].small in word_set("measures_of"):
            if at > 1 and words[at - 1].text == ",":
                return self._nouns(at - 2)
            return self._of(at - 1)
        if words[at].text == "," and self.behind < len(words) and words[self.behind].text in ",.":
            return self._nouns(at - 1)
        left = stretch(words, at, -1, VERB_REACH)
        return (self._put_at(left) if words[at].small in word_set("puts_at") else []) or self._amounts_to(left)

    def _of(self, at: int) -> list[int]:
        """The noun at `at`, and, if that only says how something is measured, the nouns for what is measured."""
        if at < 0 or not self._is_noun(at) or self.words[at].small in word_set("gives_number"):
            return []
        if not is_dimension(singular(self.words[at].small)):
            return [at]
        own = self._nouns(at)
        verb = min(own) - 1
        while verb > 0 and self.words[verb].small in word_set("determiner"):
            verb -= 1
        more = self._nouns(verb - 1) if verb > 0 and self._ends_phrase(verb) else []
        return [*more, *(place for place in own if place != at), at]

    def _put_at(self, left: Sequence[int]) -> list[int]:
        """The nouns of what is put at the amount."""
        rows = ((at, row) for at in left for row, _ in rows_at("amounting", self.words, at))
        putting = next((at for at, row in rows if row == "object"), None)
        if putting is None:
            return []
        return self._nouns(self.first - 2, putting + 1) or self._nouns(putting - 1)

    def _amounts_to(self, left: Sequence[int]) -> list[int]:
        """The nouns of the subject of a verb by which it amounts to this."""
        rows = ((at, row, behind) for at in left[:4] for row, behind in rows_at("amounting", self.words, at))
        verb = next((at for at, row, behind in rows if row == "subject" and self._reaches(behind)), None)
        return [] if verb is None else self._subject(verb)

    def _reaches(self, behind: int) -> bool:
        """Whether only a preposition stands between a phrase and the amount."""
        between = [word for word in self.words[behind : self.first] if word.text not in QUOTES]
        named = all(word.text[0].isupper() for word in between)
        return named or (len(between) == 1 and between[0].small in word_set("links_object"))

    def _subject(self, verb: int) -> list[int]:
        """The nouns of the subject of the verb at `verb`: those before it; before an "and" the clause's first."""
        if verb and self.words[verb - 1].small in word_set("number_and"):
            opens = (at + 1 for at in range(verb - 2, -1, -1) if self._opens_sentence(at))
            begin = next(opens, 0)
            first = next((at for at in range(begin, verb) if self._is_noun(at)), None)
            return [] if first is None else [first]
        return self._nouns(verb - 1)

    def _opens_sentence(self, at: int) -> bool:
        return self.words[at].text in ",;:" or self.words[at].small in word_set("opens_told_clause")

    def _nouns(self, last: int, first: int = 0) -> list[int]:
        """The nouns of the phrase that ends before a verb or ends at `last`, the chief one first.

        Words between that are no nouns are skipped: "the release had been contained and" ends in "release".
        """
        words = self.words
        at = last
        while at >= first and not self._is_noun(at):
            if words[at].text in ";:()—–" or (words[at].text == "," and last - at > 1):
                return []
            at -= 1
        chain: list[int] = []
        opener = next((one for one in range(at, first - 1, -1) if self._ends_phrase(one)), first - 1)
        if opener > first and words[opener].small in word_set("relative_of_people") and self._ends_phrase(opener + 1):
            at = opener - 1  # "the wave that hit the town": the wave
        while at >= first and words[at].is_word and not self._ends_phrase(at):
            chain.append(at)
            at -= 1
        nouns = [place for place in reversed(chain) if self._is_noun(place)]
        chief = next((one for one, two in pairwise(nouns) if two > one + 1), nouns[-1] if nouns else None)
        return [] if chief is None else [chief, *(place for place in nouns if place != chief)]

    def _is_noun(self, at: int) -> bool:
        word = self.words[at]
        common = word.is_word and (word.text[0].islower() or at == 0) and len(word.text) > 2
        common = common and word.small not in word_set("tells_age") and word.small not in word_set("no_noun")
        return common and is_noun(word.small) and not is_function(word) and not any(rows_at("unit", self.words, at))

    def _ends_phrase(self, at: int) -> bool:
        """Whether a verb or the word that opens another clause stands at `at`."""
        word = self.words[at]
        if word.small in word_set("opens_clause") or word.small in word_set("pronoun_of_clause"):
            return True
        if is_helping(word):
            return True
        return is_verb(word.small) and not is_noun(word.small) and not is_function(word)


def _objects() -> frozenset[str]:
    """Words that the object of a verb begins with."""
    return word_set("determiner") | word_set("pronoun_of_clause")


def _money(words: Sequence[Word], numeral: Numeral, first: int) -> tuple[str, str, int, int] | None:
    """A sum of money: kind, currency, where it begins and what is behind it."""
    at = first - 1
    rows = [row for row, _ in rows_at("currency", words, at)] if at >= 0 else []
    if rows and at and words[at - 1].is_word and words[at - 1].end == words[at].start:
        joined = words[at - 1].small + words[at].small
        known = next((item.id for item in lexicon().currency if joined in item.words), joined)
        return MONEY, known, at - 1, numeral.behind
    if rows:
        return MONEY, rows[0], at, numeral.behind
    for row, behind in rows_at("currency", words, numeral.behind) if numeral.behind < len(words) else ():
        return MONEY, row, first, behind
    return None


def _unit(words: Sequence[Word], numeral: Numeral, first: int) -> tuple[str, str, int, int] | None:
    at = numeral.behind + (1 if numeral.joined else 0)
    if letters := ending(words[numeral.first]):
        known = next((item for item in lexicon().unit if letters in item.words), None)
        if known is not None:
            return known.kind, known.id, first, numeral.behind
    kinds = {item.id: item.kind for item in lexicon().unit}
    for row, behind in rows_at("unit", words, at) if at < len(words) and not is_helping(words[at]) else ():
        return kinds[row], row, first, behind
    return None


def _for_each(words: Sequence[Word], kind: str, first: int) -> str:
    """What a sum is paid to each of, as a rate: "each of the 31 families received 200"; empty if it is the whole."""
    before = [word.small for word in words[:first]]
    each = next((at for at, word in enumerate(before) if word == _EACH and before[at + 1 : at + 2] == ["of"]), None)
    return _EACH if kind == MONEY and each is not None and first - each <= _REACH else ""


def _rate(words: Sequence[Word], at: int) -> tuple[str, int]:
    """What an amount is for one of, if that stands at `at` or behind what it measures, and what is behind the unit."""
    if at < len(words) and words[at].small in word_set("measures_of"):
        run = noun_run(words, past_determiners(words, at + 1))
        return (_rate(words, run[-1] + 1)[0], at) if run else ("", at)
    if at < len(words) and words[at].small in word_set("rate_adverb"):
        return words[at].small, at + 1
    if at + 1 < len(words) and words[at].small in word_set("rate_article"):
        unit = singular(words[at + 1].small)
        if unit in word_set("rate_unit"):
            return unit, at + 2
    return "", at
