"""Days without a year: completed where articles about the same matter agree, left open elsewhere."""

from datetime import date
from itertools import permutations

import pytest
from msgspec.structs import replace

from onrecord import ids, pipeline
from onrecord.articles.jsonl import article_from_row
from onrecord.days import printed_day
from onrecord.model import Action, Analysis, Article, Passage, TimeExpression
from onrecord.resolve import yearless
from onrecord.resolve.yearless import NEAR, as_read
from onrecord.settings import DEFAULT_MODEL
from onrecord.story.pages import put_aside
from onrecord.story.reuse import find_reuse


def completed(given, alike):
    return yearless.completed(put_aside(given), alike)


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


# ------------------------------------------------------------ the day of publication

TEXT = "HALDEN, March 4 (Coast News) — It stopped on Feb. 29 and on Monday."
BYLINE, BODY = Passage(0, 31, "byline"), Passage(31, len(TEXT), "body")
PRINTED = TimeExpression(start=8, end=15, type="DATE", value=None, partial="XXXX-03-04")
TOLD = TimeExpression(start=45, end=52, type="DATE", value=None, partial="XXXX-02-29")
WEEKDAY = TimeExpression(start=60, end=66, type="DATE", value=None, partial="XXXX-WXX-1")


def undated(name: str = "u", printed: TimeExpression = PRINTED) -> Analysis:
    stop = Action(id="e1", type="ShutDown", lemma="stop", trigger=((34, 41),), date_span=(45, 52), rule="verb")
    return Analysis(
        article=Article(id=name, text=TEXT, sha256=ids.text_sha256(TEXT), source=name),
        passages=(BYLINE, BODY),
        dates=(printed, TOLD, WEEKDAY),
        actions=(stop,),
    )


def dated(name: str, published: str, basis: str = "text") -> Analysis:
    found = article(name)
    return replace(found, article=replace(found.article, published=published, published_basis=basis))


def test_a_day_of_publication_without_a_year_is_that_of_articles_on_the_same_matter() -> None:
    found = completed([dated("b", "2024-03-06"), dated("c", "2024-03-12"), undated()], {(0, 2): 0.5, (1, 2): 0.4})[2]
    assert (found.article.published, found.article.published_basis) == ("2024-03-04", "inferred")
    assert found.article.published_note == (
        "'March 4' is printed above the article without a year: 2024 puts it "
        "2 days from the article b on the same matter"
    )
    printed, told, weekday = found.dates
    assert (printed.value, told.value, weekday.value) == ("2024-03-04", "2024-02-29", None)
    assert told.note == "the year is the one nearest to publication on 2024-03-04"
    assert found.actions[0].date == "2024-02-29"


@pytest.mark.parametrize(
    ("published", "given"),
    [("2024-01-01", None), ("2024-01-19", "2024-03-04"), ("2024-04-18", "2024-03-04"), ("2024-04-19", None)],
)
def test_it_is_taken_within_some_weeks(published: str, given: str | None) -> None:
    assert (date(2024, 4, 18) - date(2024, 3, 4)).days == NEAR
    own = replace(undated(), dates=(PRINTED, TOLD))
    assert completed([dated("b", published), own], {(0, 1): 0.5})[1].article.published == given


def test_the_year_turns_between_two_articles() -> None:
    late = replace(PRINTED, partial="XXXX-12-30")
    found = completed([dated("b", "2024-01-02"), undated(printed=late)], {(0, 1): 0.5})[1]
    assert found.article.published == "2023-12-30"


def test_a_day_that_is_in_no_year_nearby_stays_open() -> None:
    leap = replace(PRINTED, partial="XXXX-02-29")
    assert completed([dated("b", "2023-03-02"), undated(printed=leap)], {(0, 1): 0.5})[1].article.published is None


def test_two_years_leave_the_article_undated() -> None:
    own = replace(undated(), dates=(PRINTED, TOLD))
    given = [dated("b", "2024-03-06"), dated("c", "2023-03-06"), own]
    assert completed(given, {(0, 2): 0.5, (1, 2): 0.5}) == given


def weekday(number: int) -> TimeExpression:
    return TimeExpression(start=60, end=66, type="DATE", value=None, partial=f"XXXX-WXX-{number}")


@pytest.mark.parametrize(
    ("others", "number", "given"),
    [
        (("2024-03-06", "2023-03-06"), 1, "2024-03-04"),  # 4 March 2024 was a Monday, in 2023 a Saturday
        (("2024-03-06", "2023-03-06"), 6, "2023-03-04"),
        (("2024-03-06", "2023-03-06"), 7, "2024-03-04"),  # the day before a Monday
        (("2024-03-06", "2023-03-06"), 3, None),
        (("2023-11-06",), 1, "2024-03-04"),  # less near
        (("2023-11-06",), 4, None),
        (("2023-09-06",), 1, None),  # too far
    ],
)
def test_the_weekday_that_is_told_decides_between_years(
    others: tuple[str, ...], number: int, given: str | None
) -> None:
    own = replace(undated(), dates=(PRINTED, weekday(number)))
    found = completed(
        [*(dated(f"b{day}", day) for day in others), own], {(at, len(others)): 0.5 for at in range(len(others))}
    )
    assert found[-1].article.published == given


def test_no_year_comes_from_another_matter_a_month_or_an_inferred_date() -> None:
    for other in (dated("b", "2024-03"), dated("b", "2024-03-06", "inferred")):
        given = [other, undated()]
        assert completed(given, {(0, 1): 0.5}) == given
    given = [dated("b", "2024-03-06"), undated()]
    assert completed(given, {}) == given


def test_undated_articles_tell_each_other_nothing_in_any_order() -> None:
    """`u` is dated by `b`; `v`, on the same matter as `u` alone, stays undated wherever it stands."""
    pairs = {("b", "u"), ("u", "v")}
    for order in permutations([dated("b", "2024-03-06"), undated("u"), undated("v")]):
        names = [item.article.id for item in order]
        alike = {tuple(sorted((names.index(one), names.index(two)))): 0.5 for one, two in pairs}
        found = {item.article.id: item.article.published for item in completed(order, alike)}
        assert found == {"b": "2024-03-06", "u": "2024-03-04", "v": None}


def test_the_article_itself_can_give_the_year() -> None:
    known = replace(PRINTED, value="2024-03-04", partial=None)
    found = completed([undated(printed=known)], {})[0]
    assert (found.article.published, found.article.published_basis) == ("2024-03-04", "inferred")
    assert found.article.published_note == (
        "'March 4' is printed above the article without a year: the article gives that day with its year"
    )
    assert [item.value for item in found.dates] == ["2024-03-04", "2024-02-29", None]


def test_a_day_in_the_article_itself_is_not_that_of_publication() -> None:
    inside = replace(undated(), passages=(Passage(0, len(TEXT), "body"),))
    assert completed([dated("b", "2024-03-06"), inside], {(0, 1): 0.5})[1].article.published is None


def test_an_article_that_has_a_date_keeps_it() -> None:
    own = undated()
    own = replace(own, article=replace(own.article, published="2020-03-04", published_basis="given"))
    assert completed([dated("b", "2024-03-06"), own], {(0, 1): 0.5})[1].article == own.article


def test_what_was_completed_is_taken_back_before_other_articles_are_read_beside_it() -> None:
    noted = undated()
    noted = replace(noted, article=replace(noted.article, published_note="the given date 'x' is not a date"))
    for one in (undated(), noted, undated(printed=replace(PRINTED, value="2024-03-04", partial=None))):
        found = completed([dated("b; c", "2024-03-06"), one], {(0, 1): 0.5})[1]
        assert found.article.published == "2024-03-04"
        assert found.actions[0].date == "2024-02-29"
        assert as_read(found) == one
        assert as_read(one) == one


@pytest.mark.model
def test_a_dispatch_without_a_year_stands_before_the_paper_that_prints_it() -> None:
    lead = (
        "The harbour board of Halden closed the north pier after divers of the coast guard had found cracks in two "
        "of its pillars, its director Ida Moss said. The pier was built by Alder Works for the mail of six islands."
    )
    texts = {
        "a-paper": f"Pier closed\n\nThe Halden Echo, March 6, 2024\n\n{lead}\n\nShops in Halden lost trade.",
        "z-agency": f"Pier closed\n\nHALDEN, March 5 (Coast News) — {lead}\n\nCracks were first seen on December 12.",
    }
    rows = [article_from_row({"id": key, "text": text}, key) for key, text in texts.items()]
    read = [pipeline.analyse(item, pipeline.reader(DEFAULT_MODEL)) for item in rows]
    story = pipeline.resolve(read)
    assert [item.article.published for item in story.analyses] == ["2024-03-06", "2024-03-05"]
    assert [item.value for item in story.analyses[1].dates] == ["2024-03-05", "2023-12-12"]
    assert [(row.article, row.other) for row in find_reuse(story.analyses).rows] == [("a-paper", "z-agency")]
    assert pipeline.resolve(reversed(read)).analyses == story.analyses


def test_a_month_without_a_year_is_the_last_one_before_an_inferred_day() -> None:
    month = TimeExpression(start=0, end=4, type="DATE", value=None, partial="XXXX-05")
    given = undated()
    found = completed([dated("b", "2024-03-06"), replace(given, dates=(*given.dates, month))], {(0, 1): 0.5})[1]
    assert found.dates[-1].value == "2023-05"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("NORPORT, March 4 APA - A mine opened in Ost.", "XXXX-03-04"),
        ("March 4 — A mine opened in Ost.", "XXXX-03-04"),
        ("A mine opened on March 4 - it is deep.", None),
        ("The mine, March 4 it opened - it is deep.", None),
    ],
)
def test_a_dateline_that_runs_into_the_text_gives_the_day(text: str, day: str | None) -> None:
    start = text.index("March 4")
    date_ = TimeExpression(start=start, end=start + len("March 4"), type="DATE", value=None, partial="XXXX-03-04")
    made = Analysis(
        article=Article(id="a", text=text, sha256=ids.text_sha256(text), source="a"),
        passages=(Passage(start=0, end=len(text), kind="body"),),
        dates=(date_,),
    )
    found = printed_day(made)
    assert (found.partial if found else None) == day


def test_a_day_with_which_a_headline_begins_is_that_of_publication() -> None:
    text = "4 March 2024 | A mine opens\nA mine opened in Ost."
    value = TimeExpression(start=0, end=12, type="DATE", value="2024-03-04")
    made = Analysis(
        article=Article(id="a", text=text, sha256=ids.text_sha256(text), source="a"),
        passages=(Passage(start=0, end=27, kind="headline"), Passage(start=28, end=len(text), kind="body")),
        dates=(value,),
    )
    found = completed([made], {})[0]
    assert found.article.published == "2024-03-04"
    assert found.article.published_note == (
        "'4 March 2024' is printed above the article: the article gives that day with its year"
    )
    assert as_read(found) == made


IN_FIGURES = "Kelmar FM\n05/10/24\nA wall fell in Kelmar."


def in_figures() -> Analysis:
    return Analysis(
        article=Article(
            id="a", text=IN_FIGURES, sha256=ids.text_sha256(IN_FIGURES), source="a", published_note="'05/10/24' is open"
        ),
        passages=(
            Passage(start=0, end=9, kind="byline"),
            Passage(start=10, end=18, kind="byline"),
            Passage(start=19, end=len(IN_FIGURES), kind="body"),
        ),
    )


@pytest.mark.parametrize(("other", "day"), [("2024-10-03", "2024-10-05"), ("2024-05-20", "2024-05-10")])
def test_of_two_days_in_figures_the_one_near_another_article_is_that_of_publication(other: str, day: str) -> None:
    found = completed([in_figures(), dated("b", other)], {(0, 1): 0.5})[0]
    assert (found.article.published, found.article.published_basis) == (day, "inferred")
    assert "'05/10/24' is printed above the article: as " in (found.article.published_note or "")
    assert as_read(found) == in_figures()


@pytest.mark.parametrize("others", [("2024-08-01",), ("2024-10-03", "2024-05-20"), ()])
def test_of_two_days_in_figures_neither_is_known_if_both_or_none_is_near(others: tuple[str, ...]) -> None:
    given = [in_figures(), *(dated(f"b{place}", day) for place, day in enumerate(others))]
    found = completed(given, {(0, place + 1): 0.5 for place in range(len(others))})[0]
    assert found.article.published is None


def on_a_weekday(words: str = "Friday, May 3") -> Analysis:
    text = f"It fell on {words}."
    item = TimeExpression(start=11, end=11 + len(words), type="DATE", value=None, partial="XXXX-05-03")
    made = Article(id="a", text=text, sha256=ids.text_sha256(text), source="a")
    return Analysis(article=made, dates=(item,))


def test_a_day_beside_its_weekday_is_in_the_year_in_which_it_is_one() -> None:
    found = completed([on_a_weekday(), dated("b", "2024-06-10")], {(0, 1): 0.5})[0]
    assert found.dates[0].value == "2024-05-03"
    assert found.dates[0].note == "in 2024 it is the weekday told, 38 days from the article b on the same matter"
    assert as_read(found) == on_a_weekday()


@pytest.mark.parametrize(
    ("words", "other"), [("Thursday, May 3", "2024-06-10"), ("May 3", "2024-06-10"), ("Friday, May 3", "2024-12-10")]
)
def test_another_weekday_or_none_or_a_day_far_away_leaves_the_year_open(words: str, other: str) -> None:
    found = completed([on_a_weekday(words), dated("b", other)], {(0, 1): 0.5})[0]
    assert found.dates[0].value is None
