"""Characters that are read as others: no-break spaces, soft hyphens, ligatures, entities, mistaken Windows-1252.

An article's text is kept as it was given. What reads it reads a plain text in its stead, and every offset in the plain
text leads back to one in the text as given.
"""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

Edit = tuple[int, int, str]
"""Characters [start, end) of a text and what is read in their stead."""

NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""A character that no XML document may hold."""
_ODD = re.compile(
    "(?P<entity>&(?:amp;)?(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    "|(?P<space>[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000])"
    "|(?P<nothing>[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb"
    "\x01-\x08\x0e-\x1b\x7f])"
    "|(?P<line>[\x0b\x0c\x1c-\x1f\u2028])"
    "|(?P<paragraph>\u2029)"
    "|(?P<western>[\x80-\x9f])"
    "|(?P<form>[\ufb00-\ufb06\uff01-\uff5e])"
    "|(?P<composed>[^\\W\\d_][\u0300-\u036f]+)"
)
"""One alternative a kind; of each kind `_AS` tells how it is read."""


def _entity(given: str) -> str:
    """What an HTML entity stands for, even if its ampersand was written as one; what is none stays."""
    once = given.replace("&amp;", "&", 1) if given != "&amp;" else given
    read = html.unescape(once)
    return given if read == once or len(read) > 2 else plain(read)


def _western(given: str) -> str:
    """A character of Windows-1252 that was taken for one of Latin-1, if it is a control character."""
    return given.encode("latin-1").decode("cp1252", "ignore")


_AS: dict[str, Callable[[str], str]] = {
    "entity": _entity,
    "space": lambda _: " ",
    "nothing": lambda _: "",
    "line": lambda _: "\n",
    "paragraph": lambda _: "\n\n",
    "western": _western,
    "form": lambda given: unicodedata.normalize("NFKC", given),
    "composed": lambda given: unicodedata.normalize("NFC", given),
}


@dataclass(frozen=True, slots=True)
class Plain:
    """A plain text that stands for one as given."""

    text: str
    starts: tuple[int, ...] = (0,)
    """Where in `text` its pieces begin: the first at 0, ascending."""
    origins: tuple[int, ...] = (0,)
    """Where in the text as given each piece begins."""
    ends: tuple[int | None, ...] = (None,)
    """Where in the text as given each replacement ends; None for a piece that is read as it was given."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The characters [start, end) of the plain text as a span of the text as given; `start` before `end`."""
        if self.ends == (None,) and self.origins == (0,):
            return start, end
        first, last = self._place(start)[0], self._place(end - 1)[1]
        return (first, last) if first < last else (last - 1, last)

    def _place(self, position: int) -> tuple[int, int]:
        """What stands for one character of the plain text."""
        piece = bisect_right(self.starts, position) - 1
        origin, end = self.origins[piece], self.ends[piece]
        if end is not None:
            return origin, end
        return origin + position - self.starts[piece], origin + position - self.starts[piece] + 1

    def then(self, changes: Iterable[Edit], *, joints: bool = False) -> Plain:
        """The text with further changes of the plain text, [start, end) and words each, in order and apart.

        If they are `joints`, their words are ours and stand for nothing: they are placed where what follows begins.
        """
        return _changed(self, list(changes), joints=joints)


def plain(text: str) -> str:
    """`text` in the characters it is read in."""
    return _ODD.sub(_replacement, text) if not _clean(text) else text


@lru_cache(maxsize=4)
def read(text: str) -> Plain:
    """The plain text that `text` is read as."""
    if _clean(text):
        return Plain(text)
    return Plain(text).then(_edits(text))


def _clean(text: str) -> bool:
    return text.isascii() and "&" not in text and text.isprintable()


def _edits(text: str) -> Iterator[Edit]:
    for match in _ODD.finditer(text):
        replacement = _replacement(match)
        if replacement != match.group():
            yield match.start(), match.end(), replacement


def _replacement(match: re.Match[str]) -> str:
    return _AS[match.lastgroup or "entity"](match.group())


def _changed(given: Plain, changes: list[Edit], *, joints: bool) -> Plain:
    if not changes:
        return given
    starts: list[int] = []
    origins: list[int] = []
    ends: list[int | None] = []
    words: list[str] = []
    length = position = 0

    def keep(start: int, end: int) -> None:
        """The pieces of `given` in [start, end), each as it was."""
        nonlocal length
        piece = bisect_right(given.starts, start) - 1
        while start < end:
            following = given.starts[piece + 1] if piece + 1 < len(given.starts) else len(given.text)
            stop = min(end, following)
            if stop > start:
                fixed = given.ends[piece]
                origin = given.origins[piece]
                starts.append(length)
                origins.append(origin if fixed is not None else origin + start - given.starts[piece])
                ends.append(fixed)
                words.append(given.text[start:stop])
                length += stop - start
            start, piece = max(start, stop), piece + 1

    for start, end, replacement in changes:
        keep(position, start)
        if replacement:
            origin = given.span(start, end)
            starts.append(length)
            origins.append(origin[1] if joints else origin[0])
            ends.append(origin[1])
            words.append(replacement)
            length += len(replacement)
        position = end
    keep(position, len(given.text))
    return Plain("".join(words), tuple(starts) or (0,), tuple(origins) or (0,), tuple(ends) or (None,))
