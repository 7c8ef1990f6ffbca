"""Statements that are turns of an interview or transcript: said by whoever the label or the introduction names."""

from __future__ import annotations

from bisect import bisect_right

from spacy.tokens import Doc, Span

from onrecord.language import annotations as ann
from onrecord.language.statements.candidates import Candidate, Range

SURE = 0.95
"""Confidence of a turn: what may be wrong is who speaks, not that somebody does."""


def turns(doc: Doc) -> list[Candidate]:
    """One candidate a turn, its paragraphs put together; none for the questions of an interview."""
    speakers = ann.attrs(doc, ann.TURNS)
    passages = [(span.start, span.end) for span in ann.spans(doc, ann.PASSAGES)]
    quoted = {span.start: number for number, span in enumerate(ann.spans(doc, ann.QUOTATIONS))}
    found: list[Candidate] = []
    before: Span | None = None
    for turn in ann.spans(doc, ann.TURNS):
        if turn.label_ == "question":
            before = turn
            continue
        label = _label(doc, turn, passages)
        goes_on = label is None and before is not None and before.label_ == turn.label_ and found
        if not goes_on:
            found.append(_candidate(turn, label, speakers.get(str(turn.start_char))))
        else:
            found[-1].content.append((turn.start, turn.end))
        if turn.start in quoted:
            found[-1].quotes.append(quoted[turn.start])
        before = turn
    return found


def _candidate(turn: Span, label: Range | None, speaker: list[int] | None) -> Candidate:
    source = [(speaker[0], speaker[1])] if speaker else []
    return Candidate(
        anchor=label[0] if label else max(turn.start - 1, 0),
        cue=[label] if label else [],
        source=source,
        content=[(turn.start, turn.end)],
        entry="label" if label else "question",
        frame="turn",
        source_head=speaker[1] - 1 if speaker else None,
        confidence=SURE,
    )


def _label(doc: Doc, turn: Span, passages: list[Range]) -> Range | None:
    """The passage right before a turn that is its label."""
    if not turn.kb_id_:
        return None
    number = bisect_right(passages, (turn.start, -1)) - 1
    before = passages[number] if number >= 0 else None
    is_label = before is not None and doc[before[0] : before[1]].text.startswith(turn.kb_id_)
    return before if is_label and before is not None and before[1] - before[0] < 20 else None
