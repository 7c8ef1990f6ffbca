"""Every shipped question put to an engine: the rows it gives, spelt so that engines can be compared."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pyoxigraph

from onrecord.rdf.query import Question, questions
from onrecord.rdf.read import FORMATS

Rows = Counter[tuple[str, ...]]
"""A question's name and the cells of one row, with how often it is given."""


def asked(name: str) -> list[Question]:
    """The questions that a file answers: those that ask named graphs need a file that has them."""
    return [item for item in questions() if name in {"graph.nq", "graph.trig"} or not item.needs_evidence]


def rows(question: str, results: str | bytes) -> Rows:
    """The rows of an answer in SPARQL Results JSON."""
    found = json.loads(results)
    names = found["head"]["vars"]
    lines = ([row.get(name, {}).get("value", "") for name in names] for row in found["results"]["bindings"])
    return Counter((question, *map(spelt, line)) for line in lines)


def spelt(cell: str) -> str:
    """A cell as any engine may spell it: numbers by their value, truth as Virtuoso has it, no bare carriage return."""
    if re.fullmatch(r"[+-]?\d+(\.\d*)?(E[+-]?\d+)?", cell, re.IGNORECASE):
        return f"{float(cell):g}"
    return {"true": "1", "false": "0"}.get(cell, cell.replace("\r", "\n"))


def oxigraph(folder: Path, name: str = "graph.nq") -> Rows:
    """What pyoxigraph answers to every question that the file `name` can answer; each row once."""
    store = pyoxigraph.Store()
    store.bulk_load(path=str(folder / name), format=FORMATS[Path(name).suffix])
    found: Rows = Counter()
    for question in asked(name):
        data = store.query(question.sparql).serialize(format=pyoxigraph.QueryResultsFormat.JSON)
        found += rows(question.name, data or b"")
    assert set(found.values()) == {1}, "once each"
    return found
