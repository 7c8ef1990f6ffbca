"""Statements that are turns of an interview or transcript; the speaker comes from the label or the introduction."""

from __future__ import annotations

from bisect import bisect_right

from spacy.tokens import Doc, Span

from onrecord.language import annotations as ann
from onrecord.language.statements.candidates import Attribution, Range
from onrecord.weights import weights_of

SURE = weights_of("confidence")["said.turn"]
_LABEL = 20
"""Most tokens of a turn's label, a name with its title; a longer passage is a paragraph."""


def attributed_turns(doc: Doc) -> list[Attribution]:
    """One attribution per turn, with all its paragraphs; none for the questions of an interview."""
    speakers = ann.attrs(doc, ann.TURNS)
    passages = [(span.start, span.end) for span in ann.spans(doc, ann.PASSAGES)]
    quoted = {span.start: number for number, span in enumerate(ann.marks(doc, ann.QUOTATIONS))}
    groups: list[tuple[Range | None, list[Span]]] = []
    before: Span | None = None
    for turn in ann.spans(doc, ann.TURNS):
        if turn.label_ != "question":
            label = _label(doc, turn, passages)
            if label is None and before is not None and before.label_ == turn.label_ and groups:
                groups[-1][1].append(turn)
            else:
                groups.append((label, [turn]))
        before = turn
    return [_turn(label, parts, speakers.get(str(parts[0].start_char)), quoted) for label, parts in groups]


def _turn(label: Range | None, parts: list[Span], speaker: list[int] | None, quoted: dict[int, int]) -> Attribution:
    return Attribution(
        anchor=label[0] if label else max(parts[0].start - 1, 0),
        cue=(label,) if label else (),
        source=((speaker[0], speaker[1]),) if speaker else (),
        content=tuple((part.start, part.end) for part in parts),
        entry="label" if label else "question",
        frame="turn",
        source_head=speaker[1] - 1 if speaker else None,
        quotes=tuple(quoted[part.start] for part in parts if part.start in quoted),
        confidence=SURE,
    )


def _label(doc: Doc, turn: Span, passages: list[Range]) -> Range | None:
    """The passage right before a turn that is its label."""
    if not turn.kb_id_:
        return None
    number = bisect_right(passages, (turn.start, -1)) - 1
    before = passages[number] if number >= 0 else None
    is_label = before is not None and doc[before[0] : before[1]].text.startswith(turn.kb_id_)
    return before if is_label and before is not None and before[1] - before[0] < _LABEL else None
