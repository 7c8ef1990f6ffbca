"""Who is who in whole sentences, read with the default model; the sentences are data in tests/cases/actors.toml."""

from __future__ import annotations

import re
import tomllib

import pytest

from conftest import ROOT
from onrecord import pipeline
from onrecord.articles import jsonl
from onrecord.model import Actor, Analysis
from onrecord.settings import DEFAULT_MODEL

CASES = tomllib.loads((ROOT / "tests" / "cases" / "actors.toml").read_text(encoding="utf-8"))["case"]
pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def analysed():
    """Reads a text as an article of its own."""
    nlp = pipeline.reader(DEFAULT_MODEL)

    def read(text: str) -> Analysis:
        return pipeline.analyse(jsonl.article_from_row({"id": "case", "text": text}, "cases"), nlp)

    return read


def place(text: str, words: str) -> tuple[int, int]:
    """Characters of `words`, or of their n-th occurrence as whole words for "words#n"."""
    plain, _, number = words.partition("#")
    found = [match.span() for match in re.finditer(rf"(?<!\w){re.escape(plain)}(?!\w)", text)]
    return found[int(number or 1) - 1]


def actors_at(analysis: Analysis, words: str) -> list[Actor]:
    """Actors with a mention that reads `words` there, or else that begins there and is read within them."""
    start, end = place(analysis.article.text, words)
    mentions = [(item, mention) for item in analysis.actors for mention in item.mentions]
    exact = [item for item, mention in mentions if (mention.start, mention.end) == (start, end)]
    near = [item for item, mention in mentions if start <= mention.start and mention.end <= end]
    return exact or near


def one(analysis: Analysis, words: str) -> Actor:
    found = {item.id: item for item in actors_at(analysis, words)}
    assert len(found) == 1, f"{words!r} is {[item.name for item in found.values()] or 'nobody'}"
    return next(iter(found.values()))


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_who_is_who(case, analysed):
    analysis = analysed(case["text"])
    for group in case.get("together", ()):
        assert len({one(analysis, words).id for words in group}) == 1, group
    for group in case.get("apart", ()):
        assert len({one(analysis, words).id for words in group}) == len(group), group
    for words, kind in case.get("kind", {}).items():
        assert one(analysis, words).type == kind, words
    for words, name in case.get("label", {}).items():
        assert one(analysis, words).name == name
    for words, code in case.get("of_state", {}).items():
        assert (one(analysis, words).of_state or "") == code
    for words in case.get("unnamed", ()):
        assert not one(analysis, words).named
    for words in case.get("nobody", ()):
        start, end = place(case["text"], words)
        exact = [item for item in analysis.actors for at in item.mentions if (at.start, at.end) == (start, end)]
        assert exact == [], words
