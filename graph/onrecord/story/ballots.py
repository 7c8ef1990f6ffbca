"""How one person voted, as sentences tell it: "voted against the cut", "cast the deciding vote to close the school"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.model import Analysis, Place
from onrecord.story.denials import base_form
from onrecord.story.figure_parts import telling_words
from onrecord.story.numerals import Word, words_of_sentence
from onrecord.story.objections import sentences_of_text
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import word_set

FOR = "for"
AGAINST = "against"


@dataclass(frozen=True, slots=True)
class Ballot:
    """A vote of somebody who is named or told of before it."""

    place: Place
    start: int
    """Where the words that tell it begin."""
    side: str
    """`FOR` or `AGAINST`."""
    matter: frozenset[str]
    """Words of what was voted on, in the base form."""
    to: str
    """The verb that tells what was voted to be done, in the base form, if it does not say only that it was approved."""

    def excludes(self, other: Ballot) -> bool:
        """Whether the two are for and against one thing; to vote to scrap a plan is not to vote for the plan."""
        shared = self.matter & other.matter
        return self.side != other.side and bool(shared) and all(not one.to or one.to in shared for one in (self, other))


def ballots_told(analysis: Analysis) -> Iterator[Ballot]:
    """The votes that the sentences of an article tell, in text order."""
    text = analysis.article.text
    for start, end in sentences_of_text(analysis):
        for side, pattern in ((AGAINST, "voted_against"), (FOR, "voted_for")):
            found = word_pattern(pattern).search(text, start, end)
            if found is not None:
                words = words_of_sentence(text, start if found["whole"] else found.end(), end)
                told = telling_words(words, range(len(words)))
                matter = frozenset(base_form(words[at].small) for at in told if words[at].text[0].islower())
                verb = base_form(words[1].small) if len(words) > 1 and _is_to(words[0]) else ""
                to = "" if verb in word_set("approves") else verb
                yield Ballot(Place(analysis.article.id, start, end), found.start(), side, matter, to)
                break


def _is_to(word: Word) -> bool:
    return word.small in word_set("infinitive_mark")
