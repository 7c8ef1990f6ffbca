"""An article full of markup and script: all of it is shown as text, none of it runs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from network.conftest import built
from onrecord import ids
from onrecord.model import Action, Actor, Analysis, Article, Mention, Passage, Statement, Story
from onrecord.network import render_page
from stories import join

NAMES = [
    "<script>document.title='owned'</script>",
    '"><img src=x onerror="document.title=\'owned\'">',
    "</script><script>document.title='owned'</script>",
    "javascript:document.title='owned'",
    "<a href=\"javascript:document.title='owned'\">Actor</a>",
    "<svg onload=document.title='owned'>",
    "{{ 7 * 7 }} {% raw %} ${7*7} <!-- ",
    "=HYPERLINK(\"x\") \U0001f600 \u2028 \x85 'quoted' \ud83d",
]


def hostile_story() -> Story:
    """Every name acts on the next and says something about it."""
    lines = [f"\U0001f600 {name} banned {NAMES[(n + 1) % len(NAMES)]}." for n, name in enumerate(NAMES)]
    text = "\n".join([*lines, *(f"“{name}” said {name}." for name in NAMES)])
    text = text.encode("utf-8", "replace").decode("utf-8")
    clean = [name.encode("utf-8", "replace").decode("utf-8") for name in NAMES]
    article = Article(
        id='<img src=x onerror="document.title=1">',
        text=text,
        sha256=ids.text_sha256(text),
        source='"><script>x</script>',
        title=NAMES[2],
        publisher=NAMES[0],
        authors=(clean[5],),
        url="javascript:document.title='owned'",
        published_note=clean[1],
        published="2015-07-27",
    )
    actors = tuple(
        Actor(
            id=f"a{n}",
            iri=ids.named(ids.DEFAULT_BASE, "actor", name),
            name=name,
            type="Person",
            named=True,
            mentions=(Mention(text.index(name), text.index(name) + len(name), "name"),),
        )
        for n, name in enumerate(clean)
    )
    actions, said = [], []
    for n, name in enumerate(clean):
        at = text.index("banned", text.index(f"\U0001f600 {name}"))
        actions.append(
            Action(
                id=f"e{n}",
                iri=ids.named(ids.DEFAULT_BASE, "action", str(n)),
                type="Ban",
                lemma=name,
                trigger=((at, at + 6),),
                agents=(f"a{n}",),
                patients=(f"a{(n + 1) % len(clean)}",),
                rule=name,
            )
        )
        start = text.index(f"“{name}”")
        said.append(
            Statement(
                id=f"s{n}",
                iri=ids.named(ids.DEFAULT_BASE, "statement", str(n)),
                mode="direct",
                source=(),
                cue=(),
                content=((start, start + len(name) + 2),),
                speakers=(f"a{n}",),
                medium=name,
                rule=name,
            )
        )
    whole = Passage(0, len(text), "body")
    return join(
        [Analysis(article=article, passages=(whole,), actors=actors, actions=tuple(actions), statements=tuple(said))]
    )


def test_no_markup_of_an_article_reaches_the_file_as_markup() -> None:
    html = render_page(hostile_story(), title="<script>document.title='owned'</script>")
    assert html.count("<script") == 4  # two blocks of data, the library, the page's own
    assert "<img" not in html.split("<script", 1)[0]
    assert "<script>document" not in html


@pytest.mark.browser
def test_nothing_of_an_article_runs(tmp_path: Path, visit: Callable[..., Any]) -> None:
    seen = visit(built(hostile_story(), tmp_path))
    tab = seen.tab
    for view in ("table", "articles", "compare", "ask", "network"):
        tab.click(f"#tab-{view}")
    tab.click("#show-all")
    tab.fill("#search", "banned")
    tab.press("#search", "Enter")
    tab.click("#tab-articles")
    tab.click(".articles .title >> nth=0")
    assert "javascript:document.title='owned'" in tab.inner_text(".reading-head")
    assert tab.locator("a[href^='javascript' i]").count() == 0
    assert tab.locator("main img, .panel img, .panel script, main script").count() == 0
    tab.click("#tab-ask")
    tab.fill("#query", "SELECT ?s ?name WHERE { ?s skos:prefLabel ?name }")
    tab.click("#run")
    tab.wait_for_selector("#answers table")
    assert "<svg onload" in tab.inner_text("#answers table")
    assert tab.title() == "On the record"
    assert seen.outside() == []
    assert seen.faults == []


@pytest.mark.browser
def test_offsets_count_characters_not_utf16_units(tmp_path: Path, visit: Callable[..., Any]) -> None:
    tab = visit(built(hostile_story(), tmp_path), "#view=articles").tab
    tab.click(".articles .title >> nth=0")
    marked = {element.inner_text() for element in tab.locator(".reading mark.trigger").all()}
    assert marked == {"banned"}
