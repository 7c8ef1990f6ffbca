"""Which articles are on one matter: those that are alike in their words and have names in common."""

from __future__ import annotations

import pytest

from onrecord.resolve.likeness import groups, neighbours
from resolution import analysis

_TOLD = "However the vote on the motion failed on Monday. They gave statements, and some declined. Others voted."


@pytest.mark.parametrize(
    ("first", "second", "one_matter"),
    [
        ("On Sunday Roth met Veridane at Halden.", "So Veridane and Roth met at Halden.", True),
        ("On Sunday Roth met Veridane at Halden.", "So Birch and Falk met at Moss.", False),
        ("They met.", "They met too.", False),
    ],
)
def test_articles_on_one_matter_have_names_in_common(first: str, second: str, *, one_matter: bool) -> None:
    items = [analysis(key, f"{_TOLD} {text}") for key, text in (("a", first), ("b", second))]
    alike = neighbours(items)
    assert alike[0, 1] > 0.3
    assert len(set(groups([item.article for item in items], alike, 0.3))) == (1 if one_matter else 2)
