"""The lexicons of actors: whole, and true of their own examples."""

from __future__ import annotations

import re

import pytest

from onrecord import resources
from onrecord.countries import territories
from onrecord.language import annotations as ann
from onrecord.language import kinds
from onrecord.language.lexicon.actor_words import words
from onrecord.word_sets import word_set

ACTORS = resources.toml("lexicons", "en", "actor_nouns.toml")
STATES = [item for item in territories().values() if item.adjectives]
ENTRIES = [(part, entry) for part, entries in ACTORS.items() for entry in entries]


def forms(entry: dict) -> list[str]:
    listed = entry.get("words", "") if "head" not in entry else f"{entry['head']} {entry['with']}".strip()
    included = [word for name in entry.get("includes", ()) for word in word_set(name)]
    return [form.replace("_", " ") for form in (*listed.split(), *included)]


def test_ids_are_unique_and_every_entry_has_example_and_source():
    ids = [entry["id"] for _, entry in ENTRIES]
    assert len(ids) == len(set(ids))
    for entry in [entry for _, entry in ENTRIES] + resources.toml("lexicons", "en", "noun_senses.toml")["noun"]:
        assert entry["example"].strip()
        assert entry["source"].strip()


@pytest.mark.parametrize(("part", "entry"), ENTRIES, ids=[entry["id"] for _, entry in ENTRIES])
def test_the_example_uses_the_entry(part, entry):
    text = entry["example"].lower()
    assert any(re.search(rf"(?<!\w){re.escape(form)}(?:s|d|ed)?(?!\w)", text) for form in forms(entry)), part


@pytest.mark.parametrize("item", STATES, ids=lambda item: item.id)
def test_a_states_words_stand_for_it(item):
    for form in (*item.english, *item.adjectives):
        assert kinds.state_of(tuple(form.lower().split())) == item.id.upper()


def test_no_noun_is_listed_under_two_kinds():
    seen: dict[str, str] = {}
    for entry in ACTORS["noun"]:
        for word in forms(entry):
            assert seen.setdefault(word, entry["type"]) == entry["type"], word
    assert words().noun_type


@pytest.mark.model
@pytest.mark.parametrize(
    "entry",
    [entry for part in ("noun", "name", "institution", "evidence") for entry in ACTORS[part]],
    ids=lambda entry: entry["id"],
)
def test_the_example_yields_an_actor_of_the_kind(nlp, entry):
    doc = nlp(entry["example"])
    found = {values["type"] for values in ann.attrs(doc, ann.MENTIONS).values()}
    wanted = {entry["type"], "Group"} if entry["type"] == "Person" else {entry["type"]}
    assert found & wanted
