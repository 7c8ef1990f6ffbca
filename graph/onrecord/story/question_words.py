"""The lexicon of questions that accounts answer in opposite ways, and where a sentence has words that answer one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from msgspec import Struct

from onrecord.lexicon_files import entries
from onrecord.story.inflection import base, is_adjective, is_noun, is_verb, verb
from onrecord.story.numerals import Word
from onrecord.story.phrases import GAP, Phrase, behind_phrase, forms, phrase_of
from onrecord.word_sets import word_set

AGENT = "agent"
PATIENT = "patient"
SUBJECT = "subject"
ANY = "any"


class Question(Struct, frozen=True, forbid_unknown_fields=True):
    """One question; what its fields mean stands in the lexicon."""

    id: str
    asks: str
    of: str
    one: tuple[str, ...]
    other: tuple[str, ...]
    example: str
    source: str
    things: tuple[str, ...] = ()
    accrues: bool = False
    passes: bool = False
    by_subject: bool = False
    undergone: tuple[str, ...] = ()
    supposed: bool = False
    doubtful: bool = False
    nouns: tuple[str, ...] = ()
    object: bool = False
    least: float = 0.0


class _Alike(Struct, frozen=True, forbid_unknown_fields=True):
    """Words that may stand for one another."""

    id: str
    words: tuple[str, ...]
    example: str
    source: str
    event: bool = False


class Answer(Struct, frozen=True):
    """Words of a sentence that answer a question."""

    id: str
    first: bool
    """Whether they are of its first list."""
    start: int
    """Index of the first of the words, and of the first behind them."""
    behind: int


@cache
def questions() -> Mapping[str, Question]:
    """The questions of the lexicon by id."""
    return {item.id: item for item in entries("questions.toml", "question", Question)}


_Phrase = tuple[Phrase, str, bool]
_ANY_SECOND = ""


@cache
def _phrases() -> Mapping[str, Mapping[str, Sequence[_Phrase]]]:
    """First word -> second word -> the phrases that begin with both, with the question, and whether of its first list.

    Those of one word, or with a gap behind the first, stand under `_ANY_SECOND`.
    """
    found: dict[str, dict[str, list[_Phrase]]] = defaultdict(lambda: defaultdict(list))
    for item in questions().values():
        for phrases, first in ((item.one, True), (item.other, False)):
            for phrase in phrases:
                parts = phrase_of(phrase)
                seconds = parts[1] if len(parts) > 1 and GAP not in parts[1] else {_ANY_SECOND}
                for word in sorted(parts[0]):
                    for second in sorted(seconds):
                        found[word][second].append((parts, item.id, first))
    return found


def alike(word: str) -> str:
    """What a word in the base form may stand for; the word itself if nothing else."""
    return _alikes().get(word, word)


@cache
def _alikes() -> Mapping[str, str]:
    """What each word of the lexicon may stand for, by the first entry that has it."""
    rows = reversed(entries("questions.toml", "alike", _Alike))
    return {word: f"={item.id}" for item in rows for word in item.words}


@cache
def events() -> frozenset[str]:
    """What words for something that happens may stand for."""
    return frozenset(f"={item.id}" for item in entries("questions.toml", "alike", _Alike) if item.event)


@lru_cache(maxsize=1 << 14)
def _opens(small: str) -> bool:
    return not _phrases().keys().isdisjoint(forms(small))


@lru_cache(maxsize=1 << 15)
def _beginning(small: str, after: str, last: str) -> tuple[_Phrase, ...]:
    """The phrases that can begin with a word before the word `after`, or before `last` past a determiner."""
    seconds = (_ANY_SECOND, *sorted(forms(after) | forms(last)))
    here = [rows for form in sorted(forms(small)) if (rows := _phrases().get(form))]
    return tuple(item for rows in here for second in seconds for item in rows.get(second, ()))


def answers_in(words: Sequence[Word]) -> Iterator[Answer]:
    """The words of a sentence that answer a question, of those that begin at one place the longest for each."""
    found: list[Answer] = []
    for at, word in enumerate(words):
        longest: dict[str, Answer] = {}
        if not word.is_word or not _opens(word.small):
            continue
        after = words[at + 1].small if at + 1 < len(words) else _ANY_SECOND
        last = words[at + 2].small if at + 2 < len(words) and after in word_set("passed_in_phrase") else after
        for parts, key, first in _beginning(word.small, after, last):
            behind = behind_phrase(words, at + 1, parts[1:])
            if len(parts) == 1 and is_noun_here(words, at) and parts[0].isdisjoint(questions()[key].nouns):
                continue
            if behind and (key not in longest or longest[key].behind < behind):
                longest[key] = Answer(key, first, at, behind)
        found = [item for item in found if item.id not in longest or item.behind <= at or _is_longer(item, longest)]
        found += [
            item for item in longest.values()
            if not any(item.id == other.id and item.behind <= other.behind for other in found)
        ]  # fmt: skip
    yield from found


def _is_longer(item: Answer, found: Mapping[str, Answer]) -> bool:
    return item.behind >= found[item.id].behind


def is_noun_here(words: Sequence[Word], at: int) -> bool:
    """Whether a word that may be a noun or a verb stands where nouns do: behind a determiner or an adjective."""
    small = words[at].small
    if not is_noun(small) or not is_verb(small):
        return False
    before = words[at - 1] if at else None
    if before is None:
        return base(small) == small
    opens = word_set("determiner") | word_set("definite_opening") | word_set("links_object") | word_set("denies_clause")
    finite = (
        word_set("helps_verb") | word_set("denies_verb") | word_set("infinitive_mark") | word_set("personal_pronoun")
    )
    if small.endswith(tuple(word_set("gerund_ending"))) and before.small not in word_set("makes_passive"):
        return True
    if base(small) == small != verb(small, "VBD") and before.small not in finite:
        return True  # a form that is a noun unless a helping verb or a pronoun stands before it
    picks = is_adjective(before.small) or before.small in word_set("possessive_ending") or before.text[0].isdigit()
    return (before.small in opens or picks) and before.small not in word_set("infinitive_mark") | word_set(
        "denies_verb"
    )
