"""Evidence that two statements are the same: the alignment of their words, and their speakers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import Indel, Levenshtein

from onrecord.model import Feature
from onrecord.resolve.statements.quoted import Quoted
from onrecord.weights import weights_of

_W = weights_of("statements")


@dataclass(frozen=True, slots=True)
class Alignment:
    """How the words of two printings relate; `changes` as in `model.Variant`."""

    relation: Literal["exact", "shortened", "altered"]
    changes: tuple[tuple[str, str], ...]
    common: int
    """Number of words that both have, in the same order."""
    shorter: int
    """Number of words in the shorter printing, without those before and after the common stretch."""


def align(left: tuple[str, ...], right: tuple[str, ...]) -> Alignment:
    """Word-level alignment; it is "shortened" if one printing only lacks words of the other."""
    changes = []
    for step in Levenshtein.opcodes(left, right):
        if step.tag != "equal":
            pair = (left[step.src_start : step.src_end], right[step.dest_start : step.dest_end])
            changes.append((" ".join(pair[0]), " ".join(pair[1])))
    common = (len(left) + len(right) - Indel.distance(left, right)) // 2
    one_sided = all(not one for one, _ in changes) or all(not two for _, two in changes)
    relation: Literal["exact", "shortened", "altered"] = (
        "exact" if not changes else "shortened" if one_sided else "altered"
    )
    return Alignment(relation, tuple(changes), common, min(len(left), len(right)))


def wording(left: Quoted, right: Quoted, found: Alignment) -> Feature:
    """The share of the shorter printing that the longer one contains."""
    share = found.common / max(1, found.shorter)
    longest = max(len(left.words), len(right.words))
    reason = {
        "exact": f"the same {found.common} words",
        "shortened": f"one printing is cut short to {found.shorter} of {longest} words",
        "altered": f"{found.common} of {found.shorter} words in the same order",
    }[found.relation]
    whole = found.common >= _W["wording.words"] or found.relation == "exact"
    return Feature("wording", round(share if whole else share * _W["wording.few"], 3), reason)


def speaker(left: Quoted, right: Quoted) -> Feature | None:
    """Whether both have the same speaker; an unnamed speaker is compatible with anybody."""
    shared = (left.speakers | left.behalf) & (right.speakers | right.behalf)
    if shared:
        return Feature("speaker", _W["speaker.same"], "both give it to the same speaker")
    if left.named and right.named:
        return Feature("speaker", _W["speaker.other"], "they give it to different speakers")
    return None


def length(found: Alignment) -> Feature | None:
    """Evidence from the number of common words: a few may be a coincidence, many are not."""
    if found.common >= _W["length.long_words"]:
        return Feature("length", _W["length.long"], f"{found.common} words in common are no accident")
    if found.common < _W["length.short_words"]:
        return Feature("length", _W["length.short"], f"only {found.common} words in common")
    return None


def manner(left: Quoted, right: Quoted, found: Alignment) -> Feature | None:
    """Whether one is indirect speech: that is the reporter's wording, so similar words are weaker evidence."""
    if left.mode == "indirect" and right.mode == "indirect":
        score = _W["manner.altered" if found.relation == "altered" else "manner.indirect"]
        return Feature("manner", score, "both are in the reporters' words")
    return None
