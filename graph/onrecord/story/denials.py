"""Clauses of articles that deny something, and those that say something, each with the words that tell of what.

A record has no parse. A clause is what stands between marks, or words that open another clause; it denies if it holds a
word that does ("no", "never", "without") outside of a phrase in which that word denies nothing ("not only", "no fewer
than").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from onrecord.model import Analysis, Place, Span
from onrecord.story.amount_words import rows_at
from onrecord.story.denied_pronouns import Told, has_pronoun, of_pronouns
from onrecord.story.denied_verbs import refuted_part
from onrecord.story.figure_parts import is_function, is_number, names_in, telling_words
from onrecord.story.inflection import base, is_noun, is_verb, singular
from onrecord.story.numerals import Word, words_of_sentence
from onrecord.story.overlap import WORD
from onrecord.value_groups import TEXT
from onrecord.weights import weights_of
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import word_set

_MARKS = ',;:—–()"“”'
_APART = 4
"""Most words from one word to another that follows it: "wore no crampons", "wearing a pair of crampons"."""
_FAR = int(weights_of("judgements")["denied.far"])
_OPENS = 4
"""Words at the beginning of a clause among which the name of its subject stands."""
_LONGEST = 60
"""Words of the longest clause that is looked at."""


Pair = tuple[str, str]
"""Two words in the base form of which one follows the other: card number, wear crampon."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause, or a whole sentence that denies nothing."""

    place: Place
    """Its sentence."""
    start: int
    end: int
    denies: bool
    pairs: frozenset[Pair]
    """What it tells of, without numbers, units and the words of any news; if it denies, only what it denies."""
    doers: frozenset[str]
    """The names among its first words, of whoever it is likely told of."""
    sources: tuple[str, ...]
    """Local ids of those whose statement it is in."""
    telling: frozenset[str]
    """The words that tell something, in the base form."""
    done: frozenset[Pair]
    """Those of the pairs that begin or end with a verb; others ("stop sign") only name something."""
    meant: frozenset[Pair]
    """Those of which a pronoun may mean one word."""


def denying(analysis: Analysis, at: Span | None = None) -> Iterator[Clause]:
    """The clauses of an article, or of its sentence `at` alone, that deny something."""
    for start, end in (span for span in _sentences(analysis) if at is None or span == at):
        if _denying_word().search(analysis.article.text, start, end):
            yield from (item for item in _clauses(analysis, start, end) if item.denies)


def saying(analysis: Analysis, pairs: Collection[Pair]) -> Iterator[Clause]:
    """The clauses of an article that deny nothing and tell of one of `pairs`.

    Of a sentence of several clauses that denies nothing, the whole is one more.
    """
    words = [(word.start(), base_form(word[0].casefold())) for word in WORD.finditer(analysis.article.text)]
    likely = _among({root for _, root in words}, pairs)
    verbs = {root for pair in likely for root in pair if is_verb(root)}
    for start, end in _sentences(analysis) if likely else ():
        here = words[bisect_left(words, (start, "")) : bisect_left(words, (end, ""))]
        roots = {root for _, root in here}
        if _among(roots, likely) or (not roots.isdisjoint(verbs) and has_pronoun(analysis.article.text, start, end)):
            found = (item for item in _clauses(analysis, start, end) if not item.denies)
            yield from (item for item in found if not item.pairs.isdisjoint(likely))


def _among(roots: set[str], pairs: Iterable[Pair]) -> list[Pair]:
    return [pair for pair in pairs if pair[0] in roots and pair[1] in roots]


def _sentences(analysis: Analysis) -> Iterator[Span]:
    """The sentences of the article itself."""
    body = [(item.start, item.end) for item in analysis.passages if item.kind in TEXT]
    for start, end in analysis.sentences:
        if not body or any(first <= start < last for first, last in body):
            yield start, end


@cache
def _denying_word() -> re.Pattern[str]:
    joined = "|".join(map(re.escape, sorted(word_set("not_ending"))))
    whole = "|".join(sorted(word_set("denies_clause") | word_set("denies_told")))
    return re.compile(rf"\b(?:{whole})\b|(?:{joined})\b", re.IGNORECASE)


def _clauses(analysis: Analysis, start: int, end: int) -> Iterator[Clause]:
    """The clauses of a sentence that hold a verb and suppose, ask and doubt nothing."""
    text = analysis.article.text
    words = words_of_sentence(text, start, end)
    if not words or any(word.text == "?" for word in words[-2:]):
        return
    parts = [part for part in _undoubted(_parted(words)) if len(part) <= _LONGEST]
    refusing = [_denies(part, text) for part in parts]
    if len(parts) > 1 and not any(refusing) and len(words) <= _LONGEST:
        parts, refusing = [*parts, words], [*refusing, False]
    if refuted := refuted_part(words):
        parts, refusing = [*parts, refuted], [*refusing, True]
    for part, denies in zip(parts, refusing, strict=True):
        meant = of_pronouns(analysis, part, start, _told_words(part), denied=denies)
        pairs = _pairs(part, denied=denies) | meant
        if _states(part) and (pairs or denies):
            verbs = {base_form(word.small) for word in part if _is_past_or_verb(word)}
            yield Clause(
                Place(analysis.article.id, start, end),
                part[0].start,
                part[-1].end,
                denies,
                pairs,
                names_in(part, _before_verb(part)),
                _sources(analysis, part[0].start, part[-1].end),
                frozenset(root for _, root in _telling(part)),
                frozenset(pair for pair in pairs if not verbs.isdisjoint(pair)),
                meant,
            )


def _before_verb(part: Sequence[Word]) -> range:
    """The first words of a clause, up to its first verb."""
    first = range(min(len(part), _OPENS))
    return range(next((at for at in first if _is_finite(part[at])), len(first)))


def _parted(words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """The clauses of a sentence, without the marks and the words that open them."""
    first = 0
    for at, word in enumerate(words):
        if word.text in _MARKS or word.small in word_set("opens_clause"):
            if at > first:
                yield words[first:at]
            first = at if word.small in word_set("supposing") else at + 1
    last = len(words) - 1 if words[-1].text in ".!" else len(words)
    if last > first:
        yield words[first:last]


def _undoubted(parts: Iterable[Sequence[Word]]) -> Iterator[Sequence[Word]]:
    """The clauses up to one that doubts or supposes: what follows that is doubted or supposed."""
    for part in parts:
        yield part
        if not (word_set("doubts") | word_set("supposing")).isdisjoint(word.small for word in part):
            return


def _denies(part: Sequence[Word], text: str) -> bool:
    """Whether one of the words denies, outside of a phrase in which it does not."""
    if word_set("denies_clause").isdisjoint(word.small for word in part) and not any(map(_is_short, part)):
        return False
    printed = text[part[0].start : part[-1].end]
    return not word_pattern("denies_nothing").search(printed)


def _is_short(word: Word) -> bool:
    """Whether a word is a verb with a "not" joined to it."""
    return word.small.endswith(tuple(word_set("not_ending")))


def _states(part: Sequence[Word]) -> bool:
    """Whether a clause holds a verb and says, or denies, that something is or was so."""
    small = {word.small for word in part}
    supposed = word_set("supposing") | word_set("doubts") | (word_set("modal_of_supposition") - word_set("will"))
    if not small.isdisjoint(supposed):
        return False
    return any(_is_finite(word) for word in part)


@lru_cache(maxsize=1 << 14)
def base_form(small: str) -> str:
    """The base form of a word."""
    return base(singular(small))


@lru_cache(maxsize=1 << 14)
def _acts(small: str) -> bool:
    """Whether a word can be a verb and no noun, or is a past form."""
    return is_verb(small) and (not is_noun(small) or base(small) != small)


def _is_finite(word: Word) -> bool:
    helping = word_set("makes_passive", "so_far", "will", "auxiliary")
    return word.small in helping or _is_short(word) or (word.is_word and word.text[0].islower() and _acts(word.small))


def _telling(part: Sequence[Word]) -> list[tuple[int, str]]:
    """The words that tell something, and the names, each with its index and in the base form."""
    left_out = word_set("stop_word", "of_any_news", "denies_clause")
    found: list[tuple[int, str]] = []
    for at in telling_words(part, range(len(part))):
        word = part[at]
        if is_number(word) or _is_short(word) or word.small in left_out:
            continue
        if word.text[0].isupper() and at:
            found.append((at, base_form(word.small)))
            continue
        root = base_form(word.small)
        measured = any(rows_at("unit", part, at)) or any(rows_at("currency", part, at))
        if root not in left_out and not measured and not word_set("number_scale") & {word.small, root}:
            found.append((at, root))
    return found


def _pairs(part: Sequence[Word], *, denied: bool) -> frozenset[Pair]:
    """Words that tell something, each with the one or the name that follows it; with `denied` those that are denied.

    These are the first two behind the word that denies, and behind an "or". What is not known, thought or said may be
    so all the same.
    """
    telling = _telling(part)
    found = [(one, two) for one, two in pairwise(telling) if two[0] - one[0] <= _APART]
    found += _with_names(part, telling)
    if denied:
        begins = _scopes(part)
        if any(_leaves_open(part[at:]) for at in begins):
            return frozenset()
        first = {next((at for at, _ in telling if at >= begin), -1) for begin in begins}
        if len(begins) == 1 and telling and telling[-1][0] in first:
            return _undergone(part, telling)
        found = [(one, two) for one, two in found if one[0] in first]
    return frozenset((one[1], two[1]) for one, two in found if not part[one[0]].text[0].isupper() or not one[0])


_Telling = tuple[int, str]


def _with_names(part: Sequence[Word], telling: Sequence[_Telling]) -> Iterator[tuple[_Telling, _Telling]]:
    """Each verb with the name that follows it first, before the next verb."""
    for at, one in enumerate(telling):
        if not _is_past_or_verb(part[one[0]]):
            continue
        for two in telling[at + 1 :]:
            if two[0] - one[0] > _FAR or _is_past_or_verb(part[two[0]]):
                break
            if part[two[0]].text[0].isupper():
                yield one, two
                break


def _told_words(part: Sequence[Word]) -> list[Told]:
    """The words that tell something, each with its index, in the base form, and whether it is a verb."""
    return [(at, root, _is_past_or_verb(part[at])) for at, root in _telling(part)]


def _is_past_or_verb(word: Word) -> bool:
    return word.text[0].islower() and _acts(word.small)


def _undergone(part: Sequence[Word], telling: Sequence[_Telling]) -> frozenset[Pair]:
    """The last word that tells something, if it is a past form that nothing follows, with the one before it.

    "The records were not encrypted" denies that the records were encrypted.
    """
    if len(telling) < 2:
        return frozenset()
    before, last = telling[-2:]
    passive = any(word.small in word_set("makes_passive") for word in part[before[0] : last[0]])
    if not passive or last[0] - before[0] > _APART or not _is_past_or_verb(part[last[0]]):
        return frozenset()
    return frozenset({(before[1], last[1])})


def _scopes(part: Sequence[Word]) -> list[int]:
    """Where what is denied begins: behind the first word that denies if any does, and behind each "or" after it."""
    denying = (at for at, word in enumerate(part) if word.small in word_set("denies_clause") or _is_short(word))
    first = next(denying, -1)
    return [first + 1, *(at + 1 for at in range(first + 1, len(part)) if part[at].small in word_set("joins_denied"))]


def _leaves_open(words: Sequence[Word]) -> bool:
    opener = next((word for word in words if word.is_word and not is_function(word)), None)
    return opener is not None and base_form(opener.small) in word_set("leaves_open")


def _sources(analysis: Analysis, start: int, end: int) -> tuple[str, ...]:
    """Who the statements around a clause are by."""
    around = (one for one in analysis.statements if any(low <= start and end <= high for low, high in one.content))
    return tuple(sorted({speaker for said in around for speaker in said.speakers}))
