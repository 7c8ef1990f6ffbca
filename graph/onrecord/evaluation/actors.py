"""Figures for actors: B-cubed over the mentions of named people and organisations, within and across articles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

from onrecord.evaluation.pairing import gold_id, paired
from onrecord.evaluation.spans import Chars, Figures, Label, Row, Rows, bcubed, chars, jaccard, matching, share
from onrecord.word_sets import word_set

_KINDS = frozenset({"PER", "ORG", "person", "organization"})
_LEAST_OVERLAP = 0.3
"""Least share of common characters for two mentions to count as the same phrase, as in the standard scorer."""


def score_actors(gold: Rows, records: Rows) -> Figures:
    """Recall of named actors' mentions, precision of all mentions, and B-cubed of the chains.

    ``across`` is given if the gold file links mentions across articles.
    """
    count: Counter[str] = Counter()
    within, across = _Clustering(), _Clustering()
    for row, record, text in paired(gold, records):
        name = gold_id(row)
        limit = row.get("annotated_end", len(text))
        wanted = named_mentions(row, text, limit)
        found = found_mentions(record, text, limit)
        hits = dict(overlapping([span for _, span, _ in wanted], [span for span, _ in found]))
        count["found"] += len(found)
        count["good"] += len(overlapping(_all_mentions(row, text, limit), [span for span, _ in found]))
        count["gold"] += len(wanted)
        count["hit"] += len(hits)
        for position, (index, _, mention) in enumerate(wanted):
            actor = found[hits[position]][1] if position in hits else None
            chain = (name, mention["chain"])
            own = (name, actor["id"]) if actor else None
            within.add((name, index), chain, own)
            across.add((name, index), mention.get("instance_id") or chain, actor.get("iri") or own if actor else None)
    figures = {
        "mention.recall": share(count["hit"], count["gold"]),
        "mention.precision": share(count["good"], count["found"]),
        **bcubed("within", within.gold, within.found),
    }
    if any(row.get("corpus") == "meantime" for row in gold):
        figures |= bcubed("across", across.gold, across.found)
    return figures | {"n.mentions": count["gold"]}


class _Clustering:
    """Mentions with their annotated and their found cluster; a mention that was not found is a cluster of its own."""

    def __init__(self) -> None:
        self.gold: dict[Label, Label] = {}
        self.found: dict[Label, Label] = {}

    def add(self, mention: Label, gold: Label, found: Label | None) -> None:
        self.gold[mention] = gold
        self.found[mention] = mention if found is None else found


def found_mentions(record: Row, text: str, limit: int) -> list[tuple[Chars, dict[str, Any]]]:
    """Mentions of a record before the character `limit`, each with its actor."""
    return [
        (chars([(mention["start"], mention["end"])], text), actor)
        for actor in record.get("actors", [])
        for mention in actor["mentions"]
        if mention["start"] < limit
    ]


def _all_mentions(row: Row, text: str, limit: int) -> list[Chars]:
    return [
        chars([(mention["start"], mention["end"])], text)
        for mention in row["entities"]
        if mention.get("start") is not None and mention["start"] < limit
    ]


def overlapping(left: list[Chars], right: list[Chars]) -> list[tuple[int, int]]:
    """One-to-one pairs of indices of mentions that are the same phrase."""
    return matching(
        (jaccard(one, other), i, j)
        for i, one in enumerate(left)
        for j, other in enumerate(right)
        if one & other and jaccard(one, other) >= _LEAST_OVERLAP
    )


def named_mentions(row: Row, text: str, limit: int) -> list[tuple[int, Chars, dict[str, Any]]]:
    """Numbered mentions of people and organisations that are named somewhere in the article."""
    mentions = [
        item
        for item in row["entities"]
        if item.get("start") is not None and item["start"] < limit and item["type"] in _KINDS
    ]
    starts = _sentence_starts(row.get("sentences") or [])
    named = {item["chain"] for item in mentions if _names(item, starts)}
    return [
        (index, chars([(item["start"], item["end"])], text), item)
        for index, item in enumerate(mentions)
        if item["chain"] in named and item["chain"] not in ("0", None, "")
    ]


def _sentence_starts(sentences: Iterable[Any]) -> set[int]:
    starts = {0}
    for item in sentences:
        starts.add(item if isinstance(item, int) else item["start"] if isinstance(item, dict) else item[0])
    return starts


def _names(mention: Row, starts: set[int]) -> bool:
    """Whether a mention is a name; if the corpus does not mark it, a linked or capitalised phrase is one."""
    if mention.get("syntactic_type"):
        return bool(mention["syntactic_type"] == "NAM")
    if mention.get("wiki"):
        return True
    words = re.sub(r"^the ", "", mention["text"], flags=re.IGNORECASE).split()
    if not words or words[0].lower() in word_set("opens_no_name"):
        return False
    if mention["start"] in starts and mention["text"].split()[0] == words[0]:
        words = words[1:]
    return bool(words) and words[0][:1].isupper()
