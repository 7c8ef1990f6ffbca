"""Web archives: pages that a crawl saved as WARC files, such as Common Crawl's news; nothing is fetched."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from onrecord.articles import jsonl
from onrecord.articles.checks import MAX_BYTES, decode
from onrecord.errors import ArticleError, cause
from onrecord.model import Article

_PAGES = ("text/html", "application/xhtml+xml")
_OK = "200"


def articles(stream: BinaryIO, source: str) -> Iterator[Article | ArticleError]:
    """The web pages and plain texts of a WARC file, one in memory at a time; the id of each is its address.

    Requests, redirects, pictures and the like are skipped. For a record that is broken or has no article, the error is
    yielded; reading stops where the file itself is broken.
    """
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415  # only for web archives
    from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415

    number = 0
    try:
        for number, record in enumerate(ArchiveIterator(stream), 1):
            media = _media(record)
            if media:
                yield from _record(record, media, source, f"{source}, record {number}")
    except (ArchiveLoadFailed, EOFError, OSError, ValueError) as error:
        said = cause(error)
        yield ArticleError(f"{source}, record {number + 1}", f"cannot be read as WARC ({said}): the rest is left out")
        return
    if not number:
        yield ArticleError(source, "holds no records: it is no WARC file, or an empty one")


def _media(record: Any) -> str:
    """The media type of the page or text in a record; an empty string if it contains neither."""
    if record.rec_type == "response" and record.http_headers is not None:
        if record.http_headers.get_statuscode() != _OK:
            return ""
        header = record.http_headers.get_header("Content-Type")
    elif record.rec_type in {"resource", "conversion"}:
        header = record.rec_headers.get_header("Content-Type")
    else:
        return ""
    media = (header or "").partition(";")[0].strip().lower()
    return media if media in {*_PAGES, "text/plain"} else ""


def _record(record: Any, media: str, source: str, where: str) -> Iterator[Article | ArticleError]:
    from onrecord.articles import web  # noqa: PLC0415  # trafilatura takes a second to import: only for web pages

    address = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ")
    key = address[: jsonl.MAX_ID] or where
    if fault := jsonl.id_fault(key):
        yield ArticleError(where, fault)
        return
    try:
        data = record.content_stream().read(MAX_BYTES + 1)
        given = {"url": address} if address else {}
        if media in _PAGES:
            yield web.article(data, key, source, given)
        else:
            yield jsonl.article_from_row({"id": key, "text": decode(data[:MAX_BYTES]), **given}, source)
    except ArticleError as error:
        yield ArticleError(where, error.fault)
    except (ValueError, OSError, EOFError) as error:
        yield ArticleError(where, f"cannot be read ({cause(error)})")
