"""Days in figures that two orders of day and month fit, and what tells the order."""

from __future__ import annotations

import pytest

from onrecord import figure_orders


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("Kelmar FM, 05/10/14", ("2014-10-05", "2014-05-10")),
        ("05-10-1994", ("1994-10-05", "1994-05-10")),
        ("25/05/2014", ()),
        ("05/05/2014", ()),
        ("45/45/2014", ()),
        ("4 March 2014", ()),
        ("a score of 3/4", ()),
    ],
)
def test_two_days_where_both_orders_fit(words: str, days: tuple[str, ...]) -> None:
    assert figure_orders.in_either_order(words) == days


@pytest.mark.parametrize(
    ("text", "firsts"),
    [
        ("She travelled to the maths exam.", {True}),
        ("She traveled to the math exam.", {False}),
        ("She travelled to the math exam.", set()),
        ("The Labour Party met at Pearl Harbor.", set()),
    ],
)
def test_the_order_of_those_who_spell_so(text: str, firsts: set[bool]) -> None:
    assert figure_orders.by_spelling([text]) == firsts


@pytest.mark.parametrize(
    ("text", "firsts"),
    [
        ("A wall fell in Norway.", {True}),
        ("A wall fell in Manila.", {False}),
        ("A wall fell in Norway and one in Ohio.", {True, False}),
        ("A wall fell.", set()),
    ],
)
def test_the_order_of_the_countries_named(text: str, firsts: set[bool]) -> None:
    assert figure_orders.by_country([text]) == firsts
