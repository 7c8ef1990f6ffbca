"""JSON Lines: one article per line, with `id` and `text` or `html`; see `article_from_row` for the optional keys."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from msgspec import structs

from onrecord.articles.checks import MAX_BYTES, language_fault, text_fault
from onrecord.articles.printed import iso_date
from onrecord.articles.recovered import recover
from onrecord.errors import ArticleError
from onrecord.ids import text_sha256
from onrecord.model import Article

MAX_LINE = 4 * MAX_BYTES
"""Longest line in bytes that is read; JSON may escape a character as six."""
MAX_ID = 500
"""Most characters of an id, which becomes part of addresses."""

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_STRINGS = ("title", "publisher", "published", "url")
_ALIASES = {
    "text": ("maintext", "plaintext", "raw_text"),
    "published": ("date_publish", "publishing_date", "date"),
    "publisher": ("sitename", "source_domain", "hostname"),
    "authors": ("author",),
    "id": ("url", "link", "fingerprint"),
}
"""Names that news-please, trafilatura and fundus use for our keys; if ours is missing or null, the first one present
is used."""
_SPACES = re.compile("[\t\r\n\x0b\x0c\x85\u2028\u2029]+")


def articles(stream: BinaryIO, source: str) -> Iterator[Article | ArticleError]:
    """The articles of a stream of lines, one line in memory at a time; for a bad line the error is yielded.

    `source` is the name of the file; errors add the line number. Blank lines are skipped.
    """
    number = 0
    while line := stream.readline(MAX_LINE):
        number += 1
        if len(line) == MAX_LINE and not line.endswith(b"\n"):
            _skip_line(stream)
            yield ArticleError(place(source, number), f"is longer than {MAX_LINE:,} bytes, too long for one article")
        elif line.strip(b" \t\r\n\xef\xbb\xbf"):
            yield _attempt(line, source, number)


def _skip_line(stream: BinaryIO) -> None:
    while (rest := stream.readline(MAX_LINE)) and not rest.endswith(b"\n"):
        pass


def _attempt(line: bytes, source: str, number: int) -> Article | ArticleError:
    try:
        return article_from_row(_row(line, place(source, number)), source, number)
    except ArticleError as error:
        return error


def place(source: str, number: int | None) -> str:
    """The name of a line of a file, as used in errors."""
    return source if number is None else f"{source}, line {number}"


def _row(line: bytes, where: str) -> dict[str, Any]:
    try:
        text = line.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ArticleError(where, f"is not UTF-8 (byte 0x{line[error.start]:02x}): convert it to UTF-8") from error
    try:
        row = json.loads(text)
    except json.JSONDecodeError as error:
        raise ArticleError(where, f"is not JSON, or cut short ({error.msg} at character {error.pos})") from error
    except (RecursionError, ValueError) as error:
        raise ArticleError(where, "is JSON that no article is written in (too deep, or a number too long)") from error
    if not isinstance(row, dict):
        raise ArticleError(where, f"is {_kind(row)}, not a JSON object with id and text")
    return row


def article_from_row(row: dict[str, Any], source: str, number: int | None = None) -> Article:
    """The article that one JSON object describes.

    `row` has `id` (text or a whole number) and `text` or `html`, and may have `title`, `publisher`, `authors` (a list
    or one name), `published` (ISO 8601 or a printed date) and `url`; other keys are ignored, null counts as missing.
    The row's metadata take precedence over the page's. `source` is kept as given; `number` is the line number, for
    errors. Raises ArticleError naming the fault.
    """
    where = place(source, number)
    row = _in_our_words(row)
    article_id = _id(row.get("id"), where)
    strings = {key: _string(row, key, where) for key in _STRINGS}
    given = {key: value for key, value in strings.items() if value is not None}
    authors = _authors(row.get("authors"), where)
    text, html = _string(row, "text", where), _string(row, "html", where)
    if text is None and html is None:
        raise ArticleError(where, f"article {article_id!r} has neither text nor html")
    if text is None:
        from onrecord.articles import web  # noqa: PLC0415  # trafilatura takes a second to import: only for web pages

        page = web.article(html or "", article_id, where, given, authors)
        return structs.replace(page, source=source)
    if fault := text_fault(text):
        raise ArticleError(where, f"article {article_id!r} {fault}")
    return make(article_id, text, source, given, authors)


def _in_our_words(row: dict[str, Any]) -> dict[str, Any]:
    """`row` with the values that other programs store under other names copied to our names."""
    found = dict(row)
    for name, others in _ALIASES.items():
        if found.get(name) is None:
            value = next((row[other] for other in others if row.get(other)), None)
            if value is not None:
                found[name] = value
    if isinstance(row.get("author"), str) and found.get("authors") == row["author"]:
        found["authors"] = [name for name in row["author"].split(";") if name.strip()]
    return found


def make(article_id: str, text: str, source: str, given: dict[str, str], authors: tuple[str, ...] = ()) -> Article:
    """An article with the metadata `given` and those recovered from its text; its language is "und" if not English."""
    printed = given.get("published")
    published = iso_date(printed) if printed else None
    note = f"the given publication date {printed!r} is not a date" if printed and not published else None
    bare = Article(
        id=article_id,
        text=text,
        sha256=text_sha256(text),
        source=source,
        title=given.get("title"),
        publisher=given.get("publisher"),
        authors=authors,
        published=published,
        published_basis="given" if published else "unknown",
        published_note=note,
        url=given.get("url"),
        language="und" if language_fault(text) else "en",
    )
    return recover(bare) if bare.language == "en" else bare


def id_fault(article_id: str) -> str | None:
    """Why `article_id` cannot be an article's id, or None."""
    if not article_id.strip():
        return "has an empty id"
    if len(article_id) > MAX_ID:
        return f"has an id of {len(article_id)} characters (at most {MAX_ID})"
    if _CONTROL.search(article_id):
        return f"has an id with a control character or half a character: {article_id!r}"
    return None


def _id(value: object, where: str) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise ArticleError(where, "has no id" if value is None else f"has {_kind(value)} as id, not text")
    article_id = re.sub("[\u2028\u2029]", " ", str(value))  # an id must not contain a line break, in any output
    if fault := id_fault(article_id):
        raise ArticleError(where, fault)
    return article_id


def _string(row: dict[str, Any], key: str, where: str) -> str | None:
    value = row.get(key)
    if value is None or (value == "" and key not in ("text", "html")):
        return None
    if not isinstance(value, str):
        raise ArticleError(where, f"has {_kind(value)} as {key}, not text")
    if key in _STRINGS and _SPACES.search(value):
        value = " ".join(value.split())
    if key in _STRINGS and _CONTROL.search(value):
        raise ArticleError(where, f"has a control character or half a character in {key}: {value[:80]!r}")
    return value


def _authors(value: object, where: str) -> tuple[str, ...]:
    if value is None:
        return ()
    names: object = [value] if isinstance(value, str) else value
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise ArticleError(where, f"has {_kind(value)} as authors, not a list of names")
    if any(_CONTROL.search(name) for name in names):
        raise ArticleError(where, "has a control character or half a character in authors")
    return tuple(name.strip() for name in names if name.strip())


def _kind(value: object) -> str:
    kinds = {bool: "true or false", int: "a number", float: "a number", str: "text", list: "a list", dict: "an object"}
    return kinds.get(type(value), "null")
