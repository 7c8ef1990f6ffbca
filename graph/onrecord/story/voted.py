"""How a body voted, as sentences print it: "by 23 votes to 18", "5-2", "unanimously"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from msgspec import structs

from onrecord.model import Analysis, Place, Span
from onrecord.story.amount_lexicon import lexicon
from onrecord.story.amount_words import rows_at
from onrecord.story.figure_parts import as_printed, other_words
from onrecord.story.numerals import Word, number_at, value_at, words_of_sentence
from onrecord.word_sets import in_order, word_set


@dataclass(frozen=True, slots=True)
class Tally:
    """How a body voted."""

    body: str
    """The row of nouns for the body."""
    votes: tuple[int, int] | None
    """Votes of the more and of the fewer; None if no vote is counted."""
    split: bool
    """Whether some voted otherwise than the rest."""
    printed: str
    """How it voted, as printed."""
    named: str
    """The body as printed."""
    around: frozenset[str]
    place: Place

    def excludes(self, other: Tally) -> bool:
        """Whether both cannot be: two counts, or all of one mind and some of another."""
        if self.split is not other.split:
            return True
        return self.votes is not None and other.votes is not None and self.votes != other.votes


def tallies_of(analysis: Analysis) -> Iterator[Tally]:
    """How bodies voted, in the sentences of an article."""
    text = analysis.article.text
    for number, (start, end) in enumerate(analysis.sentences):
        if not _mark().search(text, start, end):
            continue
        words = _words(text, (start, end))
        bodies = _bodies(words)
        before = _words(text, analysis.sentences[number - 1]) if number and not bodies else []
        others = _bodies(before)[-1:]
        if not bodies and not others:
            continue
        for first, behind, votes, split in _told(words):
            if bodies:
                at, body = min(_near(bodies, first), key=lambda found: (abs(found[0] - first), found[0]))
                named = words[at].small
            elif votes is None:
                continue  # of one mind may be whoever the sentence is about
            else:
                ((at, body),) = others
                named = before[at].small
            yield Tally(
                body,
                votes,
                split,
                as_printed(words, first, behind),
                named,
                other_words(words, range(first, behind)) - {named},
                Place(analysis.article.id, start, end),
            )


def _words(text: str, span: Span) -> list[Word]:
    return [_plain(word) for word in words_of_sentence(text, *span)]


def _bodies(words: Sequence[Word]) -> list[tuple[int, str]]:
    """The nouns for bodies that vote, each with its row, in the order of the sentence."""
    return [(at, row) for at in range(len(words)) for row, _ in rows_at("voting_body", words, at)]


@cache
def _mark() -> re.Pattern[str]:
    """What a sentence on a vote has: most have none, and need not be taken apart."""
    phrases = [phrase for row in (*lexicon().one_mind, *lexicon().two_minds) for phrase in row.words]
    words = {phrase.split()[-1] for phrase in phrases} | word_set("tells_vote")
    return re.compile(rf"\b(?:{'|'.join(sorted(words))})", re.IGNORECASE)


def _plain(word: Word) -> Word:
    """A word without the mark of the possessive: "the panel's vote"."""
    mark = next((mark for mark in in_order("possessive_or_apostrophe_ending") if word.text.endswith(mark)), "")
    bare = word.text.removesuffix(mark)
    return structs.replace(word, text=bare, small=bare.casefold()) if mark and bare else word


def _near(bodies: Sequence[tuple[int, str]], at: int) -> Sequence[tuple[int, str]]:
    """The body before a word and the one behind it, of those in the order of the sentence."""
    place = bisect_left(bodies, (at, ""))
    return bodies[max(0, place - 1) : place + 1]


def _told(words: Sequence[Word]) -> Iterator[tuple[int, int, tuple[int, int] | None, bool]]:
    """Where a sentence says how was voted: from which word to before which, the votes, and whether some differed."""
    counted = any(word.small in word_set("tells_vote") for word in words)
    for at in range(len(words)):
        denied = at > 0 and words[at - 1].small in word_set("denies_verb")
        for table, split in (("one_mind", False), ("two_minds", True)):
            behind = next((behind for _, behind in rows_at(table, words, at)), None)
            if behind is not None:
                yield at, behind, None, split is not denied
        found = _votes(words, at) if counted else None
        if found is not None:
            yield at, found[0], found[1], found[1][1] > 0


def _votes(words: Sequence[Word], at: int) -> tuple[int, tuple[int, int]] | None:
    """Where votes that begin at `at` end, and how many they are: "23 votes to 18"."""
    more = number_at(words, at)
    if more is None or (not words[at].is_word and not words[at].text.isdecimal()):
        return None
    behind, told = more.behind, False
    while behind < len(words) and words[behind].small in word_set("counts_vote"):
        behind, told = behind + 1, True
    if behind >= len(words) or words[behind].small not in word_set("links_votes"):
        return None
    if words[behind].small in word_set("links_counted_votes") and not told:
        return None
    fewer = number_at(words, behind + 1) if behind + 1 < len(words) else None
    few = int(fewer.value) if fewer is not None else value_at(words, behind + 1)
    last = fewer.behind if fewer is not None else behind + 2
    if few is None or few >= more.value or (last < len(words) and words[last].small in word_set("not_of_votes")):
        return None
    return last, (int(more.value), few)
