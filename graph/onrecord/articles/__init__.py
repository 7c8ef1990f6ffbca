"""Reads files as articles. No other package opens article files."""

from __future__ import annotations

import io
import re
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from onrecord.articles import jsonl
from onrecord.articles.checks import MAX_BYTES, decode, language_fault, text_fault
from onrecord.articles.inputs import STDIN, File, expand, passed_over
from onrecord.articles.jsonl import id_fault
from onrecord.errors import ArticleError
from onrecord.model import Article

_DEEPEST = 3
"""Deepest nesting of archives: an attachment of an e-mail in a zip is two deep, and newsrooms never go past three."""
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\]+")
"""An absolute IRI; the graph links to nothing else."""
_PAGE_STARTS = (b"<!doctype html", b"<html", b"<?xml", b"<head", b"<body", b"<!--")


def read(inputs: Iterable[str], stdin: BinaryIO | None = None) -> Iterator[Article | ArticleError]:
    """The articles of `inputs`, in order; for an input that cannot be read, the error is yielded and reading continues.

    An input is a file, a folder (read recursively, in the order of the names), a glob pattern, or ``-`` for standard
    input (`stdin` instead, if given). ``.txt`` is one article, ``.jsonl`` one per line (see `jsonl`),
    ``.html``/``.htm`` a web page, ``.eml`` an e-mail, ``.rss``/``.atom``/``.xml`` a feed, ``.warc`` a web archive,
    ``.pdf`` and ``.docx`` a document, ``.gz`` and ``.zip`` contain any of these; the format of other files, and of
    standard input, is detected from the content. The article's id is the stem of its file's name, or the path as given
    if two files have the same stem; its source is the path as given. Articles are streamed: one is in memory at a
    time. If two articles have the same id, only the first is read.
    An article that is not in English (its language is "und") is followed by an error that says so.
    """
    seen: dict[str, str] = {}
    for item in expand(inputs):
        for article in [item] if isinstance(item, ArticleError) else _file(item, stdin):
            if isinstance(article, ArticleError):
                yield article
            elif article.id in seen:
                yield ArticleError(article.source, f"article {article.id!r} was read before, from {seen[article.id]}")
            else:
                seen[article.id] = article.source
                yield article
                if article.url and not _ADDRESS.fullmatch(article.url):
                    said = f"has the url {article.url[:80]!r}, which is no address: no link is made of it"
                    yield ArticleError(article.source, f"article {article.id!r} {said}")
                if article.language != "en":
                    yield ArticleError(article.source, f"article {article.id!r} {language_fault(article.text)}")


def _file(file: File, stdin: BinaryIO | None) -> Iterator[Article | ArticleError]:
    try:
        if file.source == STDIN and stdin is None and sys.stdin is None:
            yield ArticleError(STDIN, "standard input is closed")
        elif file.source == STDIN:
            yield from _stream(stdin or sys.stdin.buffer, file)
        else:
            with Path(file.source).open("rb") as stream:
                yield from _stream(stream, file)
    except OSError as error:
        yield ArticleError(file.source, f"cannot be read ({error.strerror or error})")


def _stream(stream: BinaryIO, file: File, depth: int = 0) -> Iterator[Article | ArticleError]:
    name = file.source.lower()
    if name.endswith((".gz", ".zip")):
        yield from _unpacked(stream, file, depth)
        return
    if reader := next((found for endings, found in _READERS if name.endswith(endings)), None):
        yield from reader(stream, file)
        return
    data = stream.read(MAX_BYTES + 1)
    is_page = name.endswith((".html", ".htm"))
    if not name.endswith(".txt") and not is_page:
        start = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
        is_page = start.startswith(_PAGE_STARTS)
        if start.startswith(b'{"') or (start.startswith(b"{") and start[1:].lstrip().startswith(b'"')):
            yield from jsonl.articles(_Joined(data, stream), file.source)
            return
    try:
        yield _page(data, file) if is_page else _text(data, file)
    except ArticleError as error:
        yield error


def _unpacked(stream: BinaryIO, file: File, depth: int) -> Iterator[Article | ArticleError]:
    """The articles in an archive; in a .zip, an article's id is the archive's id followed by its path there."""
    from onrecord.articles import containers  # noqa: PLC0415  # only for packed files

    if depth == _DEEPEST:
        yield ArticleError(file.source, f"is packed more than {_DEEPEST} times over")
        return
    stem = file.id.removesuffix(".zip").removesuffix(".gz")
    zipped = file.source.lower().endswith(".zip")
    for item in containers.unpacked(stream, file.source):
        if isinstance(item, ArticleError):
            yield item
            continue
        name, inner = item
        within = PurePosixPath(name.removeprefix(f"{file.source}/"))
        key = f"{stem}/{within.with_suffix('')}" if zipped else stem.removesuffix(PurePosixPath(name).suffix)
        if fault := id_fault(key):
            yield ArticleError(name, fault)
            continue
        try:
            yield from _stream(inner, File(name, key), depth + 1)
        except (OSError, EOFError, zlib.error, zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
            yield ArticleError(name, f"cannot be unpacked ({error})")


def _message(stream: BinaryIO, file: File) -> Iterator[Article | ArticleError]:
    from onrecord.articles import containers, web  # noqa: PLC0415  # only for e-mails

    try:
        words, is_page, given = containers.message(stream.read(MAX_BYTES + 1), file.source)
        yield web.article(words, file.id, file.source, given) if is_page else _plain(words, file, given)
    except ArticleError as error:
        yield error


def _lines(stream: BinaryIO, file: File) -> Iterator[Article | ArticleError]:
    yield from jsonl.articles(stream, file.source)


def _crawl(stream: BinaryIO, file: File) -> Iterator[Article | ArticleError]:
    from onrecord.articles import crawls  # noqa: PLC0415  # only for web archives

    yield from crawls.articles(stream, file.source)


def _document(stream: BinaryIO, file: File) -> Iterator[Article | ArticleError]:
    from onrecord.articles import documents  # noqa: PLC0415  # only for PDF and docx

    kind = documents.pdf if file.source.lower().endswith(".pdf") else documents.docx
    try:
        words, given = kind(stream.read(MAX_BYTES + 1), file.source)
        yield _plain(words, file, given)
    except ArticleError as error:
        yield error


def _feed(stream: BinaryIO, file: File) -> Iterator[Article | ArticleError]:
    """The articles of a feed; XML that is not a feed is read as a web page."""
    from onrecord.articles import feeds  # noqa: PLC0415  # only for feeds

    data = stream.read(feeds.MOST + 1)
    if feeds.is_feed(data[:4096]) or not file.source.lower().endswith(".xml"):
        yield from feeds.articles(data, file.source)
        return
    try:
        yield _page(data, file)
    except ArticleError as error:
        yield error


_READERS: tuple[tuple[tuple[str, ...], Callable[[BinaryIO, File], Iterator[Article | ArticleError]]], ...] = (
    ((".eml",), _message),
    ((".jsonl",), _lines),
    ((".warc",), _crawl),
    ((".pdf", ".docx"), _document),
    ((".rss", ".atom", ".xml"), _feed),
)
"""The reader for each file ending; the format of other files is detected from their content."""


def _plain(words: str, file: File, given: dict[str, str]) -> Article:
    if fault := text_fault(words):
        raise ArticleError(file.source, fault)
    return jsonl.make(file.id, words, file.source, given)


class _Joined(io.BytesIO):
    """Bytes that were read ahead, followed by the stream they came from; supports `readline`."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        super().__init__(head)
        self._rest = rest

    def readline(self, size: int | None = -1, /) -> bytes:
        limit = -1 if size is None else size
        line = super().readline(limit)
        if line.endswith(b"\n") or len(line) == limit:
            return line
        return line + self._rest.readline(limit - len(line) if limit >= 0 else -1)


def _page(data: bytes, file: File) -> Article:
    from onrecord.articles import web  # noqa: PLC0415  # trafilatura takes a second to import: only for web pages

    if not data.strip():
        raise ArticleError(file.source, "is empty: there is no article to read")
    if b"\0" in data:
        raise ArticleError(file.source, "holds NUL bytes: this is a binary file or UTF-16, not a web page")
    return web.article(data, article_id=file.id, source=file.source)


def _text(data: bytes, file: File) -> Article:
    if len(data) > MAX_BYTES:
        raise ArticleError(file.source, f"is longer than {MAX_BYTES:,} bytes, too long for one article: split it")
    try:
        text = decode(data)
    except ValueError as error:
        raise ArticleError(file.source, str(error)) from error
    return _plain(text, file, {})


__all__ = ["passed_over", "read"]
