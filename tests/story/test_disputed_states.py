"""States of one thing that exclude one another."""

from __future__ import annotations

import pytest

from disputing import told
from onrecord.model import Analysis, Disagreement
from onrecord.resolve import resolve
from onrecord.story.meaning import with_meaning
from resolution import statement


def disputes(*analyses: Analysis) -> list[Disagreement]:
    return list(with_meaning(resolve(analyses)).disagreements)


@pytest.mark.parametrize(
    ("one", "two", "label"),
    [
        ("The cellar door was bolted when they came", "They found the cellar door open",
         "The cellar door: bolted or open"),
        ("No hatch was locked", "The hatch had been padlocked", "The hatch: padlocked or not locked"),
        ("The seals of the crate were intact on arrival", "One seal was cut", "The seals: intact or cut"),
        ("The pump worked perfectly", "The pump in a mill that was sold had been switched off",
         "The pump: worked or switched off"),
        ("Its fire licence is valid until May", "The fire licence had lapsed",
         "The fire licence: valid or lapsed"),
        ("The weather on the coast was moderate", "The weather had been “exceptionally severe”",
         "The weather: moderate or severe"),
        ("The flood swept away the footbridge", "The footbridge was damaged but is still standing",
         "The footbridge: standing or swept away"),
        ("She came through a very thorough medical", "She failed part of her medical",
         "The thorough medical: came through or failed"),
        ("Observers from the coast called the vote peaceful", "Observers had described the poll as chaotic",
         "The vote: peaceful or chaotic"),
        ("It was our watchman. He did not leave his post", "The watchman had run away",
         "The watchman: not leave his post or run away"),
        ("The cashier looked at the hatch. It was locked", "The hatch was open", "The hatch: locked or open"),
    ],
)  # fmt: skip
def test_a_thing_in_two_states(one: str, two: str, label: str) -> None:
    (found,) = disputes(told("one", one), told("two", two))
    assert found.label == label
    assert [item.label for item in disputes(told("one", two), told("two", one))] == [label]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The cellar door was bolted", "The barn door was open"),  # another door
        ("The cellar door was bolted", "The cellar window was open"),
        ("The cellar door was bolted", "The cellar door was not open"),
        ("The cellar door was bolted", "They ask if the cellar door was open"),
        ("The cellar door was bolted", "The cellar door would be open"),
        ("Five schools have closed", "Parents sue to keep the school open"),
        ("The cellar door was bolted. The cellar door was open", "The cellar door was open"),  # one after the other
    ],
)
def test_states_that_may_both_hold(one: str, two: str) -> None:
    assert disputes(told("one", one), told("two", two)) == []


def test_in_one_article_two_must_tell_it() -> None:
    text = "The clerk says the box was blank. The runner says she filled it in."
    read = told("one", text)
    said = [
        statement(read.article.text, f"s{at}", words, source=source, cue=cue, mode="indirect")
        for at, (words, source, cue) in enumerate(
            (("the box was blank", "The clerk", "says"), ("she filled it in", "The runner", "says#2"))
        )
    ]
    assert disputes(read) == []
    (found,) = disputes(told("one", text, *said))
    assert found.label == "The box: blank or filled it in"
