"""The chronology: sentences under the days that they give, or under that of their article."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from onrecord.model import Analysis, Passage, TimeExpression
from onrecord.report.account import accounts
from onrecord.report.lines import Line
from onrecord.resolve import resolve
from onrecord.story.publication import on_record
from resolution import action, actor, analysis, span, statement, wording


def day(text: str, words: str, value: str) -> TimeExpression:
    """A time expression whose value is not complete if its year or week is "XXXX"."""
    start, end = span(text, words)
    known = not value.startswith("XXXX")
    return TimeExpression(
        start=start, end=end, type="DATE", value=value if known else None, partial=None if known else value
    )


def told(
    text: str, *days: tuple[str, str], key: str = "one", published: str | None = "2024-05-19", **values: Any
) -> Analysis:
    """An article whose first line is a byline if it ends in a colon; what names Alder Foods is a deed of theirs."""
    head, _, rest = text.partition(":\n")
    body = len(head) + 2 if rest else 0
    made = analysis(
        key, text, actor(text, "a", "Alder Foods", "Company"),
        action(text, "e1", "sold", type="Sell", agents=("a",), agent_spans="Alder Foods", recorded=True,
               wording=wording(text, "active", "Alder Foods", "sold", "mills"), **values),
        published=published, publisher=f"The {key}",
    )  # fmt: skip
    passages = [Passage(start=body, end=len(text), kind="body")]
    passages += [Passage(start=0, end=len(head), kind="byline")] if body else []
    made_of = tuple(day(text, words, value) for words, value in days)
    return replace(made, passages=tuple(passages), dates=made_of)


def lines(*articles: Analysis, heading: str = "Chronology") -> list[Line]:
    return [
        line
        for found in accounts(on_record(resolve(list(articles))))
        for item in found.sections
        if item.heading == heading
        for line in item.lines
    ]


def leads(*articles: Analysis) -> list[str]:
    """What stands before the lines of what was done, then before those of what is set for a day."""
    return [line.lead for line in (*lines(*articles), *lines(*articles, heading="Set for a day"))]


def test_a_sentence_stands_under_the_day_that_it_gives_and_names_its_outlet() -> None:
    text = "Rain fell on Ost on 4 May. Alder Foods sold two mills."
    found = lines(told(text, ("4 May", "2024-05-04")))
    assert [(line.lead, line.words) for line in found] == [
        ("4 May 2024 · The one", "“Rain fell on Ost on 4 May.”"),
        ("reported 19 May 2024 · The one", "“Alder Foods sold two mills.”"),
    ]


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        ("Ost has had rain since 4 May.", None),
        ("Alder's letter of 4 May was lost at sea.", None),
        ("“It rained on 4 May at Ost,” Lund said.", None),
        ("Will rain fall on Ost on 4 May?", None),
        ("Rain fell on Ost on 4 May.", "4 May 2024 · The one"),
    ],
)
def test_a_day_on_which_nothing_is_told_to_be_done_makes_no_line(sentence: str, lead: str | None) -> None:
    found = leads(told(f"{sentence} Alder Foods sold two mills.", ("4 May", "2024-05-04")))
    assert found == [item for item in (lead, "reported 19 May 2024 · The one") if item]


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        ("A fair at Ost was to have been held on 4 May.", None),
        ("A fair at Ost was put back to 4 May and called off.", None),
        ("Ada Lund laughed about a fair that was told of on 4 May.", None),
        ("At Ost no eel may be caught on 4 May.", None),
        ("A cart which carried eels rolled through Ost on the night of 4 May.", "4 May 2024 · The one"),
        ("Ost held a fair on 4 May.", "4 May 2024 · The one"),
        ("I saw rain fall on Ost on 4 May.", None),
    ],
)
def test_a_day_of_a_plan_or_of_an_aside_is_not_that_of_the_line(sentence: str, lead: str | None) -> None:
    found = leads(told(f"{sentence} Alder Foods sold two mills.", ("4 May", "2024-05-04")))
    assert [item for item in found if not item.startswith("reported")] == [item for item in (lead,) if item]


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        ("A judge adjourned the hearing at Ost until 4 June.", "for 4 June 2024 · The one"),
        ("A judge heard of Ost until 4 June.", None),
        ("Should Ost be dry on 4 June, a fair is held at Ost.", "for 4 June 2024 · The one"),
    ],
)
def test_what_is_put_off_or_may_be_stands_for_its_day(sentence: str, lead: str | None) -> None:
    found = leads(told(f"{sentence} Alder Foods sold two mills.", ("4 June", "2024-06-04")))
    assert [item for item in found if item.startswith("for")] == [item for item in (lead,) if item]


def test_a_plan_that_may_be_of_this_year_or_the_next_has_no_day() -> None:
    text = "Ost had put off a fair planned for 15 March. Alder Foods sold two mills."
    assert leads(told(text, ("15 March", "2025-03-15"))) == ["reported 19 May 2024 · The one"] * 2


def test_a_short_sentence_on_that_is_none() -> None:
    text = "Alder Foods sold two mills. Ada Lund of Ost ruled that out."
    assert [line.words for line in lines(told(text))] == ["“Alder Foods sold two mills.”"]


def test_a_weekday_told_by_another_day_and_this_day_are_none() -> None:
    text = (
        "Alder Foods sold two mills. Rain fell on Ost on the Friday before, as on Ost it does. Ost is dry to this day."
    )
    made = told(text, ("Friday", "XXXX-WXX-5"), ("this day", "2024-05-19"))
    assert leads(made) == ["reported 19 May 2024 · The one"]


def test_a_sentence_that_an_article_has_from_another_makes_one_line() -> None:
    copied = "Rain fell on the harbour wall of Ost and on the boats that lay behind it on 4 May."
    first = told(f"{copied} Alder Foods sold two mills.", ("4 May", "2024-05-04"))
    text = f"{copied} Nobody saw that Alder Foods sold three mills."
    second = told(text, ("4 May", "2024-05-04"), key="two", published="2024-05-20")
    assert [lead for lead in leads(first, second) if lead.startswith("4 May")] == ["4 May 2024 · The one"]


def test_what_is_due_later_stands_for_its_day() -> None:
    text = "A vote is due on 4 June. Alder Foods sold two mills."
    assert leads(told(text, ("4 June", "2024-06-04")))[-1] == "for 4 June 2024 · The one"


def test_a_day_without_a_year_is_that_of_the_articles_beside_it() -> None:
    text = "Rain fell on Ost on 4 May. Alder Foods sold two mills."
    undated = told(text, ("4 May", "XXXX-05-04"), published=None)
    assert [lead for lead in leads(undated) if lead] == ["4 May · The one"]
    beside = told("Alder Foods sold two mills on Friday.", key="two")
    assert "4 May 2024 · The one" in leads(undated, beside)
    far = told("Alder Foods sold two mills on Friday.", key="two", published="2024-11-19")
    assert "4 May 2024 · The one" not in leads(undated, far)


def test_an_article_without_a_year_tells_under_its_own_day() -> None:
    text = "OSLO, 4 May:\nAlder Foods sold two mills."
    assert leads(told(text, ("4 May", "XXXX-05-04"), published=None)) == ["reported 4 May · The one"]


def test_a_weekday_is_the_last_one_or_the_next_one_of_what_will_be() -> None:
    text = "Alder Foods sold two mills. Rain fell on Ost on Friday. Una Lund will leave on Tuesday."
    made = told(text, ("Friday", "XXXX-WXX-5"), ("Tuesday", "XXXX-WXX-2"))
    assert leads(made) == ["17 May 2024 · The one", "reported 19 May 2024 · The one", "for 21 May 2024 · The one"]


def test_a_sentence_quoted_with_the_next_one_makes_a_line_alone_if_it_has_another_day() -> None:
    text = "Alder Foods sold two mills on 4 May. They burnt down on 6 May."
    found = lines(told(text, ("4 May", "2024-05-04"), ("6 May", "2024-05-06")))
    first = "“Alder Foods sold two mills on 4 May.”"
    assert [(line.lead[:6], line.words) for line in found] == [("4 May ", first), ("6 May ", f"“{text}”")]
    text = "Alder Foods sold two mills. They burnt down on 6 May."
    assert [line.words for line in lines(told(text, ("6 May", "2024-05-06")))] == [f"“{text}”"]


def test_a_sentence_on_one_side_of_a_dispute_says_so() -> None:
    first = told("Alder Foods sold 12 mills in Ost on 4 May.", ("4 May", "2024-05-04"))
    second = told("Alder Foods sold 14 mills in Ost on 4 May.", ("4 May", "2024-05-04"), key="two")
    found = lines(first, second)
    assert lines(first, second, heading="Disputed: How many mills were sold") == []  # a table, not lines
    assert [line.support.split("; ")[-1] for line in found] == ["disputed, see below", "disputed, see below"]


def test_the_sentence_with_which_an_article_opens_is_a_line_if_it_tells_something() -> None:
    text = "The mill of Ost is old and dear. Una Lund said it will close."
    said = statement(
        text, "s1", "it will close", mode="indirect", source="Una Lund", cue="said", speakers=("l",), recorded=True
    )
    made = analysis("one", text, actor(text, "l", "Una Lund", "Person"), said, published="2024-05-19")
    made = replace(made, passages=(Passage(start=0, end=len(text), kind="body"),))
    assert [line.words for line in lines(made)] == ["“Una Lund said it will close.”"]


def test_a_deed_in_a_relative_clause_gives_a_sentence_on_something_else_no_day() -> None:
    text = "Alder Foods, who sold two mills in 1998, sued Ost Bank for 40 million."
    made = told(text, ("1998", "1998"), date="1998", date_span="1998")
    assert leads(made) == ["reported 19 May 2024 · The one"]


@pytest.mark.parametrize(
    ("sentence", "day", "lead"),
    [
        ("A hearing was set for 4 June.", "4 June", "for 4 June 2024 · The one"),
        ("The agenda for 9 December lists it.", "9 December", "9 December 2023 · The one"),
        ("Lund was told to close by 4 June.", "4 June", "for 4 June 2024 · The one"),
        ("A deadline was extended to 4 June.", "4 June", "for 4 June 2024 · The one"),
        ("A report, promised for 4 June, will be late.", "4 June last year", "for 4 June 2024 · The one"),
        ("A report, first promised for 4 June, is late.", "4 June", None),
        ("Lund had aimed to move by cart on 4 May.", "4 May", None),
        ("Lund has a permit dated 4 May.", "4 May", None),
        ("Lund has a permit with a date in July.", "July", None),
        ("Time runs out for Lund next month.", "next month", "for June 2024 · The one"),
        ("Rain fell between May and July of that year.", "July", None),
        ("Rain fell on Friday's market in Ost.", "Friday", None),
        ("Ost Bank was fined for July's fire in Ost.", "July", None),
    ],
)
def test_whether_a_day_is_to_come_is_told_by_the_words_before_it(sentence: str, day: str, lead: str | None) -> None:
    values = {"4 June": "2024-06-04", "9 December": "2024-12-09", "July": "2024-07", "Friday": "2024-05-17"}
    values |= {"next month": "2024-06", "4 June last year": "2023-06-04", "4 May": "2024-05-04"}
    given = day.removesuffix(" last year"), values[day]
    found = leads(told(f"{sentence} Alder Foods sold two mills.", given))
    assert [item for item in found if not item.startswith("reported")] == ([lead] if lead else [])


def test_only_lines_that_are_shown_have_evidence() -> None:
    text = "Alder Foods sold two mills on 4 May. They burnt down on 6 May. Rain fell on Ost on 8 May."
    made = told(text, ("4 May", "2024-05-04"), ("6 May", "2024-05-06"), ("8 May", "2024-05-08"))
    (account,) = accounts(on_record(resolve([made])))
    cited = {number for item in account.sections for line in item.lines for number in line.evidence}
    assert cited == {source.number for source in account.sources}


def test_a_day_without_a_year_has_no_place_beside_days_with_one() -> None:
    undated = told("Rain fell on Ost on 4 May. Alder Foods sold two mills.", ("4 May", "XXXX-05-04"), published=None)
    far = told("Alder Foods sold two mills on 6 May.", ("6 May", "2023-05-06"), key="two", published="2024-11-19")
    assert "4 May · The one" not in leads(undated, far)
    assert "4 May · The one" in [line.lead for line in lines(undated, far, heading="Without a date, as told")]


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("Una Lund walked the shore on 4 May.", False),
        ("Una Lund walked 12 miles on 4 May.", True),
        ("Una Lund could not be reached on 4 May.", False),
    ],
)
def test_a_scene_of_somebody_whom_no_other_names_makes_no_line(sentence: str, shown: bool) -> None:
    text = f"Alder Foods sold two mills. Una Lund said rain fell. {sentence}"
    made = told(text, ("4 May", "2024-05-04"))
    lund = actor(text, "u", "Una Lund", "Person", "Una Lund#2")
    said = statement(text, "s1", "rain fell", mode="indirect", source="Una Lund", cue="said", speakers=("u",))
    made = replace(made, actors=(*made.actors, lund), statements=(replace(said, recorded=True),))
    more = told("Alder Foods sold all mills.", key="two")
    assert (f"“{sentence}”" in [line.words for line in lines(made, more)]) is shown


def test_what_is_only_said_without_a_day_is_no_deed() -> None:
    text = "Una Lund said Alder Foods sold two mills. Rain fell."
    made = told(text, within="s1")
    said = statement(
        text, "s1", "Alder Foods sold two mills", mode="indirect", source="Una Lund", cue="said", speakers=("u",),
        recorded=True,
    )  # fmt: skip
    made = replace(made, actors=(*made.actors, actor(text, "u", "Una Lund", "Person")), statements=(said,))
    assert [line.words for line in lines(made)] == ["“Una Lund said Alder Foods sold two mills.”"]  # its lead
    assert lines(replace(made, passages=(Passage(start=text.index("Rain"), end=len(text), kind="body"),))) == []


@pytest.mark.parametrize(("before", "shown"), [(1, True), (4, False)])
def test_what_is_said_far_down_is_not_what_an_article_is_about(before: int, shown: bool) -> None:
    text = (
        f"{'The mill of Ost is old and very dear. ' * before}Una Lund said rain fell upon Ost. Alder Foods sold mills."
    )
    said = statement(
        text, "s1", "rain fell upon Ost", mode="indirect", source="Una Lund", cue="said", speakers=("u",), recorded=True
    )
    made = told(text)
    made = replace(made, actors=(*made.actors, actor(text, "u", "Una Lund", "Person")), statements=(said,))
    assert ("“Una Lund said rain fell upon Ost.”" in [line.words for line in lines(made)]) is shown


@pytest.mark.parametrize(
    ("deed", "lead"),
    [
        ("Alder Foods sold two mills at a scheduled sale on Tuesday.", "14 May 2024 · The one"),
        ("Alder Foods sold two mills but is scheduled to sell both again on Tuesday.", "for 21 May 2024 · The one"),
    ],
)
def test_a_scheduled_sale_that_was_held_is_over(deed: str, lead: str) -> None:
    assert leads(told(deed, ("Tuesday", "XXXX-WXX-2"))) == [lead]


def test_a_day_of_a_side_clause_is_not_that_of_the_line() -> None:
    text = "A boat came to Ost that was built on 4 May. Alder Foods sold two mills."
    made = told(text, ("4 May", "2024-05-04"))
    made = replace(made, dates=tuple(replace(item, aside=True) for item in made.dates))
    assert leads(made) == ["reported 19 May 2024 · The one", "reported 19 May 2024 · The one"]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("A fair at Ost, first set for 4 June, is to be held on 11 June.", ["for 11 June 2024 · The two"]),
        ("A fair at Ost is to be held on 11 June instead of 4 June.", ["for 11 June 2024 · The two"]),
        ("A fair at Ost was moved from 4 June, and is due on 11 June.", ["for 11 June 2024 · The two"]),
        ("Lund, who had told Ost it would be held on 4 June, now says 11 June.", ["for 11 June 2024 · The two"]),
        ("A fair at Ost was put back by one week, to 11 June.", ["for 11 June 2024 · The two"]),
        (
            "A fair at Ost was put back by two days, to 11 June.",
            ["for 4 June 2024 · The one", "for 11 June 2024 · The two"],
        ),
        ("A fair at Ost is to be held on 4 June.", ["for 4 June 2024 · The one", "for 4 June 2024 · The two"]),
    ],
)
def test_a_day_that_was_given_up_is_no_day_for_which_anything_is_set(sentence: str, found: list[str]) -> None:
    text = "A fair at Ost is due on 4 June. Alder Foods sold two mills."
    first = told(text, ("4 June", "2024-06-04"))
    days = [(words, value) for words, value in _SET.items() if words in sentence]
    second = told(f"{sentence} Alder Foods sold two mills.", *days, key="two", published="2024-05-22")
    assert [lead for lead in leads(first, second) if lead.startswith("for")] == found


_SET = {"4 June": "2024-06-04", "11 June": "2024-06-11"}


def test_a_sentence_stands_under_the_day_of_what_it_tells_first() -> None:
    text = "Ost gave up a mill in May 2022, and Alder Foods sold two mills in 2021."
    made = told(text, ("May 2022", "2022-05"), ("2021", "2021"), date="2021", date_span="2021")
    assert leads(made) == ["May 2022 · The one"]


def test_a_weekday_is_the_day_that_its_clause_was_read_to_mean() -> None:
    text = "Lund said that Ada Roth would be back at Ost on Saturday. Alder Foods sold two mills."
    assert leads(told(text, ("Saturday", "2024-05-25")))[-1] == "for 25 May 2024 · The one"


def test_what_is_told_of_a_month_of_something_else_is_reported() -> None:
    text = "Alder Foods sold two mills. Ost Bank was fined 40 million for last July's fire in Ost."
    assert leads(told(text, ("last July", "2023-07"))) == ["reported 19 May 2024 · The one"] * 2
