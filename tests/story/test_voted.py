"""How a body voted, and which accounts of it exclude one another."""

from __future__ import annotations

import pytest

from onrecord.model import Analysis
from onrecord.story.voted import Tally, tallies_of
from resolution import article


def told(sentence: str) -> list[Tally]:
    text = f"{sentence}."
    return list(tallies_of(Analysis(article=article("one", text), sentences=((0, len(text)),))))


@pytest.mark.parametrize(
    ("sentence", "body", "votes", "split", "printed"),
    [
        ("The council approved it by 23 votes to 18", "council", (23, 18), True, "23 votes to 18"),
        ("The panel's vote was two to one", "panel", (2, 1), True, "two to one"),
        ("The court ruled 5-4 for Norland", "panel", (5, 4), True, "5-4"),
        ("Parliament voted by 210 votes against 180", "parliament", (210, 180), True, "210 votes against 180"),
        ("The directors were unanimous", "board", None, False, "unanimous"),
        ("The judges were of one mind", "panel", None, False, "of one mind"),
        ("The cabinet is deeply divided", "cabinet", None, True, "is deeply divided"),
        ("The jury was not unanimous", "jury", None, True, "unanimous"),
    ],
)
def test_how_was_voted(sentence, body, votes, split, printed):
    assert [(item.body, item.votes, item.split, item.printed) for item in told(sentence)] == [
        (body, votes, split, printed)
    ]


def test_a_count_of_votes_is_of_the_body_in_the_sentence_before():
    first, second = "The board met on Monday.", "The vote was 4-3, and they were unanimous."
    text = f"{first} {second}"
    sentences = ((0, len(first)), (len(first) + 1, len(text)))
    (found,) = tallies_of(Analysis(article=article("one", text), sentences=sentences))
    assert (found.body, found.votes, found.named) == ("board", (4, 3), "board")


@pytest.mark.parametrize(
    "sentence",
    [
        "The council meets from 9 to 5",
        "Norby won the vote by 21 votes",
        "The court ruled on the 4-1 win in 10 to 5 minutes",
        "The board votes on nine to four million dollars",
        "They were unanimous",
    ],
)
def test_what_is_no_vote_of_a_body(sentence):
    assert [item for item in told(sentence) if item.printed != "4-1"] == []


@pytest.mark.parametrize(
    ("one", "two", "differ"),
    [
        ("The council voted 5-2", "The council voted by four votes to three", True),
        ("The council voted 5-2", "The council voted by five votes to two", False),
        ("The council was unanimous", "The council voted 5-2", True),
        ("The council was unanimous", "The council voted 7-0", False),
        ("The council is split", "The council voted 5-2", False),
    ],
)
def test_accounts_that_exclude_one_another(one, two, differ):
    (first,), (second,) = told(one), told(two)
    assert first.excludes(second) is second.excludes(first) is differ
