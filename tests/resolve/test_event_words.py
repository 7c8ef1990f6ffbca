"""Words that tell one event, and those that do not."""

from __future__ import annotations

import re

import pytest

from onrecord.resolve.actions.event_words import befalls, events, facets, rows
from onrecord.story.inflection import base, singular


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.id)
def test_each_part_of_an_example_holds_a_word_of_its_row(row):
    first = {word.split()[0] for word in row.words}
    for part in row.example.rstrip(".").split("; "):
        printed = re.findall(r"\w+", part.casefold())
        assert first & {form for word in printed for form in (word, base(word), singular(word))}
    assert len(set(row.words)) == len(row.words) > 1


@pytest.mark.parametrize(
    ("one", "two", "alike"),
    [
        ("sack", "dismissal", True),
        ("shooting", "shoot", True),
        ("hit", "strike", True),
        ("kill", "die", True),
        ("arrest", "charge", False),
        ("fall", "die", False),
        ("shoot", "kill", False),
    ],
)
def test_what_comes_before_or_after_is_another_event(one, two, alike):
    assert (not events(one).isdisjoint(events(two))) is alike


def test_a_kind_joins_words_of_no_row_only():
    assert facets("chirp", "Say") & facets("tweeter", "Say") == {"kind Say"}
    assert not facets("shoot", "Attack") & facets("punch", "Attack")


def test_whom_a_fall_befalls_is_who_falls():
    assert [befalls(word) for word in ("fall", "die", "shoot", "arrest")] == [True, True, False, False]
