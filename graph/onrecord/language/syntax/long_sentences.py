"""What the parser takes for one sentence of very many words is read in parts: no sentence has so many.

A list without full stops, or one clause within the other without end, would cost every rule that looks through a
sentence for each of its words time that grows with the square of its length.
"""

from __future__ import annotations

from onrecord.punctuation import CLAUSE_BREAKS, ENDINGS

MOST = 300
"""Most words read as one sentence. The longest of newspapers have about half as many."""
_MARKS = CLAUSE_BREAKS | ENDINGS


def parted(sents: list[tuple[int, int]], text: list[str], dep: list[str], head: list[int]) -> list[tuple[int, int]]:
    """The sentences [start, end), with those of more than `MOST` words in parts of at most so many.

    A part ends behind a mark in its second half, if there is one. Each of its tokens whose head stands in another part
    is made a root: `dep` and `head` are changed in place.
    """
    found: list[tuple[int, int]] = []
    for start, end in sents:
        first = start
        while end - first > MOST:
            last = range(first + MOST - 1, first + MOST // 2, -1)
            after = next((token for token in last if text[token] in _MARKS), last[0]) + 1
            found.append((first, after))
            first = after
        found.append((first, end))
        if first > start:
            _cut(found, start, dep, head)
    return found


def _cut(parts: list[tuple[int, int]], start: int, dep: list[str], head: list[int]) -> None:
    """Cut the links between the last `parts`, from that which begins at `start`."""
    for first, end in reversed(parts):
        for token in range(first, end):
            if not first <= head[token] < end:
                head[token], dep[token] = token, "ROOT"
        if first == start:
            return
