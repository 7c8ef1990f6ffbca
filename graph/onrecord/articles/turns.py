"""Turns in interviews and transcripts, recognized by labels or by questions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.articles.first_person import speaks
from onrecord.model import Passage
from onrecord.punctuation import MAY_OPEN
from onrecord.value_groups import RUNNING
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import word_set

Role = Literal["question", "answer", "speech"]

_ASKS = word_set("question_label")
_ANSWERS = word_set("answer_label")
_LONGEST_QUESTION = 60
"""Most words of a question."""
_SHARE = 0.4
"""Least share of paragraphs, from the first label on, that have a label in a transcript."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Characters [start, end) spoken by somebody, and the `label` before them: "" and no span for a bare question."""

    start: int
    end: int
    role: Role
    label: str = ""
    label_start: int = -1
    label_end: int = -1


def turns_of(text: str, parts: Sequence[Passage]) -> list[Turn]:
    """The turns among the passages `parts` of an interview or transcript; empty if the article is neither."""
    read = [item for item in parts if item.kind in RUNNING]
    found = [_label(text, item) for item in read]
    labels = Counter(match["label"].lower() for match in found if match)
    found = [
        None if match and item.kind == "headline" and labels[match["label"].lower()] == 1 else match
        for item, match in zip(read, found, strict=True)
    ]  # "Haldeno: We had no choice" over an article says no more than whom it is about
    return _labelled(read, found) or _answered(read, found) or _asked(text, read)


def _answered(read: Sequence[Passage], found: Sequence[re.Match[str] | None]) -> list[Turn]:
    """Turns of an interview in which only whoever answers has a label: nearly each has a paragraph before it that asks.

    What is asked need not be a question: "The board says that it was told. / Lund: That is not so."
    """
    labels = Counter(match["label"].lower() for match in found if match)
    marked = [number for number, match in enumerate(found) if match]
    asks = {number - 1 for number in marked if number and not found[number - 1] and read[number - 1].kind != "headline"}
    if len(labels) != 1 or len(marked) < _ANSWERED or len(asks) < _ASKED * len(marked):
        return []
    done: list[Turn] = []
    for number, (item, match) in enumerate(zip(read, found, strict=True)):
        if match:
            mark = match.start() + len(match.group().rstrip())
            done.append(Turn(match.end(), item.end, "speech", match["label"], item.start, mark))
        elif number in asks:
            done.append(Turn(item.start, item.end, "question"))
        elif done and item.kind != "headline" and number < marked[-1]:
            done.append(Turn(item.start, item.end, done[-1].role, done[-1].label))
    return done


_ANSWERED = 3
"""Fewest turns with the one label of an interview in which whoever asks has none."""
_ASKED = 0.8
"""Least share of them that have a paragraph before them that asks."""


def _labelled(read: Sequence[Passage], found: Sequence[re.Match[str] | None]) -> list[Turn]:
    """Turns by labels: "Q:" and "A:", or the names of at least two speakers, one of whom speaks more than once."""
    labels = Counter(match["label"].lower() for match in found if match)
    asked = bool(labels.keys() & _ASKS) and bool(labels.keys() & _ANSWERS)
    first = next((number for number, match in enumerate(found) if match), len(read))
    many = len(labels) > 1 and max(labels.values()) > 1 and sum(labels.values()) >= _SHARE * (len(read) - first)
    if not asked and not (many and sum(labels.values()) > 2):
        return []
    done: list[Turn] = []
    for item, match in zip(read[first:], found[first:], strict=True):
        if match and (not asked or match["label"].lower() in _ASKS | _ANSWERS or labels[match["label"].lower()] > 1):
            name = match["label"]
            role: Role = "question" if name.lower() in _ASKS else "answer" if name.lower() in _ANSWERS else "speech"
            mark = match.start() + len(match.group().rstrip())
            done.append(Turn(match.end(), item.end, role, name, item.start, mark))
        elif done and item.kind != "headline":
            done.append(Turn(item.start, item.end, done[-1].role, done[-1].label))
    return done


def _label(text: str, item: Passage) -> re.Match[str] | None:
    return word_pattern("label_of_turn").match(text, item.start, item.end) or word_pattern(
        "dotted_label_of_turn"
    ).match(text, item.start, item.end)


def _asked(text: str, read: Sequence[Passage]) -> list[Turn]:
    """Turns by paragraphs that only ask a question: at least two, answered in the first person."""
    lines = [text[item.start : item.end] for item in read]
    asks = [_is_question(line) for line in lines]
    if sum(asks) < 2:
        return []
    first = asks.index(True)
    answered = [number for number in range(first, len(read) - 1) if asks[number] and not asks[number + 1]]
    own = sum(speaks(lines[number + 1]) for number in answered)
    to_somebody = any(word_pattern("second_person").search(lines[number]) for number in answered)
    if len(answered) < 2 or not to_somebody or 2 * own < len(answered):
        return []
    return [
        Turn(item.start, item.end, "question" if asked else "answer")
        for item, asked in zip(read[first:], asks[first:], strict=True)
        if asked or item.kind != "headline"
    ]


def _is_question(line: str) -> bool:
    """Whether a paragraph is nothing but a question and what leads up to it."""
    return (
        line.rstrip("”\"' *_").endswith("?")  # "**Why did it close?**"
        and line.count(" ") < _LONGEST_QUESTION
        and not line.startswith(tuple(MAY_OPEN))
    )


def split(parts: Sequence[Passage], spoken: Sequence[Turn]) -> list[Passage]:
    """`parts` with the labels of turns made separate passages: bylines, or body if they give somebody's full name."""
    by_label = {turn.label_start: turn for turn in spoken if turn.label_start >= 0}
    done: list[Passage] = []
    for item in parts:
        turn = by_label.get(item.start)
        if turn is None:
            done.append(item)
            continue
        full = " " in turn.label and not turn.label.isupper()
        done.append(Passage(turn.label_start, turn.label_end, "body" if full else "byline"))
        done.append(Passage(turn.start, turn.end, "body"))
    return done
