"""Characters that are normalized for reading: no-break spaces, soft hyphens, ligatures, entities, garbled Windows-1252.

An article's text is kept as it was given. The analysis reads a plain text instead, and every offset in the plain text
can be mapped back to an offset in the text as given.
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
"""Characters [start, end) of a text and their replacement."""

NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""A character that is not allowed in XML."""
_SINGLE = {
    "space": "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000",
    "nothing": "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb"
    "\x01-\x08\x0e-\x1b\x7f",
    "line": "\x0b\x0c\x1c-\x1f\u2028",
    "paragraph": "\u2029",
    "western": "\x80-\x9f",
    "form": "\ufb00-\ufb06\uff01-\uff5e",
}
"""Kinds of characters of which one is replaced by itself, as in a regular expression."""
_JOINED = "\u0300-\u036f"
_ODD = re.compile(
    "(?P<entity>&(?:amp;)?(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)|"
    + "|".join(f"(?P<{kind}>[{found}])" for kind, found in _SINGLE.items())
    + f"|(?P<composed>[^\\W\\d_][{_JOINED}]+)"
)
"""One alternative per kind of character; `_AS` says how each kind is replaced."""
_SIGN = re.compile(f"[&{''.join(_SINGLE.values())}{_JOINED}]")
"""One of these stands in all that `_ODD` finds; it is looked for first, as most texts have none."""


def _entity(given: str) -> str:
    """The character that an HTML entity stands for, even if its ampersand was escaped too; other text is unchanged."""
    once = given.replace("&amp;", "&", 1) if given != "&amp;" else given
    read = html.unescape(once)
    return given if read == once or len(read) > 2 else plain(read)


def _western(given: str) -> str:
    """The Windows-1252 character for a control character that comes from decoding Windows-1252 as Latin-1."""
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
    """A normalized text whose offsets can be mapped back to the text as given."""

    text: str
    starts: tuple[int, ...] = (0,)
    """Offsets in `text` at which its pieces begin: ascending, the first is 0."""
    origins: tuple[int, ...] = (0,)
    """Offset in the text as given at which each piece begins."""
    ends: tuple[int | None, ...] = (None,)
    """Offset in the text as given at which each replaced piece ends; None if the piece is unchanged."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The characters [start, end) of the plain text as a span of the text as given; requires `start` < `end`."""
        if self.ends == (None,) and self.origins == (0,):
            return start, end
        first, last = self._place(start)[0], self._place(end - 1)[1]
        return (first, last) if first < last else (last - 1, last)

    def _place(self, position: int) -> tuple[int, int]:
        """The span of the text as given that one character of the plain text stands for."""
        piece = bisect_right(self.starts, position) - 1
        origin, end = self.origins[piece], self.ends[piece]
        if end is not None:
            return origin, end
        return origin + position - self.starts[piece], origin + position - self.starts[piece] + 1

    def then(self, changes: Iterable[Edit], *, joints: bool = False) -> Plain:
        """The text after further edits of the plain text; the edits are in text order and do not overlap.

        With `joints`, the inserted words are ours and correspond to nothing in the text as given: they are mapped to
        the start of what follows them.
        """
        return _changed(self, list(changes), joints=joints)


def plain(text: str) -> str:
    """`text` with its characters normalized, without the mapping of offsets."""
    return text if _clean(text) or _SIGN.search(text) is None else _ODD.sub(_replacement, text)


@lru_cache(maxsize=4)
def read(text: str) -> Plain:
    """`text` with its characters normalized and the mapping of offsets."""
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
        """Add the pieces of `given` in [start, end) unchanged."""
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
