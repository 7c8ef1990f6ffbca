"""Lines above an article with columns, spaced letters and marks of bold type."""

from __future__ import annotations

import pytest

from onrecord.articles import columns


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("Wednesday June 12 2019                 HARBOUR", "Wednesday June 12 2019 || HARBOUR"),
        ("Vol. 3\t4 March 2014", "Vol. 3 || 4 March 2014"),
        ("L A N T E R N", "LANTERN"),
        ("T H E   L A N T E R N", "THE LANTERN"),
        ("**Wall falls. Now what?**", "Wall falls. Now what?"),
        ("## Wall falls", "Wall falls"),
        ("#214 — 4 March 2014", "#214 — 4 March 2014"),
        ("A B and C", "A B and C"),
        ("Wall falls", "Wall falls"),
    ],
)
def test_a_line_is_joined(line: str, read: str) -> None:
    assert columns.joined(line) == read


def test_a_paragraph_is_left_alone() -> None:
    line = "The council met.   " * 20
    assert columns.joined(line) == line


def test_columns_are_shown_in_one_row_and_told_apart() -> None:
    line = columns.joined("Vol. 3      4 March 2014")
    assert columns.shown(line) == "Vol. 3 | 4 March 2014"
    assert columns.parts(line) == ["Vol. 3", "4 March 2014"]
