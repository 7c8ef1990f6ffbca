"""Figures for what a user sees as one node: how many mentions stand in nodes that mix two entities.

B-cubed asks how well mentions are put together; it hardly moves if one pronoun of another person slips into a node of
forty mentions. A reader of the graph meets the whole node, so here all forty count.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

from onrecord.evaluation.actors import found_mentions, named_mentions, overlapping
from onrecord.evaluation.pairing import gold_id, paired
from onrecord.evaluation.spans import Figures, Label, Rows, share


def score_nodes(gold: Rows, records: Rows) -> Figures:
    """Of the mentions of named people and organisations that were found, the share that stands in mixed nodes.

    A node is an actor of one article's record; it is mixed if mentions of two annotated entities stand in it.
    ``strangers`` is the share of mentions that are not of the entity which most of their node's mentions
    are of, ``unmixed.share`` what a floor can hold.
    """
    found: dict[Label, Counter[Any]] = defaultdict(Counter)
    for row, record, text in paired(gold, records):
        limit = row.get("annotated_end", len(text))
        wanted, printed = named_mentions(row, text, limit), found_mentions(record, text, limit)
        pairs = overlapping([span for _, span, _ in wanted], [span for span, _ in printed])
        for one, other in pairs:
            found[gold_id(row), printed[other][1]["id"]][wanted[one][2]["chain"]] += 1
    mixed = [tally for tally in found.values() if len(tally) > 1]
    count = sum(tally.total() for tally in found.values())
    within = sum(tally.total() for tally in mixed)
    return {
        "mixed.share": share(within, count),
        "unmixed.share": share(count - within, count),
        "strangers.share": share(sum(tally.total() - max(tally.values()) for tally in mixed), count),
        "n.mentions": count,
        "n.nodes": len(found),
        "n.mixed": len(mixed),
    }
