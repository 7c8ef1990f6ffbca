"""Checks before a text is accepted as an article: that it is text, not too long, and in English.

Each check returns the fault as the end of a sentence ("is empty: …"), or None.
"""

from __future__ import annotations

import re
from itertools import pairwise

from onrecord.characters import plain
from onrecord.word_sets import word_set

MAX_CHARACTERS = 500_000
"""Longest text that is read as one article; the longest features in print have a quarter of that."""
MAX_BYTES = 10_000_000
"""Longest file or page that is opened; a web page may be far longer than its article."""

MAX_RUN = 10_000
"""Longest run of characters without white space; longer ones are encoded data and take tokenizers minutes."""

_UNBROKEN = re.compile(rf"\S{{{MAX_RUN}}}")
_LEAST_SHARE = 0.10
"""Least share of English function words in an English text; news text has .25 to .45."""
_MOST_FOREIGN = 0.04
"""Share of foreign function words at which a short text with fewer English ones is rejected.

A text of names and verbs has neither; in a foreign text two or three words in ten are foreign function words.
"""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SAMPLE = 2_000
"""Number of words from which the language is decided."""
_FEW = 25
"""Texts with fewer words are too short to decide the language by function words."""
_SHORT = 150
"""Texts with fewer words may consist of names and have hardly any function words."""
_CHARACTERS = 40_000
"""Number of characters from which the language and damage of a text are decided; more would not be more certain."""
_SURROGATE = re.compile("[\ud800-\udfff]")


def text_fault(text: str) -> str | None:
    """Why `text` is not the text of an article, or None."""
    if not text.strip() or not plain(text).strip():
        return "is empty: there is no article to read"
    if len(text) > MAX_CHARACTERS:
        return f"has {len(text):,} characters, too many for one article (at most {MAX_CHARACTERS:,}): split it"
    if "\0" in text:
        return f"holds a NUL character at offset {text.index(chr(0))}: this is not plain text"
    if run := _UNBROKEN.search(text):
        return f"holds {MAX_RUN:,} characters without a space at offset {run.start()}: this is not prose"
    if _SURROGATE.search(text):
        return "holds a lone surrogate, half of a character: write the text out again as UTF-8"
    return None


def language_fault(text: str) -> str | None:
    """Why `text` does not look like English, or None; a text of a few words is always accepted.

    English prose has about four function words in ten; its nearest neighbours share a few spellings ("in", "was") and
    stay far below that. Names and tables lower the share, so the bound is generous; a short text may consist of names
    and verbs, and is rejected only if it has function words of other languages instead.
    """
    text = plain(text[:_CHARACTERS])
    printed = [match.group() for _, match in zip(range(_SAMPLE), _WORD.finditer(text), strict=False)]
    words = [word.lower() for word in printed]
    if len(words) < _FEW:
        return _script_fault(text)
    share = _share(words, "function_word")
    if share >= _LEAST_SHARE:
        return None
    outside = [word for before, word in pairwise(["", *printed]) if word.islower() and not before[:1].isupper()]
    if len(words) < _SHORT and not _script_fault(text) and _share(outside, "foreign_function_word") < _MOST_FOREIGN:
        return None  # "Rio de Janeiro" and "van der Berg" occur in English texts too
    return f"does not look like English ({share:.0%} of its words are function words): nothing is extracted from it"


def _script_fault(text: str) -> str | None:
    letters = [char for char in text[:_SAMPLE] if char.isalpha()]
    foreign = sum(ord(char) > 0x24F for char in letters)
    if letters and foreign > len(letters) / 2:
        return "does not look like English (most of its letters are not Latin): nothing is extracted from it"
    return None


def _share(words: list[str], name: str) -> float:
    """Share of `words` that are in the word set `name`."""
    known = word_set(name)
    return sum(word in known for word in words) / max(len(words), 1)


def decode(data: bytes) -> str:
    """`data` decoded as text, with its line ends but without a byte order mark.

    Raises ValueError with the fault as its message.
    """
    if b"\0" in data[:65_536]:
        raise ValueError("holds NUL bytes: this is a binary file or UTF-16, not UTF-8 text")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError(
            f"is not UTF-8 (byte 0x{data[error.start]:02x} at offset {error.start}): convert it to UTF-8"
        ) from error
