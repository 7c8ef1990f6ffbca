"""Amounts of which one is a part of the other, by a sentence that gives the parts one by one."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from disputing import told
from onrecord.resolve import resolve
from onrecord.story.publication import on_record


@pytest.mark.parametrize(
    ("one", "two", "differ"),
    [
        ("The two mills have a capacity of 104 megawatts", "The upper mill has a capacity of 58 megawatts", True),
        (
            "The two mills have a capacity of 104 megawatts",
            "The upper mill has a capacity of 58 megawatts and the lower one a capacity of 46 megawatts", False,
        ),
        (
            "The two mills have a capacity of 140 megawatts",
            "The upper mill has a capacity of 58 megawatts and the lower one a capacity of 46 megawatts", True,
        ),
    ],
)  # fmt: skip
def test_parts_that_a_sentence_gives_one_by_one_do_not_contradict_the_whole(one: str, two: str, differ: bool) -> None:
    story = on_record(resolve([told("one", one), told("two", two)]))
    assert [item.aspect for item in story.disagreements] == ["number"] * differ


@pytest.mark.parametrize(("day", "differ"), [("2021-03-03", True), ("2021-03-24", False), (None, True)])
def test_people_who_came_on_two_days_came_to_two_things(day: str | None, differ: bool) -> None:
    def on(key: str, sentence: str, published: str | None) -> object:
        item = told(key, sentence)
        return replace(item, article=replace(item.article, published=published))

    story = on_record(
        resolve(
            [on("one", "Some 80 residents took part", "2021-03-03"), on("two", "About 50 people had gathered", day)]
        )
    )
    assert len(story.disagreements) == differ
