"""Where a word stands in a text.

A pattern made for one word has to be compiled, which takes longer than the search in an article, and labels ask for
thousands of different words.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator

_SPACES = re.compile(r"\s+")


def places_of(text: str, word: str, end: int | None = None) -> Iterator[int]:
    """Where `word` begins in ``text[:end]`` and ends with a word of the text; before it may stand anything."""
    end = len(text) if end is None else end
    whole = in_word(word[-1:])
    place = text.find(word, 0, end)
    while place >= 0:
        after = place + len(word)
        if (after < end and in_word(text[after])) != whole:
            yield place
        place = text.find(word, place + 1, end)


def whole_words(text: str, word: str) -> int:
    """How often `word`, which is of letters, stands in `text` as a whole word."""
    return sum(not place or not in_word(text[place - 1]) for place in places_of(text, word))


def after_small(text: str, word: str) -> int:
    """How often `word` stands in `text` behind a space and a small letter of the alphabet or a comma."""
    return sum(_is_small(text[place - 1]) for place in places_of(text, f" {word}") if place)


def after_initial(text: str, word: str) -> int:
    """How often `word` stands in `text` behind a space and a capital letter of the alphabet with a full stop."""
    return sum(
        text[place - 1] == "." and "A" <= text[place - 2] <= "Z" and (place == 2 or not in_word(text[place - 3]))
        for place in places_of(text, f" {word}")
        if place > 1
    )


def before(text: str, word: str, end: int, count: int) -> Iterator[str]:
    """For each place of `word` in ``text[:end]`` (see `places_of`) up to `count` words before it, and the space behind.

    No words come twice: of two places that are near one another, the second has the words from before the first on.
    """
    left = deque(places_of(text, word, end))
    known = frozenset(left)
    done = 0
    while left:
        ahead = (place for place in _word_starts(text, left[0], end, count) if place in known)
        start = min(_words_back(text, place, done, count) for place in (left[0], *ahead))
        found = max(place for place in _word_starts(text, start, end, count) if place in known)
        yield text[start:found]
        done = found + len(word)
        while left and left[0] < done:
            left.popleft()


def _words_back(text: str, place: int, first: int, count: int) -> int:
    """Where the `count` words before `place` begin, not before `first`; `place` if there is no space before it."""
    for _ in range(count):
        end = place
        while end > first and text[end - 1].isspace():
            end -= 1
        start = end
        while start > first and not text[start - 1].isspace():
            start -= 1
        if not start < end < place:
            break
        place = start
    return place


def _word_starts(text: str, place: int, end: int, count: int) -> Iterator[int]:
    """`place`, and where the `count` words after it begin."""
    yield place
    for _ in range(count):
        space = _SPACES.search(text, place, end)
        if space is None:
            return
        place = space.end()
        yield place


def _is_small(character: str) -> bool:
    return "a" <= character <= "z" or character == ","


def in_word(character: str) -> bool:
    """Whether a character is a letter, a digit or an underscore."""
    return character.isalnum() or character == "_"
