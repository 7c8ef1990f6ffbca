"""A sentence that two articles print, with one thing in it changed."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from disputing import told
from onrecord.model import Analysis, Disagreement, TimeExpression
from onrecord.resolve import resolve
from onrecord.story.meaning import with_meaning
from resolution import action, actor

SENTENCE = (
    "Lennport, a town of fishermen and rope makers at the mouth of the slow river Lenn, was flooded in 1957 and its"
    " cellars were emptied by hand"
)


def printed(key: str, sentence: str, *items: object, year: str = "") -> Analysis:
    found = told(key, sentence, *items)
    start = found.article.text.find(year) if year else -1
    days = (TimeExpression(start=start, end=start + len(year), type="DATE", value=year),) if start >= 0 else ()
    return replace(found, dates=days)


def disputes(*items: Analysis) -> list[Disagreement]:
    return list(with_meaning(resolve(items)).disagreements)


def values(found: Disagreement) -> list[str]:
    return [item.value for item in found.positions]


def test_a_changed_year_is_a_dispute_on_the_date() -> None:
    changed = SENTENCE.replace("1957", "1975")
    (found,) = disputes(printed("one", SENTENCE, year="1957"), printed("two", changed, year="1975"))
    assert (found.aspect, found.label, values(found)) == (
        "date",
        "“was flooded in … and its cellars were emptied by hand”",
        ["1957", "1975"],
    )


def test_a_third_article_joins_the_side_whose_words_it_has() -> None:
    changed = SENTENCE.replace("1957", "1975")
    three = [printed("one", SENTENCE, year="1957"), printed("two", changed, year="1975")]
    (found,) = disputes(*three, printed("three", changed, year="1975"))
    sides = {item.value: {place.article for place in item.places} for item in found.positions}
    assert sides == {"1957": {"one"}, "1975": {"three", "two"}}


def test_a_not_put_in_is_a_denial() -> None:
    changed = SENTENCE.replace("were emptied", "were not emptied")
    (found,) = disputes(printed("one", SENTENCE), printed("two", changed))
    assert (found.aspect, values(found)) == ("polarity", ["denied", "told"])
    assert "were" in found.label


@pytest.mark.parametrize(
    "changed",
    [
        SENTENCE,
        SENTENCE.replace("slow", "quick"),
        SENTENCE.replace("1957", "1957 or so"),
        "Norby, a port of some size, was flooded in 1975",
    ],
    ids=["same", "a word", "a word put in", "another sentence"],
)
def test_other_changes_are_none(changed: str) -> None:
    assert disputes(printed("one", SENTENCE, year="1957"), printed("two", changed)) == []


def test_who_did_it_to_whom_is_disputed_if_the_two_change_places() -> None:
    around = "when {} of the harbour office called {} of the pilots about the lights on the outer mole of Lennport"

    def called(key: str, one: str, two: str) -> Analysis:
        sentence = f"It began in May, {around.format(one, two)}"
        text = told(key, sentence).article.text
        return printed(
            key, sentence, actor(text, "a1", one, "Person"), actor(text, "a2", two, "Person"),
            action(text, "c1", "called", type="Call", lemma="call", agents=("a1",), patients=("a2",)),
        )  # fmt: skip

    found = disputes(called("one", "Ada Falk", "Ivo Berg"), called("two", "Ivo Berg", "Ada Falk"))
    (turned,) = [item for item in found if item.aspect == "agent"]
    assert turned.label == "Who called whom"
    assert values(turned) == ["Ada Falk", "Ivo Berg"]


def test_a_changed_year_that_is_read_as_no_day_is_a_dispute_too() -> None:
    changed = SENTENCE.replace("1957", "1975")
    (found,) = disputes(printed("one", SENTENCE), printed("two", changed))
    assert (found.aspect, values(found)) == ("number", ["1957", "1975"])


@pytest.mark.parametrize(
    ("other", "disputed"),
    [
        ("It has been withheld only once, in 1997, for want of verse", True),
        ("It has never once been withheld, not even in 1997, for want of verse", False),
        ("It hasn't been withheld so far, not even for want of verse", False),
    ],
)
def test_what_never_was_in_a_copied_passage_and_was_once(other: str, disputed: bool) -> None:
    first = f"{SENTENCE}. {other}"
    second = f"{SENTENCE}. It has never been withheld"
    found = [item for item in disputes(printed("one", first), printed("two", second)) if item.aspect == "polarity"]
    assert bool(found) is disputed


def test_a_weekday_may_be_the_day_without_its_year() -> None:
    first, second = (SENTENCE.replace("in 1957", f"on {day}") for day in ("Saturday", "October 14"))
    weekday, day = printed("one", first, year="Saturday"), printed("two", second, year="October 14")
    days = (TimeExpression(start=day.dates[0].start, end=day.dates[0].end, type="DATE", value="2022-10-14"),)
    known = (TimeExpression(start=weekday.dates[0].start, end=weekday.dates[0].end, type="DATE", value="2023-10-14"),)
    assert disputes(replace(weekday, dates=known), replace(day, dates=days)) == []
