"""What a length of time is allowed for: "30 days to appeal", "a week in which to appeal"."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.story.inflection import base, is_verb
from onrecord.story.numerals import Word
from onrecord.word_sets import word_set

TO = "to "
"""What stands before the verb among what happens to a length of time."""


def time_allowed(words: Sequence[Word], behind: int) -> frozenset[str]:
    """The verb, behind `TO`, that follows a length of time which ends before the index `behind`; empty if none does."""
    opens = all(word.small in word_set("opens_time_allowed") for word in words[behind : behind + 2])
    mark, verb = [word.small for word in [*words[behind + 2 * opens :], _END, _END][:2]]
    told = mark in word_set("infinitive_mark") and is_verb(verb) and base(verb) == verb
    return frozenset({f"{TO}{verb}"} if told else ())


_END = Word(0, 0, "", "")
