"""Long forms followed by their short forms in brackets: "Halden Rivers Foundation (HRF)".

After Schwartz and Hearst (2003), "A simple algorithm for identifying abbreviation definitions in biomedical text": the
letters of the short form are searched for from right to left in the words before the bracket; its first letter must
begin a word.
"""

from __future__ import annotations

from onrecord.language.syntax.tree import Tree

_SHORTEST, _LONGEST = 2, 8
"""Lengths of a short form: a single letter in brackets numbers a list ("(a)"), a longer word is a name or a note."""
_WORDS_MORE, _WORDS_TIMES = 5, 2
"""A long form has at most this many more words than its short form has letters, or this many times as many words.

This is Schwartz and Hearst's bound: it allows for words without a letter, such as "of", of which a short name has few.
"""


def bracketed(tree: Tree, readable: list[bool]) -> list[tuple[int, int]]:
    """Token ranges of the long forms of an article, in text order."""
    found = []
    for token in range(2, len(tree) - 1):
        if tree.text[token - 1] in ("(", "[") and tree.text[token + 1] in (")", "]") and readable[token]:
            span = _long_form(tree, token)
            if span is not None:
                found.append(span)
    return found


def is_short_form(text: str) -> bool:
    """Whether a word looks like an acronym: a few letters and digits, mostly capitals."""
    capitals = sum(letter.isupper() for letter in text)
    return _SHORTEST <= len(text) <= _LONGEST and capitals > len(text) / 2 and text[0].isalnum()


def _long_form(tree: Tree, token: int) -> tuple[int, int] | None:
    short = tree.text[token].rstrip("s") if tree.text[token][-2:-1].isupper() else tree.text[token]
    if not is_short_form(short):
        return None
    end = token - 1
    words = min(len(short) + _WORDS_MORE, len(short) * _WORDS_TIMES)
    first = max(tree.sents[tree.sent[token]][0], end - words - 1)
    letters = [letter for letter in short.lower() if letter.isalnum()]
    word = end - 1
    while letters and word >= first:
        if tree.text[word] in ("(", ")", ",", ";", ":", '"', "“", "”") or (
            tree.pos[word] == "VERB" and tree.text[word].islower()
        ):
            return None
        taken = _letters_taken(tree.lower[word], letters)
        if not taken and not tree.text[word].islower() and tree.text[word].isalpha():
            return None
        del letters[len(letters) - taken :]
        if not letters:
            break
        word -= 1
    if letters or not tree.text[word][:1].isupper():
        return None
    return (word, end) if end - word > 1 else None


def _letters_taken(word: str, letters: list[str]) -> int:
    """How many of the last `letters` are the initials of the parts of `word`, or 0."""
    parts = [part for part in word.replace("–", "-").split("-") if part]
    starts = [part[0] for part in parts]
    for count in range(len(starts), 0, -1):
        if starts[:count] == letters[-count:] or starts[-count:] == letters[-count:]:
            return count
    return 0
