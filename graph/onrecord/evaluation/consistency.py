"""Whether a statement and an action of the same verb have the same people.

"The mayor said ..." gives a statement and an action of one verb: the speaker of the one is the agent of the other. Both
use the same grammar, so if they differ, one is wrong. No annotation is needed: a record is compared with itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from onrecord.evaluation.spans import NOTHING, Chars, Figures, Row, Rows, chars, share
from onrecord.spans import words_of


@dataclass(frozen=True, slots=True)
class Pair:
    """A statement and an action of one verb, with the ids of the people of each."""

    article: str
    verb: str
    start: int
    """First character of the cue."""
    speakers: frozenset[str]
    agents: frozenset[str]
    alike: bool
    """Whether the people are the same; if neither side has an actor, whether the words are."""


def agreement(gold: Rows, records: Rows) -> Figures:
    """The share of verbs with a statement and an action in `records` whose people are the same on both sides.

    `gold` says which records count; if it is empty, all do.
    """
    wanted = {str(row.get("doc_id") or row["id"]) for row in gold}
    found = [pair for record in records if not wanted or record["article"]["id"] in wanted for pair in pairs(record)]
    return {"same.share": share(sum(pair.alike for pair in found), len(found)), "n.verbs": len(found)}


def pairs(record: Row) -> Iterator[Pair]:
    """The verbs of one record that have a statement and an action, in text order of the statements."""
    text = record["article"].get("text") or ""
    deeds = [(item, chars(item["trigger"], text)) for item in record["actions"] if item["rule"].startswith("verb:")]
    for item in record["statements"]:
        lemma, cue = str(item["rule"]).rpartition(":")[2], chars(item["cue"], text)
        for deed, words in deeds:
            if deed["lemma"].partition(" ")[0] == lemma and cue & words:
                yield _pair(record["article"]["id"], text, item, deed)


def _pair(article: str, text: str, said: dict[str, Any], done: dict[str, Any]) -> Pair:
    speakers, agents = frozenset(said["speakers"]), frozenset(done["agents"])
    source: Chars = chars(said["source"], text)
    doer: Chars = chars(done["agent_spans"], text)
    alike = speakers == agents and (bool(speakers) or bool(source & doer) or source == doer == NOTHING)
    verb = words_of(text, said["cue"], exact=True)
    return Pair(article, verb, said["cue"][0][0], speakers, agents, alike)


def listed(record: Row) -> list[str]:
    """The pairs of a record that differ, one per line: position, verb, and the people on each side."""
    names = {item["id"]: item["name"] for item in record["actors"]}

    def who(actors: frozenset[str]) -> str:
        return ", ".join(sorted(names[actor] for actor in actors)) or "nobody"

    return [
        f"{pair.article} at {pair.start}: {pair.verb}: {who(pair.speakers)} | {who(pair.agents)}"
        for pair in pairs(record)
        if not pair.alike
    ]
