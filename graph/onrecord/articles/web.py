"""Reads web pages as articles, with trafilatura (text and metadata) and htmldate (date of publication).

The text is the page's paragraphs separated by blank lines; `extracted_from` is the digest of the page's bytes.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

import trafilatura
from msgspec import structs
from trafilatura.metadata import extract_metadata
from trafilatura.utils import load_html

from onrecord.articles import credible, furniture
from onrecord.articles.checks import MAX_BYTES, text_fault
from onrecord.articles.jsonl import make
from onrecord.articles.layout import passages
from onrecord.articles.page_parts import (
    ambiguous_date,
    is_consent,
    split_stamp,
    teasers,
    write_post_times,
    write_quotations,
)
from onrecord.articles.printed import iso_date
from onrecord.errors import ArticleError
from onrecord.ids import bytes_sha256
from onrecord.model import Article

Authors = tuple[str, ...]

for _name in ("trafilatura", "htmldate", "courlan"):
    logging.getLogger(_name).setLevel(logging.CRITICAL)  # we report a page's faults ourselves, in one sentence

MAX_TAGS = 60_000
"""Most tags of a page; pages with more are not articles and take parsers minutes."""

_DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}
"""By default htmldate's latest date is today; ours is fixed, so that a page gives the same result on any day."""
_PLAUSIBLE = re.compile(r"(?:19[5-9]|20)\d")
_BODY_CLASS = re.compile(r"(?:article|story|post|entry)[-_]{0,2}(?:body|content|text)", re.IGNORECASE)
_LINES = re.compile(r"[ \t]*[\r\n]+\s*")
_PREFORMATTED = ("pre", "script", "style", "textarea")
_MOST_PIECES = 30
"""Most pieces into which links and emphasis may cut one paragraph."""
_DEEPEST = 40
"""Levels of structured data that are searched: no site nests deeper, and recursion has to end."""
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def article(
    page: str | bytes, article_id: str, source: str, given: Mapping[str, str] | None = None, authors: Authors = ()
) -> Article:
    """The article of a web page; `given` metadata take precedence over the page's.

    Raises ArticleError naming `source` if the page has no article.
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
    if is_consent(text):
        raise ArticleError(source, "the page holds a note on cookies or access, and no article")
    doubt = found.pop("doubt", None)
    if fault := text_fault(text):
        raise ArticleError(source, f"the article on the page {fault}")
    made = make(article_id, text, source, {**found, **given}, authors or page_authors)
    made = structs.replace(made, extracted_from=f"sha256:{bytes_sha256(data)}")
    if doubt and "published" not in given:
        return structs.replace(made, published=None, published_basis="unknown", published_note=doubt)
    from_page = made.published_basis == "given" and "published" not in given
    return _checked(made) if from_page else made


def _checked(made: Article) -> Article:
    """The article, without the page's date if the article contradicts it: some pages get a new date at each visit."""
    own = [made.text[item.start : item.end] for item in passages(made) if item.kind in ("body", "quote_block")]
    fault = credible.fault(made.published or "", own)
    if fault is None:
        return structs.replace(made, published_basis="metadata")
    note = f"{made.published!r} in the page's metadata is not the article's date: {fault}"
    return structs.replace(made, published=None, published_basis="unknown", published_note=note)


def _extract(page: str | bytes, source: str, url: str | None) -> tuple[str, dict[str, str], tuple[str, ...]]:
    """Text, metadata and authors of a page; an empty text if none was found."""
    try:
        tree = load_html(page, MAX_BYTES)
        if tree is None:
            return "", {}, ()
        dated = _json_ld_date(tree)
        scripts = " ".join(item.text or "" for item in tree.iterfind(".//script[@type='application/ld+json']"))
        found = extract_metadata(tree, url, dict(_DATES))
        doubt = None if dated or not found.date else _doubt(found.date, tree, page)
        _collapse_lines(tree)
        write_quotations(tree)
        write_post_times(tree, scripts)
        _join_split_body(tree)
        before = deepcopy(tree)  # trafilatura removes from the tree what it does not read
        text = trafilatura.extract(tree, url=url, include_comments=False, favor_precision=True) or ""
        listed = teasers(before, text)
    except Exception as error:  # HTML parsers fail in undocumented ways: the page cannot be read
        raise ArticleError(source, f"the page cannot be parsed ({type(error).__name__})") from error
    if listed:
        raise ArticleError(
            source, f"the page is a list of {listed} teasers that lead to other articles, and no article"
        )
    values = {"title": found.title, "publisher": found.sitename, "url": found.url, "published": dated or found.date}
    values["doubt"] = doubt
    known = {key: _clean(value) for key, value in values.items() if value and _clean(value)}
    if "title" in known:
        known["title"] = _headline(known["title"], known.get("publisher", ""))
    names = (_clean(name) for name in (found.author or "").split(";"))
    return _paragraphs(text, known.get("title", "")), known, tuple(name for name in names if name)


def _doubt(date: str, tree: Any, page: str | bytes) -> str | None:
    """A note if the date found on the page is ambiguous; None if it is certain."""
    source = page if isinstance(page, str) else page.decode("utf-8", "replace")
    printed = ambiguous_date(date, tree.text_content(), source, tree.get("lang") or "")
    if printed is None:
        return None
    return f"{printed!r} on the page may have the day or the month first, and nothing says which"


def _collapse_lines(tree: Any) -> None:
    """Replace line breaks in the page's source by spaces outside preformatted text: they do not separate paragraphs."""
    for element in tree.iter():
        if element.text and "\n" in element.text and element.tag not in _PREFORMATTED:
            element.text = _LINES.sub(" ", element.text)
        if element.tail and "\n" in element.tail:
            element.tail = _LINES.sub(" ", element.tail)


def _join_split_body(tree: Any) -> None:
    """Join a body that advertisements split into several containers of one class, in the first of them.

    Containers in separate `article` elements are different articles and are not joined.
    """
    pieces: dict[tuple[str, str, Any], list[Any]] = {}
    for element in tree.iter("div", "section"):
        name = element.get("class") or ""
        if _BODY_CLASS.search(name):
            home = next(element.iterancestors("article"), None)
            pieces.setdefault((element.tag, name, home), []).append(element)
    for group in pieces.values():
        inside = {item for element in group for item in element.iterdescendants(element.tag)}
        if 1 < len(group) <= _MOST_PIECES and not inside.intersection(group):
            for element in group[1:]:
                group[0].extend(list(element))


def _paragraphs(text: str, title: str) -> str:
    """Extracted lines as paragraphs, without the headline at the top and without leftover page furniture."""
    lines = [line for line in (_UNPRINTABLE.sub("", line).strip() for line in text.splitlines()) if line]
    if lines and len(lines) > 1 and title.startswith(lines[0]):
        lines = lines[1:]
    lines = [part for line in lines for part in split_stamp(line)]
    kept = [line for line in lines if not _is_furniture(line)]
    return "\n\n".join(kept or lines)


def _is_furniture(line: str) -> bool:
    found = furniture.entry(line, "anywhere")
    return found is not None and found.kind == "furniture" and found.id != "address"


def _headline(title: str, publisher: str) -> str:
    """The title without the outlet's name at its end."""
    ends = (f" {sign} {publisher}" for sign in ("-", "–", "—", "|", "::", "»") if publisher)
    end = next((item for item in ends if title.lower().endswith(item.lower()) and len(title) > len(item)), "")
    return title[: len(title) - len(end)]


def _clean(value: str) -> str:
    return " ".join(_UNPRINTABLE.sub("", value).split())


def _json_ld_date(tree: Any) -> str | None:
    """Date of publication in the page's JSON-LD, which the publisher's own system writes; as the day stated there."""
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
