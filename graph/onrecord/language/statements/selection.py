"""From candidates to statements: removes duplicates and decides mode and nesting, in text order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence, Set

from onrecord.language.statements.candidates import Attribution, Range, Ranges, Resolved, covers
from onrecord.language.statements.words import listed
from onrecord.language.syntax.tree import Tree
from onrecord.punctuation import is_quotation_mark

_WIDTH = 32
"""Tokens of a stretch: only contents that touch the same stretch are compared, instead of all pairs."""
_ALIKE = 0.9
"""Least overlap of tokens (Dice) at which two contents count as the same."""
_DIRECT = 0.95
"""Least share of quoted words in direct content: an inserted "said" or name may be outside the marks."""
_ANSWER = 3
"""First tokens of a refused deed among which a verb of answering is looked for: "declined to answer"."""


def tokens(parts: Ranges) -> set[int]:
    """All tokens of the ranges."""
    return {token for low, high in parts for token in range(low, high)}


def select(found: list[Attribution], threshold: float) -> list[Attribution]:
    """The candidates to keep, in text order; of two with the same cue or content the likelier is kept.

    If one of them reports the other ("he said he hoped that X"), the outer one is kept; speech of somebody else inside
    it is kept too ("X, she said, according to the paper").
    """
    kept: dict[int, tuple[Attribution, Ranges]] = {}
    near: dict[int | str, list[int]] = {}
    for number, item in enumerate(sorted(found, key=lambda one: (-len(one.quotes), -one.confidence, one.anchor))):
        if item.confidence < threshold or not item.content:
            continue
        mine = merged(item.content)
        places: list[int | str] = [f"anchor {item.anchor}", *_stretches(mine)]
        beside = sorted({other for place in places for other in near.get(place, ()) if other in kept})
        doubles = [other for other in beside if _double(item, mine, *kept[other])]
        if len(doubles) == 1 and covers(mine, kept[doubles[0]][0].anchor) and not item.frame.startswith("pp:"):
            del kept[doubles[0]]
        elif doubles:
            continue
        kept[number] = (item, mine)
        for place in places:
            near.setdefault(place, []).append(number)
    return in_order(item for item, _ in kept.values())


def in_order(found: Iterable[Attribution]) -> list[Attribution]:
    """`found` in text order."""
    return sorted(found, key=lambda one: (min(one.content)[0], one.anchor, one.cue))


def without_refused(tree: Tree, kept: list[Attribution]) -> list[Attribution]:
    """`kept` without what somebody refused to say: "declined to comment on the fire" has no comment on it."""
    refused = {
        token
        for item in kept
        if item.kind == "refusal_to_comment"
        for low, high in item.content
        for token in range(low, min(high, low + _ANSWER))
        if tree.lemma[token] in listed("answering") and tree.head[token] == item.anchor
    }
    return [item for item in kept if item.anchor not in refused or not item.frame.startswith("pp:")]


def _stretches(parts: Ranges) -> list[int]:
    """Numbers of the stretches of `_WIDTH` tokens that the ranges touch; ranges without a common one do not overlap."""
    return sorted({place for low, high in parts for place in range(low // _WIDTH, (high - 1) // _WIDTH + 1)})


def _double(item: Attribution, mine: Ranges, other: Attribution, theirs: Ranges) -> bool:
    if item.anchor == other.anchor:
        return True
    one, two = _length(mine), _length(theirs)
    if 2 * min(one, two) <= _ALIKE * (one + two):
        return False
    shared = sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in mine for b in theirs)
    if not shared or 2 * shared / (one + two) <= _ALIKE:
        return False
    inner = item if covers(theirs, item.anchor) else other if covers(mine, other.anchor) else None
    return inner is None or not _speaks_up(inner)


def _length(parts: Ranges) -> int:
    return sum(high - low for low, high in parts)


def _speaks_up(inner: Attribution) -> bool:
    """Whether a reported statement is kept separately: speech of somebody named, not what "he" says he hopes."""
    return inner.kind == "speech" and bool(inner.source) and not inner.pronoun


def completed(content: Ranges, quotes: Ranges) -> Ranges:
    """Content extended to the end of a quotation in which it breaks off, because quotations may have several sentences.

    `quotes` are in text order.
    """
    done: list[Range] = []
    for low, high in content:
        # bisection, because there may be thousands of quotations: only those that begin in the content matter
        inside = quotes[bisect_left(quotes, (low, 0)) : bisect_left(quotes, (high, 0))]
        ends = [end for start, end in inside if high < end]
        done.append((low, max([high, *ends])))
    return merged(tuple(done))


def merged(parts: Ranges) -> Ranges:
    """Ranges in order, with adjacent and overlapping ones merged."""
    done: list[Range] = []
    for low, high in sorted(parts):
        if done and low <= done[-1][1]:
            done[-1] = (done[-1][0], max(high, done[-1][1]))
        else:
            done.append((low, high))
    return tuple(done)


def mode(tree: Tree, content: Ranges, inside: Set[int]) -> str:
    """The mode: "direct" if all content is `inside` quotation marks, "mixed" if some is, "indirect" if none is."""
    words = {i for i in tokens(content) if tree.text[i][:1].isalnum()}
    quoted = words & inside
    if not quoted:
        return "indirect"
    return "direct" if len(quoted) >= _DIRECT * len(words) and min(words) in inside else "mixed"


def outer_marks(tree: Tree, item: Attribution, quotes: Ranges) -> set[int]:
    """Tokens of the quotation around a cue: its marks belong to the person quoted, not to the cue's source.

    Nested marks that open the content belong to the content.
    """
    if item.quotes or is_quotation_mark(tree.text[item.content[0][0]]):
        return set()
    place = bisect_left(quotes, (item.anchor + 1, 0)) - 1
    return set(range(*quotes[place])) if place >= 0 and item.anchor < quotes[place][1] else set()


def containers(items: Sequence[Resolved]) -> dict[int, Resolved]:
    """By the number of each statement: the innermost statement whose content contains its cue, if there is one."""
    covered = {item.number: merged(item.found.content) for item in items}
    near: dict[int, list[Resolved]] = {}
    for item in items:
        for place in _stretches(covered[item.number]):
            near.setdefault(place, []).append(item)
    found: dict[int, Resolved] = {}
    for item in items:
        holders = [
            other
            for other in near.get(item.found.anchor // _WIDTH, ())
            if other is not item
            and covers(covered[other.number], item.found.anchor)
            and not covers(covered[item.number], other.found.anchor)
        ]
        if holders:
            found[item.number] = min(holders, key=lambda one: (_length(covered[one.number]), one.number))
    return found


def kind(tree: Tree, item: Attribution) -> str:
    """Kind of statement: that of the entry, except that refused answers are refusals and papers speak as documents."""
    if item.kind == "refusal_to_comment" and tree.lemma[item.anchor] in listed("verb_of_silence"):
        return "refusal_to_comment"
    if item.kind == "refusal_to_comment":
        verbs = {tree.lemma[token] for low, high in item.content for token in range(low, min(high, low + _ANSWER))}
        return "refusal_to_comment" if verbs & listed("answering") else "intention"
    if item.circumstance == "denied" and tree.lemma[item.anchor] in listed("answering"):
        return "refusal_to_comment"
    head = item.source_head
    if item.kind in {"speech", "belief"} and head is not None and tree.lemma[head] in listed("documents"):
        return "document"
    return item.kind


def stance(item: Attribution, of_kind: str) -> str:
    """Stance of a statement, with negation: "has not confirmed" does not confirm, "did not praise" does not praise.

    Who declines to comment denies nothing.
    """
    if of_kind == "refusal_to_comment":
        return "neutral"
    return "neutral" if item.circumstance == "denied" and item.stance != "denial" else item.stance
