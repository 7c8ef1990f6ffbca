"""Component: stretches of quoted words, with their quotation marks.

It handles straight and curly, double and single marks, and the doubled single marks of old wire copy ('' and ``).
Apostrophes are not quotation marks, and an unmatched mark never extends over the rest of a text, because a stretch ends
with its paragraph. `stretches` is a pure function on the characters of one paragraph, without grammar. A paragraph that
is quoted without marks, after a colon or dash, is a "block".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import Literal

from msgspec import Struct
from spacy.tokens import Doc, Span, Token

from onrecord.language import annotations as ann
from onrecord.language.statements import lexicon
from onrecord.language.syntax.tags import FINITE
from onrecord.punctuation import CLOSING_QUOTES, LEADS, OPENING_QUOTES, QUOTES, STOPS
from onrecord.value_groups import TEXT
from onrecord.word_sets import in_order, word_set

Label = Literal["closed", "unclosed", "unopened"]

_DOUBLE = re.compile(r"``|''|’’|‘‘|[\"“”„‟«»]")
_SINGLE = re.compile(r"['‘’]")
_BEFORE_OPEN = frozenset("([{<—–-/…")
_ELISION = re.compile(rf"['‘’](?:\d0s|{'|'.join(in_order('elision'))})\b", re.IGNORECASE)
_FEET_INCHES = re.compile(r"\d['’]\s?\d{1,2}(?:\"|''|”)$")
_LEAD_WORDS = 25
"""Tokens before a quotation that are searched for the introducing verb; a speaker's long title may come between."""
_FIRST_PERSON = word_set("first_person")
_LOWER_NEXT = re.compile(r"\s+[a-z]")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Quoted words [start, end), including the marks that are present; `label` says which mark is missing."""

    start: int
    end: int
    label: Label


class _Mark(Struct, frozen=True):
    start: int
    end: int
    side: Literal["open", "close", "either"]
    straight: bool
    """Whether its form does not show if it opens or closes."""


def stretches(paragraph: str, *, runs_on: bool = False) -> list[Stretch]:
    """Quoted stretches of one paragraph, in order and not overlapping; offsets are characters of `paragraph`.

    Single marks count only outside double ones. A stretch without an opening mark starts at the start of its sentence;
    if `runs_on`, the paragraph before ends within a quotation, and the first such stretch starts with the paragraph.
    """
    doubles = _pair(paragraph, _double_marks(paragraph))
    if runs_on and doubles and doubles[0].label == "unopened":
        doubles[0] = replace(doubles[0], start=0)
    ends = [item.end for item in doubles]  # ascending: stretches of one kind never overlap
    singles = []
    for item in _singles(paragraph):
        number = bisect_right(ends, item.start)
        if number == len(doubles) or doubles[number].start >= item.end:
            singles.append(item)
    return sorted([*doubles, *singles], key=lambda item: item.start)


def _double_marks(text: str) -> list[_Mark]:
    marks = []
    for match in _DOUBLE.finditer(text):
        start, end = match.span()
        if _FEET_INCHES.search(text, max(0, start - 6), end):
            continue
        straight = match.group() in {'"', "''"}
        marks.append(_Mark(start, end, _side(text, match.group(), start, end), straight))
    return marks


def _side(text: str, mark: str, start: int, end: int) -> Literal["open", "close", "either"]:
    """Whether a mark opens or closes a quotation, by its form, else by its neighbours."""
    before, after = text[start - 1 : start], text[end : end + 1]
    left_free, right_free = not before or before.isspace() or before in _BEFORE_OPEN, not after or after.isspace()
    if mark in OPENING_QUOTES:
        return "close" if not left_free and not after.isalnum() else "open"
    if mark in CLOSING_QUOTES:
        turned = left_free and (after.isalnum() or after in QUOTES) and (not before or before.isspace())
        return "open" if turned else "close"
    if left_free and not right_free:
        return "open"
    if right_free and not left_free:
        return "close"
    if not left_free and not after.isalnum():
        return "close"
    return "either"


def _pair(text: str, marks: list[_Mark]) -> list[Stretch]:
    found: list[Stretch] = []
    opened: _Mark | None = None
    depth = 0
    last = 0
    for number, mark in enumerate(marks):
        if opened is None:
            following = marks[number + 1].side if number + 1 < len(marks) else "open"
            if mark.side == "close" and not (mark.straight and following == "close"):
                start = _sentence_start(text, last, mark.start)
                if text[start : mark.start].strip():
                    found.append(Stretch(start, mark.end, "unopened"))
                last = mark.end
            else:
                opened, depth = mark, 0
        elif mark.side == "open":
            if _nested(marks, number):
                depth += 1
            else:
                found.append(Stretch(opened.start, _trimmed(text, mark.start), "unclosed"))
                opened, depth = mark, 0
        elif depth:
            depth -= 1
        else:
            found.append(Stretch(opened.start, mark.end, "closed"))
            opened, last = None, mark.end
    if opened is not None and text[opened.end :].strip():
        found.append(Stretch(opened.start, _trimmed(text, len(text)), "unclosed"))
    return [item for item in found if item.end > item.start]


def _nested(marks: list[_Mark], number: int) -> bool:
    """Whether the opening mark `number` opens a nested quotation, that is, two closing marks follow it."""
    following = [mark.side for mark in marks[number + 1 : number + 3]]
    return following == ["close", "close"]


def _trimmed(text: str, end: int) -> int:
    while end and text[end - 1].isspace():
        end -= 1
    return end


def _sentence_start(text: str, low: int, high: int) -> int:
    """Start of the sentence that ends at `high`, not before `low`; a full stop at the closing mark is skipped."""
    inner = text[low:high].rstrip(" .,!?…")
    breaks = [match.end() for match in re.finditer(r"[.!?…:]\s+(?=[A-Z\"“‘])", inner)]
    start = low + (breaks[-1] if breaks else 0)
    return start + len(text[start:high]) - len(text[start:high].lstrip())


def _singles(text: str) -> list[Stretch]:
    found: list[Stretch] = []
    position = 0
    marks = [match.start() for match in _SINGLE.finditer(text)]
    for index, start in enumerate(marks):
        if start < position or not _opens_single(text, start):
            continue
        end = _closing_single(text, marks, index + 1)
        if end is None:  # no mark closes anything from here on
            break
        found.append(Stretch(start, end, "closed"))
        position = end
    return found


def _opens_single(text: str, start: int) -> bool:
    before, after = text[start - 1 : start], text[start + 1 : start + 2]
    if before and not (before.isspace() or before in _BEFORE_OPEN):
        return False
    if not after or after.isspace() or after in "'’\"”“":
        return False
    return text[start] != "’" and not _ELISION.match(text, start)


def _closing_single(text: str, marks: list[int], first: int) -> int | None:
    """End of a quotation opened by a single mark: the first mark that is neither an apostrophe nor a plural possessive.

    The search begins at the mark with index `first`.
    """
    candidate: int | None = None
    for number in range(first, len(marks)):
        mark = marks[number]
        if candidate is not None and _opens_single(text, mark):
            break
        before, after = text[mark - 1], text[mark + 1 : mark + 2]
        if text[mark] == "‘" or before.isspace() or after.isalnum():
            continue
        possessive = before == "s" and _LOWER_NEXT.match(text, mark + 1)
        if not possessive:
            return mark + 1
        candidate = candidate or mark + 1
    return candidate


def mark_quotations(doc: Doc) -> Doc:
    """Write ``spans["onrecord_quotations"]``: the stretches of every readable passage, one passage at a time."""
    found: list[Span] = []
    text = doc.text
    passages = [item for item in ann.spans(doc, ann.PASSAGES) if item.label_ in TEXT]
    blocks = _blocks(doc, passages)
    spoken = {item.start: item.end for item in ann.spans(doc, ann.TURNS) if item.label_ != "question"}
    blocks -= {item.start for item in ann.spans(doc, ann.TURNS)}
    for passage in passages or ([doc[:]] if len(doc) and ann.PASSAGES not in doc.spans else []):
        if passage.start in spoken:  # its quotation marks belong to quotations inside the turn
            found.append(Span(doc, passage.start, spoken[passage.start], label="block"))
            continue
        if passage.start in blocks:
            found.append(Span(doc, passage.start, _block_end(doc, passage), label="block"))
            continue
        start = passage.start_char
        runs_on = bool(found) and found[-1].label_ == "unclosed" and _words_end(doc, found[-1]) == _before(doc, passage)
        for item in stretches(text[start : passage.end_char], runs_on=runs_on):
            span = doc.char_span(start + item.start, start + item.end, item.label, alignment_mode="expand")
            if span is not None and not (found and span.start < found[-1].end):
                found.append(span)
    ann.put(doc, ann.QUOTATIONS, found)
    return doc


def _blocks(doc: Doc, passages: list[Span]) -> set[int]:
    """First tokens of the passages that quote without marks.

    A passage is such a block if the one before it ends in a colon or dash after a verb of saying; so are the passages
    that follow while they are in the first person. A block quotation in the layout is one if it has no marks.
    """
    blocks: set[int] = set()
    previous: Span | None = None
    for passage in passages:
        led = previous is not None and _leads(doc, previous)
        goes_on = (
            previous is not None and previous.start in blocks and _first_person(previous) and _first_person(passage)
        )
        quoted = passage.label_ == "quote_block" and previous is not None and (led or previous.start in blocks)
        if (led or goes_on or quoted) and not _has_marks(passage):
            blocks.add(passage.start)
        previous = passage
    return blocks


def _has_marks(passage: Span) -> bool:
    """Whether a passage has quotation marks of its own."""
    return any(item.label != "closed" or item.start == 0 for item in stretches(passage.text))


def _before(doc: Doc, passage: Span) -> int:
    """The end of the last word before a passage."""
    end: int = passage.start
    while end and doc[end - 1].is_space:
        end -= 1
    return end


def _leads(doc: Doc, passage: Span) -> bool:
    """Whether a passage ends in a colon or dash, with a verb of saying and its subject in its last sentence.

    If a later verb is not part of what is said, the colon is that one's: "While the mayor claimed …, others gave
    different figures:" announces no words of the mayor.
    """
    end = _words_end(doc, passage)
    if end - passage.start < 3 or doc[end - 1].text not in LEADS:
        return False
    later: list[Token] = []
    for token in reversed(doc[max(passage.start, end - _LEAD_WORDS) : end - 1]):
        if token.text in STOPS:
            return False
        entry = lexicon.verb(token.lemma_.lower(), token.lower_) if token.pos_ == "VERB" else None
        if entry is not None and "quote" in entry.frames:
            return all(token.is_ancestor(verb) for verb in later)
        if token.pos_ == "VERB" and token.tag_ in FINITE:
            later.append(token)
    return False


def _block_end(doc: Doc, passage: Span) -> int:
    """End token of a block's quoted words; if it is not in the first person, the reporter's next "X said" ends it."""
    end = _words_end(doc, passage)
    if _first_person(passage):
        return end
    for root in doc[passage.start : end]:
        if root.head.i != root.i or root.pos_ != "VERB":
            continue
        entry = lexicon.verb(root.lemma_.lower(), root.lower_)
        start: int = root.sent.start
        if entry is not None and entry.kind == "speech" and "that" in entry.frames and start > passage.start:
            return start
    return end


def _words_end(doc: Doc, passage: Span) -> int:
    end = passage.end
    while end > passage.start + 1 and doc[end - 1].is_space:
        end -= 1
    return end


def _first_person(passage: Span) -> bool:
    return any(token.lower_ in _FIRST_PERSON for token in passage)
