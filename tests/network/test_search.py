"""Search in the page: names, abbreviations, typos, deeds, dates, questions and the words of articles."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from onrecord.network import render_page
from stories import large_story

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


MANY = 200
LIMIT = 2.5
"""Articles of a large page, and seconds of the processor until its first picture."""


def test_two_hundred_articles_open_and_are_searched_quickly(tmp_path: Path, chromium: Any) -> None:
    path = tmp_path / "network.html"
    path.write_text(render_page(large_story(MANY * 16)), encoding="utf-8")
    context = chromium.new_context(offline=True)
    tab = context.new_page()
    watch = context.new_cdp_session(tab)
    watch.send("Performance.enable", {"timeDomain": "threadTicks"})  # what else the machine does counts for nothing
    tab.goto(path.as_uri())
    tab.wait_for_selector("html[data-ready=true]", timeout=30000)
    spent = {one["name"]: one["value"] for one in watch.send("Performance.getMetrics")["metrics"]}
    assert tab.evaluate("onrecord.full().articles.length") == MANY
    assert spent["TaskDuration"] < LIMIT
    took = tab.evaluate(
        """() => {
          const once = (asked) => {
            const begun = performance.now();
            onrecord.search(asked);
            return performance.now() - begun;
          };
          return ['Everybody', 'actr', 'who ordered', 'comes of'].map((asked) =>
            Math.min(...Array.from({ length: 6 }, () => once(asked))));
        }"""
    )
    context.close()
    assert max(took) < 50
