"""Figures for what a user sees as one node: how many mentions are in nodes that mix two entities.

B-cubed measures how well mentions are clustered; it hardly changes if a pronoun for another person ends up in a node of
forty mentions. A reader of the graph sees the whole node, so here all forty count.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

from onrecord.evaluation.actors import found_mentions, named_mentions, overlapping
from onrecord.evaluation.pairing import gold_id, paired
from onrecord.evaluation.spans import Figures, Label, Rows, share


def score_nodes(gold: Rows, records: Rows) -> Figures:
    """The share of found mentions of named people and organisations that are in mixed nodes.

    A node is an actor in one article's record; it is mixed if it has mentions of two annotated entities. ``strangers``
    is the share of mentions that do not belong to the majority entity of their node; ``unmixed.share`` is the
    complement of the mixed share, for which a floor can be set.
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
