"""Finds where the body of an article begins and ends among the units of its page.

The body is where the sentences are. A menu, that is a run of short lines without a sentence, separates it from the
rest of the page: cookie notices above, summaries of other articles below.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.articles import furniture

_MENU = 5
"""Fewest consecutive short lines that count as a menu and not as a list inside the article."""
_MENU_WORDS = 8
"""A line with this many words is a sentence, not an entry of a menu."""
_BEFORE, _AFTER = 0.2, 0.35
"""A stretch above or below the longest one belongs to the article if it has at least this share of its words."""
_REST_IS_COMMENTS = "comments"
_REST_IS_LINKS = "read-more"
LIST_ITEM = re.compile(r"(?:[-–—•*·▪]|\(?\d{1,2}[.)])\s")
_SOME, _HALF = 1 / 3, 1 / 2
"""Least shares of words and of units before readers' comments; "Comments" in a menu has fewer before it."""
_LATE = 0.6
"""Share of the words after which a heading of links may end the article."""


def body_edges(lines: Sequence[str], sentences: Sequence[bool]) -> tuple[int, int]:
    """Indices of the first and last unit of the body; both are the longest unit if nothing reads like a sentence.

    `sentences` says for each unit whether it has the shape of article text.
    """
    found = [furniture.entry(line, "early") or furniture.entry(line, "end") for line in lines]
    words = [0 if found[number] or not sentences[number] else line.count(" ") + 1 for number, line in enumerate(lines)]
    if not any(words):
        longest = max(range(len(lines)), key=lambda number: len(lines[number]), default=0)
        return longest, longest
    first, last = _article_stretch(words, _menus(lines, words))
    return first, _end(first, last, words, found)


def _menus(lines: Sequence[str], words: Sequence[int]) -> list[tuple[int, int]]:
    """Runs [start, end) of short lines that are neither sentences nor list items."""
    runs: list[tuple[int, int]] = []
    start = 0
    for number in range(len(lines) + 1):
        inside = (
            number < len(lines)
            and not words[number]
            and lines[number].count(" ") < _MENU_WORDS
            and not LIST_ITEM.match(lines[number])
        )
        if not inside:
            if number - start >= _MENU:
                runs.append((start, number))
            start = number + 1
    return runs


def _article_stretch(words: Sequence[int], menus: list[tuple[int, int]]) -> tuple[int, int]:
    """First and last sentence unit of the stretch with most words, joined with neighbours that are long enough."""
    cuts = [0, *(edge for menu in menus for edge in menu), len(words)]
    stretches = [(start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=True) if any(words[start:end])]
    weights = [sum(words[start:end]) for start, end in stretches]
    core = max(range(len(stretches)), key=lambda number: weights[number])
    low = high = core
    while low and weights[low - 1] >= _BEFORE * weights[core]:
        low -= 1
    while high + 1 < len(stretches) and weights[high + 1] >= _AFTER * weights[core]:
        high += 1
    told = [number for number in range(stretches[low][0], stretches[high][1]) if words[number]]
    return told[0], told[-1]


def _end(first: int, last: int, words: Sequence[int], found: Sequence[furniture.Entry | None]) -> int:
    """The last unit before the readers' comments or a heading of links with links below it."""
    total, so_far, told = sum(words[first : last + 1]), 0, first
    for number in range(first, last + 1):
        entry = found[number]
        late = so_far >= _LATE * total
        if entry and entry.id == _REST_IS_COMMENTS and so_far > _SOME * total and number > _HALF * len(words):
            break
        if entry and entry.id == _REST_IS_LINKS and late and not any(words[number + 1 : number + 3]):
            break
        if words[number]:
            told, so_far = number, so_far + words[number]
    return told
