"""Files become articles: the only reader of article files."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from onrecord.errors import ArticleError
from onrecord.ids import text_sha256
from onrecord.model import Article


def read(inputs: Iterable[str]) -> Iterator[Article | ArticleError]:
    """Articles of the inputs, in order; what cannot be read comes out as an error value and the rest goes on."""
    for name in inputs:
        path = Path(name)
        if path.suffix == ".jsonl":
            for line in path.read_text(encoding="utf-8").splitlines():
                row = json.loads(line)
                known = {key: row[key] for key in ("title", "publisher", "published", "url") if row.get(key)}
                basis = {"published_basis": "given"} if "published" in known else {}
                text = row["text"]
                yield Article(id=row["id"], text=text, sha256=text_sha256(text), source=name, **known, **basis)
        else:
            text = path.read_text(encoding="utf-8")
            yield Article(id=path.stem, text=text, sha256=text_sha256(text), source=name)
