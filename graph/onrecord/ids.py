"""Identifiers derived from content. Nothing else in the package hashes.

Every function is pure: the same content gives the same identifier on every machine, in every run and in any order of
input. Digests are the first hexadecimal digits of SHA-256 over the parts, each followed by a NUL.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from io import BufferedIOBase

DEFAULT_BASE = "https://w3id.org/onrecord/id/"

_DIGITS = 10
"""Hexadecimal digits: 40 bits, so that collisions are unlikely among a million things with the same kind and slug."""
_UNSAFE = re.compile(r"[^a-z0-9]+")


def bytes_sha256(data: bytes) -> str:
    """SHA-256 of `data`, hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def stream_sha256(stream: BufferedIOBase) -> str:
    """The digest of the bytes of a stream that is open for reading."""
    return hashlib.file_digest(stream, "sha256").hexdigest()


def text_sha256(text: str) -> str:
    """SHA-256 of `text` encoded as UTF-8, hexadecimal."""
    return bytes_sha256(text.encode("utf-8"))


def digest(*parts: str, digits: int = _DIGITS) -> str:
    """Short hexadecimal digest of `parts`; their order matters."""
    joined = "\0".join((*parts, ""))
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:digits]


def fingerprint(words: str) -> int:
    """A number of 64 bits for `words`: two of a thousand million have the same one in one run of forty."""
    return int.from_bytes(hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).digest())


def slug(name: str, limit: int = 60) -> str:
    """ASCII path segment for `name`: lower case, hyphenated, without accents, cut between words; may be empty."""
    ascii_name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii")
    full = _UNSAFE.sub("-", ascii_name.lower()).strip("-")
    if len(full) <= limit:
        return full
    return full[: limit + 1].rpartition("-")[0] or full[:limit]


def named(base: str, kind: str, name: str, *parts: str) -> str:
    """IRI ``base kind/slug-digest`` with the digest over `name` and `parts`; readable if `name` allows it."""
    tail = digest(name, *parts)
    readable = slug(name)
    return f"{base}{kind}/{readable}-{tail}" if readable else f"{base}{kind}/{tail}"


def article_iri(base: str, article_id: str, sha256: str) -> str:
    """IRI of an article; `article_id` may contain any character."""
    return named(base, "article", article_id, sha256)


def evidence_iri(base: str, article_id: str, sha256: str) -> str:
    """IRI of the named graph that holds an article's evidence; it differs from the IRI of the article itself."""
    return named(base, "evidence", article_id, sha256)


def text_iri(article: str) -> str:
    """IRI of the text resource of the article with the IRI `article`."""
    return f"{article}/text"


def passage_iri(article: str, start: int, end: int) -> str:
    """IRI of the characters [start, end) of an article's text, after RFC 5147 (`char=` counts positions)."""
    return f"{text_iri(article)}#char={start},{end}"


def selector_iris(article: str, start: int, end: int) -> tuple[str, str]:
    """IRIs of the position selector and of the quotation selector of the characters [start, end) of an article."""
    text = text_iri(article)
    return f"{text}/position/{start}-{end}", f"{text}/quote/{start}-{end}"


def add_alike(total: int, first: str, rest: Iterable[tuple[str, Iterable[str]]]) -> int:
    """As `add_digests` for members of three parts: `first`, and each second part in `rest` with its third parts."""
    for second, thirds in rest:
        begun = f"{first}\0{second}\0"
        for third in thirds:
            ended = f"{begun}{third}\0".encode("utf-8", "surrogatepass")
            total += int.from_bytes(_sha256(ended, usedforsecurity=False).digest())
    return total % (1 << 256)


def _number(joined: str) -> int:
    """The digest of parts joined by NUL as a number."""
    ended = f"{joined}\0".encode("utf-8", "surrogatepass")
    return int.from_bytes(_sha256(ended, usedforsecurity=False).digest())


_sha256 = hashlib.sha256


def add_digests(total: int, members: Iterable[tuple[str, ...]]) -> int:
    """`total` plus the SHA-256 of each member, modulo 2**256: the digest of a set whose members come in any order."""
    for parts in members:
        total += _number("\0".join(parts))
    return total % (1 << 256)
