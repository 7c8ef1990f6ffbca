"""From features to a verdict on two statements, with the alignment that becomes the variant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.resolve.clusters import Verdict
from onrecord.resolve.statements.features import Alignment, align, length, manner, speaker, wording
from onrecord.resolve.statements.quoted import Quoted

SAME = 0.8
POSSIBLE = 0.6
FLOOR = 0.5


def judge(left: Quoted, right: Quoted) -> tuple[Verdict, Alignment] | None:
    """Verdict (on positions 0 and 1) and alignment; None where too few words are shared to be considered."""
    found = align(left.words, right.words)
    first = wording(left, right, found)
    if first.score < FLOOR:
        return None
    rest = (speaker(left, right), length(found), manner(left, right))
    features = (first, *(item for item in rest if item is not None))
    score = round(max(-1.0, min(1.0, sum(item.score for item in features))), 3)
    decision = "same" if score >= SAME else "possibly_same" if score >= POSSIBLE else "different"
    return Verdict(0, 1, decision, score, features, "statement-wording"), found  # type: ignore[arg-type]  # one of the three


def verdicts(
    items: Sequence[Quoted], pairs: Iterable[tuple[int, int]]
) -> tuple[list[Verdict], dict[tuple[int, int], Alignment]]:
    """Verdicts and alignments of all candidate pairs that were considered."""
    found, alignments = [], {}
    for left, right in pairs:
        judged = judge(items[left], items[right])
        if judged is not None:
            verdict, alignment = judged
            found.append(Verdict(left, right, verdict.decision, verdict.score, verdict.features, verdict.by))
            alignments[left, right] = alignment
    return found, alignments
