"""The page in a real browser: what a reader does with it, by mouse and by keyboard."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from onrecord.network import render_page
from stories import large_story

pytestmark = pytest.mark.browser

SVG = "{http://www.w3.org/2000/svg}"
AXE = Path(__file__).parent / "vendor" / "axe.min.js"
Visits = Callable[..., Any]


def pick(tab: Any, words: str) -> None:
    """Select the first thing that search finds for `words`."""
    tab.fill("#search", words)
    tab.press("#search", "Enter")


def test_opens_from_disk_without_a_request_or_a_fault(seeds_page: Path, visit: Visits) -> None:
    seen = visit(seeds_page)
    assert seen.outside() == []
    assert seen.faults == []
    assert seeds_page.stat().st_size < 6_000_000


def test_policy_allows_nothing_but_the_page_itself(seeds_page: Path) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', seeds_page.read_text(encoding="utf-8"))
    assert policy is not None
    assert "default-src 'none'" in policy[1]
    assert not re.search(r"unsafe-inline|'unsafe-eval'|https?:|\*", policy[1])
    assert "worker-src blob:;" in policy[1]


def test_first_view_shows_chief_actors(seeds_page: Path, visit: Visits) -> None:
    tab = visit(seeds_page).tab
    shown = tab.evaluate("onrecord.picture().nodes.filter(n => n.kind === 'actor').map(n => n.label)")
    assert {"Pakistan Telecommunication Authority", "BlackBerry", "Khurram Mehran"} <= set(shown)
    assert len(shown) < 19


@pytest.mark.parametrize("fragment", ["", "#view=network", "#view=network&show=all"])
@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1920, 1080)])
def test_names_are_nearest_to_their_own_signs_and_over_nothing(
    seeds_page: Path, visit: Visits, fragment: str, width: int, height: int
) -> None:
    tab = visit(seeds_page, fragment, width, height).tab
    labels, signs = tab.evaluate("onrecord.labels()"), tab.evaluate("onrecord.signs()")
    assert [pair for pair in pairs(labels) if gap(*pair) <= 0] == []
    own = {sign["id"]: sign for sign in signs}
    names = [label for label in labels if label["of"]]
    for label in names:  # a sign of little weight in a picture of everything does without a name of its own
        others = [gap(label, sign) for sign in signs if sign["id"] != label["of"] and not sign["light"]]
        assert max(gap(label, own[label["of"]]), 0) < min(others), label["text"]
    if "all" in fragment:
        return
    actors = tab.evaluate("onrecord.picture().nodes.filter(n => n.kind === 'actor').map(n => n.label)")
    assert set(actors) <= {label["text"] for label in names}
    verbs = tab.evaluate("onrecord.picture().edges.filter(e => e.kind === 'action').map(e => e.label)")
    missing = set(verbs) - {label["text"] for label in labels}
    assert len(missing) <= len(verbs) // 5, missing


def pairs(labels: list[dict[str, Any]]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    return [(a, b) for i, a in enumerate(labels) for b in labels[i + 1 :]]


def gap(a: dict[str, Any], b: dict[str, Any]) -> float:
    """How far apart two boxes are; nothing or less if they lie over one another."""
    beside = max(a["x"] - b["x"] - b["w"], b["x"] - a["x"] - a["w"])
    return float(max(beside, a["y"] - b["y"] - b["h"], b["y"] - a["y"] - a["h"]))


def test_click_shows_the_evidence_and_leads_into_the_article(seeds_page: Path, visit: Visits) -> None:
    seen = visit(seeds_page)
    tab = seen.tab
    at = tab.evaluate(
        """() => {
          const node = onrecord.picture().nodes.find((one) => one.label === 'BlackBerry');
          const spot = onrecord.drawing().canvasToDOM(onrecord.drawing().getPosition(node.id));
          const box = document.getElementById('canvas').getBoundingClientRect();
          return [spot.x + box.left, spot.y + box.top];
        }"""
    )
    tab.mouse.click(*at)
    tab.wait_for_selector(".panel h2:has-text('BlackBerry')")
    assert "sel=actor/blackberry-" in tab.url
    tab.click(".panel a:has-text('demanded')")
    tab.wait_for_selector(".evidence mark.trigger:has-text('demanded')")
    quoted = tab.inner_text(".evidence blockquote >> nth=0")
    assert "PTA demanded access to BlackBerry’s encryption" in quoted
    tab.click(".evidence .article-link >> nth=0")
    tab.wait_for_selector("#view-articles .reading mark.trigger.selected:has-text('demanded')")
    tab.click(".reading mark.content:not(.actor):not(.trigger) >> nth=0")
    tab.wait_for_selector(".panel h2.quoted")
    tab.click("text=Show in network")
    assert tab.is_visible("#view-network")
    assert seen.faults == []


def test_a_link_opens_the_same_view(seeds_page: Path, visit: Visits) -> None:
    first = visit(seeds_page).tab
    pick(first, "never permitted wholesale")
    fragment = "#" + first.url.split("#", 1)[1]
    second = visit(seeds_page, fragment).tab
    assert "wholesale access" in second.inner_text(".panel h2.quoted")
    assert "The Wall Street Journal" in second.inner_text(".panel .facts >> nth=0")
    assert second.locator(".panel .evidence").count() == 2


def test_search_knows_aliases_and_words_of_quotations(seeds_page: Path, visit: Visits) -> None:
    tab = visit(seeds_page).tab
    tab.fill("#search", "PTA")
    assert "Pakistan Telecommunication Authority" in tab.inner_text("#search-results li >> nth=0")
    tab.fill("#search", "tracked decoded")
    assert "There was a challenge" in tab.inner_text("#search-results li >> nth=0")
    tab.fill("#search", "xyzzy")
    assert "Nothing found" in tab.inner_text("#search-results")


def test_filters_narrow_everything_and_live_in_the_address(seeds_page: Path, visit: Visits) -> None:
    tab = visit(seeds_page, "#view=network").tab
    before = tab.inner_text("#passing")
    tab.check("label.choice:has-text('According to somebody') input")
    after = tab.inner_text("#passing")
    assert before != after
    assert re.match(r"\d of 27", after)
    assert "mode=said" in tab.url
    tab.click("#tab-table")
    assert str(tab.locator("#view-table tbody tr").count()) == after.split(" of ")[0]
    again = visit(seeds_page, "#" + tab.url.split("#", 1)[1]).tab
    assert again.inner_text("#passing") == after
    again.click("text=Clear all")
    assert again.inner_text("#passing") == before


def test_timeline_filters_by_brushing(seeds_page: Path, visit: Visits) -> None:
    tab = visit(seeds_page, "#view=network").tab
    box = tab.locator(".bars").bounding_box()
    tab.mouse.move(box["x"] + box["width"] * 0.02, box["y"] + 20)
    tab.mouse.down()
    tab.mouse.move(box["x"] + box["width"] * 0.3, box["y"] + 20, steps=4)
    tab.mouse.up()
    assert "from=2010-" in tab.url
    assert re.match(r"\d of 27", tab.inner_text("#passing"))
    assert "undated" in tab.inner_text("#timeline")


def test_compare_puts_two_outlets_side_by_side(seeds_page: Path, visit: Visits) -> None:
    tab = visit(seeds_page, "#view=compare").tab
    names = tab.locator("[aria-label='First outlet'] option").all_inner_texts()
    tab.select_option(
        "[aria-label='Second outlet']", next(name for name in names if "Enterprise Services Will" in name)
    )
    tab.select_option("[aria-label='First outlet']", "TechWeekEurope")
    both = tab.inner_text(".three section >> nth=1")
    assert "The decision to block" in both
    alone = tab.inner_text(".three section >> nth=2") + tab.inner_text(".three section >> nth=0")
    assert "Remaining BB" in alone
    tab.select_option("[aria-label='First outlet']", "Latinos Post")
    assert "pair=Latinos+Post" in tab.url
    assert "Only Latinos Post" in tab.inner_text(".three section >> nth=0")


def test_disagreements_are_shown_with_their_passages(seeds_page: Path, visit: Visits) -> None:
    tab = visit(seeds_page).tab
    text = tab.inner_text("#view-story .disagreement >> nth=0")
    assert "30 November 2015" in text
    assert "1 December 2015" in text
    tab.click("#tab-network")
    sides = tab.locator("#panel .disagreement li").all_inner_texts()
    assert sides
    assert [side for side in sides if not side.split("—")[1].strip()] == []  # each says who prints it


def test_shipped_question_answers_inside_the_page(seeds_page: Path, visit: Visits) -> None:
    seen = visit(seeds_page, "#view=ask")
    tab = seen.tab
    tab.click("[data-query=who-said-what]")
    tab.wait_for_selector("#answers table")
    assert "Khurram Mehran" in tab.inner_text("#answers table")
    assert tab.locator("#answers th").all_inner_texts()[:3] == ["Speaker", "On behalf of", "Words"]
    tab.click("#answers a.link >> nth=0")
    tab.wait_for_selector(".panel .panel-head")
    tab.fill("#query", "SELECT nonsense")
    tab.press("#query", "Control+Enter")
    tab.wait_for_selector("#answers .fault")
    tab.fill("#query", "SELECT (COUNT(?a) AS ?n) WHERE { ?a a rec:Article }")
    tab.click("#run")
    tab.wait_for_selector("#answers td:has-text('5')")
    assert seen.outside() == []
    assert seen.faults == []


def test_editor_offers_our_terms(seeds_page: Path, visit: Visits) -> None:
    tab = visit(seeds_page, "#view=ask").tab
    tab.fill("#query", "")
    tab.type("#query", "SELECT ?s WHERE { ?s rec:spe")
    tab.wait_for_selector("#terms button:has-text('rec:speaker')")
    tab.press("#query", "Control+ArrowDown")
    tab.keyboard.press("Enter")
    assert tab.input_value("#query") == "SELECT ?s WHERE { ?s rec:speaker "


SLOW = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . FILTER(CONTAINS(STR(?c), STR(?f))) }"
"""Every triple beside every other: longer than anybody waits."""


def test_a_long_question_holds_nothing_up_and_can_be_stopped(seeds_page: Path, visit: Visits) -> None:
    seen = visit(seeds_page, "#view=ask")
    tab = seen.tab
    tab.fill("#query", SLOW)
    tab.press("#query", "Control+Enter")
    tab.wait_for_selector("#answers:has-text('triples')")
    assert tab.inner_text("#run") == "Stop"
    tab.click("#tab-articles")
    tab.click(".articles .title >> nth=0")
    assert tab.is_visible(".reading")
    tab.click("#tab-ask")
    assert tab.inner_text("#run") == "Stop"
    tab.click("#run")
    tab.wait_for_selector("#answers:has-text('Stopped.')")
    assert tab.inner_text("#run") == "Run"
    tab.fill("#query", "ASK { ?a a rec:Article }")
    tab.press("#query", "Control+Enter")
    tab.wait_for_selector("#answers:has-text('Yes.')")
    assert seen.faults == []


def test_keyboard_alone_reaches_actor_evidence_and_article(seeds_page: Path, visit: Visits) -> None:
    tab = visit(seeds_page, "#view=network").tab
    tab.keyboard.press("/")
    assert tab.evaluate("document.activeElement.id") == "search"
    tab.keyboard.type("mehran")
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Enter")
    assert "Khurram Mehran" in tab.inner_text(".panel h2")
    tab.focus("#canvas")
    for key in ("ArrowLeft", "ArrowUp", "Enter"):
        tab.keyboard.press(key)
    assert tab.evaluate("document.activeElement.id") == "panel"
    assert "sel=" in tab.url
    tab.focus("#tab-network")
    tab.keyboard.press("ArrowRight")
    assert tab.is_visible("#view-time")
    tab.keyboard.press("ArrowRight")
    assert tab.is_visible("#view-table")
    tab.keyboard.press("ArrowRight")
    assert tab.is_visible("#view-articles")
    tab.focus("#view-articles .title >> nth=0")
    tab.keyboard.press("Enter")
    tab.wait_for_selector(".reading")
    tab.focus(".reading mark[tabindex] >> nth=0")
    tab.keyboard.press("Enter")
    assert tab.locator(".reading mark.selected").count() > 0


def test_filters_open_and_close_on_a_telephone(seeds_page: Path, visit: Visits) -> None:
    tab = visit(seeds_page, width=360, height=740).tab
    tab.click("#toggle-filters")
    assert tab.is_visible("#filters")
    tab.check("label.choice:has-text('People') input")
    tab.keyboard.press("Escape")
    assert not tab.is_visible("#filters")
    assert tab.inner_text("#toggle-filters") == "Filters (1)"


def test_selecting_moves_nothing_that_was_there(seeds_page: Path, visit: Visits) -> None:
    tab = visit(seeds_page).tab
    before = tab.evaluate("Object.fromEntries(onrecord.picture().places)")
    pick(tab, "never permitted wholesale")
    after = tab.evaluate("Object.fromEntries(onrecord.picture().places)")
    assert len(after) > len(before)
    assert {node: after[node] for node in before} == before


def test_exports(seeds_page: Path, visit: Visits) -> None:
    tab = visit(seeds_page).tab
    found = {}
    for name in ("png", "svg", "actions", "statements", "turtle"):
        tab.click("#export summary")
        with tab.expect_download() as download:
            tab.click(f"#export-{name}")
        found[name] = Path(download.value.path()).read_bytes()
    assert found["png"].startswith(b"\x89PNG")
    assert b"<svg" in found["svg"]
    assert "Pakistan Telecommunication Authority" in found["svg"].decode()
    assert found["actions"].decode("utf-8-sig").startswith("line,who,what,")
    drawing = ElementTree.fromstring(found["svg"])
    lines = [one for one in drawing.iter(f"{SVG}path") if one.get("marker-end") == "url(#head)"]
    assert len(lines) == tab.evaluate(
        "onrecord.picture().edges.filter(e => !['says', 'about'].includes(e.kind)).length"
    )
    words = [str(one.text) for one in drawing.iter(f"{SVG}text")]
    assert {"said by somebody", "denied or not done", "People", "News outlets"} <= {
        word.strip("\u2068\u2069") for word in words
    }
    png = found["png"]
    _, _, width, height = (float(n) for n in str(drawing.get("viewBox")).split())
    assert struct.unpack(">II", png[16:24]) == (2 * width, 2 * height)
    assert "never permitted wholesale" in found["statements"].decode("utf-8-sig")
    rdflib = pytest.importorskip("rdflib")
    assert len(rdflib.Graph().parse(data=found["turtle"], format="turtle")) > 100


TABS = ("story", "network", "time", "table", "articles", "compare", "ask")

SMALL = """() => [...document.querySelectorAll('body *')].filter((one) => {
  const own = [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
  return own && one.checkVisibility() && !['SCRIPT', 'STYLE', 'OPTION'].includes(one.tagName)
    && parseFloat(getComputedStyle(one).fontSize) * (one.getCTM?.()?.a ?? 1) < 11;
}).map((one) => one.outerHTML.slice(0, 120))"""
"""Text under 11 pixels, in drawings too."""

CLIPPED = """() => [...document.querySelectorAll('.view.scroll:not([hidden])')]
  .filter((view) => view.scrollWidth > view.clientWidth).map((view) => view.id)"""


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_tab_is_accessible_legible_and_whole(
    seeds_page: Path, visit: Visits, scheme: str, width: int, height: int
) -> None:
    seen = visit(seeds_page, "", width, height, color_scheme=scheme, bypass_csp=True)
    tab = seen.tab
    tab.evaluate(AXE.read_text(encoding="utf-8"))
    for name in TABS:
        tab.click(f"#tab-{name}")
        if name == "articles":
            tab.click(".articles .title >> nth=1")
        if name == "network":
            pick(tab, "mobile operators")
        tab.wait_for_selector(f"#view-{name}:not([hidden]) :is(h2, canvas, table)")
        found = tab.evaluate("axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']})")
        faults = [(v["id"], v["nodes"][0]["html"][:160], v["nodes"][0]["failureSummary"]) for v in found["violations"]]
        assert faults == [], name
        assert tab.evaluate(SMALL) == [], name
        assert tab.evaluate("document.documentElement.scrollWidth") <= width, name
        if width > 1000:
            assert tab.evaluate(CLIPPED) == [], name
        if name == "network":
            tab.click(".panel .close")  # on a telephone it lies over what comes next
    assert seen.faults == []


@pytest.mark.parametrize(("width", "height"), [(360, 740), (3840, 2160)])
def test_nothing_hangs_over_the_side(seeds_page: Path, visit: Visits, width: int, height: int) -> None:
    tab = visit(seeds_page, "", width, height).tab
    for name in TABS:
        tab.click(f"#tab-{name}")
        assert tab.evaluate("document.documentElement.scrollWidth") <= width, name


def test_on_a_telephone_the_table_scrolls_in_its_own_box(seeds_page: Path, visit: Visits) -> None:
    tab = visit(seeds_page, "#view=table&rows=statements", width=390, height=844).tab
    box = tab.locator(".table-box")
    assert box.evaluate("(one) => one.scrollWidth > one.clientWidth")
    box.evaluate("(one) => one.scrollBy(200, 0)")
    assert box.evaluate("(one) => one.scrollLeft") > 0
    assert tab.evaluate("document.documentElement.scrollWidth") == 390
    assert tab.evaluate(CLIPPED) == []
    assert tab.locator("#rows-actors").bounding_box()["x"] >= 0


@pytest.fixture(scope="module")
def crowd_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("crowd") / "network.html"
    path.write_text(render_page(large_story(700)), encoding="utf-8")
    return path


def test_a_crowd_is_shown_pointed_at_and_chosen_from(crowd_page: Path, visit: Visits) -> None:
    seen = visit(crowd_page, "#show=all")
    tab = seen.tab
    assert tab.evaluate("onrecord.picture().nodes.length") > 600
    assert len(tab.evaluate("onrecord.labels()")) > 10
    at = tab.evaluate(
        """() => {
          const shown = onrecord.picture();
          const node = shown.nodes.filter((one) => one.kind === 'actor').sort((a, b) => b.weight - a.weight)[0];
          const spot = onrecord.drawing().canvasToDOM(shown.places.get(node.id));
          const box = document.getElementById('canvas').getBoundingClientRect();
          return [spot.x + box.left, spot.y + box.top, node.label];
        }"""
    )
    tab.mouse.move(*at[:2])
    assert at[2] in [label["text"] for label in tab.evaluate("onrecord.labels()")]
    tab.mouse.click(*at[:2])
    assert at[2] in tab.inner_text(".panel h2")
    before = tab.evaluate("onrecord.drawing().getViewPosition().x")
    tab.mouse.move(700, 500)
    tab.mouse.down()
    tab.mouse.move(600, 500, steps=5)
    tab.mouse.up()
    assert tab.evaluate("onrecord.drawing().getViewPosition().x") != before
    tab.wait_for_timeout(400)
    assert len(tab.evaluate("onrecord.labels()")) > 10
    assert seen.faults == []


def test_prints_the_picture_its_legend_and_quotations_without_controls(seeds_page: Path, visit: Visits) -> None:
    seen = visit(seeds_page, "#view=network", color_scheme="dark")
    tab = seen.tab
    tab.emulate_media(media="print")
    tab.wait_for_selector(".quotations p")
    paper = tab.inner_text("body")
    cards = tab.evaluate("onrecord.picture().nodes.filter((one) => one.kind === 'statement').map((one) => one.label)")
    assert cards
    for words in cards:
        assert words in " ".join(paper.split()), words
    for legend in ("People", "News outlets", "Ordered, planned or possible", "What somebody said"):
        assert legend in paper
    assert "Khurram Mehran" in paper
    assert tab.locator("button:visible, input:visible, select:visible, summary:visible").count() == 0
    assert tab.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--stage')") == "#ffffff"
    pages = tab.pdf(format="A4").count(b"/Type /Page\n")
    assert 1 <= pages <= 6
    tab.emulate_media(media="screen")
    tab.wait_for_selector("#show-all")
    assert not tab.locator("#legend[open]").count()
    assert seen.faults == []


def test_a_telephone_shows_the_story_first_and_the_network_on_its_tab(seeds_page: Path, visit: Visits) -> None:
    tab = visit(seeds_page, width=360, height=740).tab
    assert tab.locator(".story-line >> nth=2").bounding_box()["y"] < 740
    tab.click(".line-button >> nth=0")
    tab.wait_for_selector(".line-evidence .evidence")
    tab.click("#tab-network")
    assert tab.locator("#canvas").bounding_box()["y"] < 400


FOCUS = "document.activeElement.id || document.activeElement.closest('[id]')?.id"


def test_the_keyboard_is_never_thrown_back_to_the_top(seeds_page: Path, visit: Visits) -> None:
    seen = visit(seeds_page, "#view=network")
    tab = seen.tab
    tab.keyboard.press("/")
    tab.keyboard.type("mehran")
    tab.keyboard.press("Enter")
    assert tab.evaluate(FOCUS) == "panel"
    assert "Evidence: Khurram Mehran" in tab.inner_text("#live")
    tab.focus(".panel .link:has(.said) >> nth=0")
    tab.keyboard.press("Enter")
    assert tab.inner_text(".panel h2.quoted")
    assert tab.evaluate(FOCUS) == "panel"
    tab.focus(".bars .bar[role=button] >> nth=0")
    tab.keyboard.press("Enter")
    assert tab.evaluate(FOCUS) == "timeline"
    tab.click("text=Clear all")
    tab.focus("#tab-network")
    tab.keyboard.press("ArrowRight")
    tab.keyboard.press("ArrowRight")
    tab.focus("#view-table td a >> nth=2")
    tab.keyboard.press("Enter")
    assert tab.evaluate(FOCUS) == "view-table"
    tab.focus("#tab-table")
    tab.keyboard.press("ArrowRight")
    tab.focus("#view-articles .title >> nth=1")
    tab.keyboard.press("Enter")
    assert tab.evaluate(FOCUS) == "view-articles"
    tab.focus("#tab-articles")
    tab.keyboard.press("ArrowRight")
    tab.focus("[aria-label='First outlet']")
    tab.keyboard.press("ArrowDown")
    assert tab.evaluate("document.activeElement.ariaLabel") == "First outlet"
    assert seen.faults == []
