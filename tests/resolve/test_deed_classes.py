"""Classes of deeds: the words that tell one deed, and those that exclude it."""

from __future__ import annotations

import re

import pytest

from onrecord.model import Action, Analysis
from onrecord.resolve.deed_classes import classes, may_tell, pair_of, uses
from onrecord.story.inflection import base
from resolution import action, analysis

ROWS = tuple(classes().values())


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_both_parts_of_an_example_are_of_the_class_or_its_opposite(row):
    own = {word.split()[0] for word in (*row.verbs, *row.nouns)}
    other = {word.split()[0] for key in filter(None, [row.opposite]) for word in classes()[key].verbs}
    first, second = row.example.rstrip(".").split("; ")
    for part, words in ((first, own), (second, other or own)):
        printed = {form for word in re.findall(r"[\w-]+", part.casefold()) for form in (word, base(word))}
        assert printed & words


def test_an_opposite_is_a_class_whose_opposite_it_is():
    pairs = {(row.id, row.opposite) for row in ROWS if row.opposite}
    assert {(two, one) for one, two in pairs} == pairs
    assert ("approve", "reject") in pairs
    assert pair_of("resign") == pair_of("dismiss") == "dismiss"


def test_who_did_it_is_asked_of_what_one_party_does():
    assert {row.id for row in ROWS if row.by_one} == {row.id for row in ROWS if row.asks_who}
    undergone = [(row, opening) for row in ROWS for opening in row.undergone_by_agent]
    assert undergone
    assert all(any(f"{verb} ".startswith(f"{opening} ") for verb in row.verbs) for row, opening in undergone)


def told(sentence: str, trigger: str, lemma: str, **values: object) -> tuple[Action, Analysis]:
    made = action(sentence, "e1", trigger, type="Act", lemma=lemma, **values)
    return made, analysis("a", sentence, made)


@pytest.mark.parametrize(
    ("sentence", "trigger", "lemma", "found"),
    [
        ("Norland pulled the plug on the pier.", "pulled", "pull", ["leave_deal", "close"]),
        ("Norland pulled the plug out of the wall.", "pulled", "pull", []),
        ("The firm brought work at the pier to a standstill.", "brought", "bring", ["close"]),
        ("The firm brought work at the pier and two other yards to a standstill.", "brought", "bring", []),
        ("Members threw out the pay deal.", "threw", "throw out", ["reject", "annul"]),
        ("Norby left the table.", "left", "leave", ["leave_talks"]),
        ("Norby left the town.", "left", "leave", []),
    ],
)
def test_words_behind_a_verb_decide(sentence, trigger, lemma, found):
    made, read = told(sentence, trigger, lemma)
    assert [use.id for use in uses(made, read)] == found
    assert {pair_of(key) for key in found} <= may_tell(lemma)


def test_a_noun_tells_of_a_class_beside_its_words_only():
    one, read = told("The firm's withdrawal from bargaining was sudden.", "withdrawal", "withdrawal", rule="noun")
    assert [use.id for use in uses(one, read)] == ["leave_talks", "leave_deal"]
    two, other = told("The firm's withdrawal of the drug was sudden.", "withdrawal", "withdrawal", rule="noun")
    assert [use.id for use in uses(two, other)] == ["leave_deal"]
