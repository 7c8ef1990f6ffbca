"""What became of a thing that is done, as sentences tell its stages."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from onrecord.model import Analysis, Passage, TimeExpression
from onrecord.report.account import accounts
from onrecord.resolve import resolve
from onrecord.story.publication import on_record
from resolution import action, actor, analysis, span


def read(text: str, *days: tuple[str, str], key: str = "one", published: str = "2024-10-19") -> Analysis:
    text = f"{text} Ivo Roth met Ada Lund."
    people = [actor(text, name[:3], name, "Person") for name in ("Ivo Roth", "Ada Lund")]
    met = action(
        text, "e", "met", type="Meet", lemma="meet", agents=("Ivo",), patients=("Ada",), agent_spans="Ivo Roth",
        patient_spans="Ada Lund", recorded=True,
    )  # fmt: skip
    named = (actor(text, "a", "Ost", "Place"), *people)
    made = analysis(key, text, *named, met, published=published, publisher=f"The {key}")
    found = (
        TimeExpression(start=start, end=end, type="DATE", value=value)
        for words, value in days
        for start, end in [span(text, words)]
    )
    return replace(made, passages=(Passage(start=0, end=len(text), kind="body"),), dates=tuple(found))


def rows(*articles: Analysis) -> list[tuple[str, list[tuple[str, ...]]]]:
    """The things of which it is told, each with when and the stage."""
    return [
        (item.heading, [tuple(cell.words for cell in row[:2]) for row in item.rows])
        for told in accounts(on_record(resolve(list(articles))))
        for item in told.sections
        if item.heading.startswith("What became of")
    ]


def test_the_stages_of_a_thing_stand_in_order_with_the_words_for_them() -> None:
    text = "Ost announced the auction of its mill on 4 May. It was put back in Ost by the mayor."
    late = "In Ost the auction has not been held."
    first = read(text, ("4 May", "2024-05-04"), published="2024-05-05")
    assert rows(first, read(late, key="two", published="2024-05-19")) == [
        (
            "What became of the auction",
            [
                ("4 May 2024", "“announced the auction”"),
                ("reported 5 May 2024", "“was put back”"),
                ("reported 19 May 2024", "“has not been held” (not done)"),
            ],
        )
    ]


def test_a_day_to_come_is_matched_with_what_came() -> None:
    first = read("A judge adjourned the hearing in Ost until 14 May.", ("14 May", "2024-05-14"), published="2024-05-02")
    later = read("The hearing was cancelled in Ost by a judge.", key="two", published="2024-05-16")
    ((_, found),) = rows(first, later)
    assert found == [
        ("for 14 May 2024", "planned: “adjourned the hearing”; then “was cancelled”"),
        ("reported 16 May 2024", "“was cancelled”"),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ost announced the sale. In Ost the sale of the mill was called off by the mayor.", True),
        ("Ost announced the sale. Unless the sale of the mill is called off, Ost is lost.", False),
        ("Ost announced the sale. In Ost the sale, of which a fair was called off, went on.", False),
        ("Ost announced the sale. In Ost the sale of the mill was held by the mayor.", False),
    ],
)
def test_two_stages_of_one_thing_are_told(text: str, told: bool) -> None:
    assert bool(rows(read(text))) is told
