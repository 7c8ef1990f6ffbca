"""What the words of a line point to outside it, and what the line adds in square brackets so that it does not.

A reader of a line has no article. "The bridge", "he" within a quotation, "this" and "on Monday" say nothing to them
unless the line itself brings in what is meant. Where the article says for sure what that is, the line says so in square
brackets behind the words; where it does not, the line points elsewhere and is not shown.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct

from onrecord.model import Mention, Ref, Spans, StoryActor
from onrecord.story import bracketed, content_words, descriptions_named, introductions, pointing
from onrecord.story.antecedents import brings_in
from onrecord.story.edits import Edit
from onrecord.story.index import Index, once_an_index
from onrecord.story.inflection import base, is_noun, singular
from onrecord.story.noun_phrases import WORD, Phrase, is_made_out, phrase
from onrecord.story.relative_times import PointingTime, pointing_times
from onrecord.value_groups import NAMES
from onrecord.word_sets import word_set

_MOST = 3
"""Most additions to one line: with more it cannot be read."""
_FULL = 2
"""Fewest words of a person's full name."""
_RECENT = 1 << 8
"""Stretches whose words are at hand: of a quotation, one sentence after the other is read with those before it."""


class Line(Struct, frozen=True):
    """Words of an article that make a line, or the part of one that tells what somebody says."""

    article: str
    spans: Spans
    known: frozenset[str] = frozenset()
    """IRIs of those whom the line names before the words."""
    speakers: frozenset[str] = frozenset()
    """IRIs of those who say what is quoted, for whom no "he" in it stands."""
    replaced: frozenset[int] = frozenset()
    """Where the line has names in place of pronouns."""
    is_content: bool = False
    """Whether the words stand behind whoever says them, so that "it" may be the body that does."""
    may_leave: int = 0
    """How many nouns with "the" may mean what the article alone tells: "said the ferry was late"."""


class Reading(Struct, frozen=True):
    """What a line adds to the words of its article, and whether something in them still points out of it."""

    edits: tuple[Edit, ...]
    left: str
    """The first words that point to something of which the line does not tell; empty if there are none."""


class _Word(NamedTuple):
    text: str
    small: str
    start: int
    end: int


@lru_cache(maxsize=_RECENT)
def _words_of(text: str, start: int, end: int) -> tuple[_Word, ...]:
    """The words, numbers and marks of a stretch of text."""
    return tuple(
        [
            _Word(item[0], item[0].casefold().replace("’", "'"), item.start(), item.end())
            for item in WORD.finditer(text, start, end)
        ]
    )


@once_an_index
def read(look: Index, line: Line) -> Reading:
    """What the words of `line` point to, and what is added to them."""
    return _Reader(look, line).reading()


class _Reader:
    """Reads one line."""

    def __init__(self, look: Index, line: Line) -> None:
        self._look, self._line = look, line
        self._told = {*line.known}
        self._own = content_words.pronouns_of(look, line.speakers) if line.is_content else frozenset[str]()
        self._edits: list[Edit] = []
        self._nouns: set[str] = set()
        self._noted = 0
        text = look.text(line.article)
        self._words = [word for span in line.spans for word in _words_of(text, *span)]
        self._texts = [word.text for word in self._words]
        self._times: dict[int, PointingTime] = {
            at: time
            for span in line.spans
            for time in pointing_times(look, line.article, span)
            for at in range(*time.span)
        }
        self._mentions: dict[int, list[tuple[Mention, Ref]]] = {}
        for span in line.spans:
            for one, ref in look.mentioned(line.article, *span):
                self._mentions.setdefault(one.start, []).append((one, ref))

    def reading(self) -> Reading:
        """What the words point to."""
        left_open = 0
        line = [word.small for word in self._words]
        if (open_ := pointing.points_as_phrase(line)) or (open_ := pointing.breaks_off(line)):
            return Reading((), open_)
        for place, word in enumerate(self._words):
            if word.start in self._times:
                if not self._is_dated(word, self._times[word.start]):
                    return Reading((), word.text)
            elif word.start not in self._line.replaced and self._points(place, word):
                left_open += 1
                if left_open > self._line.may_leave or not self._is_plain_noun(place, word):
                    return Reading((), word.text)
            self._note(word)
        added = [edit for edit in self._edits if edit.words]
        return Reading((), added[-1].words) if len(added) > _MOST else Reading(tuple(sorted(self._edits)), "")

    def _note(self, word: _Word) -> None:
        """Note whom a word brings in."""
        for one, ref in self._mentions.get(word.start, ()):
            iri = self._look.homes.get(ref)
            if iri and one.form != "pronoun":
                self._told.add(iri)

    def _nouns_before(self, place: int) -> set[str]:
        """The nouns that the words before `place` bring in, in the singular."""
        for at in range(self._noted, place):
            word = self._words[at]
            after = self._texts[at + 1] if at + 1 < len(self._texts) else "."
            joined = after.islower() and is_noun(after) and after not in word_set("behind_noun")
            if word.text[0].isalpha() and not joined:
                self._nouns.add(singular(word.small.removesuffix("'s")))
        self._noted = max(self._noted, place)
        return self._nouns

    def _is_quoted(self, word: _Word) -> bool:
        return any(low <= word.start < high for low, high in bracketed.quoted(self._look, self._line.article))

    def _is_dated(self, word: _Word, time: PointingTime) -> bool:
        """Whether the day that a time means is added to it, or the time is left out, without which it is as true."""
        if word.start != time.span[0]:
            return True
        if time.value:
            self._edits.append(Edit(time.span[1], time.span[1], time.value))
            return True
        if time.leaves is None or not self._line.is_content or self._is_quoted(word):
            return False
        self._edits.append(Edit(*time.leaves, ""))
        return True

    def _points(self, place: int, word: _Word) -> bool:
        """Whether the word at `place` points to what the line does not tell, and nothing can be added that does."""
        small = word.small.partition("'")[0]
        if small in word_set("stands_for_something"):
            return self._pronoun(place, word, small)
        if small == "the":
            return self._definite(place, word)
        if small in word_set("points_to_noun"):
            nouns = self._nouns_before(place)
            return pointing.demonstrates(small, self._texts[:place], self._texts[place + 1 :], nouns)
        if small in word_set("points_elsewhere_alone"):
            return pointing.stands_alone(small, self._texts[:place], self._texts[place + 1 :])
        return self._is_short(word) if word.text[0].isupper() else False

    def _is_plain_noun(self, place: int, word: _Word) -> bool:
        """Whether a word is the "the" of a noun that says of what kind it is: "the ferry", not "the latter"."""
        found = phrase(self._texts[place + 1 :]) if word.small == "the" else None
        if found is None:
            return False
        return found.words[0].casefold() not in word_set("spoken_of_before") | word_set("place_in_row")

    def _pronoun(self, place: int, word: _Word, small: str) -> bool:
        """Whether a pronoun stands for nobody whom the line brings in, nor for somebody sure."""
        after = [one.small for one in self._words[place + 1 :] if one.text[0].isalnum()]
        if content_words.announces(small, after) or bracketed.is_cleft(small, after):
            return False
        if after[:1] and after[0] in word_set("called_by_name") and small in _possessives():
            return True  # "his client": who?
        known = self._stands_for(word)
        if known is not None:
            return not known
        if small in self._own and not self._is_quoted(word):
            return False
        return not brings_in(self._texts[:place], small)

    def _stands_for(self, word: _Word) -> bool | None:
        """Whether a pronoun stands for somebody whom the line names, or names in brackets now; None if that is open."""
        for one, ref in self._mentions.get(word.start, ()):
            iri = self._look.homes.get(ref, "")
            if one.form != "pronoun":
                continue
            if iri in self._line.speakers and self._is_quoted(word):
                return False
            if iri in self._told:
                return not (iri in self._line.speakers and bracketed.is_done_to_another(self._look, one, ref))
            name = bracketed.sure_name(self._look, one, ref)
            if name is not None:
                self._edits.append(Edit(one.end, one.end, name))
                self._told.add(iri)
                return True
        return None

    def _definite(self, place: int, word: _Word) -> bool:
        """Whether "the" with its noun means something that the line does not bring in and the article not for sure."""
        words = self._texts[place + 1 :]
        found = phrase(words)
        if found is None:
            return not words or words[0].casefold() in word_set("spoken_of_before")
        if found.words[0].casefold() in word_set("spoken_of_before"):
            return True
        head, behind = singular(found.head), words[found.size :]
        last = base(self._words[place - 1].small) if place else ""
        if behind and last in word_set("takes_of") and behind[0] in word_set("makes_out"):
            behind = []  # "accused the leader of staging it"
        if is_made_out(found, behind) or found.head.casefold() in word_set("general_noun"):
            return False
        if head in self._nouns_before(place):
            return False
        if found.words[0].casefold() in word_set("place_in_row") and len(found.words) > 1:
            return True
        return not self._is_called(place, word, found)

    def _is_called(self, place: int, word: _Word, found: Phrase) -> bool:
        """Whether a noun with "the" means somebody whom the line names, or is named in brackets now."""
        last = self._words[place + found.size]
        at = last.start + len(found.head)
        for one, ref in self._mentions.get(word.start, ()):
            iri = self._look.homes.get(ref, "")
            if one.form == "pronoun" or one.end < at or one.end > last.end:
                continue
            if iri in self._told:
                return True
            name = descriptions_named.sure_name(self._look, ref, one, found.head)
            if name is not None:
                self._add(last, name)
                self._told.add(iri)
                return True
            thing = self._look.things.get(iri)
            if isinstance(thing, StoryActor) and thing.named:
                return False
        if any(self._is_named_by(iri, found.head) for iri in self._told):
            return True
        alone = found.size == 1
        words = (
            descriptions_named.sure_bearer(self._look, self._line.article, word.start, found.head) if alone else None
        )
        words = words or introductions.introduced(self._look, self._line.article, word.start, found.head)
        if words is not None:
            self._add(last, words)
        return words is not None

    def _add(self, last: _Word, words: str) -> None:
        """Add `words` behind a word, with the ending of a possessor if it has one."""
        owner = last.text.endswith(tuple(word_set("possessive_or_apostrophe_ending")))
        ending = ("’" if words.endswith("s") else "’s") if owner else ""
        self._edits.append(Edit(last.end, last.end, f"{words}{ending}"))

    def _is_named_by(self, iri: str, head: str) -> bool:
        """Whether the noun is part of the name of somebody whom the line names: "the bank" is Harbor Bank."""
        thing = self._look.things.get(iri)
        return isinstance(thing, StoryActor) and thing.named and head.casefold() in thing.name.casefold().split()

    def _is_short(self, word: _Word) -> bool:
        """Whether a person is called by a part of the name; the name is added if only one can be meant."""
        for one, ref in self._mentions.get(word.start, ()):
            iri = self._look.homes.get(ref, "")
            thing = self._look.things.get(iri)
            if one.form not in NAMES or not isinstance(thing, StoryActor) or thing.type != "Person":
                continue
            printed = self._look.words(self._line.article, ((one.start, one.end),)).split()
            bare = [item for item in printed if item.casefold().rstrip(".") not in word_set("title_of_person")]
            if iri in self._told or len(bare) >= _FULL or len(thing.name.split()) < _FULL or not bare:
                continue
            if self._is_of_several(iri, bare[-1]):
                return True
            last = next(item for item in reversed(self._words) if item.start < one.end)
            self._add(last, thing.name)
            self._told.add(iri)
        return False

    def _is_of_several(self, iri: str, last: str) -> bool:
        """Whether others in the article have the same last name."""
        found = {self._look.homes.get(ref, "") for _, ref in self._look.mentions.get(self._line.article, ())} - {iri}
        things = (self._look.things.get(other) for other in found)
        return any(isinstance(one, StoryActor) and one.named and last in one.name.split() for one in things)


def _possessives() -> frozenset[str]:
    return word_set("possessive_pronoun") | word_set("his_or_her_own")
