"""Under which day a line of the page stands: that of the words shown, or of the article that prints them."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from onrecord import pipeline
from onrecord.model import Analysis, Story
from onrecord.network.dating import Dating, date_action, date_statement
from onrecord.network.lookup import build_lookup
from onrecord.network.salience import rate_salience
from onrecord.network.story_lines import choose_lines
from resolution import action, actor, analysis, statement

TEXT = "Norway fined Kestrel. Kestrel will appeal."


def told(key: str, published: str | None, **values: Any) -> Analysis:
    """An article that tells of the fine, on a day or undated."""
    fined = action(TEXT, "e", "fined", type="Fine", agents=("n",), patients=("k",), **values)
    people = actor(TEXT, "n", "Norway", "State"), actor(TEXT, "k", "Kestrel", "Company")
    return analysis(key, TEXT, *people, fined, published=published)


def dating(*articles: Analysis, chief: str = "") -> Dating:
    """Of the fine, whose words are those of the article `chief`."""
    story = pipeline.resolve(articles)
    (fine,) = [item for item in story.actions if item.type == "Fine"]
    if chief:
        fine = replace(fine, chief=next(ref for ref in fine.refs if ref.article == chief))
    return date_action(fine, build_lookup(story))


def test_the_words_shown_say_the_day() -> None:
    assert dating(told("one", "2015-07-27", date="2015-07-20")) == Dating("2015-07-20", "told")


def test_what_is_but_planned_is_for_its_day() -> None:
    planned = told("one", "2015-07-27", date="2015-11-30", modality="planned")
    assert dating(planned) == Dating("2015-11-30", "ahead")


def test_else_the_day_of_the_article_with_these_words() -> None:
    assert dating(told("one", "2015-07-27")) == Dating("2015-07-27", "printed")


def test_the_day_of_another_article_is_never_that_of_these_words() -> None:
    both = told("one", None), told("two", "2015-07-27")
    assert dating(*both, chief="one") == Dating("2015-07-27", "elsewhere")
    assert dating(*both, chief="two") == Dating("2015-07-27", "printed")


def test_without_any_day_it_is_undated() -> None:
    assert dating(told("one", None)) == Dating(None, "unknown")


def test_a_statement_is_dated_by_when_it_was_said_or_printed() -> None:
    said = statement("“No,” said Ada.", "s", "“No,”", speakers=("a",))
    ada = actor("“No,” said Ada.", "a", "Ada", "Person")

    def found(published: str | None, date: str | None) -> Dating:
        story = pipeline.resolve(
            [analysis("one", "“No,” said Ada.", ada, replace(said, date=date), published=published)]
        )
        return date_statement(story.statements[0], build_lookup(story))

    assert found("2015-07-27", "2015-07-20") == Dating("2015-07-20", "told")
    assert found("2015-07-27", None) == Dating("2015-07-27", "printed")
    assert found("2015-07-27", "PT6M") == Dating("2015-07-27", "printed")
    assert found(None, None) == Dating(None, "unknown")


@pytest.mark.parametrize("days", [("2016-W08", "2016-06-09"), ("2015", "2016-02"), ("2016-06-09", None)])
def test_lines_stand_in_the_order_of_time(days: tuple[str, str | None]) -> None:
    def fine(key: str, name: str, date: str | None) -> Analysis:
        text = f"Norway fined {name}."
        deed = action(text, "e", "fined", type="Fine", agents=("n",), patients=("k",), date=date)
        return analysis(key, text, actor(text, "n", "Norway", "State"), actor(text, "k", name, "Company"), deed)

    story: Story = pipeline.resolve([fine("b", "Zeta Ltd", days[0]), fine("a", "Alder Ltd", days[1])])
    index = build_lookup(story)
    lines = choose_lines(story, index, rate_salience(story, index), {})
    assert [line.dating.date for line in lines] == list(days)
