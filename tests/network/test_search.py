"""Search in the page: names, abbreviations, typos, deeds, dates, questions and the words of articles."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser
Visits = Callable[..., Any]


@pytest.mark.parametrize(
    ("asked", "kind", "words"),
    [
        ("PTA", "actor", "Pakistan Telecommunication Authority"),
        ("BES", "actor", "BlackBerry Enterprise Services"),
        ("ISI", "actor", "Inter-Services Intelligence"),
        ("khuram", "actor", "Khurram Mehran"),
        ("mehran", "actor", "Khurram Mehran"),
        ("refused", "action", "comply"),
        ("Nov. 30", "action", ""),
        ("who ordered", "action", "ordered"),
        ("blasphemous materials", "article", ""),
    ],
)
def test_the_first_hit_is_right(seeds_page: Path, visit: Visits, asked: str, kind: str, words: str) -> None:
    hits = visit(seeds_page).tab.evaluate("asked => onrecord.search(asked)", asked)
    assert hits, asked
    assert hits[0]["thing"]["kind"] == kind, [(hit["thing"]["kind"], hit["label"]) for hit in hits[:4]]
    assert words in hits[0]["label"]


def test_a_date_finds_what_is_dated(seeds_page: Path, visit: Visits) -> None:
    tab = visit(seeds_page).tab
    dates = tab.evaluate("onrecord.full().actions[onrecord.search('Nov. 30')[0].thing.i].dates")
    assert "2015-11-30" in dates


def test_search_is_quick(seeds_page: Path, visit: Visits) -> None:
    tab = visit(seeds_page).tab
    took = tab.evaluate(
        """() => {
          onrecord.search('warm');
          const begun = performance.now();
          for (const asked of ['PTA', 'khuram', 'who ordered', 'secure']) onrecord.search(asked);
          return (performance.now() - begun) / 4;
        }"""
    )
    assert took < 50
