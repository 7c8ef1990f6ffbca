"""From candidates to statements: duplicates left out, mode and nesting decided, in text order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence, Set

from onrecord.language.statements.candidates import Attribution, Range, Ranges, Resolved, covers
from onrecord.language.statements.words import listed
from onrecord.language.syntax.tree import Tree
from onrecord.punctuation import is_quotation_mark

_WIDTH = 32
"""Tokens of a stretch: only contents that touch the same stretch are compared, not every two."""
_ALIKE = 0.9
"""Share of tokens (Dice) from which two contents are one."""
_DIRECT = 0.95
"""Share of words in quotation marks from which content is direct: a "said" or a name set between may stand outside."""
_ANSWER = 3
"""Tokens at the start of what somebody refuses or declines among which the verb of answering stands: "to answer"."""


def tokens(parts: Ranges) -> set[int]:
    """All tokens of the ranges."""
    return {token for low, high in parts for token in range(low, high)}


def select(found: list[Attribution], threshold: float) -> list[Attribution]:
    """The candidates worth keeping, in text order; of two on one cue or one content the likelier stays.

    If one of the two reports the other ("he said he hoped that X"), the report stays, and what somebody else is
    reported to have said stays beside it ("X, she said, according to the paper").
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
    return sorted((item for item, _ in kept.values()), key=lambda one: (min(one.content)[0], one.anchor, one.cue))


def _stretches(parts: Ranges) -> list[int]:
    """Numbers of the stretches of `_WIDTH` tokens that the ranges touch: what shares none shares no token."""
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
    """Whether a reported statement stands by itself: speech of somebody named, not what "he" says he hopes."""
    return inner.kind == "speech" and bool(inner.source) and not inner.pronoun


def completed(content: Ranges, quotes: Ranges) -> Ranges:
    """Content that breaks off inside a quotation goes on to its end: a quotation may hold several sentences.

    `quotes` are in the order of the text.
    """
    done: list[Range] = []
    for low, high in content:
        # a text of quotations has as many of them as statements: only those that begin in the content are looked at
        inside = quotes[bisect_left(quotes, (low, 0)) : bisect_left(quotes, (high, 0))]
        ends = [end for start, end in inside if high < end]
        done.append((low, max([high, *ends])))
    return merged(tuple(done))


def merged(parts: Ranges) -> Ranges:
    """Ranges in order, touching ones made one."""
    done: list[Range] = []
    for low, high in sorted(parts):
        if done and low <= done[-1][1]:
            done[-1] = (done[-1][0], max(high, done[-1][1]))
        else:
            done.append((low, high))
    return tuple(done)


def mode(tree: Tree, content: Ranges, inside: Set[int]) -> str:
    """direct: all of it `inside`, the tokens in quotation marks; mixed: some of it; indirect: none."""
    words = {i for i in tokens(content) if tree.text[i][:1].isalnum()}
    quoted = words & inside
    if not quoted:
        return "indirect"
    return "direct" if len(quoted) >= _DIRECT * len(words) and min(words) in inside else "mixed"


def outer_marks(tree: Tree, item: Attribution, quotes: Ranges) -> set[int]:
    """Tokens of the quotation that a cue stands in: its marks belong to whoever is quoted, not to the cue's source.

    Marks within marks that open the content are its own.
    """
    if item.quotes or is_quotation_mark(tree.text[item.content[0][0]]):
        return set()
    place = bisect_left(quotes, (item.anchor + 1, 0)) - 1
    return set(range(*quotes[place])) if place >= 0 and item.anchor < quotes[place][1] else set()


def containers(items: Sequence[Resolved]) -> dict[int, Resolved]:
    """By the number of each statement the innermost one whose content holds its cue, if there is one."""
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
    """Kind of statement: the entry's, but an answer not given is a refusal, and a paper speaks as a document."""
    if item.kind == "refusal_to_comment":
        verbs = {tree.lemma[token] for low, high in item.content for token in range(low, min(high, low + _ANSWER))}
        return "refusal_to_comment" if verbs & listed("answering") else "intention"
    if item.circumstance == "denied" and tree.lemma[item.anchor] in listed("answering"):
        return "refusal_to_comment"
    head = item.source_head
    if item.kind in {"speech", "belief"} and head is not None and tree.lemma[head] in listed("documents"):
        return "document"
    return item.kind


def stance(item: Attribution) -> str:
    """Stance of a statement; "has not confirmed" admits nothing and "did not praise" praises nothing."""
    return "neutral" if item.circumstance == "denied" and item.stance != "denial" else item.stance
