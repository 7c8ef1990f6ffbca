"""What is in view: lines by keyboard, paths, what is hidden or pinned, and all of it in the address."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from network.conftest import Visit
from onrecord.network import render_page
from onrecord.resolve import resolve
from resolution import actor, analysis, statement

Visits = Callable[..., Visit]


def find(tab: Any, name: str) -> None:
    """Select an actor by the search field, from the keyboard."""
    tab.fill("#search", name)
    tab.press("#search", "ArrowDown")
    tab.press("#search", "Enter")
    tab.wait_for_selector(f".panel h2:has-text('{name}')")


def reopened(visit: Visits, page: Path, tab: Any) -> Any:
    return visit(page, "#" + tab.url.split("#", 1)[1]).tab


def test_lines_are_reached_and_opened_by_keyboard(seeds_page: Path, visit: Visits) -> None:
    tab = visit(seeds_page, "#view=network").tab
    find(tab, "BlackBerry")
    tab.focus("#canvas")
    tab.keyboard.press("l")
    first = tab.inner_text("#live")
    assert first.startswith("Line 1 of ")
    assert "BlackBerry" in first
    tab.keyboard.press("l")
    assert tab.inner_text("#live").startswith("Line 2 of ")
    tab.keyboard.press("L")
    assert tab.inner_text("#live") == first
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.id") == "panel"
    assert "sel=action" in tab.url or "sel=statement" in tab.url
    assert tab.locator(".panel .evidence blockquote").count() > 0


def test_what_the_reader_moved_to_stands_in_the_address(seeds_page: Path, visit: Visits) -> None:
    tab = visit(seeds_page, "#view=network").tab
    tab.click("[aria-label='Zoom in']")
    tab.wait_for_url(re.compile("[#&]at="))
    scale = tab.evaluate("onrecord.drawing().getScale()")
    again = reopened(visit, seeds_page, tab)
    assert abs(again.evaluate("onrecord.drawing().getScale()") - scale) < 0.02 * scale
    tab.click("text=Fit")
    assert "at=" not in tab.url


def test_the_order_of_rows_stands_in_the_address(seeds_page: Path, visit: Visits) -> None:
    tab = visit(seeds_page, "#view=table").tab
    tab.click("#sort-did")
    assert "sort=did" in tab.url
    first = tab.inner_text("#view-table tbody td >> nth=0")
    assert reopened(visit, seeds_page, tab).inner_text("#view-table tbody td >> nth=0") == first
    tab.click("#sort-did")
    assert tab.inner_text("#view-table tbody td >> nth=0") != first
    tab.go_back()
    assert tab.inner_text("#view-table tbody td >> nth=0") == first


def test_a_path_shows_the_sentence_of_every_step(seeds_page: Path, visit: Visits) -> None:
    tab = visit(seeds_page, "#view=network").tab
    find(tab, "BlackBerry")
    tab.fill("#path-to", "Khurram Mehran")
    tab.press("#path-to", "Tab")
    tab.wait_for_selector(".panel ol.path")
    steps = tab.locator(".panel ol.path > li").count()
    assert steps >= 1
    assert tab.locator(".panel ol.path blockquote").count() == steps
    assert reopened(visit, seeds_page, tab).locator(".panel ol.path > li").count() == steps


def test_an_actor_is_hidden_and_another_pinned(seeds_page: Path, visit: Visits) -> None:
    tab = visit(seeds_page, "#view=network").tab
    shown = "onrecord.picture().nodes.map((node) => node.label)"
    find(tab, "BlackBerry")
    tab.click(".panel button:has-text('Hide')")
    assert "BlackBerry" not in tab.evaluate(shown)
    assert "BlackBerry" not in reopened(visit, seeds_page, tab).evaluate(shown)
    tab.go_back()
    assert "BlackBerry" in tab.evaluate(shown)
    find(tab, "Marty Beard")
    tab.click(".panel button:has-text('Pin')")
    find(tab, "BlackBerry")
    assert "Marty Beard" in tab.evaluate(shown)
    assert "Marty Beard" in reopened(visit, seeds_page, tab).evaluate(shown)


def test_a_note_is_kept_in_the_browser_and_taken_away(seeds_page: Path, visit: Visits) -> None:
    tab = visit(seeds_page, "#view=network").tab
    find(tab, "BlackBerry")
    tab.click(".note summary")
    tab.fill(".note textarea", "Ask them again, “today”")
    tab.press(".note textarea", "Tab")
    tab.reload()
    tab.wait_for_selector("html[data-ready=true]")
    assert tab.input_value(".note textarea") == "Ask them again, “today”"
    assert "BlackBerry ✎" in [label["text"] for label in tab.evaluate("onrecord.labels()")]
    tab.click("#export summary")
    with tab.expect_download() as waited:
        tab.click("#export-notes")
    rows = Path(waited.value.path()).read_text(encoding="utf-8-sig").splitlines()
    assert rows[0] == "on,note,iri"
    assert rows[1].startswith('BlackBerry,"Ask them again, “today”",https://')


def test_lanes_tell_what_happened_from_what_is_due(seeds_page: Path, visit: Visits) -> None:
    tab = visit(seeds_page, "#view=time").tab
    said = [mark.get_attribute("aria-label") for mark in tab.locator(".lanes .event").all()]
    due = [words.split(": ", 1)[1] for words in said if words.startswith("By or from 30 November 2015: ")]
    assert due
    assert {f"Reported, 30 November 2015: {deed}" for deed in due}.isdisjoint(said)
    flags = tab.locator(".lanes .event.mode-due")
    assert flags.count() == len([words for words in said if words.startswith("By or from ")])
    assert {text[0] for text in flags.all_text_contents()} == {"⚑"}
    flags.nth(0).focus()
    tab.keyboard.press("Enter")
    tab.wait_for_selector(".panel h2.sentence")


def test_lanes_tell_where_a_statement_was_cut_short(tmp_path: Path, visit: Visits) -> None:
    whole = "The harbour stays open all winter whatever the weather brings to our coast"
    told = []
    for key, words in (("a", whole), ("b", whole[: whole.index(" whatever")])):
        text = f"“{words},” said Ines Holm."
        speaker = actor(text, "a1", "Ines Holm", "Person")
        told.append(
            analysis(key, text, speaker, statement(text, "s1", words, cue="said", speakers=("a1",), recorded=True))
        )
    path = tmp_path / "network.html"
    path.write_text(render_page(resolve(told)), encoding="utf-8")
    tab = visit(path, "#view=time").tab
    assert "printed cut short" in tab.inner_text("#altered li")
    tab.click("#altered li button")
    tab.wait_for_selector(".panel h2.quoted")


def test_a_way_is_found_by_a_part_of_a_name(seeds_page: Path, visit: Visits) -> None:
    tab = visit(seeds_page, "#view=network").tab
    find(tab, "BlackBerry")
    tab.fill("#path-to", "Nobody at all")
    tab.press("#path-to", "Tab")
    assert "Nobody at all" in tab.inner_text(".toast")
    tab.fill("#path-to", "khurram")
    tab.press("#path-to", "Tab")
    tab.wait_for_selector(".panel h2:has-text('Khurram Mehran')")


def test_one_view_alone_for_another_page(seeds_page: Path, visit: Visits) -> None:
    for name in ("network", "story", "table"):
        seen = visit(seeds_page, f"#embed={name}", width=600, height=400)
        assert seen.tab.is_visible(f"#view-{name}")
        for part in (".top", ".tabs", ".filters", ".timeline"):
            assert not seen.tab.is_visible(part)
        assert seen.tab.evaluate("document.documentElement.scrollWidth") <= 600
        assert seen.faults == []
