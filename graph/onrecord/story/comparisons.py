"""How numbers are compared ("about", "fewer than"), and the verbs right beside what is counted."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from onrecord.lexicon_files import whole
from onrecord.story.inflection import base, is_verb, verb, verb_forms
from onrecord.story.numerals import Word
from onrecord.word_sets import word_set


class _Words(Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    words: tuple[str, ...]
    example: str
    source: str


class _Happening(_Words, frozen=True, forbid_unknown_fields=True):
    undergone: tuple[str, ...] = ()
    """Those of the verbs that are of what is counted as a participle alone: "five miners killed in a blast"."""


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    comparison: tuple[_Words, ...]
    """How a number is compared: the id is a value of `Parts.comparison`."""
    happening: tuple[_Happening, ...]
    """Verbs that say the same of what is counted; the id is the one that stands for all."""


def comparison(before: str) -> tuple[str, int]:
    """How the number is compared, and how many characters before it say so."""
    small = before.casefold().rstrip()
    gap = len(before) - len(small)
    found = [(len(word), kind.id) for kind in _lexicon().comparison for word in kind.words if _ends(small, word)]
    length, kind = max(found, default=(-gap, "exactly"))
    return kind, length + gap


def _ends(text: str, word: str) -> bool:
    return text == word or text.endswith(" " + word)


def verbs_beside(words: Sequence[Word], lead: int, head: int) -> tuple[str, str]:
    """The verbs before the number and behind the things, in the base form: "arrested" 43 miners gives "arrest"."""
    before = _verb(words[lead - 1]) if lead else ""
    behind = next((word for word in words[head + 1 : head + _AUXILIARIES] if not _is_auxiliary(word)), None)
    return before, _verb(behind) if behind is not None else ""


_AUXILIARIES = 6
"""Words behind the things up to the verb, those of its group before it counted."""


def undergo(words: Sequence[Word], head: int) -> bool:
    """Whether the things are told to undergo what the words behind them say: "were killed", "killed in a blast"."""
    behind = words[head + 1 : head + 3]
    if any(word.small in word_set("makes_passive") for word in behind[:2]):
        return True
    alone = len(behind) < 2 or not behind[1].is_word or behind[1].small in word_set("links_object")
    return alone and bool(behind) and any(_verb(behind[0]) in row.undergone for row in _lexicon().happening)


def one_verb(lemma: str) -> str:
    """The verb that stands for all that say the same as a verb."""
    return next((row.id for row in _lexicon().happening if lemma in row.words), lemma)


def _is_auxiliary(word: Word) -> bool:
    return word.small in word_set("makes_passive") | word_set("so_far") | word_set("will") | word_set("can")


def _verb(word: Word) -> str:
    """A word in the base form, if it says what happened: a verb of the lexicon, or another one in the past."""
    small = word.small
    if not word.is_word:
        return ""
    known = next((one for row in _lexicon().happening for one in row.words if small in (one, *verb_forms(one))), "")
    past = is_verb(small) and small in {verb(base(small), "VBD"), verb(base(small), "VBN")}
    return known or (base(small) if past and small != base(small) else "")


def _lexicon() -> _File:
    return whole("quantities.toml", _File)
