"""Files that contain article files: .gz, .zip and e-mails. Nothing is fetched from the network."""

from __future__ import annotations

import email
import email.policy
import gzip
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from onrecord.articles.checks import MAX_BYTES
from onrecord.articles.printed import iso_date
from onrecord.errors import ArticleError

MAX_ENTRIES = 100_000
"""Most files in one archive; more would be an attack on memory."""
_RATIO = 200
"""Highest compression ratio; a file that unpacks to more is a zip bomb."""

Given = dict[str, str]


def unpacked(stream: BinaryIO, name: str) -> Iterator[tuple[str, BinaryIO] | ArticleError]:
    """The files in a .zip or .gz file called `name`, each with its name and its bytes.

    For a file that cannot be unpacked, the error is yielded. Files in a .zip come in the order of their names; folders
    and hidden files are skipped.
    """
    try:
        if name.lower().endswith(".gz"):
            yield name[:-3], cast("BinaryIO", gzip.GzipFile(fileobj=stream))
        else:
            yield from _zipped(stream, name)
    except (OSError, EOFError, zlib.error, zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        yield ArticleError(name, f"cannot be unpacked ({error})")


def _zipped(stream: BinaryIO, name: str) -> Iterator[tuple[str, BinaryIO] | ArticleError]:
    with zipfile.ZipFile(stream) as archive:
        entries = sorted(archive.infolist(), key=lambda item: PurePosixPath(item.filename).parts)
        for entry in entries[:MAX_ENTRIES]:
            path = PurePosixPath(entry.filename)
            if entry.is_dir() or any(part.startswith((".", "__MACOSX")) for part in path.parts):
                continue
            inner = f"{name}/{entry.filename}"
            if entry.file_size > max(_RATIO * entry.compress_size, MAX_BYTES):
                yield ArticleError(inner, f"would unpack to {entry.file_size:,} bytes from {entry.compress_size:,}")
                continue
            with archive.open(entry) as file:
                yield inner, cast("BinaryIO", file)


def message(data: bytes, name: str) -> tuple[str, bool, Given]:
    """The text of an e-mail, whether that text is HTML, and its title, publisher and date of publication.

    The subject is the title, the sender's name the publisher. Raises ArticleError if there is no text.
    """
    if len(data) > MAX_BYTES:
        raise ArticleError(name, f"is longer than {MAX_BYTES:,} bytes, too long for one article")
    parsed = email.message_from_bytes(data, policy=email.policy.default)
    try:
        body = parsed.get_body(("html", "plain"))
        words = body.get_content() if body is not None else None
    except (LookupError, ValueError, AttributeError) as error:
        raise ArticleError(name, f"the e-mail cannot be read ({error})") from error
    if body is None or not isinstance(words, str) or not words.strip():
        raise ArticleError(name, "the e-mail holds no text")
    sender = parsed["from"]
    address = next(iter(sender.addresses), None) if sender is not None else None
    given = {
        "title": str(parsed["subject"] or ""),
        "publisher": address.display_name if address is not None else "",
        "published": iso_date(parsed["date"].datetime.isoformat())
        if parsed["date"] and parsed["date"].datetime
        else "",
    }
    return words, body.get_content_type() == "text/html", {key: value for key, value in given.items() if value}
