"""Web pages become articles, by trafilatura (text and metadata) and htmldate (date of publication).

The text is the page's paragraphs, a blank line between them; `extracted_from` is the digest of the page's own bytes.
"""

from __future__ import annotations

import dataclasses
import json
import logging
import re
from collections.abc import Iterator, Mapping
from typing import Any

import trafilatura
from trafilatura.metadata import extract_metadata
from trafilatura.utils import load_html

from onrecord.articles.checks import MAX_BYTES, text_fault
from onrecord.articles.jsonl import make
from onrecord.articles.printed import iso_date
from onrecord.errors import ArticleError
from onrecord.ids import bytes_sha256
from onrecord.model import Article

Authors = tuple[str, ...]

for _name in ("trafilatura", "htmldate", "courlan"):
    logging.getLogger(_name).setLevel(logging.CRITICAL)  # a page's faults are our one sentence, not their log lines

MAX_TAGS = 150_000
"""Pages with more are no articles, and take parsers minutes."""

_DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}
"""htmldate's own bound is today; ours is fixed, so that a page reads the same on any day."""
_PLAUSIBLE = re.compile(r"(?:19[5-9]|20)\d")
_DEEPEST = 40
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def article(
    page: str | bytes, article_id: str, source: str, given: Mapping[str, str] | None = None, authors: Authors = ()
) -> Article:
    """The article of a web page; `given` metadata goes before the page's.

    Raises ArticleError naming `source` where the page holds none.
    """
    given = given or {}
    data = page if isinstance(page, bytes) else page.encode("utf-8", "surrogatepass")
    if len(data) > MAX_BYTES:
        raise ArticleError(
            source, f"is a page of {len(data):,} bytes, too long for one article (at most {MAX_BYTES:,})"
        )
    if (tags := data.count(b"<")) > MAX_TAGS:
        raise ArticleError(source, f"is a page of {tags:,} tags, too many for one article (at most {MAX_TAGS:,})")
    text, found, page_authors = _extract(page, source, given.get("url"))
    if not text:
        raise ArticleError(source, "no article was found on the page")
    if fault := text_fault(text):
        raise ArticleError(source, f"the article on the page {fault}")
    made = make(article_id, text, source, {**found, **given}, authors or page_authors)
    from_page = made.published_basis == "given" and "published" not in given
    return dataclasses.replace(
        made,
        published_basis="metadata" if from_page else made.published_basis,
        extracted_from=f"sha256:{bytes_sha256(data)}",
    )


def _extract(page: str | bytes, source: str, url: str | None) -> tuple[str, dict[str, str], tuple[str, ...]]:
    """Text, metadata and authors of a page; an empty text where none was found."""
    try:
        tree = load_html(page, MAX_BYTES)
        if tree is None:
            return "", {}, ()
        dated = _json_ld_date(tree)
        found = extract_metadata(tree, url, dict(_DATES))
        text = trafilatura.extract(tree, url=url, include_comments=False, favor_precision=True) or ""
    except Exception as error:
        # Parsers of other people's pages fail in ways nobody lists; whichever it is, this page cannot be read.
        raise ArticleError(source, f"the page cannot be parsed ({type(error).__name__})") from error
    values = {"title": found.title, "publisher": found.sitename, "url": found.url, "published": dated or found.date}
    known = {key: _clean(value) for key, value in values.items() if value and _clean(value)}
    names = (_clean(name) for name in (found.author or "").split(";"))
    return _paragraphs(text), known, tuple(name for name in names if name)


def _paragraphs(text: str) -> str:
    lines = (_UNPRINTABLE.sub("", line).strip() for line in text.splitlines())
    return "\n\n".join(line for line in lines if line)


def _clean(value: str) -> str:
    return " ".join(_UNPRINTABLE.sub("", value).split())


def _json_ld_date(tree: Any) -> str | None:
    """Date of publication in the page's JSON-LD: what the publisher's own system says, to the day it says it in."""
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        dates = (iso_date(value) for value in _published_values(data, _DEEPEST))
        if first := next((date for date in dates if date and _PLAUSIBLE.match(date)), None):
            return first
    return None


def _published_values(data: object, depth: int) -> Iterator[str]:
    if depth and isinstance(data, list):
        for item in data:
            yield from _published_values(item, depth - 1)
    elif depth and isinstance(data, dict):
        if isinstance(data.get("datePublished"), str):
            yield data["datePublished"]
        for value in data.values():
            yield from _published_values(value, depth - 1)
