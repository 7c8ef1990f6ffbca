"""What one article says there is none of, or nobody did, and another one tells."""

from __future__ import annotations

import pytest

from disputing import told
from onrecord.resolve import resolve
from onrecord.story.meaning import with_meaning


def labels(one: str, two: str) -> list[str]:
    return [item.label for item in with_meaning(resolve([told("one", one), told("two", two)])).disagreements]


@pytest.mark.parametrize(
    ("one", "two", "label"),
    [
        ("There is no sign of arson in the barn", "The blaze was caused by arson",
         "Whether there was any sign of arson"),
        ("It had tested the jars and found no trace of leadine", "The jars contained leadine",
         "Whether there was any trace of leadine"),
        ("We were never invited to a hearing", "A hearing took place in May", "Whether there was any hearing"),
        ("It got no notice of any hearing", "The clerks held a hearing in May", "Whether there was any hearing"),
        ("There was no letter", "A letter was sent in May", "Whether there was any letter"),
        ("No phone call was ever made", "She made a call in May", "Whether there was any phone call"),
        ("We asked for the sale ourselves. Nobody ordered us to do it", "She ordered the sale after they refused",
         "Whether it is so: “Nobody ordered us”"),
    ],
)  # fmt: skip
def test_what_is_ruled_out_and_told(one: str, two: str, label: str) -> None:
    assert labels(one, two) == [label]
    assert labels(two, one) == [label]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("There is no sign of arson in the barn", "Police are looking into arson"),
        ("There is no sign of arson in the barn", "It was not caused by arson"),
        ("There is no sign of arson in the barn", "The clerks ask if arson caused it"),
        ("It had tested the jars and found no trace of leadine", "The river contained leadine"),
        ("There was no letter", "She will send a letter in May"),
        ("There was no letter", "They stayed until they were given the letter"),
        ("There was no letter", "A letter was never sent"),
        ("There was no letter", "The letter says that it is cold"),
        ("No call was made yet", "She made a call in May"),
        ("We asked for the sale ourselves. Nobody ordered us to do it", "She ordered a coffee"),
        ("We asked for the sale ourselves. Nobody ordered us to do it", "She never ordered the sale"),
    ],
)
def test_what_may_hold_beside_it(one: str, two: str) -> None:
    assert labels(one, two) == []
