"""Days without a year: completed where articles about the same matter agree, left open elsewhere."""

from dataclasses import replace

from onrecord import ids
from onrecord.model import Action, Analysis, Article, TimeExpression
from onrecord.resolve.yearless import completed


def article(name: str, *dates: TimeExpression) -> Analysis:
    stop = Action(id="e1", type="ShutDown", lemma="stop", trigger=((0, 4),), date_span=(8, 14), rule="verb")
    text = "Stop by May 3!"
    return Analysis(
        article=Article(id=name, text=text, sha256=ids.text_sha256(text), source=name), dates=dates, actions=(stop,)
    )


OPEN = TimeExpression(start=8, end=14, type="DATE", value=None, partial="XXXX-05-03")


def full(value: str) -> TimeExpression:
    return TimeExpression(start=0, end=4, type="DATE", value=value)


def test_the_year_comes_from_an_article_about_the_same_matter() -> None:
    found = completed([article("a", OPEN), article("b", full("2015-05-03"))], {(0, 1): 0.5})[0]
    assert found.dates[0].value == "2015-05-03"
    assert found.dates[0].note == "the year is that of the same day in the article b"
    assert found.actions[0].date == "2015-05-03"


def test_nothing_comes_from_an_article_about_something_else() -> None:
    given = [article("a", OPEN), article("b", full("2015-05-03"))]
    assert completed(given, {}) == given


def test_two_years_or_another_day_or_a_coarse_date_leave_it_open() -> None:
    for others in ((full("2015-05-03"), full("2014-05-03")), (full("2015-05-04"),), (full("2015-05"),)):
        given = [article("a", OPEN), article("b", *others)]
        assert completed(given, {(0, 1): 0.5}) == given


def test_a_date_that_has_a_value_keeps_it() -> None:
    own = replace(OPEN, value="2013-05-03", partial=None)
    given = [article("a", own), article("b", full("2015-05-03"))]
    assert completed(given, {(0, 1): 0.5}) == given
