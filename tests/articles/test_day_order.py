"""Days in figures whose order of day and month the article has to tell."""

from __future__ import annotations

import pytest

from onrecord.articles import day_order


@pytest.mark.parametrize(
    ("line", "text", "date"),
    [
        ("Published 05/10/2014 19:40 EAT", "", "2014-10-05"),
        ("05/10/2014 7:40 PM EST", "", "2014-05-10"),
        ("05/10/2014", "Built 23/04/1999.", "2014-10-05"),
        ("05/10/2014", "Built 04/23/1999.", "2014-05-10"),
        ("05/10/2014", "It fell on 3 March.", "2014-10-05"),
        ("05.10.2014", "It fell on March 3.", "2014-05-10"),
        ("05/10/2014", "It fell on May 3, Lund said on Saturday.", "2014-05-10"),
        ("05/05/2014", "", "2014-05-05"),
        ("05/10/2014 16:52", "It fell on March 3.", "2014-10-05"),
        ("05/10/14, 16.52", "", "2014-10-05"),
        ("05-10-2014", "Built 23/04/1999.", "2014-10-05"),
        ("25/05/2014", "", "2014-05-25"),
        ("05/10/14", "The wall will open again on November 3. It fell on March 3.", "2014-10-05"),
        ("05/10/14", "The maths teacher walked two kilometres on March 3.", "2014-10-05"),
        ("05/10/14", "The math teacher traveled on March 3.", "2014-05-10"),
        ("05/10/14", "The wall fell in Ohio on March 3.", "2014-05-10"),
    ],
)
def test_the_order_is_told(line: str, text: str, date: str) -> None:
    found = day_order.told(line, [text])
    assert found is not None
    assert found[0] == date


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("05/10/2014", "The wall fell."),
        ("05/10/2014 4:52 pm", "The wall fell."),
        ("05/10/2014 08:52", "The wall fell."),
        ("05/10/2014", "It fell on March 3 and again on 4 March."),
        ("05/10/2014", "Built 23/04/1999, mended 04/23/2001."),
        ("45/45/2014", "It fell on March 3."),
        ("4 March 2014", "It fell on March 3."),
        ("05/10/2014", "The wall fell in Zambia on March 3."),
        ("05/10/2014", "She travelled to the math centre."),
        ("04/03/2024", "Lund said on Monday that it would open again by June 1."),  # 4 March was a Monday
    ],
)
def test_nothing_or_divided_evidence_tells_no_order(line: str, text: str) -> None:
    assert day_order.told(line, [text]) is None
