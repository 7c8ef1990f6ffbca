"""Every entry of the lexicons of action has an id, an example, a source, and its example comes out as it says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from onrecord import lexicon_files as files
from onrecord.action_kinds import KINDS
from onrecord.language import annotations as ann
from onrecord.language import lexicon
from onrecord.language.lexicon import records
from onrecord.word_sets import WordSet


def entries() -> Iterator[tuple[str, Any]]:
    """Every entry whose example tells of a deed, with the name of its table."""
    yield from (("kind", (name, kind)) for name, kind in KINDS.items())
    yield from (("verb", item) for item in files.entries("deeds.toml", "verb", records.VerbFrame))
    yield from (("noun", item) for item in files.entries("deeds.toml", "noun", records.NounFrame))
    yield from (("operator", item) for item in files.entries("operators.toml", "operator", records.Operator))
    for table in ("modal", "modifier"):
        yield from ((table, item) for item in files.entries("operators.toml", table, records.Sign))
    yield from (("class", item) for item in files.entries("verb_classes.toml", "class", records.VerbClass))
    yield from (("set", item) for item in files.entries("words/actions.toml", "set", WordSet))
    yield from (("lemma", item) for item in files.entries("lemmas.toml", "lemma", records.Lemma))
    yield from (("compose", item) for item in files.entries("plover.toml", "compose", records.Composition))
    yield from (("voice", item) for item in files.entries("plover.toml", "voice", records.Voice))
    words = files.by_word("adjectives.toml", records.Word).values()
    yield from (("result", item.result) for item in words if item.result is not None)


def name(item: Any) -> str:
    return item[0] if isinstance(item, tuple) else getattr(item, "id", "") or item.verb


def example(item: Any) -> str:
    return str(item[1].example if isinstance(item, tuple) else item.example)


def test_entries_are_complete() -> None:
    for table, item in entries():
        assert example(item).endswith("."), (table, name(item))
        assert isinstance(item, tuple) or item.source, (table, name(item))


def test_kinds_named_by_the_lexicons_are_kinds() -> None:
    for part in ("carried_kinds", "attributive_kinds"):
        assert lexicon.word_set(part) <= set(KINDS)
    for voice in files.entries("plover.toml", "voice", records.Voice):
        assert voice.kinds <= set(KINDS)


@pytest.fixture(scope="module")
def found(nlp: Any) -> dict[str, list[dict[str, Any]]]:
    """The actions of every example, all examples read once."""
    examples = sorted({example(entry) for _, entry in entries()})
    return {doc.text: list(ann.attrs(doc, ann.ACTIONS).values()) for doc in nlp.pipe(examples)}


def holds(table: str, entry: Any, actions: list[dict[str, Any]]) -> bool:
    rules = {action["rule"].partition(":")[2] for action in actions}
    lemmas = {action["lemma"] for action in actions}
    roots = {action["plover"] for action in actions}
    if table in {"kind", "verb", "noun"}:
        return name(entry) in (rules if table != "kind" else {action["type"] for action in actions})
    if table in {"operator", "modal", "modifier"}:
        want = (entry.below, entry.modality, getattr(entry, "polarity", "positive"))
        return want in {(action["lemma"], action["modality"], action["polarity"]) for action in actions}
    if table == "compose":
        return entry.root in roots
    if table == "voice":
        return any(action["plover"] and KINDS[action["type"]].plover is None for action in actions)
    if table == "class":
        light = any(action["rule"].startswith("light:") for action in actions)
        return {"light": light, "state": not actions, "speech": "speech" in rules}.get(entry.id, bool(actions))
    if table == "lemma" and entry.lemma in lexicon.of_class("state"):
        return not actions
    if table in {"lemma", "result"}:  # a light verb gives its place to the noun
        lemma = entry.lemma if table == "lemma" else entry.verb
        return lemma in lemmas or any(action["rule"].startswith("light:") for action in actions)
    return bool(actions)


@pytest.mark.model
@pytest.mark.parametrize(
    ("table", "entry"), list(entries()), ids=lambda item: item if isinstance(item, str) else name(item)
)
def test_the_example_comes_out_as_the_entry_says(
    table: str, entry: Any, found: dict[str, list[dict[str, Any]]]
) -> None:
    actions = found[example(entry)]
    assert holds(table, entry, actions), [(a["lemma"], a["type"], a["modality"], a["rule"]) for a in actions]
