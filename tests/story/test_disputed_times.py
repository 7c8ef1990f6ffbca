"""Days and hours of what happened once that articles give differently."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from disputing import told
from onrecord.model import Analysis, Disagreement, TimeExpression
from onrecord.resolve import resolve
from onrecord.story.meaning import with_meaning

TIMES = {
    "9 p.m.": "T21:00",
    "9.20 p.m.": "T21:20",
    "11 p.m.": "T23:00",
    "May 2021": "2021-05",
    "August 2022": "2022-08",
    "4 June": "2022-06-04",
    "14 June": "2022-06-14",
    "14 May": "2019-05-14",
}


def dated(key: str, sentence: str) -> Analysis:
    read = told(key, sentence)
    text = read.article.text
    dates = tuple(
        TimeExpression(start=found.start(), end=found.end(), value=value, type="TIME" if value[0] == "T" else "DATE")
        for words, value in TIMES.items()
        for found in re.finditer(rf"(?<!\d){words}", text)
    )
    return replace(read, dates=dates)


def disputes(one: str, two: str) -> list[Disagreement]:
    return list(with_meaning(resolve([dated("one", one), dated("two", two)])).disagreements)


@pytest.mark.parametrize(
    ("one", "two", "label"),
    [
        ("The fire broke out at 9 p.m.", "The blaze began shortly after 11 p.m.", "At what time the fire began"),
        ("The first complaint against Alder Net came in May 2021",
         "Clerks lodged a first complaint against Alder Net in August 2022", "The date of the first complaint"),
        ("Inspectors first warned the mill about its chimney in May 2021",
         "The state first warned the mill about its chimney in August 2022",
         "“first warned the mill about its chimney in …”"),
        ("Quiet talks began in May 2021", "It had a first conversation with Alder Net in August 2022",
         "When the talks began"),
        ("Alder Net gave a water sample on 4 June", "The sample of Alder Net was taken at the well on 14 June",
         "The date of the sample"),
        ("Alder Net gave an out-of-season sample of water on 4 June",
         "A sample of Alder Net was taken at the well on 14 June", "The date of the sample"),
    ],
)  # fmt: skip
def test_two_times_of_what_happened_once(one: str, two: str, label: str) -> None:
    (found,) = disputes(one, two)
    assert found.label == label
    (other,) = disputes(two, one)
    assert other.positions == tuple(
        replace(side, places=tuple(replace(place, article={"one": "two", "two": "one"}[place.article])
                                   for place in side.places))
        for side in found.positions
    )  # fmt: skip


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The fire broke out at 9 p.m.", "The blaze began at about 9.20 p.m."),  # one hour, roughly
        ("The fire broke out at 9 p.m.", "The concert began at 11 p.m."),
        ("The fire broke out at 9 p.m.", "The crew came at 11 p.m."),
        ("The fire had been burning since 9 p.m.", "The fire broke out at 11 p.m."),
        ("The first complaint came in May 2021", "It was seen for the first time in August 2022"),
        ("Inspectors first warned the mill in May 2021", "The state first warned the port in August 2022"),
        ("Alder Net gave a water sample on 4 June", "A sample was due by 14 June"),
        ("Alder Net gave a water sample on 4 June", "Alder Net gave a concert on 14 June"),
        ("Alder Net gave a water sample on 14 June", "A sample of Alder Net was taken on 14 May"),  # years apart
    ],
)
def test_times_of_two_things(one: str, two: str) -> None:
    assert disputes(one, two) == []


def test_whoever_gives_both_times_tells_of_two_things() -> None:
    both = "The fire broke out at 9 p.m.. A fire broke out at 11 p.m."
    assert disputes(both, "The fire broke out at 11 p.m.") == []
