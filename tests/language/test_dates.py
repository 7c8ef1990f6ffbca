"""Dates: time expressions, their values, and the words around that decide both."""

from __future__ import annotations

import datetime
import tomllib
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from factory import make
from onrecord import resources
from onrecord.language import annotations as ann
from onrecord.language import factories  # noqa: F401  # declares the Doc's scalars
from onrecord.language.dates import calendar as cal
from onrecord.language.dates import mark_dates
from onrecord.language.dates.grammar import scan, small_letters
from onrecord.language.dates.relative import RESOLVERS

Found = tuple[str, str, str]
CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "dates.toml").read_text(encoding="utf-8"))["case"]


@cache
def blank() -> Language:
    return spacy.blank("en")


def marked(doc: Doc, published: str = "") -> list[Found]:
    doc._.onrecord_published = published
    return [(span.text, span.label_, span.kb_id_) for span in ann.spans(mark_dates(doc), ann.DATES)]


def read(text: str, published: str = "") -> list[Found]:
    """Expressions of a text without a parse: no tense."""
    return marked(blank()(text), published)


def values(text: str, published: str = "") -> list[str]:
    return [value for _, _, value in read(text, published)]


def clause(words: list[str], verb: int, tag: str, published: str, auxiliary: str = "") -> list[str]:
    """Values in a one-clause Doc whose words all hang on the verb."""
    rows = [f"{word} NN|X dep {verb + 1}" for word in words]
    rows[verb] = f"{words[verb]} {tag}|VERB ROOT 0"
    if auxiliary:
        rows[verb - 1] = f"{words[verb - 1]} {auxiliary}|AUX aux {verb + 1}"
    doc = make("\n".join(rows))
    return [value for _, _, value in marked(doc, published)]


@pytest.mark.parametrize(
    "item", resources.toml("lexicons", "en", "dates.toml")["expression"], ids=lambda item: str(item["id"])
)
def test_every_entry_of_the_lexicon_reads_its_example(item: dict[str, Any]) -> None:
    found = read(item["example"], item.get("published", ""))[item.get("nth", 1) - 1]
    assert found[1:] == (item["type"], item["value"])
    assert item["resolve"] in RESOLVERS
    assert item["source"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['kind']}: {case['text']}")
def test_case(case: dict[str, Any]) -> None:
    found = read(case["text"], case.get("published", ""))
    assert [value for _, _, value in found] == case["values"]
    assert [kind for _, kind, _ in found] == case.get("types", [kind for _, kind, _ in found])
    assert values(case["text"]) == case.get("without", case["values"])


def test_a_year_of_publication_gives_years_and_no_days() -> None:
    assert values("It closed last year, and on Friday, and on Nov. 30.", "2014") == ["2013", "", ""]


def test_the_date_last_spoken_of() -> None:
    text = "The strike began on March 4, 2014. Two days later it was over. The following month it began again."
    assert values(text) == ["2014-03-04", "2014-03-06", "2014-04"]
    assert values("It rose in 2012. The year before, it fell.") == ["2012", "2011"]


def test_the_date_last_spoken_of_is_forgotten() -> None:
    doc = Doc(blank().vocab, ["In", "2012", ".", *["Yes", "."] * 4, "two", "years", "later", "."])
    for token in doc:
        token.is_sent_start = token.i == 0 or doc[token.i - 1].text == "."
    assert [value for _, _, value in marked(doc)] == ["2012", ""]


def test_a_day_takes_the_year_that_the_article_gives_it_elsewhere() -> None:
    text = "It must close by December 1, 2015. It was closed before, in 2011. They wrote to all of it by December 1."
    assert values(text) == ["2015-12-01", "2011", "2015-12-01"]


def test_tense_decides_days_of_the_week() -> None:
    words = ["The", "court", "ruled", "on", "Friday", "."]
    assert clause(words, 2, "VBD", "2014-03-04") == ["2014-02-28"]
    words = ["The", "court", "will", "rule", "on", "Friday", "."]
    assert clause(words, 3, "VB", "2014-03-04", "MD") == ["2014-03-07"]
    words = ["The", "trial", "begins", "Friday", "."]
    assert clause(words, 2, "VBZ", "2014-03-04") == ["2014-03-07"]


def test_tense_decides_missing_years() -> None:
    words = ["The", "mine", "was", "shut", "in", "June", "."]
    assert clause(words, 3, "VBN", "2014-03-04", "VBD") == ["2013-06"]
    words = ["The", "mine", "will", "shut", "in", "October", "."]
    assert clause(words, 3, "VB", "2014-03-04", "MD") == ["2014-10"]


def test_furniture_is_passed_over_and_bylines_give_no_date_to_reckon_from() -> None:
    text = "By Jane Roe, March 4, 2014\n\nTwo days later it rained.\n\n© 2021 Fowey Post"
    doc = blank()(text)
    ann.set_passages(doc, [(0, 26, "byline"), (28, 53, "body"), (55, len(text), "furniture")])
    assert marked(doc) == [("March 4, 2014", "DATE", "2014-03-04"), ("Two days later", "DATE", "")]


def test_a_month_in_another_language_counts_on_a_line_of_names_only() -> None:
    assert values("Fowey, 4 de marzo de 2014\n\nThe wall fell.") == ["2014-03-04"]
    assert [words for words, _, _ in read("Fowey, 4 de marzo\n\nThe wall fell.")] == ["4 de marzo"]
    assert not read("The march went down the Rua 25 de abril to the sea.")


def test_a_day_is_of_one_passage() -> None:
    text = "The Fowey Post on Sunday\n4 March\n\nThe wall fell."
    doc = blank()(text)
    ann.set_passages(doc, [(0, 24, "byline"), (25, 32, "byline"), (34, len(text), "body")])
    assert [words for words, _, _ in marked(doc)] == ["4 March"]


def test_the_clock_is_never_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    class Clock(datetime.date):
        @classmethod
        def today(cls) -> Clock:
            raise AssertionError("the clock was asked")

    monkeypatch.setattr(cal.datetime, "date", Clock)
    assert values("Today, yesterday, on Friday and last year it rained.") == ["", "", "", ""]


def test_amounts() -> None:
    assert [cal.amount(word) for word in ("three", "twenty-five", "1,200", "two and a half", "a dozen")] == [
        3,
        25,
        1200,
        2.5,
        12,
    ]
    assert cal.amount("several") is None


_WORDS = ["on", "March", "4", "2014", ",", "two", "days", "later", "last", "the", "year", "Friday", "ago", "-", "a"]
_ODD = ["99999999999", "years", "0", "31", "February", "13/13/13", "12:99", "of", "every", "9999", "decade", "\n", "Q4"]
_PIECES = st.sampled_from([*_WORDS, *_ODD, "quarter", "this"])
_DATES = st.one_of(st.just(""), st.dates().map(str), st.sampled_from(["2014", "2014-02", "0001-01-01", "9999-12-31"]))


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
def test_days_outside_the_calendar_have_no_value(published: str) -> None:
    text = "Yesterday, tomorrow, last Friday, this Friday, last week, next week, 99 weeks ago, on March 4, next Sunday."
    assert len(values(text, published)) == 9


@settings(max_examples=300, deadline=None)
@given(st.lists(_PIECES, max_size=14), _DATES)
def test_any_words_are_read_within_the_text_in_order_and_apart(pieces: list[str], published: str) -> None:
    doc = blank()(" ".join(pieces))
    found = marked(doc, published)
    spans = ann.spans(doc, ann.DATES)
    assert len(found) == len(spans)
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert all(label in ("DATE", "DURATION", "SET", "TIME") for _, label, _ in found)


@pytest.mark.parametrize("word", ["MAY", "May", "may", "aprıl", "auguſt", "İn may"])
def test_small_letters_find_what_is_found_without_regard_to_case(word):
    text = f"The port closed on 3 {word} 2019, they said."
    found = scan(text, text, 0, len(text), lambda _: True)
    assert scan(text, small_letters(text), 0, len(text), lambda _: True) == found
    assert found
