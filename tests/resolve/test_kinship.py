"""Words in which one kind of deed is told."""

from __future__ import annotations

import re

import pytest

from onrecord.lexicon_files import entries
from onrecord.resolve.kinship import _Row, has_kin, kin, loose
from onrecord.story.denials import base_form

ROWS = entries("kin.toml", "kin", _Row)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_both_parts_of_an_example_hold_a_word_of_the_row(row):
    words = {word for phrase in (*row.verbs, *row.nouns) for word in phrase.split()[:1]}
    parts = row.example.rstrip(".").split("; ")
    held = [{base_form(word) for word in re.findall(r"\w+", part.casefold())} & words for part in parts]
    assert len(parts) == 2
    assert all(held)


def test_a_verb_and_a_noun_for_one_deed_are_kin():
    assert kin("phone", noun=False) & kin("call", noun=True)
    assert kin("complain", noun=False) & kin("complaint", noun=True)
    assert not kin("call", noun=False) & kin("phone", noun=False)  # "she calls it a fake"
    assert not kin("strike", noun=True) & kin("beat", noun=False)


def test_a_noun_is_kin_to_the_verb_that_it_is_made_from():
    assert kin("inspect", noun=False) <= kin("inspection", noun=True)
    assert "demolish" not in kin("demolition", noun=True)  # made otherwise
    assert "evict" in kin("eviction", noun=True)
    assert not has_kin("eviction", noun=True)


def test_dealings_of_every_day_are_marked():
    assert not loose().isdisjoint(kin("ask", noun=False))
    assert loose().isdisjoint(kin("arrest", noun=False))
