"""Who gives a number, in the words of its sentence: "Police put it at 900", "nine died, according to the firm"."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.story.figure_parts import NEARBY, telling_words
from onrecord.story.inflection import singular
from onrecord.story.numerals import Word
from onrecord.word_sets import word_set

_SUBJECT = 9
"""Most words before a verb in which whoever gives a number is looked for."""


def givers(words: Sequence[Word], first: int, behind: int) -> frozenset[str]:
    """The words for whoever gives the number from `first` to before `behind`, in lower case; empty if nobody does."""
    before = next((at for at in range(first - 1, max(-1, first - NEARBY), -1) if _gives(words, at)), None)
    if before is not None:
        return _subject(words, before)
    for at in range(behind, min(len(words), behind + NEARBY)):
        if words[at].small in word_set("according"):
            return _named(words, range(at + 2, min(len(words), at + 2 + _SUBJECT)))
        if _gives(words, at):
            subject = _subject(words, at)
            return subject or _named(words, range(at + 1, min(len(words), at + 1 + _SUBJECT)))
    return frozenset()


def given_directly(words: Sequence[Word], lead: int) -> bool:
    """Whether a verb of giving a number stands right before that which begins at `lead`: "police put it at 900"."""
    at = lead - 1
    while at > 0 and words[at].small in word_set("links_given_number"):
        at -= 1
    return at > 0 and _gives(words, at)


def revises(words: Sequence[Word], first: int) -> bool:
    """Whether the words around a number say that it was another one at another time."""
    near = words[max(0, first - NEARBY) : first + NEARBY]
    return any(word.small in word_set("tells_revision") for word in near)


def _gives(words: Sequence[Word], at: int) -> bool:
    return words[at].small in word_set("gives_number")


def _subject(words: Sequence[Word], verb: int) -> frozenset[str]:
    """The words of the subject of a verb: those before it, up to a mark, or to a clause that it opens."""
    if verb and words[verb - 1].text == ",":  # "The owner, Kesta Power, put"
        opens = next((at for at in range(verb - 2, max(-1, verb - _SUBJECT), -1) if words[at].text == ","), -1)
        return _subject(words, opens) | _named(words, range(opens + 1, verb - 1)) if opens > 0 else frozenset()
    begin = verb
    while begin > 0 and verb - begin < _SUBJECT and words[begin - 1].text not in ',;:()—–“”".':
        if words[begin - 1].small in word_set("opens_clause") or words[begin - 1].small in word_set("number_and"):
            break
        begin -= 1
    return _named(words, range(begin, verb))


def _named(words: Sequence[Word], span: range) -> frozenset[str]:
    """What the words at the indexes say, up to a mark."""
    stop = next((at for at in span if words[at].text in ',;:()—–“”".'), span.stop)
    told = telling_words(words, range(span.start, stop))
    return frozenset(singular(words[at].small) for at in told if words[at].small not in word_set("pronoun_of_clause"))
