"""What the page says, held against what the articles say: read out of the page's own data."""

from __future__ import annotations

import base64
import gzip
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from onrecord import articles, pipeline
from onrecord.ids import text_sha256
from onrecord.model import Article, Ref, Story
from onrecord.network import render_page
from onrecord.network.lookup import build_lookup, ordering, reports
from onrecord.settings import DEFAULT_MODEL
from onrecord.story.date_phrases import first_day
from stories import large_story, seeds_story

Visits = Callable[..., Any]
SEEDS = Path(__file__).resolve().parents[2] / "seeds"


def block(html: str, name: str) -> Any:
    """A block of data of the page."""
    found = re.search(rf'<script type="application/(json|gzip)" id="data-{name}"[^>]*>(.*?)</script>', html, re.DOTALL)
    assert found is not None
    text = found[2] if found[1] == "json" else gzip.decompress(base64.b64decode(found[2])).decode("utf-8")
    return json.loads(text)


def unsupported(html: str) -> tuple[int, list[Any]]:
    """How many lines and rows there are, and those that no single report bears out."""
    story, network = block(html, "story"), block(html, "network")
    number = {item["iri"]: n for n, item in enumerate(story["actors"])}
    actions = {item["iri"]: item for item in story["actions"]}
    drawn = [edge for edge in network["edges"] if edge["kind"] == "action"]
    bad: list[Any] = []
    for edge in drawn:
        told = [actions[edge["item"]]["reports"][n] for n in edge["reports"]]
        start, end = number[edge["from"]], number[edge["to"]]
        if not told or not all(start in one["agents"] and end in one["patients"] for one in told):
            bad.append(edge)
    for action in story["actions"]:
        sides = set(action["agents"]), set(action["patients"])
        if not any(sides[0] <= set(one["agents"]) and sides[1] <= set(one["patients"]) for one in action["reports"]):
            bad.append(action)
    return len(drawn) + len(story["actions"]), bad


@pytest.fixture(scope="module")
def read_seeds() -> Story:
    found = [item for item in articles.read([str(SEEDS)]) if isinstance(item, Article)]
    return pipeline.published(pipeline.resolve([pipeline.analyse(item) for item in found]))


@pytest.mark.parametrize("story", [seeds_story(), large_story(200)], ids=["by hand", "large"])
def test_no_line_joins_two_whom_no_report_joins(story: Story) -> None:
    count, bad = unsupported(render_page(story))
    assert count > 10
    assert bad == []


@pytest.mark.model
def test_no_line_of_the_seeds_joins_two_whom_no_report_joins(read_seeds: Story) -> None:
    count, bad = unsupported(render_page(read_seeds))
    assert count > 20
    assert bad == []


@pytest.mark.model
def test_the_story_is_told_in_eight_to_fourteen_lines_in_order(read_seeds: Story) -> None:
    story = block(render_page(read_seeds), "story")
    lines = story["lines"]
    assert 8 <= len(lines) <= 14
    dates = [first_day(story[line["kind"] + "s"][line["i"]]["date"] or "9999") for line in lines]
    assert dates == sorted(dates)
    index = build_lookup(read_seeds)
    told = {read_seeds.actions[line["i"]].iri for line in lines if line["kind"] == "action"}
    above = ordering(read_seeds, index)
    folded = [
        action.iri
        for action in read_seeds.actions
        for ref, report in reports(action, index)
        if report.under and index.homes.get(Ref(ref.article, report.under)) == action.iri
    ]
    assert folded  # an order and what it orders are one action, so no line tells the one beside the other
    assert all(told.isdisjoint(orders) for deed, orders in above.items() if deed in told)


IN_OUTLET = """name => {
  const story = onrecord.story();
  const own = story.articles.map((a, n) => a.outlet === name ? n : -1).filter(n => n >= 0);
  const shown = new Set();
  for (const one of [...story.actions, ...story.statements])
    for (const report of one.reports)
      for (const role of ['agents', 'patients', 'speakers', 'addressees', 'onBehalf', 'outlets'])
        for (const i of report[role] ?? []) shown.add(story.actors[i].name);
  const labels = onrecord.picture().nodes.filter(n => n.kind === 'actor').length;
  return {text: own.map(n => story.articles[n].text).join(' '), names: [...shown], labels,
          articles: [...new Set(story.actions.flatMap(a => a.reports.map(r => r.article)))], own};
}"""


@pytest.mark.browser
@pytest.mark.model
def test_a_newcomer_finds_the_story_on_the_first_screen(read_seeds: Story, tmp_path: Path, visit: Visits) -> None:
    path = tmp_path / "network.html"
    path.write_text(render_page(read_seeds), encoding="utf-8")
    tab = visit(path, width=1280, height=720).tab
    lines = tab.locator(".story-line").all()
    seen = [line.inner_text() for line in lines if line.bounding_box()["y"] + line.bounding_box()["height"] < 720]
    asked = {
        "who ordered it": "Pakistan has ordered",
        "by when": "by 30 November",
        "on whose directive": "on the directives of the interior ministry",
        "who refused": "BlackBerry has never permitted wholesale access",
    }
    assert [name for name, words in asked.items() if not any(words in " ".join(line.split()) for line in seen)] == []
    for words in seen:  # the first outlet of a line is that of its words, and its day is theirs or said to be another's
        assert "27 July 2015 printed" not in words or "Latinos Post" in words
    heights = tab.evaluate(
        "[...document.querySelectorAll('.line-button bdi')].map((one) => [one.scrollHeight, one.clientHeight])"
    )
    assert sum(whole > shown + 1 for whole, shown in heights) <= 2  # lines that are cut short


@pytest.mark.browser
@pytest.mark.model
def test_a_line_under_an_outlet_is_the_clause_of_its_own_report(
    read_seeds: Story, tmp_path: Path, visit: Visits
) -> None:
    path = tmp_path / "network.html"
    path.write_text(render_page(read_seeds), encoding="utf-8")
    tab = visit(path, "#outlet=TechWeekEurope", width=1280, height=720).tab
    said = tab.locator(".story-line .line-button").all_inner_texts()
    asked = "Pakistan’s mobile operators were ordered to shut down BlackBerry Enterprise Services"
    assert said[0].startswith(asked)
    assert not [line for line in said if "Orders To" in line or "(planned)" in line or ": that " in line]
    text = " ".join(tab.evaluate("onrecord.full().articles.find(a => a.outlet === 'TechWeekEurope').text").split())
    names = {name for line in said for name in re.findall(r"[A-Z]\w+(?: [A-Z]\w+)+", line.split("“")[0])}
    assert len(names) > 3
    assert [name for name in names if name not in text] == []


@pytest.mark.browser
@pytest.mark.model
def test_the_first_view_holds_what_the_order_is_about(read_seeds: Story, tmp_path: Path, visit: Visits) -> None:
    path = tmp_path / "network.html"
    path.write_text(render_page(read_seeds), encoding="utf-8")
    tab = visit(path, "#view=network").tab
    about = "BlackBerry Enterprise Services"
    assert about in tab.evaluate("onrecord.picture().nodes.map((node) => node.label)")
    iri = tab.evaluate("name => onrecord.full().actors.find((one) => one.name === name).iri", about)
    assert iri in tab.evaluate("onrecord.picture().edges.map((edge) => edge.to)")
    hits = tab.evaluate("onrecord.search('deadline')")
    line = tab.evaluate("onrecord.full().lines.map((one) => `${one.kind} ${one.i}`)")
    assert f"{hits[0]['thing']['kind']} {hits[0]['thing']['i']}" in line
    assert hits[0]["label"].startswith("Pakistan has ordered")


@pytest.mark.browser
def test_under_an_outlet_nothing_is_shown_that_it_does_not_print(seeds_page: Path, visit: Visits) -> None:
    tab = visit(seeds_page, "#outlet=TechWeekEurope&view=network").tab
    found = tab.evaluate(IN_OUTLET, "TechWeekEurope")
    assert set(found["articles"]) <= set(found["own"])
    assert len(found["names"]) > 3
    flat = " ".join(found["text"].split())
    assert [name for name in found["names"] if name not in flat and name != "somebody"] == []
    tab.click("#tab-table")
    said = tab.inner_text("#view-table tbody")
    assert not {word for word in re.findall(r"\d+", said) if len(word) > 3 and word not in flat and word != "2015"}
    assert "mobile operators" in said
    tab.go_back()
    assert tab.is_visible("#view-network")


@pytest.mark.browser
def test_the_panel_of_a_line_holds_the_reports_of_its_two_ends_only(seeds_page: Path, visit: Visits) -> None:
    tab = visit(seeds_page, "#view=network").tab
    both = tab.evaluate(
        """() => {
          const edges = onrecord.picture().edges.filter(e => e.kind === 'action');
          const story = onrecord.full();
          const at = iri => story.actors.findIndex(a => a.iri === iri);
          const edge = edges.find(e => story.actions.find(a => a.iri === e.item).reports.length > e.reports.length)
            ?? edges[0];
          const short = iri => iri.slice(story.base.length);
          return {sel: short(edge.item), ends: `${short(edge.from)}~${short(edge.to)}`, count: edge.reports.length};
        }"""
    )
    again = visit(seeds_page, f"#view=network&sel={both['sel']}&ends={both['ends']}").tab
    assert again.locator(".panel > section .evidence").count() == both["count"]


@pytest.mark.browser
def test_both_holds_only_what_both_print(seeds_page: Path, visit: Visits) -> None:
    tab = visit(seeds_page, "#view=compare").tab
    names = tab.locator("[aria-label='First outlet'] option").all_inner_texts()
    chosen = [next(name for name in names if name.startswith(start)) for start in ("TechWeekEurope", "“Pakistan has")]
    for side, name in zip(("First", "Second"), chosen, strict=True):
        tab.select_option(f"[aria-label='{side} outlet']", name)
    left, right = tab.evaluate("[...document.querySelectorAll('.pickers select')].map(one => one.value)")
    rows = tab.locator(".three section >> nth=1").locator("li").all_inner_texts()
    texts = tab.evaluate(
        """names => names.map(name => onrecord.full().articles
             .filter(a => a.outlet === name || (!a.outlet && name.includes((a.title ?? a.text).slice(0, 12))))
             .map(a => a.text).join(' '))""",
        [left, right],
    )
    assert len(rows) == 2
    known = {name for item in seeds_story().actors if item.named for name in (item.name, *item.alt_names)}
    told = {name for row in rows for name in known if name in row}
    assert "BlackBerry Enterprise Services" in told
    assert {name for name in told for text in texts if name not in text} == set()


@pytest.mark.browser
def test_the_story_opens_first_with_evidence_one_click_away(seeds_page: Path, visit: Visits) -> None:
    seen = visit(seeds_page, width=1280, height=720)
    tab = seen.tab
    assert tab.get_attribute("#tab-story", "aria-selected") == "true"
    assert tab.is_visible("#view-network canvas")
    lines = tab.locator(".story-line")
    assert 8 <= lines.count() <= 14
    lines.nth(0).locator(".line-button").click()
    quoted = tab.inner_text(".line-evidence blockquote >> nth=0")
    own = tab.evaluate(
        """() => {
          const story = onrecord.full(), line = story.lines[0], one = story[`${line.kind}s`][line.i];
          const {article, context: [start, end]} = one.reports[one.chief];
          return story.articles[article].text.slice(start, end);
        }"""
    )
    assert " ".join(quoted.split()) == " ".join(own.split())  # the sentence of the line's own words comes first
    assert any(
        " ".join(quoted.split())[:60] in " ".join(a.text.split()) for a in map(as_article, seeds_story().analyses)
    )
    words = {word.strip() for word in tab.locator(".story-line .word").all_inner_texts()}
    assert words <= {
        "REPORTED",
        "SAID",
        "ORDERED",
        "PLANNED",
        "DENIED",
        "ATTEMPTED",
        "DEMANDED",
        "CONSIDERED",
        "NOT DONE",
        "SAID NOT DONE",
    }
    assert seen.faults == []


def as_article(analysis: Any) -> Article:
    article: Article = analysis.article
    return article


def test_a_line_that_articles_dispute_says_so(visit: Visits, tmp_path: Path) -> None:
    """A deed that one article tells and another denies is marked, and the denial is no article more for it."""
    texts = {
        "one": "Alder Foods sold the mill of Ost to Ivo Roth for $4 million on Monday, the Harbour Post reported.",
        "two": "Alder Foods has not sold the mill of Ost to Ivo Roth. Ada Lund mended the quay of Ost on Friday.",
    }
    made = [Article(id=key, text=text, sha256=text_sha256(text), source=f"{key}.txt") for key, text in texts.items()]
    story = pipeline.published(
        pipeline.resolve(pipeline.analyse(item, pipeline.reader(DEFAULT_MODEL)) for item in made)
    )
    assert [item.aspect for item in story.disagreements if not item.note] == ["polarity"]
    path = tmp_path / "network.html"
    path.write_text(render_page(story), encoding="utf-8")
    tab = visit(path, "#view=story").tab
    lines = {
        one.locator(".clause").inner_text(): one.locator(".day").inner_text()
        for one in tab.locator(".story-line").all()
    }
    marked = {words: "disputed" in day for words, day in lines.items()}
    assert marked == {words: "sold" in words for words in lines}
    assert all("1 article" in day for day in lines.values())


def test_outlets_that_give_two_numbers_are_compared_as_disagreeing(visit: Visits, tmp_path: Path) -> None:
    texts = {
        "Fowey Post": "Nine workers of Alder Foods were injured at the mill of Ost on Monday, Ada Lund said.",
        "Halden Times": "Fourteen workers of Alder Foods were injured at the mill of Ost on Monday, Ivo Roth said.",
    }
    made = [
        Article(id=name[:5], text=text, sha256=text_sha256(text), source=f"{name}.txt", publisher=name)
        for name, text in texts.items()
    ]
    nlp = pipeline.reader(DEFAULT_MODEL)
    story = pipeline.published(pipeline.resolve(pipeline.analyse(item, nlp) for item in made))
    (found,) = [item for item in story.disagreements if not item.note]
    assert found.aspect == "number"
    path = tmp_path / "network.html"
    path.write_text(render_page(story), encoding="utf-8")
    tab = visit(path, "#view=compare").tab
    told = tab.inner_text("#view-compare")
    assert "No disagreement" not in told
    assert found.label in told


def test_found_names_have_room_beside_long_hints(seeds_page: Path, visit: Visits) -> None:
    tab = visit(seeds_page, width=1280, height=900).tab
    tab.fill(".search input", "surveillance")
    row = tab.locator("#search-results li .name").first
    row.wait_for()
    boxes = [one.bounding_box() for one in tab.locator("#search-results li .name").all()]
    assert boxes
    assert min(box["width"] for box in boxes if box) > 150
