"""Expands the inputs of a run (files, folders, globs) into files, in a fixed order."""

from __future__ import annotations

import glob
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.articles.jsonl import id_fault
from onrecord.counts import counted
from onrecord.errors import ArticleError
from onrecord.ids import bytes_sha256

STDIN = "-"
_SUMS = "SHA256SUMS"
"""The file that lists what a build wrote."""
SUFFIXES = (
    *(".txt", ".jsonl", ".html", ".htm", ".eml", ".rss", ".atom", ".xml", ".warc", ".pdf", ".docx"),
    *(".gz", ".zip"),
)
"""Endings of the files that are read from a folder."""


@dataclass(frozen=True, slots=True)
class File:
    """One file to read; `source` is its path as it was given."""

    source: str
    id: str
    """Stem of the file's name, or `source` if another file of the run has the same stem."""


def expand(inputs: Iterable[str]) -> list[File | ArticleError]:
    """The files that `inputs` refer to, in input order; folders recursively, in the order of names.

    ``-`` stands for standard input. A file that several inputs refer to is read once, at its first place. Of several
    files with the same bytes the one whose name sorts first is read; for each other an error that says so is yielded.
    """
    found: dict[str, str | ArticleError] = {}
    for name in inputs:
        for item in _one(name):
            key = str(item) if isinstance(item, ArticleError) or item == STDIN else os.path.normpath(item)
            found.setdefault(key, item)
    paths = [item for item in found.values() if isinstance(item, str)]
    repeats = _repeats([path for path in paths if _one_article(path)])
    stems = Counter(Path(path).stem for path in paths if _one_article(path) and path not in repeats)
    return [item if isinstance(item, ArticleError) else _file(item, stems, repeats) for item in found.values()]


_SEVERAL = (".jsonl", ".rss", ".atom", ".xml", ".warc", ".warc.gz")
"""Endings of files with several articles, which have ids of their own."""


def _one_article(path: str) -> bool:
    return path != STDIN and not path.lower().endswith(_SEVERAL)


def _file(path: str, stems: Counter[str], repeats: dict[str, str]) -> File | ArticleError:
    if path in repeats:
        return ArticleError(path, f"holds the same bytes as {repeats[path]}: the article is read once")
    if path == STDIN:
        return File(STDIN, "stdin")
    stem = Path(path).stem
    article_id = stem if stems[stem] < 2 else Path(path).as_posix()
    if fault := id_fault(article_id):
        return ArticleError(_shown(path), f"{fault}: rename the file")
    return File(path, article_id)


def _one(name: str) -> Iterator[str | ArticleError]:
    """The files that one input refers to, or an error that says what is wrong with it."""
    if name == STDIN:
        yield STDIN
        return
    try:
        if Path(name).is_dir():
            yield from _folder(name)
        elif Path(name).exists():
            yield _regular(name)
        elif glob.has_magic(name):
            yield from _pattern(name)
        else:
            yield ArticleError(_shown(name), "there is no such file or folder")
    except (OSError, ValueError) as error:  # a name too long, with a NUL, or in a folder that may not be looked into
        yield ArticleError(_shown(name), f"cannot be looked up ({_reason(error)})")


def _shown(name: str) -> str:
    """A file name as errors print it: control characters and lone surrogates are escaped."""
    return name if name.isprintable() else ascii(name)


def _reason(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def _regular(name: str) -> str | ArticleError:
    if Path(name).is_file() or Path(name).is_fifo():
        return name
    return ArticleError(name, "is neither a file nor a folder")


def _folder(name: str) -> Iterator[str | ArticleError]:
    files = sorted(_walk(name), key=lambda path: Path(path).parts)
    for path in files:
        # reading a pipe or device that happens to be in a folder might never end
        yield path if Path(path).is_file() or not Path(path).exists() else ArticleError(_shown(path), "is no file")
    if not files:
        yield ArticleError(name, f"the folder holds no article (no {', '.join(SUFFIXES)} file)")


def _walk(name: str, *, readable: bool = True) -> Iterator[str]:
    """Files below a folder that are articles by their endings, or those that are not.

    Hidden files and our own outputs are skipped, links to folders not followed.
    """
    for folder, folders, files in os.walk(name):
        folders[:] = [item for item in folders if not item.startswith(".")]
        own = {_SUMS, *_outputs(Path(folder))} if _SUMS in files else frozenset()
        for file in files:
            if file.lower().endswith(SUFFIXES) is readable and not file.startswith(".") and file not in own:
                yield str(Path(folder, file))


def passed_over(inputs: Iterable[str]) -> list[str]:
    """A sentence for each folder among `inputs` in which there are files of kinds that are not read, with their names.

    They are no faults: a picture or a table beside the articles is none of them.
    """
    found = []
    for name in dict.fromkeys(inputs):
        files = sorted(_walk(name, readable=False), key=lambda path: Path(path).parts) if Path(name).is_dir() else []
        names = [_shown(Path(path).relative_to(name).as_posix()) for path in files]
        more = [f"{len(names) - _NAMED:,} more"] if len(names) > _NAMED else []
        if names:
            kinds = f"{counted(len(names), 'file')} of a kind that is not read as an article"
            found.append(f"{_shown(name)}: {kinds}: {', '.join((*names[:_NAMED], *more))}")
    return found


_NAMED = 5
"""Most files that are not read whose names are given."""


def _outputs(folder: Path) -> frozenset[str]:
    """Names of the files that a build wrote into `folder`, as its digests list them; empty if there was no build."""
    try:
        names = frozenset(line.split()[-1] for line in (folder / _SUMS).read_text("utf-8").splitlines() if line.strip())
    except (OSError, ValueError):
        return frozenset()
    return names if "analyses.jsonl" in names else frozenset()


def _pattern(name: str) -> Iterator[str | ArticleError]:
    matches = sorted(glob.glob(name, recursive=True))  # noqa: PTH207  # Path.glob takes no absolute pattern
    if not matches:
        yield ArticleError(name, "matches no file")
    for match in matches:
        if not Path(match).is_dir():
            yield _regular(match)
        elif "**" not in name:
            yield from _folder(match)


def _repeats(paths: list[str]) -> dict[str, str]:
    """Each file that is a byte-for-byte copy of another, mapped to that one; only files of equal size are compared."""
    by_size: dict[int, list[str]] = {}
    for path in sorted(paths):
        try:
            if Path(path).is_file() and (size := Path(path).stat().st_size):
                by_size.setdefault(size, []).append(path)
        except OSError:  # reported when the file is read
            continue
    first: dict[str, str] = {}
    repeats: dict[str, str] = {}
    for size, group in by_size.items():
        for path in group if len(group) > 1 and size <= _COMPARED else ():
            try:
                original = first.setdefault(bytes_sha256(Path(path).read_bytes()), path)
            except OSError:
                continue
            if original != path:
                repeats[path] = original
    return repeats


_COMPARED = 10_000_000
"""Largest size in bytes that is compared; larger files are rejected when they are read."""
