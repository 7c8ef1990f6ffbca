"""Lines of a report that can be understood without their articles."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from onrecord.model import Analysis, Passage, TimeExpression
from onrecord.report.account import accounts
from onrecord.report.lines import Line
from onrecord.resolve import resolve
from onrecord.story.publication import on_record
from resolution import action, actor, article, span, statement


def said(key: str, text: str, content: str, *times: TimeExpression, mode: Any = "direct") -> Analysis:
    """An article in which Ada Brekke says something."""
    return Analysis(
        article=article(key, text, published="2024-05-19"),
        actors=(actor(text, "a1", "Ada Brekke", "Person"),),
        statements=(
            statement(
                text, "s1", content, mode=mode, source="Ada Brekke", cue="said", speakers=("a1",), recorded=True,
                confidence=0.9,
            ),
        ),
        dates=times,
        sentences=((0, len(text)),),
    )  # fmt: skip


def lines(*articles: Analysis, heading: str = "Who said what") -> list[Line]:
    return [
        line
        for found in accounts(on_record(resolve(list(articles))))
        for item in found.sections
        if item.heading == heading
        for line in item.lines
    ]


def test_an_article_that_prints_a_part_of_a_quotation_does_not_print_the_whole() -> None:
    whole = "We will sell the old ferry in May, buy two new ships and keep every single hand on board"
    part = "We will sell the old ferry in May"
    found = lines(
        said("one", f"“{whole},” Ada Brekke said.", f"“{whole},”"),
        said("two", f"“{part},” Ada Brekke said.", f"“{part},”"),
    )
    assert [(line.words, line.support) for line in found] == [
        (f"Ada Brekke said: “{whole}”", "1 article, 1 origin; 1 article prints a part of it")
    ]


def test_a_day_told_by_that_of_printing_is_told_by_its_date() -> None:
    text = "Ada Brekke said the ferry sank during yesterday's storm."
    start, end = span(text, "yesterday")
    day = TimeExpression(start=start, end=end, type="DATE", value="2024-05-18")
    (line,) = lines(said("one", text, "the ferry sank during yesterday's storm", day, mode="indirect"))
    assert line.support == "1 article, 1 origin; “yesterday” is 18 May 2024"


@pytest.mark.parametrize(
    ("words", "printed", "support"),
    [
        ("a log that Fjord Fishing Today has seen", "Today", "1 article, 1 origin"),
        ("a log that the owner saw today", "today", "1 article, 1 origin; “today” is 19 May 2024"),
        ("a log that the owner saw Sunday", "Sunday", "1 article, 1 origin; “Sunday” is 19 May 2024"),
    ],
)
def test_a_day_in_a_name_is_none(words: str, printed: str, support: str) -> None:
    text = f"Ada Brekke said the ferry has {words}."
    start, end = span(text, printed)
    day = TimeExpression(start=start, end=end, type="DATE", value="2024-05-19")
    (line,) = lines(said("one", text, f"the ferry has {words}", day, mode="indirect"))
    assert line.support == support


def test_a_line_that_its_article_alone_explains_is_left_out() -> None:
    text = "Ada Brekke said passengers there were tired of it."
    assert lines(said("one", text, "passengers there were tired of it", mode="indirect")) == []


def test_a_quotation_that_begins_with_a_pronoun_for_somebody_is_left_out() -> None:
    for words, kept in (("He’d pushed me out", 0), ("Their ship is old", 0), ("I saw that he pushed", 1)):
        text = f"“{words} of the door,” Ada Brekke said."
        assert len(lines(said("one", text, f"“{words} of the door,”"))) == kept


def test_a_deed_of_somebody_told_of_before_is_left_out() -> None:
    text = "Both fined Alder Foods."
    made = Analysis(
        article=article("one", text, published="2024-05-19"),
        actors=(actor(text, "a1", "Alder Foods", "Company"),),
        actions=(
            action(
                text, "e1", "fined", type="Fine", patients=("a1",), agent_spans="Both", patient_spans="Alder Foods",
                recorded=True,
            ),
        ),
        sentences=((0, len(text)),),
    )  # fmt: skip
    assert lines(made, heading="Chronology") == []


def test_a_bare_noun_of_a_headline_is_nobody() -> None:
    text = "Union says crew was warned\n\nThe crew left."
    found = Analysis(
        article=article("one", text, published="2024-05-19"),
        passages=(Passage(0, text.index("\n"), "headline"), Passage(text.index("The"), len(text), "body")),
        actors=(actor(text, "a1", "Union", "Organization", named=False),),
        statements=(
            statement(
                text, "s1", "crew was warned", mode="indirect", source="Union", cue="says", speakers=("a1",),
                recorded=True, confidence=0.9,
            ),
        ),
        sentences=((0, text.index("\n")), (text.index("The"), len(text))),
    )  # fmt: skip
    assert lines(found, heading="Claims by unnamed sources") == []


def test_what_points_back_makes_no_line() -> None:
    for content in ("that was a matter for others", "that's news to her", "nobody had asked for any"):
        assert lines(said("one", f"Ada Brekke said {content}.", content, mode="indirect")) == []
    content = "that nobody had asked for a ferry"
    assert len(lines(said("one", f"Ada Brekke said {content}.", content, mode="indirect"))) == 1


def test_whoever_would_not_comment_is_told_apart() -> None:
    text = "Ada Brekke would not comment."
    found = Analysis(
        article=article("one", text, published="2024-05-19"),
        actors=(actor(text, "a1", "Ada Brekke", "Person"),),
        statements=(
            statement(
                text, "s1", "comment", mode="indirect", source="Ada Brekke", cue="would not", speakers=("a1",),
                kind="refusal_to_comment", recorded=True, confidence=0.9,
            ),
        ),
        sentences=((0, len(text)),),
    )  # fmt: skip
    assert [line.words for line in lines(found, heading="Would not comment")] == ["Ada Brekke would not comment"]
    assert lines(found) == lines(found, heading="Not quoted") == []


def test_the_police_are_a_body_without_a_name() -> None:
    text = "Police said the ferry was safe."
    found = Analysis(
        article=article("one", text, published="2024-05-19"),
        actors=(actor(text, "a1", "Police", "Group", named=False),),
        statements=(
            statement(
                text, "s1", "the ferry was safe", mode="indirect", source="Police", cue="said", speakers=("a1",),
                recorded=True, confidence=0.9,
            ),
        ),
        sentences=((0, len(text)),),
    )  # fmt: skip
    told = lines(found), lines(found, heading="Claims by unnamed sources")
    assert [[line.words for line in section] for section in told] == [["Police said the ferry was safe"], []]


def test_a_quotation_of_which_a_label_leaves_out_the_end_is_told_by_its_sentences() -> None:
    text = "“The Fjord ferry sank at noon,” Ada Brekke said. “The ones who sold it will sell the next one too.”"
    parts = ("“The Fjord ferry sank at noon,”", "“The ones who sold it will sell the next one too.”")
    found = said("one", text, parts[0])
    whole = statement(
        text, "s1", parts[0], mode="direct", source="Ada Brekke", cue="said", speakers=("a1",), recorded=True,
        confidence=0.9,
    )  # fmt: skip
    both = replace(whole, content=tuple(span(text, part) for part in parts))
    body = (Passage(0, len(text), "body"),)
    ends = text.index(" “The ones")
    found = replace(found, statements=(both,), passages=body, sentences=((0, ends), (ends + 1, len(text))))
    (line,) = lines(found)
    assert (
        line.words
        == "“‘The Fjord ferry sank at noon,’ Ada Brekke said. ‘The ones who sold it will sell the next one too.’”"
    )
