"""Feeds that carry whole articles: RSS and Atom, saved as files. Nothing is fetched from the network."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from html import escape
from typing import Any

from onrecord.articles import jsonl
from onrecord.articles.checks import MAX_BYTES
from onrecord.errors import ArticleError, cause
from onrecord.model import Article

MOST = 4 * MAX_BYTES
"""Longest feed in bytes that is opened: it contains many articles."""
_SHORTEST = 60
"""Fewest words of an article in a description; shorter descriptions are teasers."""
_START = re.compile(rb"<(?:\w+:)?(?:rss|feed|RDF)[\s>]")
_TAG = re.compile(r"<[^>]*>")


def is_feed(start: bytes) -> bool:
    """Whether a file that begins with `start` is RSS or Atom."""
    return _START.search(start) is not None


def articles(data: bytes, source: str) -> Iterator[Article | ArticleError]:
    """The articles of a feed, in its order; for an entry that is only a teaser, an error that says so is yielded."""
    import feedparser  # noqa: PLC0415  # only for feeds

    if len(data) > MOST:
        yield ArticleError(source, f"is a feed of more than {MOST:,} bytes: split it")
        return
    if b"<!ENTITY" in data:
        yield ArticleError(source, "declares entities of its own, which no feed needs: it is not read")
        return
    # a stream, never a string: the parser would take a string for an address and fetch it
    found = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    if not found.entries:
        reason = found.get("bozo_exception")
        said = f" ({cause(reason)})" if reason else ""
        yield ArticleError(source, f"is no feed with articles{said}")
        return
    for number, entry in enumerate(found.entries, 1):
        where = f"{source}, entry {number}"
        try:
            yield jsonl.article_from_row(_row(entry, found.feed, where), source)
        except ArticleError as error:
            yield error if error.source != source else ArticleError(where, error.fault)


def _row(entry: Any, feed: Any, where: str) -> dict[str, Any]:
    """An entry in the form of a row of JSON Lines."""
    whole = next((item for item in entry.get("content", ()) if (item.get("value") or "").strip()), None)
    words = (whole or entry.get("summary_detail") or {}).get("value") or ""
    if whole is None and len(_TAG.sub(" ", words).split()) < _SHORTEST:
        raise ArticleError(where, "holds no article, only a teaser of one: save the page itself")
    date = entry.get("published_parsed") or entry.get("updated_parsed")
    row = {
        "id": (entry.get("id") or entry.get("link") or where)[: jsonl.MAX_ID],
        "title": entry.get("title"),
        "publisher": (entry.get("source") or {}).get("title") or feed.get("title"),
        "authors": [name for item in entry.get("authors", ()) if (name := (item.get("name") or "").strip())],
        "published": f"{date.tm_year:04}-{date.tm_mon:02}-{date.tm_mday:02}" if date else None,
        "url": entry.get("link"),
    }
    title = escape(entry.get("title") or "")
    page = f"<!doctype html><html><head><title>{title}</title></head><body><article>{words}</article></body></html>"
    return row | ({"html": page} if _TAG.search(words) else {"text": words})
