"""Every entry of the lexicons of action has an id, an example, a source, and its example comes out as it says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from onrecord import resources
from onrecord.language import annotations as ann
from onrecord.language.actions import lexicon

TABLES = {
    "action_kinds.toml": ("kind",),
    "action_verbs.toml": ("verb",),
    "action_nouns.toml": ("noun",),
    "action_operators.toml": ("operator", "modal", "modifier"),
    "action_light.toml": (
        "light", "attitude", "state", "speech", "carrier", "carried", "receiver", "vehicle", "attributive", "aspect",
        "statal", "lemma", "result",
    ),
    "action_plover.toml": ("compose", "voice"),
}  # fmt: skip


def entries() -> Iterator[tuple[str, dict[str, Any]]]:
    for file, tables in TABLES.items():
        content = resources.toml("lexicons", file)
        assert set(content) == set(tables)
        for table in tables:
            yield from ((table, entry) for entry in content[table])


def test_entries_are_complete() -> None:
    seen = set()
    for table, entry in entries():
        assert entry["id"]
        assert (table, entry["id"]) not in seen, f"{table} {entry['id']} twice"
        seen.add((table, entry["id"]))
        assert entry["example"].endswith("."), entry["id"]
        assert entry["source"], entry["id"]


def test_kinds_named_by_the_lexicons_are_kinds() -> None:
    kinds = set(lexicon.plover())
    for table, entry in entries():
        named = {
            "verb": [entry.get("kind")],
            "noun": [entry.get("kind")],
            "voice": entry.get("kinds", []),
            "attributive": entry.get("verbs", []),
        }.get(table, [])
        assert set(named) <= kinds, entry["id"]


@pytest.fixture(scope="module")
def found() -> dict[str, list[dict[str, Any]]]:
    """The actions of every example, all examples read once."""
    from onrecord.language.load import load  # noqa: PLC0415 -- loading spaCy only where a test asks for it

    nlp = load()
    examples = sorted({entry["example"] for _, entry in entries()})
    return {doc.text: list(ann.attrs(doc, ann.ACTIONS).values()) for doc in nlp.pipe(examples)}


def holds(table: str, entry: dict[str, Any], actions: list[dict[str, Any]]) -> bool:
    rules = {action["rule"].partition(":")[2] for action in actions}
    lemmas = {action["lemma"] for action in actions}
    if table == "kind":
        return entry["id"] in {action["type"] for action in actions}
    if table in {"verb", "noun"}:
        return entry["id"] in rules
    if table in {"operator", "modal", "modifier"}:
        want = (entry["below"], entry["modality"], entry.get("polarity", "positive"))
        return want in {(action["lemma"], action["modality"], action["polarity"]) for action in actions}
    if table in {"compose", "voice"}:
        roots = {action["plover"] for action in actions}
        return (
            entry["root"] in roots
            if table == "compose"
            else any(action["plover"] and lexicon.plover()[action["type"]] is None for action in actions)
        )
    if table == "light":
        return any(action["rule"].startswith("light:") for action in actions)
    if table == "state":
        return not actions
    if table == "speech":
        return "speech" in rules
    if table == "lemma" and entry["lemma"] in lexicon.words("state"):
        return not actions
    if table in {"lemma", "result"}:  # a light verb gives its place to the noun
        return entry["lemma"] in lemmas or any(action["rule"].startswith("light:") for action in actions)
    return bool(actions)


@pytest.mark.model
@pytest.mark.parametrize(
    ("table", "entry"), list(entries()), ids=lambda item: item if isinstance(item, str) else item["id"]
)
def test_the_example_comes_out_as_the_entry_says(
    table: str, entry: dict[str, Any], found: dict[str, list[dict[str, Any]]]
) -> None:
    actions = found[entry["example"]]
    assert holds(table, entry, actions), [(a["lemma"], a["type"], a["modality"], a["rule"]) for a in actions]
