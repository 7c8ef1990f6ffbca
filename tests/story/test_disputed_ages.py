"""Two ages of one person."""

from __future__ import annotations

import re

import pytest

from disputing import told
from onrecord.model import Actor, Analysis, Mention
from onrecord.resolve import resolve
from onrecord.story.meaning import with_meaning


def read(key: str, sentence: str) -> Analysis:
    text = told(key, sentence).article.text
    falk = Actor(
        id="p1", name="Ida Falk", type="Person", named=True,
        mentions=tuple(Mention(*found.span(), "name") for found in re.finditer("Ida Falk", text)),
    )  # fmt: skip
    return told(key, sentence, falk)


def labels(one: str, two: str) -> list[tuple[str, list[str]]]:
    found = with_meaning(resolve([read("one", one), read("two", two)])).disagreements
    return [(item.label, [side.value for side in item.positions]) for item in found]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Ida Falk, 54, sank with it", "Ida Falk, 57, sank with it"),
        ("A baker, Ida Falk (54), came", "The 57-year-old baker Ida Falk came"),
        ("Ida Falk, aged 54, came", "Ida Falk, who is 57, came"),
    ],
)
def test_two_ages(one: str, two: str) -> None:
    assert ("How old Ida Falk is", ["54", "57"]) in labels(one, two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Ida Falk, 54, came", "Ida Falk, 55, left"),  # a birthday
        ("Ida Falk, 54, came", "Ida Falk, 300 men and a dog left"),
        ("Ida Falk, 54, came", "With Ida Falk 57 men left"),
        ("Ida Falk, 54, came. In the end Ida Falk, 57, sang", "Ida Falk, 57, left"),
    ],
)
def test_ages_that_may_both_hold(one: str, two: str) -> None:
    assert [label for label, _ in labels(one, two) if label.startswith("How old")] == []
