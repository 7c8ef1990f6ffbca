"""What a build says of itself on the terminal."""

from __future__ import annotations

import pytest

from onrecord.summary import Summary


@pytest.mark.parametrize(
    ("summary", "line"),
    [
        (Summary(), "         0 statements printed 0 times"),
        (
            Summary(statements=1, printings=2, modes=(("direct", 1), ("mixed", 1))),
            "         1 statement printed 2 times (1 direct, 1 mixed)",
        ),
    ],
)
def test_the_modes_of_statements_stand_in_brackets_if_there_are_any(summary: Summary, line: str) -> None:
    assert [said for said in summary.lines() if "printed" in said] == [line]


def test_what_is_left_out_is_told_with_what_is_no_article() -> None:
    assert "Skipped  nothing" in Summary().lines()
    told = Summary(skipped=("a.txt: is empty",), passed_over=("in: 1 file of a kind",)).lines()
    skipped = [said for said in told if said.startswith("Skipped")]
    assert skipped == ["Skipped  a.txt: is empty", "Skipped  in: 1 file of a kind"]
