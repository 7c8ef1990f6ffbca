"""Figures for actions merged across articles: B-cubed over the event mentions of ECB+."""

from __future__ import annotations

from onrecord.evaluation.pairing import gold_id, paired
from onrecord.evaluation.spans import Figures, Label, Rows, bcubed, chars, share
from onrecord.word_patterns import word_pattern

_LONGEST_TRIGGER = 40
"""Most characters of a trigger that is compared; longer annotated triggers are whole clauses."""


def score_events(gold: Rows, records: Rows) -> Figures:
    """Recall of validated event mentions and B-cubed of the chains, with two trivial baselines."""
    chains: dict[Label, Label] = {}
    merged: dict[Label, Label] = {}
    words: dict[Label, Label] = {}
    hits = 0
    for row, record, text in paired(gold, records):
        name = gold_id(row)
        found = [(chars(item["trigger"], text), item) for item in record.get("actions", [])]
        found = [item for item in found if len(item[0]) <= _LONGEST_TRIGGER]
        for index, mention in enumerate(row["mentions"]):
            if mention["kind"] != "event" or not mention.get("validated") or mention.get("start") is None:
                continue
            span = chars([(mention["start"], mention["end"])], text)
            here = [item for trigger, item in found if trigger & span]
            key = (name, index)
            hits += bool(here)
            chains[key] = mention["chain"]
            merged[key] = (here[0].get("iri") or (name, here[0]["id"])) if here else key
            words[key] = (row.get("topic"), word_pattern("inflected_ending").sub("", mention["text"].lower()))
    return {
        "mention.recall": share(hits, len(chains)),
        **bcubed("merge", chains, merged),
        "same_word_in_topic_baseline.f1": bcubed("", chains, words)[".f1"],
        "no_merge_baseline.f1": bcubed("", chains, {key: key for key in chains})[".f1"],
        "n.mentions": len(chains),
    }
