"""Figures for the extraction of articles from web pages: overlap of the body in shingles of four words."""

from __future__ import annotations

import re
from collections import Counter

from onrecord.evaluation.pairing import gold_id
from onrecord.evaluation.spans import Figures, Rows, harmonic, share

_SHINGLE = 4
"""Words per shingle, as in the benchmark of article extraction."""


def score_pages(gold: Rows, records: Rows) -> Figures:
    """Mean precision and recall of the body's shingles; a page without a record counts as nothing found."""
    texts = {record["article"]["id"]: record["article"].get("text") for record in records}
    precisions, recalls = [], []
    for row in gold:
        text = texts.get(gold_id(row))
        found = _shingles(text) if text else Counter[tuple[str, ...]]()
        wanted = _shingles(row["body"])
        both = (found & wanted).total()
        precisions.append(both / max(1, found.total()))
        recalls.append(both / max(1, wanted.total()))
    precision, recall = share(sum(precisions), len(gold)), share(sum(recalls), len(gold))
    return {
        "body.precision": precision,
        "body.recall": recall,
        "body.f1": harmonic(precision, recall),
        "n.pages": len(gold),
    }


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return Counter(tuple(words[at : at + _SHINGLE]) for at in range(max(1, len(words) - _SHINGLE + 1)))
