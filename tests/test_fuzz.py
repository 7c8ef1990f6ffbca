"""Any bytes, any text: reading, extraction and writing end in articles or in sentences, and spans hold what they say.

A bounded number of examples runs with the tests; ``make fuzz`` tries new ones as long as it is told.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pyoxigraph
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import fuzzing
from onrecord import articles, pipeline, record
from onrecord.articles.layout import layout_of, passages
from onrecord.errors import ArticleError
from onrecord.ids import text_sha256
from onrecord.model import Analysis, Article
from onrecord.settings import DEFAULT_MODEL

PIECES = [
    "The regulator banned the service on Friday.",
    '"It is not safe," said Ann Lee, a spokeswoman for the agency.',
    "He told Reuters: “We will not comply",
    "” she added",
    "’",
    "‘",
    '"',
    "''",
    "``",
    "“",
    "”",
    "—",
    " – ",
    ":",
    ";",
    "(",
    ")",
    "according to",
    "who said that",
    "said",
    "told",
    "Ann Lee",
    "the Ministry of Interior",
    "PTA",
    "(PTA)",
    "Mr.",
    "U.S.",
    "Nov. 30",
    "last year",
    "two days later",
    "in 2013",
    "By Ben Cole | First Posted: Feb 18, 2014 8:46 PM EST",
    "Share on Facebook",
    "© 2015 The Post",
    "Follow on:",
    "WATCH:",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "\u2028",
    "\u00a0",
    "\u200b",
    "\u202e",
    "\ufeff",
    "\x07",
    "𝔘𝔫𝔦",
    "👩‍👩‍👧",
    "é",
    "e\u0301",
    "ﬁrm",
    "Ｆｕｌｌ",
    "العربية",
    "漢字",
    "<b>",
    "</script>",
    "&amp;",
    "http://x.y/z?a=b#c",
    "$1.5bn",
    "1/2",
    "...",
    "…",
    "!!!",
    "???",
    "A" * 300,
    "no " * 50,
    "@handle",
    "#tag",
    "{}",
    "\\",
    "'s",
]
TEXTS = st.lists(
    st.one_of(st.sampled_from(PIECES), st.sampled_from(PIECES), st.text(max_size=12)), min_size=1, max_size=25
).map(" ".join)


def article(text: str, key: str = "a") -> Article:
    return Article(id=key, text=text, sha256=text_sha256(text), source=f"{key}.txt", published="2015-07-27")


def encodable(text: str) -> bool:
    return text.isprintable() or not any("\ud800" <= char <= "\udfff" for char in text)


def all_spans(analysis: Analysis):
    for item in [*analysis.passages, *analysis.dates]:
        yield item.start, item.end
    for actor in analysis.actors:
        yield from ((mention.start, mention.end) for mention in actor.mentions)
    for statement in analysis.statements:
        yield from [*statement.source, *statement.cue, *statement.content]
    for action in analysis.actions:
        yield from [*action.trigger, *action.agent_spans, *action.patient_spans]


@fuzzing.bounded(40)
@given(st.binary(max_size=400), st.sampled_from([".txt", ".jsonl", ".html", ".json", ""]))
def test_any_bytes_are_an_article_or_a_sentence(data, ending):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"file{ending}")
        path.write_bytes(data)
        check_read(path)


@fuzzing.bounded(40)
@given(
    st.dictionaries(
        st.sampled_from(["id", "text", "html", "title", "publisher", "authors", "published", "url", "x"]),
        st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=20), st.lists(st.text(max_size=5)), TEXTS),
    )
)
def test_any_object_is_an_article_or_a_sentence(row):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "rows.jsonl")
        path.write_text(json.dumps(row) + "\n", encoding="utf-8")
        check_read(path)


def check_read(path: Path) -> None:
    items = list(articles.read([str(path)]))
    assert items or path.suffix == ".jsonl"
    for item in items:
        if isinstance(item, ArticleError):
            assert item.source
            assert item.fault
            assert "\n" not in str(item)
        else:
            assert item.id
            assert item.sha256 == text_sha256(item.text)


@fuzzing.bounded(40)
@given(TEXTS)
def test_passages_tile_the_text(text):
    found = passages(article(text))
    end = 0
    for passage in found:
        assert not text[end : passage.start].strip(), "nothing but white space between passages"
        assert passage.start < passage.end <= len(text)
        end = passage.end
    assert not text[end:].strip()


@pytest.mark.model
@fuzzing.bounded(40)
@example('"It is not safe," said Ann Lee, a spokeswoman for the agency. said told')
@given(TEXTS.filter(encodable))
def test_every_span_lies_in_the_text_and_every_reference_leads_somewhere(text):
    analysis = pipeline.analyse(article(text), pipeline.reader(DEFAULT_MODEL))
    for start, end in all_spans(analysis):
        assert 0 <= start < end <= len(text)
    actors = {actor.id for actor in analysis.actors}
    statements = {statement.id for statement in analysis.statements}
    actions = {action.id for action in analysis.actions}
    read = layout_of(article(text)).plain.text
    for actor in analysis.actors:
        assert actor.name in read
        assert actor.mentions
    for statement in analysis.statements:
        named = {*statement.speakers, *statement.on_behalf_of, *statement.about, statement.addressee, statement.outlet}
        assert named <= actors | {None}
        assert statement.within in statements | {None}
        assert 0 <= statement.confidence <= 1
    for action in analysis.actions:
        assert {*action.agents, *action.patients, action.place} <= actors | {None}
        assert action.within in statements | {None}
        assert action.under in actions | {None}
        assert action.under != action.id
    assert record.loads(record.dumps(analysis)) == analysis


@pytest.mark.model
@fuzzing.bounded(4)
@given(st.lists(TEXTS.filter(encodable), min_size=1, max_size=3))
def test_any_texts_become_a_graph_that_parses(texts):
    nlp = pipeline.reader(DEFAULT_MODEL)
    analyses = [pipeline.analyse(article(text, f"a{number}"), nlp) for number, text in enumerate(texts)]
    story = pipeline.resolve(analyses)
    with tempfile.TemporaryDirectory() as folder:
        names = pipeline.write(story, Path(folder, "out"))
        found = [
            set(pyoxigraph.parse(path=str(Path(folder, "out", name)), format=kind))
            for name, kind in (
                ("graph.ttl", pyoxigraph.RdfFormat.TURTLE),
                ("graph.jsonld", pyoxigraph.RdfFormat.JSON_LD),
                ("graph.nq", pyoxigraph.RdfFormat.N_QUADS),
                ("graph.trig", pyoxigraph.RdfFormat.TRIG),
            )
        ]
        assert "graph.ttl" in names
        assert found[0] == found[1]
        assert found[2] == found[3]
        assert found[0] == {quad for quad in found[2] if quad.graph_name == pyoxigraph.DefaultGraph()}
