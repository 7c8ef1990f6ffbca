"""States that sentences give things: locked or open, intact or cut, valid or lapsed.

There is no parse in a record. What a state is of is the noun before it, past auxiliaries and verbs that only link
("was", "remained", "found"), or the one behind a verb in the active; a pronoun may stand for any noun of the sentence
before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from msgspec import Struct

from onrecord.lexicon_files import entries
from onrecord.model import Analysis, Place
from onrecord.story.amount_words import lemmas
from onrecord.story.denials import base_form
from onrecord.story.figure_parts import as_printed, is_function, noun_run, past_determiners, telling_words
from onrecord.story.inflection import base, is_noun, is_verb, verb_forms
from onrecord.story.numerals import Word, words_of_sentence
from onrecord.story.objections import sentences_of_text
from onrecord.story.overlap import WORD
from onrecord.word_sets import word_set


class _Row(Struct, frozen=True, forbid_unknown_fields=True):
    """Two lists of states that exclude one another."""

    id: str
    one: tuple[str, ...]
    other: tuple[str, ...]
    example: str
    source: str


@dataclass(frozen=True, slots=True)
class State:
    """What a sentence says that a thing is, was or was made."""

    place: Place
    row: str
    first: bool
    """Whether it is of the first list of its row."""
    noun: str
    """The thing, in the base form."""
    named: str
    """The thing with what picks it from others of its kind, as printed; empty if a pronoun stands for it."""
    kinds: frozenset[str]
    """The words by which it is picked."""
    printed: str
    start: int
    around: frozenset[str]
    """The other words of the sentence that say something, in the base form."""


def states_told(analysis: Analysis) -> Iterator[State]:
    """All states that the sentences of an article give things, but for those that are asked, supposed or expected."""
    text, sentences = analysis.article.text, sentences_of_text(analysis)
    for number, (start, end) in enumerate(sentences):
        if _words_of_states().isdisjoint(WORD.findall(text[start:end].casefold())):
            continue
        words = words_of_sentence(text, start, end)
        small = {word.small for word in words if word.text[0].islower() or word.start == start}
        doubtful = not small.isdisjoint(word_set("supposing") | word_set("modal_of_supposition"))
        if not doubtful and not any(word.text == "?" for word in words[-3:]):
            before = words_of_sentence(text, *sentences[number - 1]) if number else ()
            for at in range(len(words)):
                yield from _at(Place(analysis.article.id, start, end), words, at, before)


@cache
def _words_of_states() -> frozenset[str]:
    """The first words of all states in any form: most sentences hold none, and need not be taken apart."""
    printed = [word for word, rows in _phrases().items() if any(len(item[0]) == 1 for item in rows)]
    verbs = [word for word, rows in _phrases().items() if any(len(item[0]) > 1 for item in rows)]
    forms = {form for word in verbs for form in (word, *verb_forms(base(word)))}
    return frozenset(found[0] for word in (*printed, *forms) if (found := WORD.match(word)))


def _at(place: Place, words: Sequence[Word], at: int, before: Sequence[Word]) -> Iterator[State]:
    longest = 0
    for parts, row, first in _phrases().get(words[at].small, ()) or _by_base(words[at].small):
        behind = _behind(words, at, parts)
        if behind is None or len(parts) < longest:
            continue
        longest = len(parts)
        denied = _is_denied(words, at)
        told = telling_words(words, range(len(words)))
        for nouns, named in _of_what(words, at, behind, before):
            around = frozenset(base_form(words[one].small) for one in told if not at <= one < behind) - {nouns[-1]}
            printed = as_printed(words, at, behind)
            yield State(
                place, row, first is not denied, nouns[-1], named, frozenset(nouns[:-1]),
                f"not {printed}" if denied else printed, words[at].start, around,
            )  # fmt: skip


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], str, bool]]]:
    """First word -> the phrases that begin with it, the longest first, with the row, and whether of its first list."""
    found: dict[str, list[tuple[tuple[str, ...], str, bool]]] = {}
    for row in entries("opposites.toml", "state", _Row):
        for words, first in ((row.one, True), (row.other, False)):
            for phrase in words:
                parts = tuple(phrase.split())
                found.setdefault(parts[0], []).append((parts, row.id, first))
    return {word: sorted(rows, key=lambda item: -len(item[0])) for word, rows in found.items()}


@lru_cache(maxsize=1 << 14)
def _by_base(small: str) -> tuple[tuple[tuple[str, ...], str, bool], ...]:
    """The phrases whose first word is another form of the same verb: "sweeping away" for "swept away"."""
    if not is_verb(small):
        return ()
    return tuple(
        item for word, rows in _phrases().items() for item in rows
        if len(item[0]) > 1 and is_verb(word) and base(word) == base(small)
    )  # fmt: skip


def _behind(words: Sequence[Word], at: int, parts: Sequence[str]) -> int | None:
    """Where a phrase ends that begins at `at`, with or without a pronoun in it ("filled it in")."""
    place = at + 1
    for part in parts[1:]:
        if place < len(words) and words[place].small in word_set("stands_for_thing"):
            place += 1
        if place >= len(words) or (part != words[place].small and part not in lemmas(words[place].text)):
            return None
        place += 1
    return place


def _is_denied(words: Sequence[Word], at: int) -> bool:
    near = words[max(0, at - _NEAR) : at]
    joined = tuple(word_set("not_ending"))
    return any(word.small in word_set("denies_clause") or word.small.endswith(joined) for word in near)


_NEAR = 5
"""Words before a state among which a word that denies it stands."""


def _of_what(words: Sequence[Word], at: int, behind: int, before: Sequence[Word]) -> Iterator[tuple[list[str], str]]:
    """What a state is of: a noun in the base form behind the words that pick it, and both as printed."""
    place, linked = _past_links(words, at)
    active = not linked and is_verb(words[at].small) and base(words[at].small) != words[at].small
    if place >= 0 and _is_thing(words, place):
        if linked or active:
            yield from (_phrase(words, head) for head in _heads(words, place))
            yield from _teller(words, place, at)
    elif place >= 0 and words[place].small in _pronouns():
        yield from _stood_for(before)
    elif linked:
        yield from (_phrase(words, subject) for subject in _first_nouns(words, at))
    if active:
        yield from _objects(words, at, behind, before)


def _objects(words: Sequence[Word], at: int, behind: int, before: Sequence[Word]) -> Iterator[tuple[list[str], str]]:
    """What a verb in the active has behind it, or in it: "failed part of the test", "filled it in"."""
    if any(word.small in word_set("stands_for_thing") for word in words[at : behind + 1]):
        yield from _stood_for(before)
    elif run := noun_run(words, _past_pickers(words, behind)):
        yield _phrase(words, run[-1])
        after = run[-1] + 1
        if after < len(words) and words[after].small in word_set("measures_of"):
            whole = noun_run(words, _past_pickers(words, after + 1))
            yield from (_phrase(words, head) for head in whole[-1:])


def _past_pickers(words: Sequence[Word], at: int) -> int:
    """The first index from `at` on that holds no determiner, possessive or word of degree."""
    passed = _openings() | word_set("qualifies_state")
    while at < len(words) and words[at].small in passed:
        at += 1
    return at


def _past_links(words: Sequence[Word], at: int) -> tuple[int, bool]:
    """The index before a state past words that link it to what it is of, and whether there are any such."""
    place, linked = at - 1, False
    while place >= 0:
        word = words[place]
        if word.small in word_set("helps_verb") or base(word.small) in word_set("links_state"):
            linked = True
        elif word.small in _pronouns():
            break
        elif linked and word.small in word_set("infinitive_mark"):
            return -1, False  # what is meant to be so: "to keep it open"
        elif not (
            (not word.is_word and word.text not in _ENDS)
            or word.small in word_set("denies_clause")
            or word.small in word_set("qualifies_state")
            or word.small.endswith(tuple(word_set("adverb_ending")))
            or (linked and (word.text[0].isupper() or word.small in word_set("links_object")))
        ):
            break
        place -= 1
    if not linked and place >= 0 and _is_thing(words, place):
        near = range(max(1, place - _FOUND), place)
        giving = [one for one in near if base(words[one].small) in word_set("links_state")]
        linked = linked or any(words[one - 1].small not in word_set("infinitive_mark") for one in giving)
    return place, linked


_FOUND = 4
"""Words before a state among which the verb stands that gives it to the noun between: "found the rear door locked"."""
_ENDS = ",;:()—–"


def _is_thing(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    return word.is_word and (word.text[0].islower() or at == 0) and is_noun(word.small) and not _is_empty(word)


def _is_empty(word: Word) -> bool:
    return is_function(word) or word.small in word_set("opens_told_clause")


def _first_nouns(words: Sequence[Word], at: int) -> Iterator[int]:
    """The nouns of the first phrases of clause and sentence: "the alarm of a firm that was sold had been cut"."""
    begin = max((place + 1 for place in range(at) if words[place].small in word_set("opens_told_clause")), default=0)
    for first in dict.fromkeys((begin, 0)):
        run = noun_run(words, past_determiners(words, first))
        if not run and _is_thing(words, first):
            run = [first]  # it opens the sentence, with a capital
        if run and run[-1] < at:
            yield run[-1]


def _heads(words: Sequence[Word], at: int) -> Iterator[int]:
    """A noun, and those that it stands behind with a preposition: "the seals of the crate"."""
    while _is_thing(words, at):
        yield at
        while at and words[at - 1].is_word and (_picks(words[at - 1]) or words[at - 1].small in _openings()):
            at -= 1
        if at < 2 or words[at - 1].small not in word_set("links_object"):
            return
        at -= 2


def _pronouns() -> frozenset[str]:
    return word_set("stands_for_thing") | word_set("stands_for_person")


def _teller(words: Sequence[Word], thing: int, at: int) -> Iterator[tuple[list[str], str]]:
    """Who calls a thing so, before a verb for that: two kinds of observers called it calm and called it chaotic."""
    near = range(max(1, thing - _NEAR), at)
    if any(base(words[one].small) in word_set("calls_so") for one in near):
        told, named = _phrase(words, thing)
        yield from (([*told[:-1], base_form(words[head].small)], named) for head in _first_nouns(words, thing))


def _openings() -> frozenset[str]:
    return word_set("determiner") | word_set("definite_opening")


def _phrase(words: Sequence[Word], head: int) -> tuple[list[str], str]:
    first = head
    while first and words[first - 1].is_word and words[first - 1].text[0].islower() and _picks(words[first - 1]):
        first -= 1
    return [base_form(word.small) for word in words[first : head + 1]], as_printed(words, first, head + 1)


def _picks(word: Word) -> bool:
    """Whether a word before a noun may pick one of several things: an adjective or another noun."""
    if is_function(word) or word.small in word_set("determiner") or word.small in word_set("helps_verb"):
        return False
    return is_noun(word.small) or not is_verb(word.small)


def _stood_for(before: Sequence[Word]) -> Iterator[tuple[list[str], str]]:
    """The nouns of the sentence before, for any of which a pronoun may stand."""
    for at in telling_words(before, range(len(before))):
        if _is_thing(before, at):
            yield [base_form(before[at].small)], ""
