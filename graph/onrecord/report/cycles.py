"""What became of a thing that is done, as sentences tell it: an auction that was set, put off and called off.

The nodes of the graph have courses of their own (`story.courses`). This reads what no node stands for: a noun for a
deed with a verb for a stage of it in one sentence, or "it" in the next one. Every row is quoted.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from onrecord.model import Place
from onrecord.report import deeds, entries, repeats, told_days
from onrecord.report.lines import Line, Section
from onrecord.report.part import Part
from onrecord.story import content_words, excerpts
from onrecord.word_sets import word_set

_MOST = 3
"""Most things of which it is told, those with the most steps first."""
_FEWEST = 2
"""Fewest stages and sentences of which there is something to tell."""
_BEFORE, _BEHIND = 5, 9
"""Words before a noun, and behind it, among which the verb of its stage stands."""
_LONGEST = 2
"""Most words of a verb: "called off"."""
_STAGES = ("stage_set", "stage_moved", "stage_begun", "stage_stopped", "stage_ended")
"""The word sets of the verbs of each stage."""
_BREAK = re.compile(r"[,;:()—–]")
_LATE = "Y"
"""Behind any year."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A stage of a thing in a sentence."""

    noun: str
    stage: str
    word: str
    denied: bool


@dataclass(frozen=True, slots=True)
class _Row:
    told: _Told
    day: str
    how: str
    line: Line
    places: tuple[Place, ...]


def sections(part: Part, known: Collection[str]) -> Iterator[Section]:
    """A table for each thing of which several sentences tell stages, but those `known` by their headings."""
    found: dict[str, list[_Row]] = defaultdict(list)
    for row in repeats.without_copies(part, [*_rows(part)], lambda row: row.places):
        found[row.told.noun].append(row)
    several = [(noun, rows) for noun, rows in found.items() if _is_course(rows) and _heading(noun) not in known]
    for noun, rows in sorted(several, key=lambda item: (-len(item[1]), item[0]))[:_MOST]:
        ordered = sorted(rows, key=lambda row: (row.day or _LATE, row.places[-1]))
        cells = tuple((Line(_when(row), ()), Line(_stage(row, ordered), ()), _cited(part, row)) for row in ordered)
        yield Section(_heading(noun), columns=("When", "Stage", "What"), rows=cells)


def _heading(noun: str) -> str:
    return f"What became of the {noun}"


def _is_course(rows: Sequence[_Row]) -> bool:
    """Whether rows tell of two stages, one of which is more than that something was set or begun."""
    stages = {row.told.stage for row in rows}
    return len(rows) >= _FEWEST and len(stages) >= _FEWEST and not stages <= {_STAGES[0], _STAGES[2]}


def _when(row: _Row) -> str:
    return f"{row.how}{entries.printed(row.day)}" if row.day else ""


def _stage(row: _Row, rows: Sequence[_Row]) -> str:
    """The words of the article for a stage; with what came of one that was still to come."""
    word = f"“{row.told.word}”{' (not done)' if row.told.denied else ''}"
    if row.how != told_days.AHEAD:
        return word
    later = (one for one in rows if one.how != told_days.AHEAD and one.day >= row.day and one.places != row.places)
    met = next(later, None)
    return f"planned: {word}; {f'then “{met.told.word}”' if met else 'no later article tells'}"


def _cited(part: Part, row: _Row) -> Line:
    return Line(row.line.words, part.sources.quoting((), row.places), row.line.lead, row.line.support)


def _rows(part: Part) -> Iterator[_Row]:
    topics = deeds.known_words(part)
    for key in sorted(part.keys):
        before = ""
        for span in excerpts.units_of(part.look, key):
            own = content_words.unquoted(part.look.words(key, (span,)))
            told = _in_sentence(own) or _as_it(own, before)
            before = own
            found = excerpts.excerpt(part.look, (key, span[0]), topics) if told and "?" not in own else None
            if told is None or found is None:
                continue
            places = tuple(Place(key, *one) for one in found.places)
            day, how = told_days.day_within(part, Place(key, *span)) or told_days.day_of_article(part, key)
            support = entries.SOME_DISPUTE if entries.is_disputed(part, places) else ""
            yield _Row(told, day, how, Line(found.words, (), part.sources.outlet(key), support), places)


def _in_sentence(text: str) -> _Told | None:
    """The first stage that a sentence tells of a thing: "postponed the sale", "the sale of the mill was postponed"."""
    found = [*content_words.WORD.finditer(text)]
    words = [item[0].casefold() for item in found]
    if word_set("thing_done").isdisjoint(words):
        return None
    for at, noun in enumerate(words):
        if noun not in word_set("thing_done") or {*words[max(0, at - _BEFORE) : at]} & word_set("opens_condition"):
            continue
        for start in range(max(0, at - _BEFORE), at):
            size, stage = _verb(words, start)
            open_ = start + size < at and words[start + size] in word_set("determiner") | word_set("possessive_pronoun")
            if stage and open_ and not _BREAK.search(text, found[start].end(), found[at].start()):
                return _told(text, found, noun, stage, (_with_helpers(words, start), at))
        for start in range(at + 1, min(len(words), at + _BEHIND)):
            size, stage = _verb(words, start)
            between = words[at + 1 : start]
            if not stage or _BREAK.search(text, found[at].end(), found[start].start()):
                continue
            helped = bool({*between[-_HELPERS:]} & word_set("helps_verb"))
            if (helped or not between) and not {*between} & word_set("relative_pronoun"):
                return _told(text, found, noun, stage, (_with_helpers(words, start), start + size - 1))
    return None


_HELPERS = 4
"""Words before a verb among which its auxiliary stands."""


def _as_it(text: str, before: str) -> _Told | None:
    """The stage that a sentence tells of the thing that opens the one before it: "It was called off on Friday"."""
    first = content_words.WORD.search(text)
    if first is None or first[0].casefold() != "it":
        return None
    found = [*content_words.WORD.finditer(text)]
    words = [item[0].casefold() for item in found]
    nouns = [
        word for item in content_words.WORD.finditer(before) if (word := item[0].casefold()) in word_set("thing_done")
    ]
    if len(nouns) != 1 or not {*words[1:2]} & word_set("helps_verb"):
        return None
    for start in range(2, min(len(words), _BEFORE)):
        size, stage = _verb(words, start)
        if stage:
            return _told(text, found, nouns[0], stage, (1, start + size - 1))
    return None


def _with_helpers(words: Sequence[str], verb: int) -> int:
    """The first of the words before a verb that make its tense or say that it is not so: "has not been paid"."""
    start = verb
    helping = word_set("helps_verb") | word_set("denies_clause") | word_set("infinitive_mark")
    while start and verb - start < _HELPERS and words[start - 1] in helping:
        start -= 1
    return max(0, start - 1) if words[start] in word_set("infinitive_mark") else start


def _told(text: str, found: Sequence[re.Match[str]], noun: str, stage: str, span: tuple[int, int]) -> _Told:
    words = [item[0].casefold() for item in found[span[0] : span[1] + 1]]
    printed = text[found[span[0]].start() : found[span[1]].end()]
    return _Told(noun, stage, " ".join(printed.split()), bool({*words} & word_set("denies_clause")))


def _verb(words: Sequence[str], at: int) -> tuple[int, str]:
    """How many words the verb of a stage has that begins at an index, and the stage; 0 and "" if none does."""
    for size in range(_LONGEST, 0, -1):
        verb = " ".join(words[at : at + size])
        stage = next((name for name in _STAGES if verb in word_set(name)), "")
        if stage and len(words) >= at + size:
            return size, stage
    return 0, ""
