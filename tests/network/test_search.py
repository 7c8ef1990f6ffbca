"""Search in the page: names, abbreviations, typos, deeds, dates, questions and the words of articles."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser
Visits = Callable[..., Any]


FIRST = [
    ("PTA", "actor", "Pakistan Telecommunication Authority"),
    ("BES", "actor", "BlackBerry Enterprise Services"),
    ("ISI", "actor", "Inter-Services Intelligence"),
    ("khuram", "actor", "Khurram Mehran"),
    ("mehran", "actor", "Khurram Mehran"),
    ("refused", "action", "comply"),
    ("Nov. 30", "action", ""),
    ("who ordered", "action", "ordered"),
    ("blasphemous materials", "article", ""),
]
"""What is asked, and the kind and words of the first hit."""


def test_the_first_hit_is_right(seeds_page: Path, visit: Visits) -> None:
    tab = visit(seeds_page).tab
    for asked, kind, words in FIRST:
        hits = tab.evaluate("asked => onrecord.search(asked)", asked)
        assert hits, asked
        assert hits[0]["thing"]["kind"] == kind, (asked, [(hit["thing"]["kind"], hit["label"]) for hit in hits[:4]])
        assert words in hits[0]["label"], asked
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
